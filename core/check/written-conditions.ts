import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonList, listOf, objectOf } from "../problem/json.ts";
import type { Path } from "../problem/problem.ts";
import { isOwnCondition, placeOf as placeOfOwn } from "./own-condition.ts";
import type {
  ConditionView,
  PolicyView,
  StatementView,
} from "./policy-view.ts";
import { policyOfKey } from "./policy-view.ts";
import type { Fix, Report, RuleSubject } from "./rule.ts";
import { statementFix, withCondition } from "./statement-fix.ts";

/** A value of a condition that is no function of a template. */
export type Scalar = string | number | boolean;

/** A condition, with what of it is written in plain values. */
export interface WrittenCondition extends ConditionView {
  readonly statement: StatementView;
  /** The condition key in lower case. */
  readonly name: string;
  /** The plain values; what only CloudFormation knows is not among them. */
  readonly plain: readonly Scalar[];
  /** The same as texts. */
  readonly texts: readonly string[];
}

const known = new WeakMap<PolicyView, readonly WrittenCondition[]>();

/** Every condition of the policy. */
export function conditionsOf(
  subject: RuleSubject,
): readonly WrittenCondition[] {
  const view = policyOfKey(subject);
  if (view === undefined) return [];
  const found =
    known.get(view) ??
    view.statements.flatMap((statement) =>
      statement.conditions.map((condition) => written(statement, condition)),
    );
  known.set(view, found);
  return found;
}

function written(
  statement: StatementView,
  condition: ConditionView,
): WrittenCondition {
  const { operator, key } = condition;
  const block = objectOf(statement.written["Condition"]);
  const plain = listOf(objectOf(block[operator])[key]).filter(isScalar);
  return {
    ...condition,
    statement,
    name: key.toLowerCase(),
    plain,
    texts: plain.map(String),
  };
}

function isScalar(value: Json): value is Scalar {
  return typeof value !== "object";
}

/** What `check` finds in the conditions of the policy. */
export function eachCondition(
  subject: RuleSubject,
  check: (condition: WrittenCondition) => readonly Report[],
): readonly Report[] {
  return conditionsOf(subject).flatMap(check);
}

/** The statement asks elsewhere that requests carry the condition key. */
export function isGuarded({ statement, name }: WrittenCondition): boolean {
  return statement.conditions.some(
    ({ parsed, key, values }) =>
      key.toLowerCase() === name &&
      parsed !== undefined &&
      (parsed.name === "Null"
        ? values.every((one) => /^"?false"?$/i.test(JSON.stringify(one)))
        : parsed.prefix !== "ForAllValues" &&
          !parsed.ifExists &&
          (parsed.prefix === "ForAnyValue" || !parsed.name.includes("Not"))),
  );
}

/** The condition as messages name it. */
export function nameOf({ operator, key }: ConditionView): string {
  return `\`${operator}\` of \`${key}\``;
}

/** Its place in the design; of a condition that a principal brings along, that of the statement. */
export function placeOf(condition: WrittenCondition): Path {
  return placeOfOwn(condition.statement, condition);
}

/** Changes the elements of the statement; undefined where the condition is not the person's own. */
export function conditionFix(
  subject: RuleSubject,
  condition: WrittenCondition,
  {
    title,
    edit,
  }: {
    readonly title: string;
    readonly edit: (
      elements: JsonObject,
      value: Json,
    ) => JsonObject | undefined;
  },
): Fix | undefined {
  const { statement, operator, key } = condition;
  if (!isOwnCondition(statement, condition)) return undefined;
  return statementFix(subject, statement, {
    title,
    edit: (elements) => {
      const block = objectOf(elements["Condition"]);
      return edit(elements, objectOf(block[operator])[key] ?? []);
    },
  });
}

/** Writes the same condition with another operator or key; undefined where that stands there already. */
export function renamed(
  subject: RuleSubject,
  condition: WrittenCondition,
  {
    title,
    operator = condition.operator,
    key = condition.key,
  }: {
    readonly title: string;
    readonly operator?: string;
    readonly key?: string;
  },
): Fix | undefined {
  const isTaken = condition.statement.conditions.some(
    (one) =>
      one.operator === operator &&
      one.key.toLowerCase() === key.toLowerCase() &&
      (one.operator !== condition.operator || one.key !== condition.key),
  );
  if (isTaken) return undefined;
  return conditionFix(subject, condition, {
    title,
    edit: (elements, value) =>
      withCondition(
        withCondition(elements, [condition.operator, condition.key], undefined),
        [operator, key],
        value,
      ),
  });
}

/** Writes other values for some of those of the condition; undefined leaves a value out. */
export function withValues(
  subject: RuleSubject,
  condition: WrittenCondition,
  {
    title,
    by,
  }: {
    readonly title: string;
    readonly by: (value: Scalar) => Scalar | undefined;
  },
): Fix | undefined {
  return conditionFix(subject, condition, {
    title,
    edit: (elements, value) => {
      const list = listOf(value).flatMap((one) => {
        const next = isScalar(one) ? by(one) : one;
        return next === undefined ? [] : [next];
      });
      const [only = ""] = list;
      return withCondition(
        elements,
        [condition.operator, condition.key],
        isJsonList(value) ? [...new Set(list)] : only,
      );
    },
  });
}

/** Leaves the condition out of the statement. */
export function withoutCondition(
  subject: RuleSubject,
  condition: WrittenCondition,
  title: string,
): Fix | undefined {
  return conditionFix(subject, condition, {
    title,
    edit: (elements) =>
      withCondition(elements, [condition.operator, condition.key], undefined),
  });
}
