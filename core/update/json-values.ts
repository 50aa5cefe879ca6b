import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";

/** Two values have the same text when they are the same JSON, whatever the order of the names. */
export function canonical(value: Json | undefined): string {
  return JSON.stringify(sorted(value)) ?? "";
}

function sorted(value: Json | undefined): Json | undefined {
  if (isJsonList(value)) return value.map((member) => sorted(member) ?? null);
  if (!isJsonObject(value)) return value;
  return mapMembers(value, (member) => sorted(member) ?? null, byName);
}

function byName([a]: readonly [string, Json], [b]: readonly [string, Json]) {
  return a < b ? -1 : 1;
}

/** The object with each member mapped, in the order that was asked for. */
export function mapMembers(
  value: JsonObject,
  map: (member: Json, name: string) => Json,
  order?: (a: readonly [string, Json], b: readonly [string, Json]) => number,
): JsonObject {
  const members = Object.entries(value);
  if (order !== undefined) members.sort(order);
  return Object.fromEntries(
    members.map(([name, member]) => [name, map(member, name)]),
  );
}

/** CloudFormation reads `"true"` and `"30"` where it wants a boolean or a number. */
export function sameScalar(a: Json | undefined, b: Json | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (typeof a === "object" || typeof b === "object")
    return canonical(a) === canonical(b);
  return String(a) === String(b);
}

/** The value is what a function gives when the template is deployed: `Ref`, `Fn::If` and others. */
export function isIntrinsic(value: Json | undefined): value is JsonObject {
  if (!isJsonObject(value)) return false;
  const [name, ...others] = Object.keys(value);
  return (
    name !== undefined &&
    others.length === 0 &&
    (name === "Ref" || name.startsWith("Fn::"))
  );
}

/** The value, or undefined for `AWS::NoValue`, which stands for a property that is not there. */
export function present(value: Json | undefined): Json | undefined {
  return isIntrinsic(value) && value["Ref"] === "AWS::NoValue"
    ? undefined
    : value;
}

/** The text that a value gives, with `${...}` for what only the deployment knows; undefined for other functions. */
export function textOf(value: Json | undefined): string | undefined {
  if (typeof value === "string") return value;
  if (!isIntrinsic(value)) return undefined;
  const { Ref: ref, "Fn::GetAtt": attribute, "Fn::Sub": text } = value;
  if (typeof ref === "string") return `\${${ref}}`;
  if (typeof text === "string") return text;
  if (typeof attribute === "string") return `\${${attribute}}`;
  if (isJsonList(attribute)) return inMarks(joined(attribute, "."));
  const join = value["Fn::Join"];
  const [separator, pieces] = isJsonList(join) ? join : [];
  return typeof separator === "string" && isJsonList(pieces)
    ? joined(pieces, separator)
    : undefined;
}

function inMarks(text: string | undefined): string | undefined {
  return text === undefined ? undefined : `\${${text}}`;
}

function joined(pieces: readonly Json[], separator: string) {
  const texts = pieces.map(textOf);
  return texts.includes(undefined) ? undefined : texts.join(separator);
}

/** The logical ID of the resource whose ID or ARN the value is. */
export function resourceNamedBy(value: Json | undefined): string | undefined {
  if (!isIntrinsic(value)) return undefined;
  const whole = /^\$\{(?<id>\w+)(?:\.Arn|\.KeyId)?\}$/;
  return whole.exec(textOf(value) ?? "")?.groups?.["id"];
}
