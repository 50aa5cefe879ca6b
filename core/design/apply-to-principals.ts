import type { Result } from "../problem/problem.ts";
import { failed, ok } from "../problem/problem.ts";
import type { PrincipalChange } from "./change.ts";
import { inUse, missing, taken } from "./change-problems.ts";
import type { Design } from "./design.ts";
import { indexOfId } from "./members.ts";
import { principalIsUsed } from "./references.ts";
import { renameUses } from "./rename.ts";
import { sound } from "./sound.ts";

type Change<Type> = Extract<PrincipalChange, { type: Type }>;

/** Adds a principal. */
export function addPrincipal(
  design: Design,
  { principal, index }: Change<"add-principal">,
): Result<Design> {
  if (indexOfId(design.principals, principal.id) >= 0)
    return failed(taken("principal", principal.id));
  const principals = design.principals.toSpliced(index, 0, principal);
  return sound({ ...design, principals });
}

/** Removes a principal that nothing names. */
export function removePrincipal(design: Design, id: string): Result<Design> {
  const index = indexOfId(design.principals, id);
  if (index < 0) return failed(missing("principal", id));
  if (principalIsUsed(design, id))
    return failed(inUse("principal", id, ["principals", index]));
  return ok({ ...design, principals: design.principals.toSpliced(index, 1) });
}

/** Puts a principal in the place of another; a new id is followed by every use of the old one. */
export function replacePrincipal(
  design: Design,
  { principal, by }: Change<"replace-principal">,
): Result<Design> {
  const index = indexOfId(design.principals, principal);
  if (index < 0) return failed(missing("principal", principal));
  if (by.id !== principal && indexOfId(design.principals, by.id) >= 0)
    return failed(taken("principal", by.id));
  const renamed = renameUses(
    design,
    { kind: "principal", id: principal },
    by.id,
  );
  return sound({ ...renamed, principals: renamed.principals.with(index, by) });
}
