import type { Json, JsonObject, Problem, Result } from "../../core/index.ts";
import { failed, isJsonObject, ok, readJson } from "../../core/index.ts";
import { fieldsText } from "../text/fields.ts";

/** The value that a text says. */
export function readValue(text: string): Result<Json> {
  const json = readJson(text);
  if (!json.ok) return json;
  const { value } = json.value;
  // INVARIANT: what was read as JSON is JSON all through.
  return isJson(value) ? ok(value) : failed(notAnObject);
}

function isJson(value: unknown): value is Json {
  return value !== undefined;
}

/** The object that a text says. */
export function readObject(text: string): Result<JsonObject> {
  const json = readValue(text);
  if (!json.ok) return json;
  return isJsonObject(json.value) ? ok(json.value) : failed(notAnObject);
}

const notAnObject: Problem = {
  code: "app/not-an-object",
  severity: "error",
  path: [],
  message: fieldsText.notObject,
  help: fieldsText.notObjectHelp,
};
