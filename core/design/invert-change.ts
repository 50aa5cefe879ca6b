import { applyChange } from "./apply-change.ts";
import type {
  AccessChange,
  AliasChange,
  ConsumerChange,
  DesignChange,
  KeyChange,
  PrincipalChange,
} from "./change.ts";
import type { Design } from "./design.ts";
import { inverseOfAccess } from "./invert-access.ts";
import { keptList, nothing } from "./invert-parts.ts";
import { indexOfId, memberWithId } from "./members.ts";
import { inverseKeyPatch } from "./patch-key.ts";
import { inversePatch } from "./patch.ts";

/**
 * The change that undoes `change`, given the design before it.
 * A change that does not apply to `design` is undone by doing nothing.
 */
export function invertChange(
  design: Design,
  change: DesignChange,
): DesignChange {
  return applyChange(design, change).ok ? inverse(design, change) : nothing;
}

/** The inverse of a change that applies. */
function inverse(design: Design, change: DesignChange): DesignChange {
  switch (change.type) {
    case "edit-design":
      return { ...change, patch: inversePatch(design, change.patch) };
    case "add-stack":
      return { type: "remove-stack", stack: change.stack.id };
    case "remove-stack":
      return invertRemoveStack(design, change.stack);
    case "edit-stack":
      return invertEditStack(design, change);
    case "rename-parameter":
      return { ...change, parameter: change.to, to: change.parameter };
    case "batch":
      return invertBatch(design, change.changes);
    default:
      return inverseOfPart(design, change);
  }
}

function inverseOfPart(
  design: Design,
  change:
    PrincipalChange | KeyChange | AliasChange | ConsumerChange | AccessChange,
): DesignChange {
  switch (change.type) {
    case "add-principal":
      return { type: "remove-principal", principal: change.principal.id };
    case "remove-principal":
      return invertRemovePrincipal(design, change.principal);
    case "replace-principal":
      return invertReplacePrincipal(design, change);
    case "add-key":
      return { type: "remove-key", key: change.key.id };
    case "remove-key":
      return invertRemoveKey(design, change.key);
    case "edit-key":
      return invertEditKey(design, change);
    case "replace-key":
      return invertReplaceKey(design, change);
    default:
      return inverseOfUser(design, change);
  }
}

/** Of an alias or a consumer, something that uses a key; or of what the design says of access. */
function inverseOfUser(
  design: Design,
  change: AliasChange | ConsumerChange | AccessChange,
): DesignChange {
  switch (change.type) {
    case "add-alias":
      return {
        type: "remove-alias",
        alias: change.alias.id,
        ...keptList(design.aliases),
      };
    case "remove-alias":
      return invertRemoveAlias(design, change.alias);
    case "edit-alias":
      return invertEditAlias(design, change);
    case "add-consumer":
      return {
        type: "remove-consumer",
        consumer: change.consumer.id,
        ...keptList(design.consumers),
      };
    case "remove-consumer":
      return invertRemoveConsumer(design, change.consumer);
    case "edit-consumer":
      return invertEditConsumer(design, change);
    default:
      return inverseOfAccess(design, change);
  }
}

type Change<Type> = Extract<DesignChange, { type: Type }>;

function invertRemoveStack(design: Design, id: string): DesignChange {
  const stack = memberWithId(design.stacks, id);
  if (stack === undefined) return nothing;
  return { type: "add-stack", stack, index: indexOfId(design.stacks, id) };
}

function invertEditStack(
  design: Design,
  { stack: id, patch }: Change<"edit-stack">,
): DesignChange {
  const stack = memberWithId(design.stacks, id);
  if (stack === undefined) return nothing;
  return {
    type: "edit-stack",
    stack: patch.id ?? id,
    patch: inversePatch(stack, patch),
  };
}

function invertRemovePrincipal(design: Design, id: string): DesignChange {
  const principal = memberWithId(design.principals, id);
  if (principal === undefined) return nothing;
  const index = indexOfId(design.principals, id);
  return { type: "add-principal", principal, index };
}

function invertReplacePrincipal(
  design: Design,
  { principal: id, by }: Change<"replace-principal">,
): DesignChange {
  const principal = memberWithId(design.principals, id);
  if (principal === undefined) return nothing;
  return { type: "replace-principal", principal: by.id, by: principal };
}

function invertRemoveKey(design: Design, id: string): DesignChange {
  const key = memberWithId(design.keys, id);
  if (key === undefined) return nothing;
  return { type: "add-key", key, index: indexOfId(design.keys, id) };
}

function invertEditKey(
  design: Design,
  { key: id, patch }: Change<"edit-key">,
): DesignChange {
  const key = memberWithId(design.keys, id);
  const back = key && inverseKeyPatch(key, patch);
  if (back === undefined) return nothing;
  return { type: "edit-key", key: patch.id ?? id, patch: back };
}

function invertReplaceKey(
  design: Design,
  { key: id, by }: Change<"replace-key">,
): DesignChange {
  const key = memberWithId(design.keys, id);
  if (key === undefined) return nothing;
  return { type: "replace-key", key: by.id, by: key };
}

function invertRemoveAlias({ aliases = [] }: Design, id: string): DesignChange {
  const alias = memberWithId(aliases, id);
  if (alias === undefined) return nothing;
  return { type: "add-alias", alias, index: indexOfId(aliases, id) };
}

function invertEditAlias(
  { aliases = [] }: Design,
  { alias: id, patch }: Change<"edit-alias">,
): DesignChange {
  const alias = memberWithId(aliases, id);
  if (alias === undefined) return nothing;
  return {
    type: "edit-alias",
    alias: patch.id ?? id,
    patch: inversePatch(alias, patch),
  };
}

function invertRemoveConsumer(
  { consumers = [] }: Design,
  id: string,
): DesignChange {
  const consumer = memberWithId(consumers, id);
  if (consumer === undefined) return nothing;
  return { type: "add-consumer", consumer, index: indexOfId(consumers, id) };
}

function invertEditConsumer(
  { consumers = [] }: Design,
  { consumer: id, patch }: Change<"edit-consumer">,
): DesignChange {
  const consumer = memberWithId(consumers, id);
  if (consumer === undefined) return nothing;
  return {
    type: "edit-consumer",
    consumer: patch.id ?? id,
    patch: inversePatch(consumer, patch),
  };
}

function invertBatch(
  design: Design,
  changes: readonly DesignChange[],
): DesignChange {
  const inverses: DesignChange[] = [];
  let current = design;
  for (const change of changes) {
    inverses.push(inverse(current, change));
    const next = applyChange(current, change);
    if (next.ok) current = next.value;
  }
  return { type: "batch", changes: inverses.toReversed() };
}
