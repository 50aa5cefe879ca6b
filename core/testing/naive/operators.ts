import { isInRange } from "./addresses.ts";
import { isMatch, isStar, literal, sixParts, wild } from "./glob.ts";
import type { Pattern } from "./glob.ts";
import type { Lookup } from "./naive-request.ts";
import { dateOf, numberOf } from "./numbers-and-dates.ts";
import { not, some } from "./ternary.ts";
import type { Ternary } from "./ternary.ts";
import { readPattern } from "./variables.ts";

/** What a policy wants of a key, and what a request gives. */
interface Comparison {
  readonly wanted: string;
  readonly given: string;
  /** Undefined where the version of the policy has no variables. */
  readonly lookup: Lookup | undefined;
}

/** Malformed: one of the two is not what the operator compares, so they are not known to differ either. */
type Compare = (comparison: Comparison) => Ternary | "malformed";

export interface NaiveOperator {
  readonly compare: Compare;
  readonly isNegated: boolean;
}

function byPattern(
  plain: (text: string) => Pattern,
  matches: (pattern: Pattern, given: string) => Ternary,
): Compare {
  return ({ wanted, given, lookup }) => {
    const reading = readPattern({ text: wanted, plain, lookup });
    if (reading === "never") return false;
    return reading === "unknown" ? "unknown" : matches(reading.pattern, given);
  };
}

const sameText = byPattern(literal, (pattern, given) => pattern === given);
const sameLetters = byPattern(
  literal,
  (pattern, given) => lowerAscii(pattern) === lowerAscii(given),
);
const likeText = byPattern(wild, isMatch);
const likeArn = byPattern(wild, isArnMatch);

function lowerAscii(text: string): string {
  return text.replaceAll(/[A-Z]/gu, (letter) => letter.toLowerCase());
}

function isArnMatch(pattern: Pattern, given: string): Ternary {
  if (isStar(pattern)) return "unknown";
  const wanted = sixParts(pattern);
  const parts = sixParts(given);
  return (
    wanted.length === 6 &&
    parts.length === 6 &&
    wanted.every((part, index) => isMatch(part, parts[index] ?? ""))
  );
}

function ordered(
  read: (text: string) => number | undefined,
  compare: (given: number, wanted: number) => boolean,
): Compare {
  return ({ wanted, given }) => {
    const right = read(wanted);
    const left = read(given);
    return left === undefined || right === undefined
      ? "malformed"
      : compare(left, right);
  };
}

const equal = (given: number, wanted: number) => given === wanted;
const less = (given: number, wanted: number) => given < wanted;
const atMost = (given: number, wanted: number) => given <= wanted;
const more = (given: number, wanted: number) => given > wanted;
const atLeast = (given: number, wanted: number) => given >= wanted;

const sameTruth: Compare = ({ wanted, given }) =>
  /^(?:true|false)$/iu.test(wanted) &&
  wanted.toLowerCase() === given.toLowerCase();

const sameBytes: Compare = ({ wanted, given }) => wanted === given;

const inRange: Compare = ({ wanted, given }) =>
  isInRange(wanted, given) ?? "malformed";

const when = (compare: Compare): NaiveOperator => ({
  compare,
  isNegated: false,
});
const unless = (compare: Compare): NaiveOperator => ({
  compare,
  isNegated: true,
});

/** By the name in lower case, without Null. Source: IAM User Guide, "IAM JSON policy elements: Condition operators". */
export const naiveOperators: ReadonlyMap<string, NaiveOperator> = new Map([
  ["stringequals", when(sameText)],
  ["stringnotequals", unless(sameText)],
  ["stringequalsignorecase", when(sameLetters)],
  ["stringnotequalsignorecase", unless(sameLetters)],
  ["stringlike", when(likeText)],
  ["stringnotlike", unless(likeText)],
  ["arnequals", when(likeArn)],
  ["arnnotequals", unless(likeArn)],
  ["arnlike", when(likeArn)],
  ["arnnotlike", unless(likeArn)],
  ["numericequals", when(ordered(numberOf, equal))],
  ["numericnotequals", unless(ordered(numberOf, equal))],
  ["numericlessthan", when(ordered(numberOf, less))],
  ["numericlessthanequals", when(ordered(numberOf, atMost))],
  ["numericgreaterthan", when(ordered(numberOf, more))],
  ["numericgreaterthanequals", when(ordered(numberOf, atLeast))],
  ["dateequals", when(ordered(dateOf, equal))],
  ["datenotequals", unless(ordered(dateOf, equal))],
  ["datelessthan", when(ordered(dateOf, less))],
  ["datelessthanequals", when(ordered(dateOf, atMost))],
  ["dategreaterthan", when(ordered(dateOf, more))],
  ["dategreaterthanequals", when(ordered(dateOf, atLeast))],
  ["bool", when(sameTruth)],
  ["binaryequals", when(sameBytes)],
  ["ipaddress", when(inRange)],
  ["notipaddress", unless(inRange)],
]);

/** Whether one value of a request is one of those that a policy wants; for a negated operator, none of them. */
export function holds(
  { compare, isNegated }: NaiveOperator,
  comparisons: readonly Comparison[],
): Ternary {
  const found = comparisons.map(compare);
  return isNegated
    ? not(some(found.map((one) => (one === "malformed" ? "unknown" : one))))
    : some(found.map((one) => (one === "malformed" ? false : one)));
}
