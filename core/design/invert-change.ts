import { applyChange } from "./apply-change.ts";
import type { DesignChange } from "./change.ts";
import type { Design } from "./design.ts";
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
    case "edit-stack":
      return invertEditStack(design, change);
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
    case "batch":
      return invertBatch(design, change.changes);
  }
}

type Change<Type> = Extract<DesignChange, { type: Type }>;

const nothing: DesignChange = { type: "batch", changes: [] };

function invertEditStack(
  design: Design,
  { stack: id, patch }: Change<"edit-stack">,
): DesignChange {
  const stack = design.stacks.find((candidate) => candidate.id === id);
  if (stack === undefined) return nothing;
  return {
    type: "edit-stack",
    stack: patch.id ?? id,
    patch: inversePatch(stack, patch),
  };
}

function invertRemovePrincipal(design: Design, id: string): DesignChange {
  const index = design.principals.findIndex((member) => member.id === id);
  const principal = design.principals[index];
  if (principal === undefined) return nothing;
  return { type: "add-principal", principal, index };
}

function invertReplacePrincipal(
  design: Design,
  { principal: id, by }: Change<"replace-principal">,
): DesignChange {
  const principal = design.principals.find((member) => member.id === id);
  if (principal === undefined) return nothing;
  return { type: "replace-principal", principal: by.id, by: principal };
}

function invertRemoveKey(design: Design, id: string): DesignChange {
  const index = design.keys.findIndex((member) => member.id === id);
  const key = design.keys[index];
  if (key === undefined) return nothing;
  return { type: "add-key", key, index };
}

function invertEditKey(
  design: Design,
  { key: id, patch }: Change<"edit-key">,
): DesignChange {
  const key = design.keys.find((member) => member.id === id);
  if (key === undefined) return nothing;
  return {
    type: "edit-key",
    key: patch.id ?? id,
    patch: inversePatch(key, patch),
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
