import type { Key } from "../../core/index.ts";

/** The key of another design that is the same one: by its name or logical ID, or as the only one on either side. */
export function sameKey(
  key: Key,
  before: readonly Key[],
  now: readonly Key[],
): Key | undefined {
  const same = before.find(
    (one) =>
      one.id === key.id ||
      (logicalIdOf(one) !== undefined && logicalIdOf(one) === logicalIdOf(key)),
  );
  const isOnly = before.length === 1 && now.length === 1;
  return same ?? (isOnly ? before[0] : undefined);
}

function logicalIdOf(key: Key): string | undefined {
  return "logicalId" in key ? key.logicalId : undefined;
}
