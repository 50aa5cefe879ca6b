import { isJsonList, isJsonObject } from "./json.ts";
import type { Json } from "./json.ts";

/** The values are equal, whatever the order of names. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (isJsonList(a) && isJsonList(b))
    return (
      a.length === b.length &&
      a.every((member, index) => sameJson(member, b[index]))
    );
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && sameJson(a[name], b[name]))
  );
}
