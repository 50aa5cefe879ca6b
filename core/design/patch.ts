import { keysOf } from "../kms/keys-of.ts";
import type { Patch } from "./change.ts";

/** `target` with the properties that `patch` sets, less those it sets to `null`. */
export function patched<T extends object>(
  target: T,
  patch: Patch<NoInfer<T>>,
): T {
  const next = { ...target, ...patch };
  for (const name of keysOf(patch)) if (patch[name] === null) delete next[name];
  return next;
}

/** The patch that leads from `patched(target, patch)` back to `target`. */
export function inversePatch<T extends object>(
  target: T,
  patch: Patch<NoInfer<T>>,
): Patch<T> {
  const before = keysOf(patch).map((name) => [
    name,
    name in target ? target[name] : null,
  ]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each value was read from `target` under its own name, or is the null that removes it
  return Object.fromEntries(before) as Patch<T>;
}
