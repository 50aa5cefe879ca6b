import { noValue } from "../policy/intrinsic.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";
import type { WrittenForm } from "./policy-statement.ts";

/** A statement that the CDK would write so, in the form that it has in a template. */
export function inForm(json: JsonObject, form: WrittenForm): JsonObject {
  if ("raw" in form) return form.raw;
  const { lists = [], when } = form;
  const listed = lists.length === 0 ? json : withLists(json, new Set(lists));
  if (when === undefined) return listed;
  const { condition, is } = when;
  return {
    "Fn::If": is ? [condition, listed, noValue] : [condition, noValue, listed],
  };
}

function withLists(json: JsonObject, lists: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(
    Object.entries(json).map(([name, member]) => [
      name,
      name.endsWith("Principal") && isJsonObject(member)
        ? withLists(member, lists)
        : asList(member, lists.has(name)),
    ]),
  );
}

function asList(value: Json, isListed: boolean): Json {
  return isListed && !isJsonList(value) ? [value] : value;
}
