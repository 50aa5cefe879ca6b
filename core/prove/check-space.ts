/*
 * Part of the checker of proofs, which shares nothing with the prover but the evaluator: whether the classes of a space
 * are all that its policies can tell apart, worked out anew from the text of the conditions.
 */
import { addressRange, readAddress } from "../evaluate/addresses.ts";
import type { Comparison } from "../evaluate/comparison.ts";
import { readDate } from "../evaluate/dates.ts";
import { readNumber } from "../evaluate/numbers.ts";
import { findConditionKey } from "../kms/condition-keys.ts";
import type { ConditionKeyRow } from "../kms/condition-keys.ts";
import { conditionOperators } from "../policy/operators.ts";
import { areAllCallers } from "./check-callers.ts";
import { areComplete, everyText, onlyText, stepsAsked } from "./check-words.ts";
import type { KeyDimension } from "./dimension.ts";
import type { Space } from "./space.ts";

/** Whether every request is treated by the policies as one of the space's classes is. */
export function isWholeSpace(space: Space): boolean {
  const { of, keys, undecided } = space;
  const open = new Set(undecided.map(({ said }) => said));
  const all = [
    ...of.policies.flatMap(({ statements }) =>
      statements.flatMap((statement) => statement.comparisons),
    ),
    ...of.comparisons,
  ];
  const comparisons = [
    ...new Map(all.map((one) => [one.said, one])).values(),
  ].filter((one) => one.operator && one.values && !open.has(one.said));
  const decided = comparisons.filter(({ variables }) => variables.length === 0);
  return (
    decided.length === comparisons.length &&
    keys.every((key) => {
      const asked = decided.filter(({ name }) => name === key.name);
      const constant = of.constants.get(key.name);
      const said = asked.map((one) => one.said).join();
      return checkedOnce(key, `${constant ?? ""} ${said}`, () =>
        isWholeKey(key, asked, constant),
      );
    }) &&
    areCallersChecked(space, decided)
  );
}

function areCallersChecked(
  { of, callers }: Space,
  comparisons: readonly Comparison[],
): boolean {
  const principals = of.policies.flatMap(({ statements }) =>
    statements.flatMap((statement) => statement.principals?.list ?? []),
  );
  const asked = {
    principals,
    names: of.principals,
    comparisons,
    partition: of.partition,
    accounts: [of.account, ...of.accounts],
  };
  const question = JSON.stringify([
    [...new Set(principals.map(({ type, text }) => `${type} ${text}`))],
    asked.names,
    comparisons.map(({ said }) => said),
    asked.partition,
    asked.accounts,
  ]);
  return checkedOnce(callers, question, () => areAllCallers(asked, callers));
}

const checked = new WeakMap<object, Map<string, boolean>>();

/** What was checked of the same classes for the same comparisons is not checked again. */
function checkedOnce(
  classes: object,
  question: string,
  check: () => boolean,
): boolean {
  const answers = checked.get(classes) ?? new Map<string, boolean>();
  checked.set(classes, answers);
  const answer = answers.get(question) ?? check();
  answers.set(question, answer);
  return answer;
}

function isWholeKey(
  key: KeyDimension,
  comparisons: readonly Comparison[],
  constant: string | undefined,
): boolean {
  const { isList, values } = key;
  if (constant !== undefined)
    return !isList && values.length === 1 && values[0] === constant;
  // The absent key is a class of its own; of lists it always is.
  if (!isList && !values.includes(undefined)) return false;
  const row = findConditionKey(key.name);
  if (row?.multiValued !== undefined && row.multiValued !== isList)
    return false;
  return areAllValues(key, row, comparisons);
}

function areAllValues(
  key: KeyDimension,
  row: ConditionKeyRow | undefined,
  comparisons: readonly Comparison[],
): boolean {
  const { values, words } = key;
  const texts = values.filter((value) => value !== undefined);
  const fixed = row?.type === "Bool" ? ["true", "false"] : row?.allowedValues;
  if (fixed) return fixed.every((value) => texts.includes(value));
  return words === undefined
    ? isWholeByType(texts, comparisons) && (isTyped(row) || texts.includes("x"))
    : areWholeTexts(key, texts, comparisons);
}

/** AWS gives the type of its values: none is neither a number nor an address. */
function isTyped(row: ConditionKeyRow | undefined): boolean {
  return ["Numeric", "Date", "IpAddress"].includes(row?.type ?? "");
}

function areWholeTexts(
  { words = [], literals = new Set() }: KeyDimension,
  texts: readonly string[],
  comparisons: readonly Comparison[],
): boolean {
  const asked = comparisons.map(stepsAsked);
  if (asked.includes(undefined)) return false;
  const patterns = asked
    .flatMap((steps) => steps ?? [])
    .filter((steps) => !literals.has(onlyText(steps) ?? "\0"));
  const examples = texts.filter((text) => !literals.has(text));
  return (
    [...literals].every((text) => texts.includes(text)) &&
    areComplete(everyText, patterns, { words, examples })
  );
}

/** Numbers, dates and addresses: something of each limit, and of each stretch between limits. */
function isWholeByType(
  texts: readonly string[],
  comparisons: readonly Comparison[],
): boolean {
  const types = new Set(
    comparisons.flatMap(({ operator }) =>
      operator === undefined || operator.name === "Null"
        ? []
        : [conditionOperators[operator.name].type],
    ),
  );
  const [type, ...others] = types;
  if (others.length > 0) return false;
  const limits = comparisons.flatMap(({ operator, values = [] }) =>
    operator?.name === "Null" ? [] : values,
  );
  if (type === "numeric") return areWholeNumbers(texts, limits, readNumber);
  if (type === "date") return areWholeNumbers(texts, limits, readDate);
  return type === "ip" && areWholeAddresses(texts, limits);
}

function areWholeNumbers(
  texts: readonly string[],
  limits: readonly string[],
  read: (text: string) => number | undefined,
): boolean {
  const values = texts.flatMap((text) => read(text) ?? []);
  const sorted = limits
    .flatMap((text) => read(text) ?? [])
    .toSorted((a, b) => a - b);
  const ends = [-Infinity, ...sorted, Infinity];
  const isInside = (low: number, high: number) =>
    values.some((value) => value > low && value < high);
  return (
    sorted.every((limit) => values.includes(limit)) &&
    ends.every((low, at) => {
      const high = ends[at + 1];
      if (high === undefined || low === high || isInside(low, high))
        return true;
      // Between two numbers that follow each other there is none.
      const middle = (low + high) / 2;
      return Number.isFinite(middle) && !(middle > low && middle < high);
    }) &&
    values.length > 0
  );
}

function areWholeAddresses(
  texts: readonly string[],
  limits: readonly string[],
): boolean {
  return ([32, 128] as const).every((bits) => {
    const ranges = limits
      .flatMap((text) => addressRange(text) ?? [])
      .filter((range) => range.bits === bits);
    const values = texts
      .flatMap((text) => readAddress(text) ?? [])
      .filter((address) => address.bits === bits);
    const end = 1n << BigInt(bits);
    const starts = [
      0n,
      ...ranges.flatMap(({ first, last }) => [first, last + 1n]),
    ]
      .filter((start) => start < end)
      .toSorted((a, b) => (a < b ? -1 : 1));
    return starts.every((start, at) => {
      const next = starts.slice(at + 1).find((other) => other > start) ?? end;
      return values.some(({ value }) => value >= start && value < next);
    });
  });
}
