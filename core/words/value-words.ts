import { isIntrinsic, isNoValue } from "../policy/intrinsic.ts";
import type { Json } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";
import { word } from "./word.ts";

/** The names that are parameters, as far as they are known. */
export type Parameters = ReadonlySet<string>;

const noParameters: Parameters = new Set();

/**
 * A value of a policy as a sentence names it. Different values read differently, but for those that mean the same:
 * `3` and `"3"`, and `Fn::Join` and `Fn::Sub` of the same text.
 */
export function valueWords(
  value: Json,
  parameters: Parameters = noParameters,
): string {
  const text = plainText(value);
  if (text !== undefined) return word(text);
  if (!isJsonObject(value) || !isIntrinsic(value)) return JSON.stringify(value);
  const [[name, argument] = ["", null]] = Object.entries(value);
  return (
    ofOneWords(name, argument, parameters) ??
    ofListWords(name, argument, parameters) ??
    JSON.stringify(value)
  );
}

/** Values of a list with a word between them; a value alone is a list of one. */
export function valuesWords(
  value: Json,
  between: string,
  parameters?: Parameters,
): string {
  const values = isJsonList(value) ? value : [value];
  return values.length === 0
    ? "nothing"
    : values.map((one) => valueWords(one, parameters)).join(` ${between} `);
}

/** The value where it is a text, perhaps with pseudo parameters in it; undefined for other functions and for no text. */
export function plainText(value: Json): string | undefined {
  if (value === null || isJsonList(value)) return undefined;
  if (!isJsonObject(value)) return String(value);
  const text = substitution(value);
  return text !== undefined && isPlain(text) ? text : undefined;
}

/** Nothing but pseudo parameters is put in, which texts of a design have too. */
function isPlain(text: string): boolean {
  const rest = text.replaceAll(/\$\{AWS::\w+\}/g, "");
  return rest !== text && !rest.includes("${");
}

/** The text of `Fn::Sub`, or of the `Fn::Join` that is put together like it. */
function substitution(value: Json): string | undefined {
  if (!isJsonObject(value) || !isIntrinsic(value)) return undefined;
  const { "Fn::Sub": text, "Fn::Join": join } = value;
  if (typeof text === "string") return text;
  if (!isJsonList(join) || join.length !== 2) return undefined;
  const [between, parts] = join;
  if (typeof between !== "string" || !isJsonList(parts)) return undefined;
  const texts = parts.map(partOfJoin);
  return texts.every((part) => part !== undefined)
    ? texts.join(literal(between))
    : undefined;
}

function partOfJoin(part: Json): string | undefined {
  if (typeof part === "string") return literal(part);
  const name = isJsonObject(part)
    ? (referenceOf(part) ?? attributeOf(part))
    : undefined;
  return name === undefined ? undefined : `\${${name}}`;
}

/** A text as `Fn::Sub` writes it, for which `${` begins a reference. */
function literal(text: string): string {
  return text.replaceAll("${", "${!");
}

function referenceOf(value: Json): string | undefined {
  const name =
    isJsonObject(value) && isIntrinsic(value) ? value["Ref"] : undefined;
  return typeof name === "string" && !/[.{}]/.test(name) ? name : undefined;
}

function attributeOf(value: Json): string | undefined {
  const argument =
    isJsonObject(value) && isIntrinsic(value) ? value["Fn::GetAtt"] : undefined;
  if (typeof argument === "string") return attributeForm(argument);
  if (!isJsonList(argument) || argument.length !== 2) return undefined;
  const [resource, attribute] = argument;
  return typeof resource === "string" &&
    typeof attribute === "string" &&
    !resource.includes(".")
    ? attributeForm(`${resource}.${attribute}`)
    : undefined;
}

function attributeForm(text: string): string | undefined {
  return text.includes(".") && !/[{}]/.test(text) ? text : undefined;
}

/** What pseudo parameters stand for, as people say it. */
const pseudoWords: ReadonlyMap<string, string> = new Map([
  ["AWS::AccountId", "the account ID"],
  ["AWS::Region", "the Region"],
  ["AWS::Partition", "the partition"],
  ["AWS::StackId", "the stack ID"],
  ["AWS::StackName", "the stack name"],
  ["AWS::URLSuffix", "the domain suffix"],
  ["AWS::NoValue", "no value"],
]);

function ofOneWords(
  name: string,
  argument: Json,
  parameters: Parameters,
): string | undefined {
  const value = { [name]: argument };
  if (name === "Ref" && typeof argument === "string")
    return (
      pseudoWords.get(argument) ??
      `${parameters.has(argument) ? "parameter" : "Ref"} ${word(argument)}`
    );
  if (name === "Fn::GetAtt") {
    const attribute = attributeOf(value);
    return attribute === undefined ? undefined : `GetAtt ${word(attribute)}`;
  }
  if (name === "Fn::ImportValue")
    return `export ${valueWords(argument, parameters)}`;
  const text = substitution(value);
  return text === undefined ? undefined : `Sub ${word(text)}`;
}

function ofListWords(
  name: string,
  argument: Json,
  parameters: Parameters,
): string | undefined {
  if (!isJsonList(argument)) return undefined;
  const say = (one: Json | undefined) => valueWords(one ?? null, parameters);
  const [first, second] = argument;
  const { length } = argument;
  if (name === "Fn::If")
    return choiceWords(argument, (branch) =>
      valuesWords(branch, "or", parameters),
    );
  if (name === "Fn::FindInMap" && length === 3)
    return `(map ${argument.map(say).join(" / ")})`;
  if (name === "Fn::Select" && length === 2)
    return `(item ${say(first)} of ${say(second)})`;
  if (name === "Fn::Split" && length === 2)
    return `(${say(second)} split at ${say(first)})`;
  return undefined;
}

/** A choice of the template between two branches: `(if IsProd: a, else b)`. */
export function choiceWords(
  argument: readonly Json[],
  say: (branch: Json) => string,
): string | undefined {
  const [condition, yes, no] = argument;
  if (
    typeof condition !== "string" ||
    yes === undefined ||
    no === undefined ||
    argument.length !== 3
  )
    return undefined;
  const name = word(condition);
  if (isNoValue(no)) return `(if ${name}: ${say(yes)})`;
  if (isNoValue(yes)) return `(if not ${name}: ${say(no)})`;
  return `(if ${name}: ${say(yes)}, else ${say(no)})`;
}
