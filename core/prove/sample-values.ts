import { addressRange, printAddress } from "../evaluate/addresses.ts";
import type { Comparison } from "../evaluate/comparison.ts";
import type { Context } from "../evaluate/context.ts";
import { printDate, readDate } from "../evaluate/dates.ts";
import { readNumber } from "../evaluate/numbers.ts";
import { policyText } from "../evaluate/policy-text.ts";
import { findConditionKey } from "../kms/condition-keys.ts";
import type { ConditionKeyType } from "../kms/conditions/row.ts";
import type { OperatorType } from "../policy/operators.ts";
import { conditionOperators } from "../policy/operators.ts";
import { fixedValues } from "./key-dimension.ts";

/**
 * Values that a request may carry for the key of a comparison, those that it asks for first; undefined is no value. Each
 * is one that the classes of the prover know: of a key whose values AWS lists, or gives a type, it is one of those.
 */
export function likelyValues(
  comparison: Comparison,
  context: Context,
): readonly (string | undefined)[] {
  const { name, operator, values = [] } = comparison;
  const row = findConditionKey(name);
  const fixed = fixedValues(row);
  if (fixed !== undefined) return [undefined, ...fixed];
  const type =
    operator === undefined ? "null" : conditionOperators[operator.name].type;
  const asked = values.flatMap((value) =>
    askedBy[type](value, comparison, context),
  );
  return [undefined, ...asked, ...others[row?.type ?? "String"]];
}

type AskedBy = (
  value: string,
  comparison: Comparison,
  context: Context,
) => readonly string[];

const askedBy: Readonly<Record<OperatorType, AskedBy>> = {
  string: (value, comparison, context) =>
    filledIn(value, comparison, {
      context,
      isPattern: comparison.operator?.name.endsWith("Like") === true,
    }),
  arn: (value, comparison, context) =>
    filledIn(value, comparison, { context, isPattern: true }),
  numeric: (value) => around(readNumber(value), String),
  date: (value) => around(readDate(value), printDate),
  ip: (value) => {
    const range = addressRange(value);
    return range === undefined
      ? []
      : [printAddress({ bits: range.bits, value: range.first })];
  },
  boolean: (value) => [value],
  binary: (value) => [value],
  null: () => [],
};

/** A text that meets the pattern: something in place of each wildcard. */
function filledIn(
  value: string,
  { hasVariables }: Comparison,
  { context, isPattern }: { context: Context; isPattern: boolean },
): readonly string[] {
  const glob = policyText(value, { isPattern, hasVariables }).glob(context);
  if (glob === undefined) return [];
  return [glob.map((part) => (typeof part === "string" ? part : "x")).join("")];
}

function around(
  limit: number | undefined,
  print: (value: number) => string,
): readonly string[] {
  return limit === undefined
    ? []
    : [limit, limit - 1, limit + 1].map((value) => print(value));
}

/** Values that hardly any policy asks for, by the type of the key. */
const others: Readonly<Record<ConditionKeyType, readonly string[]>> = {
  String: ["example", "another-example"],
  ARN: ["arn:aws:s3:::example-bucket"],
  Bool: [],
  Numeric: ["1"],
  Date: ["2030-01-01T00:00:00Z"],
  IpAddress: ["198.51.100.7"],
};
