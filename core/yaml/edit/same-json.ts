import { isJsonList, isJsonObject } from "../../problem/json.ts";
import type { Json } from "../../problem/json.ts";

/** The values are equal; the order of members is none. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (isJsonList(a) && isJsonList(b))
    return (
      a.length === b.length &&
      a.every((item, index) => sameJson(item, b[index]))
    );
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && sameJson(a[name], b[name]))
  );
}
