import type { OperatorName, OperatorType } from "../policy/operators.ts";
import { conditionOperators } from "../policy/operators.ts";
import type { Glob } from "../policy/glob.ts";
import { foldCase, matchesGlob } from "../policy/glob.ts";
import { addressRange, isInRange, readAddress } from "./addresses.ts";
import type { Context } from "./context.ts";
import { readDate } from "./dates.ts";
import { readNumber } from "./numbers.ts";
import type { PolicyText } from "./policy-text.ts";
import { policyText } from "./policy-text.ts";
import type { Truth } from "./truth.ts";
import { not } from "./truth.ts";

/** Whether one value of a request is what one of the policy's values asks for, before any negation. */
export interface ValueMatcher {
  /** Undefined where AWS does not document it. */
  readonly matches: (value: string, context: Context) => Truth;
  /** The contrary, which is not documented either where a value of the policy or the request cannot be read. */
  readonly differs: (value: string, context: Context) => Truth;
  /** The condition keys that the policy's values refer to, in lower case. */
  readonly variables: readonly string[];
}

/** The matcher of an operator for the values that a policy gives. */
export function matcherOf(
  operator: OperatorName,
  values: readonly string[],
  hasVariables: boolean,
): ValueMatcher {
  return makers[conditionOperators[operator].type](
    operator,
    values,
    hasVariables,
  );
}

type Maker = typeof matcherOf;

const makers: Readonly<Record<OperatorType, Maker>> = {
  string: stringMatcher,
  arn: arnMatcher,
  numeric: (operator, values) => numberMatcher(operator, values, readNumber),
  date: (operator, values) => numberMatcher(operator, values, readDate),
  boolean: (_, values) => booleanMatcher(values),
  null: (_, values) => booleanMatcher(values),
  binary: (_, values) => plain((value) => values.includes(value)),
  ip: (_, values) => addressMatcher(values),
};

/** What cannot be read (undefined) matches nothing; whether it differs from everything is not documented. */
function plain(reads: (value: string) => Truth): ValueMatcher {
  return {
    matches: (value) => reads(value) ?? false,
    differs: (value) => not(reads(value)),
    variables: [],
  };
}

function ofTexts(
  matches: ValueMatcher["matches"],
  texts: readonly PolicyText[],
): ValueMatcher {
  return {
    matches,
    differs: (value, context) => not(matches(value, context)),
    variables: texts.flatMap(({ variables }) => variables),
  };
}

function stringMatcher(
  operator: OperatorName,
  values: readonly string[],
  hasVariables: boolean,
): ValueMatcher {
  const isPattern = operator.endsWith("Like");
  const fold = operator.endsWith("IgnoreCase") ? foldCase : same;
  const texts = values.map((value) =>
    policyText(value, { isPattern, hasVariables }),
  );
  const known = new Set(
    texts.flatMap(({ only }) => (only === undefined ? [] : [fold(only)])),
  );
  const others = texts.filter(({ only }) => only === undefined);
  const matchesOther = globsMatcher(others, (glob, value) =>
    matchesGlob(fold === same ? glob : folded(glob), value),
  );
  return ofTexts((value, context) => {
    const text = fold(value);
    return known.has(text) || matchesOther(text, context);
  }, others);
}

function same(text: string): string {
  return text;
}

function folded(glob: Glob): Glob {
  return glob.map((part) => (typeof part === "string" ? foldCase(part) : part));
}

function globsMatcher(
  texts: readonly PolicyText[],
  matches: (glob: Glob, value: string) => boolean,
) {
  return (value: string, context: Context): boolean =>
    texts.some((text) => {
      const glob = text.glob(context);
      // A variable without a value is equal to nothing.
      return glob !== undefined && matches(glob, value);
    });
}

/**
 * ARNs are compared in six parts, each a pattern; the last keeps its colons. `ArnEquals` is `ArnLike`.
 * What AWS makes of the pattern `*`, which is no ARN, is not documented.
 */
function arnMatcher(
  _operator: OperatorName,
  values: readonly string[],
  hasVariables: boolean,
): ValueMatcher {
  const isOpen = values.includes("*");
  const texts = values
    .filter((value) => value !== "*")
    .map((value) => policyText(value, { isPattern: true, hasVariables }));
  const matches = globsMatcher(texts, matchesArn);
  return ofTexts(
    (value, context) => matches(value, context) || (isOpen ? undefined : false),
    texts,
  );
}

function matchesArn(glob: Glob, value: string): boolean {
  const patterns = arnParts(glob);
  const parts = arnParts(value.split(""));
  return (
    patterns !== undefined &&
    parts !== undefined &&
    patterns.every((pattern, index) =>
      matchesGlob(pattern, (parts[index] ?? []).join("")),
    )
  );
}

/** The six parts of an ARN or its pattern; undefined where there are fewer. */
export function arnParts<Part>(
  glob: readonly Part[],
): readonly (readonly Part[])[] | undefined {
  const parts: Part[][] = [[]];
  for (const part of glob) {
    if (part === ":" && parts.length < 6) parts.push([]);
    else parts.at(-1)?.push(part);
  }
  return parts.length === 6 ? parts : undefined;
}

type Compare = (value: number, limit: number) => boolean;

const comparisons: Readonly<Record<string, Compare>> = {
  Equals: (value, limit) => value === limit,
  NotEquals: (value, limit) => value === limit,
  LessThan: (value, limit) => value < limit,
  LessThanEquals: (value, limit) => value <= limit,
  GreaterThan: (value, limit) => value > limit,
  GreaterThanEquals: (value, limit) => value >= limit,
};

function numberMatcher(
  operator: OperatorName,
  values: readonly string[],
  read: (text: string) => number | undefined,
): ValueMatcher {
  const compare =
    comparisons[operator.replace(/^(?:Numeric|Date)/, "")] ?? never;
  const limits = values.map(read);
  return plain((value) => {
    const number = read(value);
    if (number === undefined) return undefined;
    if (limits.some((limit) => limit !== undefined && compare(number, limit)))
      return true;
    return limits.includes(undefined) ? undefined : false;
  });
}

function never(): boolean {
  return false;
}

/** Only true and false can be meant, in any case. */
function booleanMatcher(values: readonly string[]): ValueMatcher {
  const meant = values.map(foldCase);
  const known = new Set(
    ["true", "false"].filter((value) => meant.includes(value)),
  );
  return plain((value) => known.has(foldCase(value)));
}

function addressMatcher(values: readonly string[]): ValueMatcher {
  const ranges = values.map(addressRange);
  return plain((value) => {
    const address = readAddress(value);
    if (address === undefined) return undefined;
    if (ranges.some((range) => range && isInRange(address, range))) return true;
    return ranges.includes(undefined) ? undefined : false;
  });
}
