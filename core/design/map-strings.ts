import { isJsonList, isJsonObject } from "../problem/json.ts";
import type { Json } from "../problem/json.ts";
import type { Path } from "../problem/problem.ts";

/**
 * A value with each of its strings put through `map`, which also gets its place; names of properties stay.
 * `map` must keep texts that have a fixed set of values, such as a `kind`, as they are.
 * What does not change is the same object as before.
 */
export function mapStrings<T>(
  value: T,
  map: (text: string, path: Path) => string,
): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every string stays a string in its place, and `map` keeps those of a narrower type
  return mapped(value as Json, map, []) as T;
}

function mapped(
  value: Json,
  map: (text: string, path: Path) => string,
  path: Path,
): Json {
  if (typeof value === "string") return map(value, path);
  if (isJsonList(value)) {
    const next = value.map((member, index) =>
      mapped(member, map, [...path, index]),
    );
    return next.some((member, index) => member !== value[index]) ? next : value;
  }
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).map(
    ([name, member]) => [name, mapped(member, map, [...path, name])] as const,
  );
  return entries.some(([name, member]) => member !== value[name])
    ? Object.fromEntries(entries)
    : value;
}
