import type { Result } from "../problem/problem.ts";
import { failed, ok } from "../problem/problem.ts";
import type { AliasChange } from "./change.ts";
import { inUse, missing, taken } from "./change-problems.ts";
import type { Design } from "./design.ts";
import { indexOfId } from "./members.ts";
import { patched } from "./patch.ts";
import { usesOf } from "./references.ts";
import { renameUses } from "./rename.ts";
import { sound } from "./sound.ts";

type Change<Type> = Extract<AliasChange, { type: Type }>;

/** Adds a separate alias, and the list where there is none. */
export function addAlias(
  design: Design,
  { alias, index }: Change<"add-alias">,
): Result<Design> {
  const { aliases = [] } = design;
  if (indexOfId(aliases, alias.id) >= 0)
    return failed(taken("alias", alias.id));
  return sound({ ...design, aliases: aliases.toSpliced(index, 0, alias) });
}

/** Removes a separate alias that nothing shows; the list goes with the last one unless the change keeps it. */
export function removeAlias(
  design: Design,
  { alias: id, keepsList = false }: Change<"remove-alias">,
): Result<Design> {
  const { aliases = [], ...rest } = design;
  const index = indexOfId(aliases, id);
  if (index < 0) return failed(missing("alias", id));
  if (usesOf(design, "alias", id).length > 0)
    return failed(inUse("alias", id, ["aliases", index]));
  const left = aliases.toSpliced(index, 1);
  return ok(left.length > 0 || keepsList ? { ...rest, aliases: left } : rest);
}

/** Changes a separate alias; a new id is followed by every use of the old one. */
export function editAlias(
  design: Design,
  { alias: id, patch }: Change<"edit-alias">,
): Result<Design> {
  const { aliases = [] } = design;
  const index = indexOfId(aliases, id);
  const found = aliases[index];
  if (found === undefined) return failed(missing("alias", id));
  const next = patched(found, patch);
  if (next.id !== id && indexOfId(aliases, next.id) >= 0)
    return failed(taken("alias", next.id));
  const renamed = renameUses(design, { kind: "alias", id }, next.id);
  return sound({ ...renamed, aliases: aliases.with(index, next) });
}
