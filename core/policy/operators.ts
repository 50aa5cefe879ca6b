import { keysOf } from "../kms/keys-of.ts";

/** What the values of a condition are compared as. */
export type OperatorType =
  "string" | "arn" | "numeric" | "date" | "boolean" | "binary" | "ip" | "null";

/** One condition operator. */
export interface OperatorRow {
  readonly type: OperatorType;
  /** How the operator reads between a condition key and its values. */
  readonly words: string;
  /** `...IfExists` is allowed. */
  readonly ifExists: boolean;
}

const row = (type: OperatorType, words: string): OperatorRow => ({
  type,
  words,
  ifExists: type !== "null",
});

/**
 * The condition operators of the policy language, without set prefix and `IfExists`.
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators".
 */
export const conditionOperators = {
  StringEquals: row("string", "is"),
  StringNotEquals: row("string", "is not"),
  StringEqualsIgnoreCase: row("string", "is, in any case,"),
  StringNotEqualsIgnoreCase: row("string", "is not, in any case,"),
  StringLike: row("string", "is like"),
  StringNotLike: row("string", "is not like"),
  ArnEquals: row("arn", "is"),
  ArnNotEquals: row("arn", "is not"),
  ArnLike: row("arn", "is like"),
  ArnNotLike: row("arn", "is not like"),
  Bool: row("boolean", "is"),
  Null: row("null", "is absent:"),
  NumericEquals: row("numeric", "is"),
  NumericNotEquals: row("numeric", "is not"),
  NumericLessThan: row("numeric", "is less than"),
  NumericLessThanEquals: row("numeric", "is at most"),
  NumericGreaterThan: row("numeric", "is more than"),
  NumericGreaterThanEquals: row("numeric", "is at least"),
  DateEquals: row("date", "is"),
  DateNotEquals: row("date", "is not"),
  DateLessThan: row("date", "is before"),
  DateLessThanEquals: row("date", "is at or before"),
  DateGreaterThan: row("date", "is after"),
  DateGreaterThanEquals: row("date", "is at or after"),
  BinaryEquals: row("binary", "is"),
  IpAddress: row("ip", "is in"),
  NotIpAddress: row("ip", "is not in"),
} as const satisfies Record<string, OperatorRow>;

/** The name of a condition operator without set prefix and `IfExists`. */
export type OperatorName = keyof typeof conditionOperators;

/** The prefixes for condition keys with several values, and how they read. */
export const setPrefixes = {
  ForAllValues: "every value of",
  ForAnyValue: "any value of",
} as const;

/** The name of a set prefix. */
export type SetPrefix = keyof typeof setPrefixes;

/** A condition operator in its parts. */
export interface Operator {
  readonly name: OperatorName;
  readonly prefix?: SetPrefix;
  readonly ifExists: boolean;
}

/** There are few ways to write an operator; more than this many are no policy of a person's. */
const MOST_TEXTS = 1000;
const parsed = new Map<string, Operator | undefined>();

/** The parts of an operator as a policy writes it (in any case, as IAM reads it); undefined when there is no such operator. */
export function parseOperator(text: string): Operator | undefined {
  if (parsed.has(text)) return parsed.get(text);
  if (parsed.size >= MOST_TEXTS) parsed.clear();
  const operator = operatorIn(text);
  parsed.set(text, operator);
  return operator;
}

function operatorIn(text: string): Operator | undefined {
  const groups = operatorForm.exec(text)?.groups;
  const name = operatorNames.get(groups?.["name"]?.toLowerCase() ?? "");
  if (name === undefined) return undefined;
  const ifExists = groups?.["ifExists"] !== undefined;
  if (ifExists && !conditionOperators[name].ifExists) return undefined;
  const prefix = setPrefixNames.get(groups?.["prefix"]?.toLowerCase() ?? "");
  return { name, ifExists, ...(prefix !== undefined && { prefix }) };
}

const operatorForm =
  /^(?:(?<prefix>forallvalues|foranyvalue):)?(?<name>\w+?)(?<ifExists>ifexists)?$/i;

/** The operator as a policy writes it. */
export function printOperator({ name, prefix, ifExists }: Operator): string {
  return `${prefix === undefined ? "" : `${prefix}:`}${name}${ifExists ? "IfExists" : ""}`;
}

const operatorNames = byLowerCase(conditionOperators);
const setPrefixNames = byLowerCase(setPrefixes);

function byLowerCase<Table extends object>(table: Table) {
  return new Map(keysOf(table).map((name) => [name.toLowerCase(), name]));
}
