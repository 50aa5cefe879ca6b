import { isIntrinsic } from "../policy/intrinsic.ts";
import { textParts } from "../policy/pseudo-parameters.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";

/** What a mark in a text stands for in the stack that is written: a text of its own, or an intrinsic function. */
export type Resolver = (mark: string) => Json;

/**
 * Marks stand for references in texts until it is known which stack writes them. The CDK's tokens have the same form,
 * so a person's text that has it is refused there and here.
 */
const markPattern = /(\$\{Token\[[^\]]*\]\})/;
const everyMark = new RegExp(markPattern, "g");
const markStart = "${Token[";

/** The mark with this number. */
export function markOf(number: number): string {
  return `${markStart}${number}]}`;
}

/** The marks in a text, in order. */
export function marksIn(text: string): readonly string[] {
  if (!text.includes(markStart)) return [];
  return isOneMark(text) ? [text] : (text.match(everyMark) ?? []);
}

/** The text has a mark, or what the CDK would take for one. */
export function hasMark(text: string): boolean {
  return text.includes(markStart);
}

/** Most texts with a mark are nothing else. */
function isOneMark(text: string): boolean {
  return text.startsWith(markStart) && text.indexOf("]}") === text.length - 2;
}

/** A text as the CDK puts it into a template: itself, an intrinsic function, or an `Fn::Join` around them. */
export function resolveText(text: string, resolve: Resolver = unmarked): Json {
  if (!text.includes("${")) return text;
  if (isOneMark(text)) return resolveMark(text, resolve);
  const parts = joined(
    splitAtMarks(text).flatMap((piece) => pieceJson(piece, resolve)),
  );
  const [first] = parts;
  if (first === undefined) return text === "" ? text : "";
  return parts.length > 1 ? { "Fn::Join": ["", parts] } : first;
}

/** Marks stay as they are. */
export function unmarked(mark: string): Json {
  return mark;
}

function splitAtMarks(text: string): readonly string[] {
  if (!hasMark(text)) return [text];
  return text.split(markPattern).filter(Boolean);
}

function pieceJson(piece: string, resolve: Resolver): readonly Json[] {
  if (!hasMark(piece))
    return textParts(piece).map((part) =>
      typeof part === "string" ? part : { Ref: part.ref },
    );
  return flattened(resolveMark(piece, resolve));
}

function resolveMark(mark: string, resolve: Resolver): Json {
  const value = resolve(mark);
  return typeof value === "string" && value !== mark
    ? resolveText(value, resolve)
    : value;
}

/** A join inside a join is part of the outer one. */
function flattened(value: Json): readonly Json[] {
  const join = isJsonObject(value) ? value["Fn::Join"] : undefined;
  if (!isJsonList(join) || join[0] !== "" || !isJsonList(join[1]))
    return [value];
  return join[1];
}

/** Literal texts that have come to stand beside each other are one. */
function joined(parts: readonly Json[]): readonly Json[] {
  const result: Json[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (typeof part === "string" && typeof last === "string")
      result[result.length - 1] = last + part;
    else result.push(part);
  }
  return result;
}

/**
 * A JSON value with every text in it resolved. Names stay as they are, and so do intrinsic functions with all that is
 * in them, and a value with nothing to resolve.
 */
export function resolveJson(value: Json, resolve: Resolver = unmarked): Json {
  return mustResolve(value) ? resolvedJson(value, resolve) : value;
}

function mustResolve(value: Json): boolean {
  if (typeof value === "string") return value.includes("${");
  if (isJsonList(value)) return value.some(mustResolve);
  return (
    isJsonObject(value) &&
    !isIntrinsic(value) &&
    Object.values(value).some(mustResolve)
  );
}

function resolvedJson(value: Json, resolve: Resolver): Json {
  if (typeof value === "string") return resolveText(value, resolve);
  if (isJsonList(value))
    return value.map((member) => resolvedJson(member, resolve));
  return isJsonObject(value) && !isIntrinsic(value)
    ? resolveMembers(value, resolve)
    : value;
}

/** An intrinsic function that the synthesis has made, with every text in it resolved. */
export function resolveExpression(value: Json, resolve: Resolver): Json {
  if (typeof value === "string") return resolveText(value, resolve);
  if (isJsonList(value))
    return value.map((member) => resolveExpression(member, resolve));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      resolveExpression(member, resolve),
    ]),
  );
}

/** Shows every text in an intrinsic function that the synthesis has made. */
export function eachTextOfExpression(
  value: Json | undefined,
  show: ShowText,
): void {
  if (typeof value === "string") show(value);
  else if (typeof value === "object" && value !== null)
    for (const member of Object.values(value))
      eachTextOfExpression(member, show);
}

/** The members of a JSON object with every text in them resolved. */
export function resolveMembers(
  members: JsonObject,
  resolve: Resolver,
): JsonObject {
  return Object.fromEntries(
    Object.entries(members).map(([name, member]) => [
      name,
      resolvedJson(member, resolve),
    ]),
  );
}

/** The texts in a JSON value. */
export function textsIn(value: Json | undefined): readonly string[] {
  const texts: string[] = [];
  eachText(value, (text) => texts.push(text));
  return texts;
}

/** Is shown texts, one after another. */
export type ShowText = (text: string) => void;

/** Shows every text in a JSON value, in order. */
export function eachText(value: Json | undefined, show: ShowText): void {
  if (typeof value === "string") show(value);
  else if (isJsonList(value))
    for (const member of value) eachText(member, show);
  else if (isJsonObject(value) && !isIntrinsic(value))
    for (const member of Object.values(value)) eachText(member, show);
}

/** The text is decided when the stack is deployed: it has a pseudo parameter or a mark. */
export function isUnresolved(text: string): boolean {
  return (
    hasMark(text) || textParts(text).some((part) => typeof part !== "string")
  );
}
