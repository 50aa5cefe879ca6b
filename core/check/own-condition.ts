import { isVerbatim } from "../design/design.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { listOf, objectOf } from "../problem/json.ts";
import type { Path } from "../problem/problem.ts";
import { placeOfCondition } from "./policy-view.ts";
import type { ConditionView, StatementView } from "./policy-view.ts";
import type { Fix, RuleSubject } from "./rule.ts";
import { statementFix, withCondition } from "./statement-fix.ts";
import type { StatementEdit } from "./statement-fix.ts";

/** The condition stands in the statement itself: a principal of the design can bring conditions of its own. */
export function isOwnCondition(
  { own }: StatementView,
  { operator, key }: Pick<ConditionView, "operator" | "key">,
): boolean {
  if (own === undefined) return false;
  const conditions = isVerbatim(own)
    ? own.verbatim["Condition"]
    : own.conditions;
  return key in objectOf(objectOf(conditions)[operator]);
}

/** The place in the design of a condition, or of the statement where its principals bring it. */
export function placeOf(
  statement: StatementView,
  condition: ConditionView,
): Path {
  return statement.own === undefined || isOwnCondition(statement, condition)
    ? placeOfCondition(statement, condition)
    : statement.path;
}

/** A fix of a condition that stands in the statement itself; undefined for one that the principals bring. */
export function conditionFix(
  subject: RuleSubject,
  statement: StatementView,
  {
    condition,
    ...fix
  }: {
    readonly condition: Pick<ConditionView, "operator" | "key">;
    readonly title: string;
    readonly edit: StatementEdit;
  },
): Fix | undefined {
  return isOwnCondition(statement, condition)
    ? statementFix(subject, statement, fix)
    : undefined;
}

/** The values that elements give a condition key under an operator. */
export function valuesIn(
  elements: JsonObject,
  { operator, key }: Pick<ConditionView, "operator" | "key">,
): readonly Json[] {
  return listOf(objectOf(objectOf(elements["Condition"])[operator])[key]);
}

/** The elements with other values of a condition. */
export function withValues(
  elements: JsonObject,
  condition: Pick<ConditionView, "operator" | "key">,
  change: (values: readonly Json[]) => readonly Json[],
): JsonObject {
  const { operator, key } = condition;
  const values = change(valuesIn(elements, condition));
  return withCondition(elements, [operator, key], values);
}
