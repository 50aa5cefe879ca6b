import { isDefined, type DefinedKey, type Design } from "../core/index.ts";

/** The keys that a design creates with the `Key` construct. */
export function definedKeys({ keys }: Design): readonly DefinedKey[] {
  return keys.filter(isDefined);
}
