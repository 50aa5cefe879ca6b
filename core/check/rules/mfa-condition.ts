import type { JsonObject } from "../../problem/json.ts";
import { saysOf, testsOf } from "../condition-tests.ts";
import type { ConditionTest } from "../condition-tests.ts";
import type { Examples } from "../example.ts";
import { conditionFix, isOwnCondition, placeOf } from "../own-condition.ts";
import { policyOfKey } from "../policy-view.ts";
import type { PolicyView, StatementView } from "../policy-view.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";
import { withCondition } from "../statement-fix.ts";

/** Long-term access keys carry no aws:MultiFactorAuthPresent at all, and temporary credentials carry it as false. */
export const mfaCondition: Rule = {
  family: "least-privilege",
  summary: "Conditions on multi-factor authentication do what they look like.",
  why: "Requests with long-term access keys do not carry aws:MultiFactorAuthPresent: Bool false does not find them, and BoolIfExists true takes them for signed in with MFA.",
  mend: "Use BoolIfExists false in a Deny, and Bool true in an Allow.",
  severity: "warning",
  source: {
    title: "IAM User Guide, AWS global condition context keys",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent",
  },
  check: (subject) => {
    const view = policyOfKey(subject);
    if (view === undefined) return [];
    const asking = view.statements.filter(({ conditions }) =>
      conditions.some(({ key }) => key.toLowerCase() === mfaKey),
    );
    return asking.flatMap((statement) => {
      const found = wrongOf(view, statement, asking);
      const canMend = mfaTests(view, statement).every((test) =>
        isOwnCondition(statement, test),
      );
      return found === undefined
        ? []
        : [report(subject, statement, { ...found, canMend })];
    });
  },
};

const mfaKey = "aws:multifactorauthpresent";

interface Wrong {
  readonly test: ConditionTest;
  readonly message: string;
  /** The condition that does what was meant. */
  readonly by: "Bool" | "BoolIfExists";
  readonly value: "true" | "false";
}

/** What a request can say of MFA: long-term access keys say nothing. */
const absent = undefined;

function wrongOf(
  view: PolicyView,
  statement: StatementView,
  asking: readonly StatementView[],
): Wrong | undefined {
  const tests = mfaTests(view, statement);
  const [test] = tests;
  if (test === undefined) return undefined;
  const fits = (value: string | undefined) => fitsAll(tests, value);
  if (statement.effect === "Allow") {
    const meant = { test, by: "Bool", value: "true" } as const;
    if (!fits("true"))
      return { ...meant, message: "does not allow whoever signed in with MFA" };
    if (fits(absent))
      return {
        ...meant,
        message:
          "allows requests with long-term access keys without MFA: they do not carry the key",
      };
    return fits("false")
      ? {
          ...meant,
          message: "allows sessions without MFA: the key is there, and false",
        }
      : undefined;
  }
  const meant = { test, by: "BoolIfExists", value: "false" } as const;
  const isDenied = (value: string | undefined) =>
    asking.some(
      (one) => one.effect === "Deny" && fitsAll(mfaTests(view, one), value),
    );
  if (fits("true"))
    return { ...meant, message: "denies whoever signed in with MFA" };
  if (!isDenied(absent))
    return {
      ...meant,
      message:
        "lets requests with long-term access keys through without MFA: they do not carry the key",
    };
  return isDenied("false")
    ? undefined
    : {
        ...meant,
        message:
          "lets sessions without MFA through: the key is there, and false",
      };
}

function mfaTests(
  view: PolicyView,
  statement: StatementView,
): readonly ConditionTest[] {
  return testsOf(view, statement).filter(({ lower }) => lower === mfaKey);
}

function fitsAll(
  tests: readonly ConditionTest[],
  value: string | undefined,
): boolean {
  return tests.every((test) => saysOf(test, value) !== false);
}

function report(
  subject: RuleSubject,
  statement: StatementView,
  { test, message, by, value, canMend }: Wrong & { readonly canMend: boolean },
): Report {
  const fix = conditionFix(subject, statement, {
    condition: test,
    title: `Compare with ${by} ${value}`,
    edit: (elements) =>
      withCondition(withoutKey(elements, test.key), [by, test.key], value),
  });
  return {
    path: placeOf(statement, test),
    message: `${statement.name} ${message}`,
    help: `compare \`${test.key}\` with ${by} ${value}`,
    ...(canMend && fix !== undefined && { fix }),
  };
}

function withoutKey(elements: JsonObject, key: string): JsonObject {
  const { Condition: conditions } = elements;
  const operators = Object.keys(
    typeof conditions === "object" ? (conditions ?? {}) : {},
  );
  return operators.reduce(
    (edited, operator) => withCondition(edited, [operator, key], undefined),
    elements,
  );
}

const statement = (effect: string, Condition: object) => ({
  json: [
    {
      Effect: effect,
      Principal: { AWS: "arn:aws:iam::111122223333:root" },
      Action: "kms:ScheduleKeyDeletion",
      Resource: "*",
      Condition: { ...Condition },
    },
  ],
});
const mfa = (value: string) => ({ "aws:MultiFactorAuthPresent": value });
const at = (operator: string) =>
  `keys[0].policy.statements[0].conditions.${operator}["aws:MultiFactorAuthPresent"]`;

export const examples = (): Examples => [
  {
    bad: statement("Deny", { Bool: mfa("false") }),
    at: at("Bool"),
    good: statement("Deny", { BoolIfExists: mfa("false") }),
  },
  {
    bad: statement("Allow", { BoolIfExists: mfa("true") }),
    at: at("BoolIfExists"),
    good: statement("Allow", { Bool: mfa("true") }),
  },
  {
    bad: statement("Allow", { Null: mfa("false") }),
    at: at("Null"),
    good: {
      json: [
        ...statement("Deny", { Bool: mfa("false") }).json,
        ...statement("Deny", { Null: mfa("true") }).json,
      ],
    },
  },
  {
    bad: statement("Deny", { Null: mfa("true") }),
    at: at("Null"),
    good: statement("Allow", { Null: mfa("false"), Bool: mfa("true") }),
  },
  {
    bad: statement("Deny", { Bool: mfa("true") }),
    at: at("Bool"),
    good: statement("Deny", {
      NumericLessThan: { "aws:MultiFactorAuthAge": "300" },
    }),
  },
];
