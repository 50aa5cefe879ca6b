import { keysOf } from "../kms/keys-of.ts";
import type { KeyPatch, KeyPatchOf } from "./change.ts";
import type { Key } from "./design.ts";
import type { KeyKind } from "./key-properties.ts";
import { keyProperties } from "./key-properties.ts";
import { inversePatch, patched } from "./patch.ts";

/** The properties of a patch that keys of a kind do not have; the kind itself cannot be patched. */
export function foreignProperties(
  kind: KeyKind,
  patch: KeyPatch,
): readonly string[] {
  const own = new Set<string>(keyProperties[kind]);
  return keysOf<object>(patch).filter(
    (name) => name === "kind" || !own.has(name),
  );
}

/** The key with a patch, or undefined where the patch is for keys of another kind. */
export function patchedKey(key: Key, patch: KeyPatch): Key | undefined {
  switch (key.kind) {
    case "defined":
      return fits("defined", patch) ? patched(key, patch) : undefined;
    case "replica":
      return fits("replica", patch) ? patched(key, patch) : undefined;
    case "imported":
      return fits("imported", patch) ? patched(key, patch) : undefined;
    case "imported-alias":
      return fits("imported-alias", patch) ? patched(key, patch) : undefined;
    case "looked-up":
      return fits("looked-up", patch) ? patched(key, patch) : undefined;
  }
}

/** The patch that leads from the patched key back to `key`; undefined where the patch is for another kind. */
export function inverseKeyPatch(
  key: Key,
  patch: KeyPatch,
): KeyPatch | undefined {
  switch (key.kind) {
    case "defined":
      return fits("defined", patch) ? inversePatch(key, patch) : undefined;
    case "replica":
      return fits("replica", patch) ? inversePatch(key, patch) : undefined;
    case "imported":
      return fits("imported", patch) ? inversePatch(key, patch) : undefined;
    case "imported-alias":
      return fits("imported-alias", patch)
        ? inversePatch(key, patch)
        : undefined;
    case "looked-up":
      return fits("looked-up", patch) ? inversePatch(key, patch) : undefined;
  }
}

function fits<Kind extends KeyKind>(
  kind: Kind,
  patch: KeyPatch,
): patch is KeyPatchOf<Kind> {
  return foreignProperties(kind, patch).length === 0;
}
