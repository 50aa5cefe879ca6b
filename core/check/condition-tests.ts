import type { Comparison } from "../evaluate/comparison.ts";
import type { Context } from "../evaluate/context.ts";
import type {
  ConditionView,
  PolicyView,
  StatementView,
} from "./policy-view.ts";

/** A condition of a statement, and what it says of requests. */
export interface ConditionTest extends ConditionView {
  readonly comparison: Comparison;
  /** The condition key in lower case. */
  readonly lower: string;
}

const noContext: Context = new Map();

const tests = new WeakMap<StatementView, readonly ConditionTest[]>();
const none: readonly ConditionTest[] = [];

/** The conditions of a statement with what they say of requests. */
export function testsOf(
  view: PolicyView,
  statement: StatementView,
): readonly ConditionTest[] {
  if (statement.conditions.length === 0) return none;
  const known = tests.get(statement) ?? readTests(view, statement);
  tests.set(statement, known);
  return known;
}

function readTests(
  { subject }: PolicyView,
  { index, conditions }: StatementView,
): readonly ConditionTest[] {
  const comparisons = subject.policy.statements[index]?.comparisons ?? [];
  return conditions.flatMap((condition, at) => {
    const comparison = comparisons[at];
    return comparison?.written === condition.operator &&
      comparison.key === condition.key
      ? [{ ...condition, comparison, lower: comparison.name }]
      : [];
  });
}

/** What a condition says of a request that does not carry its key; undefined where nobody knows. */
export function saysOfAbsent({
  comparison,
}: ConditionTest): boolean | undefined {
  return comparison.holds(undefined, noContext);
}

/** What a condition says of a request with this value of its key; undefined where nobody knows. */
export function saysOf(
  { comparison }: ConditionTest,
  value: string | undefined,
): boolean | undefined {
  return comparison.holds(value, noContext);
}

/** Nothing of the conditions of a statement is left to CloudFormation or beyond reading. */
export function areConditionsKnown(
  { subject }: PolicyView,
  { index }: StatementView,
): boolean {
  return subject.policy.statements[index]?.faults.length === 0;
}
