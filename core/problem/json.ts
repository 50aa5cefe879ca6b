/** Any JSON value. */
export type Json =
  string | number | boolean | null | readonly Json[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** The value is a list. */
export function isJsonList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The value is an object, not a list and not null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value where it is an object, else one without members. */
export function objectOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** A value that may be written as a list or alone, as a list. */
export function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined) return [];
  return isJsonList(value) ? value : [value];
}

/** The texts of a value that may be written as a list or alone. */
export function textsOf(value: Json | undefined): readonly string[] {
  return listOf(value).filter((one) => typeof one === "string");
}

/** The value that a text is JSON of; undefined where it is none. */
export function parseJson(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Of what `JSON.parse` gives, everything. */
function isJson(value: unknown): value is Json {
  return typeof value !== "undefined" && typeof value !== "function";
}
