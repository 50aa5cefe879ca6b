import type { JsonObject } from "../problem/json.ts";
import type { Operator, OperatorName, SetPrefix } from "./operators.ts";
import { parseOperator, printOperator } from "./operators.ts";

/** The operators that hold exactly where another does not, as far as the key is there. */
const opposites: Partial<Record<OperatorName, OperatorName>> = {
  ...pair("StringEquals", "StringNotEquals"),
  ...pair("StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase"),
  ...pair("StringLike", "StringNotLike"),
  ...pair("ArnEquals", "ArnNotEquals"),
  ...pair("ArnLike", "ArnNotLike"),
  ...pair("NumericEquals", "NumericNotEquals"),
  ...pair("DateEquals", "DateNotEquals"),
  ...pair("IpAddress", "NotIpAddress"),
};

/** The same, for operators that compare an order: they have an opposite for one value only. */
const ordered: Partial<Record<OperatorName, OperatorName>> = {
  ...pair("NumericLessThan", "NumericGreaterThanEquals"),
  ...pair("NumericLessThanEquals", "NumericGreaterThan"),
  ...pair("DateLessThan", "DateGreaterThanEquals"),
  ...pair("DateLessThanEquals", "DateGreaterThan"),
};

function pair<A extends OperatorName, B extends OperatorName>(a: A, b: B) {
  return { [a]: b, [b]: a };
}

const otherPrefix: Readonly<Record<SetPrefix, SetPrefix>> = {
  ForAllValues: "ForAnyValue",
  ForAnyValue: "ForAllValues",
};

/** One value of a condition: itself, or a function of the template that gives it. */
type Member = string | number | boolean | JsonObject;

/** What a condition compares with. */
type Value = Member | readonly Member[];

/** Operators with their condition keys and values. */
export type Block = Readonly<Record<string, Readonly<Record<string, Value>>>>;

/**
 * Conditions of which one holds exactly where the given ones do not: one for each comparison. Undefined where the
 * policy language cannot say it.
 * Source: IAM User Guide, "Condition operators": a negated operator and `IfExists` hold for a key that is absent.
 */
export function negatedConditions(
  conditions: Block,
): readonly Block[] | undefined {
  const negated = Object.entries(conditions).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, value]) =>
      negatedComparison(operator, key, value),
    ),
  );
  const found = negated.filter((one) => one !== undefined);
  return found.length === negated.length ? found : undefined;
}

/**
 * Conditions that hold where all of some do. Undefined where two of them ask different things of one key with one
 * operator: a block has room for one of them.
 */
export function joinedConditions(blocks: readonly Block[]): Block | undefined {
  const joined = new Map<string, Map<string, Value>>();
  for (const [operator, keys] of blocks.flatMap((one) => Object.entries(one)))
    for (const [key, value] of Object.entries(keys)) {
      const there = joined.get(operator) ?? new Map<string, Value>();
      const both = joinedValues(operator, there.get(key), value);
      if (both === undefined) return undefined;
      joined.set(operator, there.set(key, both));
    }
  return Object.fromEntries(
    [...joined].map(([operator, keys]) => [operator, Object.fromEntries(keys)]),
  );
}

function joinedValues(
  operator: string,
  known: Value | undefined,
  value: Value,
): Value | undefined {
  if (known === undefined || JSON.stringify(known) === JSON.stringify(value))
    return value;
  // None of the values may match: that of one list, and that of the other.
  if (!operator.includes("Not") || operator.startsWith("ForAnyValue"))
    return undefined;
  return [...new Set([...listOf(known), ...listOf(value)])];
}

function listOf(value: Value): readonly Member[] {
  return isList(value) ? value : [value];
}

function negatedComparison(
  written: string,
  key: string,
  value: Value,
): Block | undefined {
  const operator = parseOperator(written);
  if (operator === undefined || key.startsWith("Fn::")) return undefined;
  const { name } = operator;
  if (name === "Null" || name === "Bool")
    return negatedTruth(operator, key, value);
  const isOne = !isList(value) || value.length === 1;
  const opposite = opposites[name] ?? (isOne ? ordered[name] : undefined);
  if (opposite === undefined) return undefined;
  if (operator.prefix !== undefined)
    return block(
      { name: opposite, prefix: otherPrefix[operator.prefix], ifExists: false },
      key,
      value,
    );
  return withAbsence(operator, opposite, { key, value });
}

/** What a comparison says of a key that is absent, its opposite says the other way round. */
function withAbsence(
  { name, ifExists }: Operator,
  opposite: OperatorName,
  { key, value }: { readonly key: string; readonly value: Value },
): Block {
  const holdsForAbsent = ifExists || isNegated(name);
  if (!holdsForAbsent)
    return block(
      { name: opposite, ifExists: !isNegated(opposite) },
      key,
      value,
    );
  const present: Block = { Null: { [key]: "false" } };
  return {
    ...block({ name: opposite, ifExists: false }, key, value),
    ...(isNegated(opposite) ? present : {}),
  };
}

/** The operator holds where none of the values matches. */
function isNegated(name: OperatorName): boolean {
  return name.includes("Not");
}

/** The opposite of a Boolean, or of whether a key is there. */
function negatedTruth(
  { name, prefix, ifExists }: Operator,
  key: string,
  value: Value,
): Block | undefined {
  const only = isList(value) && value.length === 1 ? value[0] : value;
  const text = typeof only === "object" ? "" : String(only).toLowerCase();
  if (prefix !== undefined || (text !== "true" && text !== "false"))
    return undefined;
  const other = text === "true" ? "false" : "true";
  const isNull = name === "Null";
  return block({ name, ifExists: !isNull && !ifExists }, key, other);
}

function block(operator: Operator, key: string, value: Value): Block {
  return { [printOperator(operator)]: { [key]: value } };
}

function isList(value: Value): value is readonly Member[] {
  return Array.isArray(value);
}
