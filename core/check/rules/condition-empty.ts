import { isVerbatim } from "../../design/design.ts";
import { isJsonList, isJsonObject, objectOf } from "../../problem/json.ts";
import type { JsonObject } from "../../problem/json.ts";
import type { Examples } from "../example.ts";
import { statement0 } from "../example.ts";
import { mendedBy } from "../mended-by.ts";
import { placeIn, policyOfKey } from "../policy-view.ts";
import type { StatementView } from "../policy-view.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";
import {
  removeStatement,
  statementFix,
  withCondition,
} from "../statement-fix.ts";
import {
  conditionFix,
  eachCondition,
  nameOf,
  placeOf,
  withoutCondition,
} from "../written-conditions.ts";
import type { WrittenCondition } from "../written-conditions.ts";
import { withoutMember } from "../without-member.ts";

/** A condition without values is none, or one that nobody meets. */
export const conditionEmpty: Rule = {
  family: "grammar",
  summary: "A condition compares with something.",
  why: "An empty Condition, or an operator without condition keys, says nothing. A condition key without values is met by no request, by every request, or by those without the key, which nobody reads from an empty list.",
  mend: "Say what to compare with, or write what the empty list means.",
  severity: "warning",
  source: {
    title: "IAM User Guide, Set operators for multivalued context keys",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html",
  },
  check: (subject) => {
    const { statements = [] } = policyOfKey(subject) ?? {};
    return [
      ...statements.flatMap((statement) => blockReports(subject, statement)),
      ...eachCondition(subject, (condition) =>
        isJsonList(valueOf(condition)) && condition.values.length === 0
          ? [valueReport(subject, condition)]
          : [],
      ),
    ];
  },
};

function valueOf({ statement, operator, key }: WrittenCondition) {
  return objectOf(objectOf(statement.written["Condition"])[operator])[key];
}

/** A statement that is kept as JSON has an empty Condition that the CDK leaves out. */
function blockReports(
  subject: RuleSubject,
  statement: StatementView,
): readonly Report[] {
  const { own, written } = statement;
  const found = own !== undefined && isVerbatim(own) ? own.verbatim : written;
  const block = found["Condition"];
  if (!isJsonObject(block)) return [];
  const operators = Object.keys(block);
  if (operators.length === 0)
    return [
      mendedBy(
        {
          path: placeIn(statement, ["Condition"]),
          severity: "info",
          message: `the Condition of ${statement.name} is empty, and says nothing`,
          help: "say when the statement applies, or remove the Condition",
        },
        statementFix(subject, statement, {
          title: "Remove the Condition",
          edit: (json) => withoutMember(json, "Condition"),
        }),
      ),
    ];
  return operators.flatMap((operator) => {
    const keys = block[operator];
    return isJsonObject(keys) && Object.keys(keys).length === 0
      ? [operatorReport(subject, statement, operator)]
      : [];
  });
}

function operatorReport(
  subject: RuleSubject,
  statement: StatementView,
  operator: string,
): Report {
  return mendedBy(
    {
      path: placeIn(statement, ["Condition", operator]),
      severity: "info",
      message: `\`${operator}\` has no condition key, and says nothing`,
      help: "name a condition key, or remove the operator",
    },
    statementFix(subject, statement, {
      title: `Remove ${operator}`,
      edit: (json) => withoutOperator(json, operator),
    }),
  );
}

function withoutOperator(json: JsonObject, operator: string): JsonObject {
  const { Condition: block, ...rest } = json;
  const { [operator]: _, ...others } = objectOf(block);
  return Object.keys(others).length === 0
    ? rest
    : { ...rest, Condition: others };
}

/** Which requests meet a condition that has no values. */
type Meaning = "none" | "all" | "those without the key";

function meaningOf({ parsed }: WrittenCondition): Meaning {
  if (parsed === undefined) return "none";
  const { name, prefix, ifExists } = parsed;
  const isNegated = name.includes("Not");
  if (prefix === "ForAnyValue") return "none";
  if (isNegated) return "all";
  return prefix === "ForAllValues" || ifExists
    ? "those without the key"
    : "none";
}

function valueReport(
  subject: RuleSubject,
  condition: WrittenCondition,
): Report {
  const { statement, key, operator } = condition;
  const meaning = meaningOf(condition);
  const report = {
    path: placeOf(condition),
    message: `${nameOf(condition)} has no values, so ${words[meaning]}`,
    help: helps[meaning],
  };
  switch (meaning) {
    case "none":
      return mendedBy(report, removeStatement(subject, statement));
    case "all":
      return mendedBy(
        report,
        withoutCondition(subject, condition, "Remove the condition"),
      );
    case "those without the key":
      return mendedBy(
        report,
        conditionFix(subject, condition, {
          title: `Write Null of ${key}`,
          edit: (json) =>
            withCondition(
              withCondition(json, [operator, key], undefined),
              ["Null", key],
              "true",
            ),
        }),
      );
  }
}

const words: Readonly<Record<Meaning, string>> = {
  none: "no request meets it and the statement does nothing",
  all: "every request meets it",
  "those without the key": "only requests without the key meet it",
};
const helps: Readonly<Record<Meaning, string>> = {
  none: "say what to compare with, or remove the statement",
  all: "say what to compare with, or remove the condition",
  "those without the key":
    "say what to compare with, or write `Null` with `true`",
};

const statement = (conditions: JsonObject) => ({
  json: [
    {
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::111122223333:role/App" },
      Action: "kms:Decrypt",
      Resource: "*",
      Condition: conditions,
    },
  ],
});

export const examples = (): Examples => [
  {
    bad: statement({}),
    at: `${statement0}.verbatim.Condition`,
    good: statement({ Bool: { "aws:SecureTransport": "true" } }),
  },
  {
    bad: statement({
      StringEquals: {},
      Bool: { "aws:SecureTransport": "true" },
    }),
    at: `${statement0}.verbatim.Condition.StringEquals`,
    good: statement({ StringEquals: { "kms:KeySpec": "RSA_2048" } }),
  },
  {
    bad: statement({ StringEquals: { "kms:KeySpec": [] } }),
    at: `${statement0}.conditions.StringEquals["kms:KeySpec"]`,
    good: statement({ StringEquals: { "kms:KeySpec": ["RSA_2048"] } }),
  },
  {
    bad: statement({ StringNotEquals: { "kms:KeySpec": [] } }),
    at: `${statement0}.conditions.StringNotEquals["kms:KeySpec"]`,
    good: statement({ StringNotEquals: { "kms:KeySpec": ["RSA_2048"] } }),
  },
  {
    bad: statement({ "ForAllValues:StringLike": { "aws:TagKeys": [] } }),
    at: `${statement0}.conditions["ForAllValues:StringLike"]["aws:TagKeys"]`,
    good: statement({ Null: { "aws:TagKeys": "true" } }),
  },
];
