import type {
  Design,
  DesignChange,
  Key,
  KeyPatch,
  Path,
  Result,
} from "../../core/index.ts";
import { duplicateKey, moveKey, newKey } from "../../core/index.ts";
import { keysText } from "../text/keys.ts";
import { edit } from "./edit.ts";
import { selectKey } from "./select.ts";
import { designOf, keyOf } from "./selectors.ts";
import { stackForNew } from "./chosen-stack.ts";
import { announce, getState } from "./store.ts";
import { withoutUnused } from "./unused-principals.ts";

/** A change of one key. */
export function keyChange(key: Key, patch: KeyPatch): DesignChange {
  return { type: "edit-key", key: key.id, patch };
}

/** Makes a change of one key, named for the undo tooltip. */
export function editKey(title: string, key: Key, patch: KeyPatch): void {
  edit({ title, change: keyChange(key, patch) });
}

/** Makes a change of one setting with what follows from it, which is said beside the control. */
export function editKeyAndSay(
  title: string,
  key: Key,
  follow: {
    readonly patch: KeyPatch;
    readonly consequences: readonly string[];
    readonly path: Path;
  },
): void {
  edit({
    title,
    change: keyChange(key, follow.patch),
    said: { path: follow.path, sentences: follow.consequences },
  });
}

/** Adds a key with the defaults to the selected stack and shows it. */
export function addNewKey(): void {
  const state = getState();
  const design = designOf(state);
  const key = newKey(design, "Key", stackForNew(state));
  insertKey(`Add key`, key, design.keys.length);
}

/** Adds a copy of the selected key behind it and shows it. */
export function duplicateSelectedKey(): void {
  const state = getState();
  const key = keyOf(state);
  const design = designOf(state);
  if (key === undefined) return;
  const index = design.keys.indexOf(key) + 1;
  insertKey(`Duplicate ${key.id}`, duplicateKey(design, key), index);
}

/** Adds a key of any kind and shows it. */
export function insertKey(
  title: string,
  key: Key,
  index: number,
): Result<Design> {
  const added = edit({ title, change: { type: "add-key", key, index } });
  if (added.ok) selectKey(key.id);
  return added;
}

/** Moves a key to another stack and says what follows. */
export function moveKeyTo(key: Key, stack: string): void {
  const state = getState();
  const design = designOf(state);
  const index = design.keys.indexOf(key);
  const made = edit({
    title: `Move ${key.id} to ${stack}`,
    change: moveKey(design, key, stack),
    said: {
      path: ["keys", index, "stack"],
      sentences: [keysText.moveSaid],
    },
  });
  const moved = made.ok ? made.value.keys[index] : undefined;
  if (moved === undefined) return;
  selectKey(moved.id);
  announce(keysText.moved(moved.id, stack));
}

/** The change of a key together with the removal of the principals it names no more and nobody else does. */
export function keyChangeWithoutUnused(
  design: Design,
  key: Key,
  patch: KeyPatch,
): DesignChange {
  return withoutUnused(design, keyChange(key, patch));
}
