import type { Result } from "../problem/problem.ts";
import { failed, ok } from "../problem/problem.ts";
import type { KeyChange } from "./change.ts";
import { inUse, missing, taken, wrongKind } from "./change-problems.ts";
import type { Design } from "./design.ts";
import { indexOfId } from "./members.ts";
import { foreignProperties, patchedKey } from "./patch-key.ts";
import { usesOfKey } from "./references.ts";
import { renameUses } from "./rename.ts";
import { sound } from "./sound.ts";

type Change<Type> = Extract<KeyChange, { type: Type }>;

/** Adds a key. */
export function addKey(
  design: Design,
  { key, index }: Change<"add-key">,
): Result<Design> {
  if (indexOfId(design.keys, key.id) >= 0) return failed(taken("key", key.id));
  return sound({ ...design, keys: design.keys.toSpliced(index, 0, key) });
}

/** Removes a key that nothing refers to. */
export function removeKey(design: Design, id: string): Result<Design> {
  const index = indexOfId(design.keys, id);
  if (index < 0) return failed(missing("key", id));
  if (usesOfKey(design, id).length > 0)
    return failed(inUse("key", id, ["keys", index]));
  return ok({ ...design, keys: design.keys.toSpliced(index, 1) });
}

/** Changes a key within its kind; a new id is followed by every use of the old one. */
export function editKey(
  design: Design,
  { key: id, patch }: Change<"edit-key">,
): Result<Design> {
  const index = indexOfId(design.keys, id);
  const found = design.keys[index];
  if (found === undefined) return failed(missing("key", id));
  const next = patchedKey(found, patch);
  if (next === undefined)
    return failed(
      wrongKind(
        { thing: "key", kind: found.kind },
        foreignProperties(found.kind, patch),
        ["keys", index],
      ),
    );
  return replaceKey(design, { type: "replace-key", key: id, by: next });
}

/** Puts a key, perhaps of another kind, in the place of another; a new id is followed by every use of the old one. */
export function replaceKey(
  design: Design,
  { key: id, by }: Change<"replace-key">,
): Result<Design> {
  const index = indexOfId(design.keys, id);
  if (index < 0) return failed(missing("key", id));
  if (by.id !== id && indexOfId(design.keys, by.id) >= 0)
    return failed(taken("key", by.id));
  const renamed = renameUses(design, { kind: "key", id }, by.id);
  return sound({ ...renamed, keys: renamed.keys.with(index, by) });
}
