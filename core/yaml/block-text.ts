import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";
import { shortCall } from "./short-tags.ts";
import { yamlName, yamlScalar } from "./yaml-scalar.ts";

/** How far values are indented that take lines of their own, as the text around them has it. */
export interface Indents {
  /** A mapping under a name. */
  readonly map: number;
  /** A list under a name; many write it without any. */
  readonly list: number;
}

/** What stands of a value on the line of its name or dash, and the lines below it. */
export interface BlockText {
  readonly first: string;
  readonly rest: readonly string[];
}

/** The lines of a whole value, at the left margin. */
export function blockLines(value: Json, indents: Indents): readonly string[] {
  const { first, body } = shapeOf(value);
  return [...(first === "" ? [] : [first]), ...bodyLines(body, indents)];
}

/** The lines of a member with its name. */
export function memberLines(
  name: string,
  value: Json,
  indents: Indents,
): readonly string[] {
  const { first, rest } = memberText(value, indents);
  const head = yamlName(name, 0);
  return [...(first === "" ? head : `${head} ${first}`).split("\n"), ...rest];
}

/** The lines of an item with its dash. */
export function itemLines(value: Json, indents: Indents): readonly string[] {
  const { first, rest } = itemText(value, indents);
  return [first === "" ? "-" : `- ${first}`, ...rest];
}

/** A value as it stands behind a name. */
export function memberText(value: Json, indents: Indents): BlockText {
  const { first, body } = shapeOf(value);
  const by = isJsonList(body) ? indents.list : indents.map;
  return { first, rest: indented(bodyLines(body, indents), by) };
}

/** A value as it stands behind a dash: a mapping begins on its line. */
export function itemText(value: Json, indents: Indents): BlockText {
  const { first, body } = shapeOf(value);
  const lines = bodyLines(body, indents);
  return isJsonObject(body)
    ? { first: lines[0] ?? "", rest: indented(lines.slice(1), 2) }
    : { first, rest: indented(lines, 2) };
}

interface Shape {
  readonly first: string;
  /** What takes lines of its own: a list or a mapping that is not empty. */
  readonly body: readonly Json[] | JsonObject | undefined;
}

function shapeOf(value: Json): Shape {
  if (typeof value === "string")
    return { first: yamlScalar(value), body: undefined };
  const call = shortCall(value);
  if (typeof call?.argument === "string")
    return {
      first: `${call.tag} ${yamlScalar(call.argument)}`,
      body: undefined,
    };
  if (call !== undefined) return { first: call.tag, body: call.argument };
  const isBody =
    (isJsonList(value) || isJsonObject(value)) && Object.keys(value).length > 0;
  return isBody
    ? { first: "", body: value }
    : { first: JSON.stringify(value), body: undefined };
}

function bodyLines(body: Shape["body"], indents: Indents): readonly string[] {
  if (isJsonList(body)) return body.flatMap((item) => itemLines(item, indents));
  return Object.entries(body ?? {}).flatMap(([name, member]) =>
    memberLines(name, member, indents),
  );
}

function indented(lines: readonly string[], by: number): readonly string[] {
  return lines.map((line) => " ".repeat(by) + line);
}
