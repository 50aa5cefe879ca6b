import type { ConditionKeyRow } from "../../../core/index.ts";
import { findConditionKey, parseOperator } from "../../../core/index.ts";
import type { ConditionRow } from "../../state/conditions.ts";

type Comparison = Pick<ConditionRow, "key" | "operator">;

/** What the values of a condition may be, where that is known. */
export function allowedValues({
  key,
  operator,
}: Comparison): readonly string[] {
  const name = parseOperator(operator)?.name;
  if (name === "Bool" || name === "Null") return ["true", "false"];
  return findConditionKey(key)?.allowedValues ?? [];
}

const examples: Readonly<Record<ConditionKeyRow["type"], string>> = {
  String: "Value",
  ARN: "arn:aws:…",
  Bool: "true or false",
  Numeric: "A number",
  Date: "2026-12-31T23:59:59Z",
  IpAddress: "203.0.113.0/24",
};

/** What a value of the condition looks like. */
export function valueExample({ key, operator }: Comparison): string {
  if (parseOperator(operator)?.name === "Null") return examples.Bool;
  return examples[findConditionKey(key)?.type ?? "String"];
}

/** The comparison that fits the values of a key. */
export function usualOperator(key: string): string {
  const row = findConditionKey(key);
  if (row === undefined) return operatorForType.String;
  const operator = operatorForType[row.type];
  return row.multiValued ? `ForAnyValue:${operator}` : operator;
}

const operatorForType = {
  String: "StringEquals",
  ARN: "ArnLike",
  Bool: "Bool",
  Numeric: "NumericEquals",
  Date: "DateLessThan",
  IpAddress: "IpAddress",
} as const;
