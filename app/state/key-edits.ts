import type {
  Design,
  DesignChange,
  Key,
  KeyPatch,
  Path,
  Principal,
  Result,
} from "../../core/index.ts";
import {
  duplicateKey,
  newKey,
  principalForText,
  principalsOf,
} from "../../core/index.ts";
import { edit } from "./edit.ts";
import { keysText } from "../text/keys.ts";
import { announce, getState } from "./store.ts";
import { designOf, keyOf } from "./selectors.ts";
import { selectKey } from "./select.ts";

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

/** Adds a key with the defaults and shows it. */
export function addNewKey(): void {
  const design = designOf(getState());
  insertKey(`Add key`, newKey(design), design.keys.length);
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

/** Deletes the selected key, and the principals that nothing else names. */
export function deleteSelectedKey(): void {
  const state = getState();
  const key = keyOf(state);
  if (key === undefined) return;
  const removal: DesignChange = { type: "remove-key", key: key.id };
  const change = withoutUnused(designOf(state), removal, {
    before: key,
    after: undefined,
  });
  edit({ title: `Delete ${key.id}`, change });
  announce(keysText.removed(key.id));
}

function insertKey(title: string, key: Key, index: number): void {
  const added = edit({ title, change: { type: "add-key", key, index } });
  if (added.ok) selectKey(key.id);
}

/** The change of a key together with the removal of the principals it names no more and nobody else does. */
export function keyChangeWithoutUnused(
  design: Design,
  key: Key,
  patch: KeyPatch,
): DesignChange {
  const after: Key = {
    ...key,
    ...(patch.administrators && { administrators: patch.administrators }),
    ...(patch.policy && { policy: patch.policy }),
  };
  return withoutUnused(design, keyChange(key, patch), { before: key, after });
}

function withoutUnused(
  design: Design,
  change: DesignChange,
  { before, after }: { readonly before: Key; readonly after: Key | undefined },
): DesignChange {
  const others = design.keys.filter((key) => key !== before);
  const used = new Set(
    [...others, ...(after ? [after] : [])].flatMap((key) => principalsOf(key)),
  );
  const unused = principalsOf(before).filter((id) => !used.has(id));
  if (unused.length === 0) return change;
  return {
    type: "batch",
    changes: [
      change,
      ...unused.map((principal) => ({
        type: "remove-principal" as const,
        principal,
      })),
    ],
  };
}

/** A change that needs a principal: the principal is added first where the design lacks it. */
export function changeWithPrincipal(
  design: Design,
  text: string,
  change: (principal: Principal) => DesignChange,
): Result<DesignChange> {
  const named = principalForText(design, text);
  if (!named.ok) return named;
  const { principal, isNew } = named.value;
  if (!isNew) return { ok: true, value: change(principal) };
  const add: DesignChange = {
    type: "add-principal",
    principal,
    index: design.principals.length,
  };
  return {
    ok: true,
    value: { type: "batch", changes: [add, change(principal)] },
  };
}
