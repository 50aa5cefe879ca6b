import type { Json } from "../../problem/json.ts";
import { isJsonList } from "../../problem/json.ts";

/** A list as it is; one value as a list of one. */
export function oneOrMore(value: Json | undefined): readonly Json[] {
  if (value === undefined) return [];
  return isJsonList(value) ? value : [value];
}
