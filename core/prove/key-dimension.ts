import { addressRange, printAddress } from "../evaluate/addresses.ts";
import type { AddressRange } from "../evaluate/addresses.ts";
import type { Comparison } from "../evaluate/comparison.ts";
import { printDate, readDate } from "../evaluate/dates.ts";
import { readNumber } from "../evaluate/numbers.ts";
import { findConditionKey } from "../kms/condition-keys.ts";
import type { ConditionKeyRow } from "../kms/condition-keys.ts";
import type { OperatorType } from "../policy/operators.ts";
import { conditionOperators } from "../policy/operators.ts";
import { allAsked, askedOfText } from "./asked-of-text.ts";
import type { KeyDimension } from "./dimension.ts";
import { Memo } from "../evaluate/memo.ts";
import { anyText } from "./language.ts";
import { classesOfWords } from "./words.ts";

/** A condition key by classes, and the comparisons that its classes do not decide. */
export interface DividedKey {
  /** Undefined where no comparison could be decided. */
  readonly dimension: KeyDimension | undefined;
  readonly undecided: readonly Comparison[];
}

const known = new Memo<DividedKey>(500);

/** Divides the values of a condition key by the comparisons that are made with it, and remembers how. */
export function divideKey(
  name: string,
  comparisons: readonly Comparison[],
): DividedKey {
  const said = comparisons.map((one) => one.said).join();
  return known.of(`${name} ${said}`, () => divided(name, comparisons));
}

function divided(name: string, comparisons: readonly Comparison[]): DividedKey {
  const row = findConditionKey(name);
  const isList = isListKey(row, comparisons);
  const fixed = fixedValues(row);
  if (fixed !== undefined) {
    const dimension = keyDimension(name, isList, fixed);
    const decided = comparisons.filter(
      ({ variables }) => variables.length === 0,
    );
    return { dimension, undecided: without(comparisons, decided) };
  }
  const type = onlyType(comparisons);
  const values =
    type === undefined ? undefined : byType[type]?.(comparisons, row);
  return values === undefined
    ? divideTexts({ name, isList }, comparisons)
    : { dimension: keyDimension(name, isList, values), undecided: [] };
}

export function isListKey(
  row: ConditionKeyRow | undefined,
  comparisons: readonly Comparison[],
): boolean {
  return (
    row?.multiValued ??
    comparisons.some(({ operator }) => operator?.prefix !== undefined)
  );
}

/** The only values that a request can carry, as far as AWS lists them. */
export function fixedValues(
  row: ConditionKeyRow | undefined,
): readonly string[] | undefined {
  if (row?.type === "Bool") return ["true", "false"];
  return row?.allowedValues ?? undefined;
}

function keyDimension(
  name: string,
  isList: boolean,
  values: readonly string[],
): KeyDimension {
  return {
    kind: "key",
    name,
    isList,
    values: isList ? values : [undefined, ...values],
  };
}

function without<Item>(
  all: readonly Item[],
  some: readonly Item[],
): readonly Item[] {
  const taken = new Set(some);
  return all.filter((item) => !taken.has(item));
}

/** The type of all comparisons, besides `Null`, which fits every type. */
function onlyType(
  comparisons: readonly Comparison[],
): OperatorType | undefined {
  const types = new Set(
    comparisons.flatMap(({ operator }) =>
      operator === undefined ? [] : [conditionOperators[operator.name].type],
    ),
  );
  types.delete("null");
  const [type, ...others] = types;
  return others.length === 0 ? type : undefined;
}

type ValuesOf = (
  comparisons: readonly Comparison[],
  row: ConditionKeyRow | undefined,
) => readonly string[] | undefined;

const byType: Partial<Record<OperatorType, ValuesOf>> = {
  numeric: (comparisons, row) =>
    withUnreadable(
      pointsOf(valuesOf(comparisons), readNumber, String),
      row?.type === "Numeric",
    ),
  date: (comparisons, row) =>
    withUnreadable(
      pointsOf(valuesOf(comparisons), readDate, printDate),
      row?.type === "Date",
    ),
  ip: (comparisons, row) =>
    withUnreadable(
      addressesOf(valuesOf(comparisons)),
      row?.type === "IpAddress",
    ),
};

function valuesOf(comparisons: readonly Comparison[]): readonly string[] {
  return comparisons.flatMap(({ operator, values }) =>
    operator?.name === "Null" ? [] : (values ?? []),
  );
}

/** A key whose type AWS does not give can carry a value that is neither a number nor an address. */
function withUnreadable(
  values: readonly string[] | undefined,
  isTyped: boolean,
): readonly string[] | undefined {
  return isTyped ? values : values && [...values, "x"];
}

/** The limits, a number between each two, and one on either side; undefined where they are too big to be written. */
export function pointsOf(
  texts: readonly string[],
  read: (text: string) => number | undefined,
  print: (value: number) => string,
): readonly string[] | undefined {
  const limits = [...new Set(texts.flatMap((text) => read(text) ?? []))];
  const sorted = limits.toSorted((a, b) => a - b);
  const [first = 0, last = 0] = [sorted[0], sorted.at(-1)];
  const between = sorted.flatMap((limit, index) => {
    const next = sorted[index + 1];
    const middle = next === undefined ? limit : (limit + next) / 2;
    return middle > limit ? [middle] : [];
  });
  const values = [first - 1, ...sorted, ...between, last + 1];
  const written = values.map(print);
  const isExact = written.every((text, index) => read(text) === values[index]);
  return isExact ? written : undefined;
}

/** One address of each stretch that no range begins or ends in, of either version. */
function addressesOf(texts: readonly string[]): readonly string[] {
  const ranges = texts.flatMap((text) => addressRange(text) ?? []);
  return ([32, 128] as const).flatMap((bits) =>
    startsOf(
      ranges.filter((range) => range.bits === bits),
      bits,
    ).map((value) => printAddress({ bits, value })),
  );
}

/** Where the stretches of addresses begin. */
export function startsOf(
  ranges: readonly AddressRange[],
  bits: 32 | 128,
): readonly bigint[] {
  const starts = ranges.flatMap(({ first, last }) => [first, last + 1n]);
  const end = 1n << BigInt(bits);
  return [...new Set([0n, ...starts])].filter((start) => start < end);
}

function divideTexts(
  { name, isList }: { name: string; isList: boolean },
  comparisons: readonly Comparison[],
): DividedKey {
  const decided = comparisons.flatMap((comparison) => {
    const asked = askedOfText(comparison);
    return asked === undefined ? [] : [{ comparison, asked }];
  });
  const undecided = without(
    comparisons,
    decided.map(({ comparison }) => comparison),
  );
  const { literals, patterns } = allAsked(decided.map(({ asked }) => asked));
  const classes = classesOfWords({
    language: anyText,
    patterns,
    avoid: literals,
    nice: niceTexts(name),
  });
  if (classes === undefined)
    return { dimension: undefined, undecided: comparisons };
  const values = [...classes.apart, ...classes.examples];
  return {
    dimension: {
      ...keyDimension(name, isList, values),
      words: classes.words,
      literals: classes.apart,
    },
    undecided,
  };
}

/** Values that read well in a witness. */
const niceByName: Readonly<Record<string, readonly string[]>> = {
  "kms:viaservice": [
    "s3.us-east-1.amazonaws.com",
    "ec2.us-east-1.amazonaws.com",
    "rds.us-east-1.amazonaws.com",
  ],
  "aws:principalorgid": ["o-example1234"],
  "aws:principalorgpaths": ["o-example1234/r-ab12/ou-ab12-11111111/"],
  "aws:sourceaccount": ["999988887777"],
  "aws:requestedregion": ["us-east-1", "eu-west-1"],
  "aws:sourcevpc": ["vpc-1a2b3c4d"],
  "aws:sourcevpce": ["vpce-1a2b3c4d"],
  "kms:requestalias": ["alias/example"],
};

function niceTexts(name: string): readonly string[] {
  const own = niceByName[name] ?? [];
  const isArn = findConditionKey(name)?.type === "ARN";
  return isArn
    ? ["arn:aws:s3:::example-bucket"]
    : [...own, "example", "another-example"];
}
