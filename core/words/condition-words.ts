import { isIntrinsic, isNoValue } from "../policy/intrinsic.ts";
import type { Operator, SetPrefix } from "../policy/operators.ts";
import { parseOperator } from "../policy/operators.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";
import { operatorWords } from "./operator-words.ts";
import type { Parameters } from "./value-words.ts";
import { choiceWords, valuesWords } from "./value-words.ts";
import { word } from "./word.ts";

/** The comparisons of conditions, each in words; none of them is left out, whatever is in the block. */
export function conditionTexts(
  conditions: JsonObject,
  parameters?: ReadonlySet<string>,
): readonly string[] {
  const inner = (branch: Json) =>
    isJsonObject(branch) ? conditionTexts(branch, parameters) : [];
  const choice = choiceOf(conditions, inner);
  if (choice !== undefined) return [choice];
  return Object.entries(conditions).flatMap(([operator, keys]) =>
    keyTexts(operator, keys, parameters),
  );
}

/** Conditions in words, as they stand behind "when". */
export function conditionWords(
  conditions: JsonObject,
  parameters?: ReadonlySet<string>,
): string {
  const texts = conditionTexts(conditions, parameters);
  return texts.length < 2
    ? texts.join("")
    : `${texts.slice(0, -1).join(", ")} and ${texts.at(-1) ?? ""}`;
}

/** The comparisons of an operator; a condition of the template may choose among them. */
function keyTexts(
  operator: string,
  keys: Json,
  parameters: Parameters | undefined,
): readonly string[] {
  const choice = choiceOf(keys, (branch) =>
    keyTexts(operator, branch, parameters),
  );
  if (choice !== undefined) return [choice];
  if (!isJsonObject(keys) || isIntrinsic(keys) || isEmpty(keys))
    return [`(${word(operator)} ${JSON.stringify(keys)})`];
  return Object.entries(keys).map(([key, value]) =>
    comparisonWords({ operator, key, value }, parameters),
  );
}

function isEmpty(value: JsonObject): boolean {
  return Object.keys(value).length === 0;
}

/** A choice among comparisons, where the value is one that has any. */
function choiceOf(
  value: Json,
  inner: (branch: Json) => readonly string[],
): string | undefined {
  if (!isJsonObject(value) || !isIntrinsic(value)) return undefined;
  const { "Fn::If": argument } = value;
  if (!isJsonList(argument) || argument.slice(1).every(isNoValue))
    return undefined;
  return choiceWords(argument, (branch) => {
    const texts = inner(branch);
    return texts.length === 0 ? JSON.stringify(branch) : texts.join(" and ");
  });
}

/** One comparison of a condition block. */
export interface Comparison {
  readonly operator: string;
  readonly key: string;
  readonly value: Json;
}

/** The only comparison of conditions; undefined where there is none, or more, or a choice. */
export function onlyComparison(conditions: JsonObject): Comparison | undefined {
  const [entry, ...more] = Object.entries(conditions);
  if (entry === undefined || more.length > 0) return undefined;
  const [operator, keys] = entry;
  if (!isJsonObject(keys) || isIntrinsic(keys)) return undefined;
  const [comparison, ...others] = Object.entries(keys);
  if (comparison === undefined || others.length > 0) return undefined;
  const [key, value] = comparison;
  return { operator, key, value };
}

/** One comparison: `kms:ViaService is s3.eu-west-1.amazonaws.com`. */
function comparisonWords(
  { operator, key, value }: Comparison,
  parameters: Parameters | undefined,
): string {
  const parsed = parseOperator(operator);
  if (parsed === undefined)
    return `${word(key)} ${unknownOperator(operator)} ${valuesWords(value, "or", parameters)}`;
  const { words, opposite } = operatorWords[parsed.name];
  const negated = opposite !== undefined && parsed.prefix !== "ForAllValues";
  const what =
    ofTruth(parsed, value) ??
    `${negated ? words : (opposite ?? words)} ${valuesWords(value, negated ? "nor" : "or", parameters)}`;
  return `${subject(parsed, key)} ${what}${ifExistsWords(parsed)}`;
}

/** A name of no operator stands bare where it looks like one. */
function unknownOperator(operator: string): string {
  return /^[A-Z][A-Za-z]*(?::[A-Z][A-Za-z]*)?$/.test(operator)
    ? word(operator)
    : JSON.stringify(operator);
}

/** `ForAllValues` holds where the key is absent, and of a negated operator it means that no value matches. */
function subject({ name, prefix }: Operator, key: string): string {
  if (prefix === undefined) return word(key);
  return operatorWords[name].opposite !== undefined && prefix === "ForAllValues"
    ? `no value of ${word(key)}`
    : quantifiers[prefix](word(key));
}

const quantifiers: Readonly<Record<SetPrefix, (key: string) => string>> = {
  ForAllValues: (key) => `every value of ${key}, if any,`,
  ForAnyValue: (key) => `at least one value of ${key}`,
};

/** `ForAnyValue` needs a value, so `IfExists` changes nothing there. */
function ifExistsWords({ ifExists, prefix }: Operator): string {
  if (!ifExists) return "";
  return prefix === "ForAnyValue" ? ", even with IfExists" : ", or is absent";
}

/** The comparisons with true and false; undefined for others, and for values that are neither. */
function ofTruth({ name }: Operator, value: Json): string | undefined {
  if (name !== "Bool" && name !== "Null") return undefined;
  const truths = (isJsonList(value) ? value : [value]).map(truthOf);
  if (truths.length === 0 || !truths.every((truth) => truth !== undefined))
    return undefined;
  const words = truths.map((truth) =>
    name === "Bool" ? String(truth) : presence[String(truth)],
  );
  return `is ${words.join(" or ")}`;
}

const presence: Readonly<Record<string, string>> = {
  true: "absent",
  false: "present",
};

function truthOf(value: Json): boolean | undefined {
  const text =
    typeof value === "object" ? undefined : String(value).toLowerCase();
  if (text === "true") return true;
  return text === "false" ? false : undefined;
}

/**
 * What has to hold for a comparison of a negated operator to be false, in words: what comes behind "unless".
 * Undefined for other comparisons. A negated operator is true where its key is absent, so `IfExists` adds nothing to it.
 */
export function unlessWords(
  { operator, key, value }: Comparison,
  parameters?: ReadonlySet<string>,
): string | undefined {
  const parsed = parseOperator(operator);
  if (parsed === undefined || (isJsonList(value) && value.length === 0))
    return undefined;
  const { opposite } = operatorWords[parsed.name];
  if (opposite === undefined) return undefined;
  const { prefix, ifExists } = parsed;
  if (prefix === "ForAnyValue" && ifExists) return undefined;
  const who = prefix === undefined ? word(key) : others[prefix](word(key));
  return `${who} ${opposite} ${valuesWords(value, "or", parameters)}`;
}

/** What is true where the set prefix with the opposite operator is false. */
const others: typeof quantifiers = {
  ForAllValues: quantifiers.ForAnyValue,
  ForAnyValue: quantifiers.ForAllValues,
};
