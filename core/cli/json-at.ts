import { isJsonList, isJsonObject } from "../index.ts";
import type { Json, Path } from "../index.ts";

/** What stands at a path of a value; undefined where there is nothing. */
export function jsonAt(value: Json | undefined, path: Path): Json | undefined {
  return path.reduce<Json | undefined>(memberOf, value);
}

function memberOf(
  value: Json | undefined,
  name: string | number,
): Json | undefined {
  if (isJsonList(value))
    return typeof name === "number" ? value[name] : undefined;
  return isJsonObject(value) && Object.hasOwn(value, name)
    ? value[name]
    : undefined;
}

/** The way to the first text in a value that fits; undefined where none does. */
export function pathToText(
  value: Json | undefined,
  fits: (text: string) => boolean,
): Path | undefined {
  if (typeof value === "string") return fits(value) ? [] : undefined;
  const members = isJsonList(value)
    ? [...value.entries()]
    : Object.entries(isJsonObject(value) ? value : {});
  for (const [name, member] of members) {
    const deeper = pathToText(member, fits);
    if (deeper !== undefined) return [name, ...deeper];
  }
  return undefined;
}
