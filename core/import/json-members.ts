import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";

/** What stands under these names, one inside the other. */
export function memberAt(
  value: Json | undefined,
  ...names: readonly string[]
): Json | undefined {
  let at = value;
  for (const name of names)
    at = isJsonObject(at) && Object.hasOwn(at, name) ? at[name] : undefined;
  return at;
}

/** The objects of a list; of what is none, nothing. */
export function objectsIn(value: Json | undefined): readonly JsonObject[] {
  return isJsonList(value) ? value.filter((one) => isJsonObject(one)) : [];
}
