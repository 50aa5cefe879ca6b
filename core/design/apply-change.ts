import type { Problem, Result } from "../problem/problem.ts";
import { failed, failedWith, ok } from "../problem/problem.ts";
import type { DesignChange } from "./change.ts";
import type { Design, Key, Principal } from "./design.ts";
import { danglingNames } from "./integrity.ts";
import { patched } from "./patch.ts";
import {
  renamePrincipalUses,
  renameStackUses,
  principalUses,
} from "./references.ts";

/**
 * The design after a change.
 *
 * Fails when the change names something that is not there, or an id that is taken; the design is then as it was.
 * Whether the new values make sense is for `checkDesign` to say.
 */
export function applyChange(
  design: Design,
  change: DesignChange,
): Result<Design> {
  switch (change.type) {
    case "edit-design":
      return ok(patched(design, change.patch));
    case "edit-stack":
      return editStack(design, change);
    case "add-principal":
      return addPrincipal(design, change);
    case "remove-principal":
      return removePrincipal(design, change.principal);
    case "replace-principal":
      return replacePrincipal(design, change);
    case "add-key":
      return addKey(design, change);
    case "remove-key":
      return removeKey(design, change.key);
    case "edit-key":
      return editKey(design, change);
    case "batch":
      return applyAll(design, change.changes);
  }
}

type Change<Type> = Extract<DesignChange, { type: Type }>;

function applyAll(
  design: Design,
  changes: readonly DesignChange[],
): Result<Design> {
  let result = ok(design);
  for (const change of changes) {
    if (!result.ok) return result;
    result = applyChange(result.value, change);
  }
  return result;
}

function editStack(
  design: Design,
  { stack, patch }: Change<"edit-stack">,
): Result<Design> {
  const index = indexOfId(design.stacks, stack);
  const found = design.stacks[index];
  if (found === undefined) return failed(missing("stack", stack));
  const next = patched(found, patch);
  if (next.id !== stack && indexOfId(design.stacks, next.id) >= 0)
    return failed(taken("stack", next.id));
  const renamed = renameStackUses(design, stack, next.id);
  return ok({ ...renamed, stacks: design.stacks.with(index, next) });
}

function addPrincipal(
  design: Design,
  { principal, index }: Change<"add-principal">,
): Result<Design> {
  if (indexOfId(design.principals, principal.id) >= 0)
    return failed(taken("principal", principal.id));
  const principals = design.principals.toSpliced(index, 0, principal);
  return ok({ ...design, principals });
}

function removePrincipal(design: Design, id: string): Result<Design> {
  const index = indexOfId(design.principals, id);
  if (index < 0) return failed(missing("principal", id));
  if (design.keys.some((key) => principalUses(key).includes(id)))
    return failed({
      code: "change/principal-in-use",
      severity: "error",
      path: ["principals", index],
      message: `principal \`${id}\` is still named by a key`,
      help: "remove it from the administrators and statements first",
    });
  return ok({ ...design, principals: design.principals.toSpliced(index, 1) });
}

function replacePrincipal(
  design: Design,
  { principal, by }: Change<"replace-principal">,
): Result<Design> {
  const index = indexOfId(design.principals, principal);
  if (index < 0) return failed(missing("principal", principal));
  if (by.id !== principal && indexOfId(design.principals, by.id) >= 0)
    return failed(taken("principal", by.id));
  const renamed = renamePrincipalUses(design, principal, by.id);
  const principals: readonly Principal[] = design.principals.with(index, by);
  return ok({ ...renamed, principals });
}

function addKey(
  design: Design,
  { key, index }: Change<"add-key">,
): Result<Design> {
  if (indexOfId(design.keys, key.id) >= 0) return failed(taken("key", key.id));
  return withKeys(design, design.keys.toSpliced(index, 0, key), key);
}

function removeKey(design: Design, id: string): Result<Design> {
  const index = indexOfId(design.keys, id);
  if (index < 0) return failed(missing("key", id));
  return ok({ ...design, keys: design.keys.toSpliced(index, 1) });
}

function editKey(
  design: Design,
  { key: id, patch }: Change<"edit-key">,
): Result<Design> {
  const index = indexOfId(design.keys, id);
  const found = design.keys[index];
  if (found === undefined) return failed(missing("key", id));
  const next = patched(found, patch);
  if (next.id !== id && indexOfId(design.keys, next.id) >= 0)
    return failed(taken("key", next.id));
  return withKeys(design, design.keys.with(index, next), next);
}

/** The design with these keys, of which one is new or changed and must name only what the design has. */
function withKeys(
  design: Design,
  keys: readonly Key[],
  changed: Key,
): Result<Design> {
  const path = ["keys", keys.indexOf(changed)];
  const dangling = danglingNames(design, changed, path);
  return dangling.length > 0 ? failedWith(dangling) : ok({ ...design, keys });
}

function indexOfId(
  members: readonly { readonly id: string }[],
  id: string,
): number {
  return members.findIndex((member) => member.id === id);
}

function missing(kind: string, id: string): Problem {
  return {
    code: "change/missing",
    severity: "error",
    path: [],
    message: `there is no ${kind} named \`${id}\``,
    help: "the design has changed since; look again and repeat the change",
  };
}

function taken(kind: string, id: string): Problem {
  return {
    code: "change/name-taken",
    severity: "error",
    path: [],
    message: `a ${kind} named \`${id}\` exists already`,
    help: "choose another name",
  };
}
