import type { JsonObject } from "../problem/json.ts";

/** The object without one of its members. */
export function withoutMember(json: JsonObject, name: string): JsonObject {
  const { [name]: _, ...rest } = json;
  return rest;
}
