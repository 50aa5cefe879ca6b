import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonObject } from "../problem/json.ts";

/** The parameters of the request of an event; undefined where they are not there, or not whole. */
export function parametersOf(event: JsonObject): JsonObject | undefined {
  const { requestParameters: parameters } = event;
  return isJsonObject(parameters) && parameters["omitted"] !== true
    ? parameters
    : undefined;
}

/** The value as text: a text, a number or a truth. */
export function textOf(value: Json | undefined): string | undefined {
  if (typeof value === "string") return value === "" ? undefined : value;
  return typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : undefined;
}
