import { textsOf } from "../../problem/json.ts";
import { isGrantOrUse } from "../action-facts.ts";
import { areConditionsKnown, testsOf } from "../condition-tests.ts";
import type { ConditionTest } from "../condition-tests.ts";
import type { Examples } from "../example.ts";
import { conditionFix, placeOf } from "../own-condition.ts";
import { policyOfKey } from "../policy-view.ts";
import type { PolicyView, StatementView } from "../policy-view.ts";
import { areAll } from "../principal-facts.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";
import { accountText, isScoping } from "../source-binding.ts";
import { withCondition } from "../statement-fix.ts";

/** The ARN of an Amazon S3 bucket names no account, and whoever has the bucket can change. */
export const sourceAccountMissing: Rule = {
  family: "least-privilege",
  summary:
    "An ARN that names no account comes with a condition on aws:SourceAccount.",
  why: "The ARN of a bucket says nothing of its owner: once the bucket is deleted, anybody can make one of that name, and the service then acts for them. An ARN with a wildcard for the account takes everybody's resources at once.",
  mend: "Add StringEquals aws:SourceAccount with the account that owns the resource.",
  severity: "info",
  source: {
    title: "IAM User Guide, The confused deputy problem",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
  },
  check: (subject) => {
    const view = policyOfKey(subject);
    if (view === undefined) return [];
    return view.statements
      .filter(
        (one) =>
          one.effect === "Allow" &&
          areAll(one, "service") &&
          one.covers.some(isGrantOrUse),
      )
      .flatMap((statement) => {
        const loose = looseSourceIn(view, statement);
        return loose === undefined ? [] : [report(subject, statement, loose)];
      });
  },
};

/** A comparison of aws:SourceArn that leaves the account of the source open. */
interface Loose {
  readonly test: ConditionTest;
  readonly text: string;
  readonly isWildcard: boolean;
}

function looseSourceIn(
  view: PolicyView,
  statement: StatementView,
): Loose | undefined {
  if (!areConditionsKnown(view, statement)) return undefined;
  const scoping = testsOf(view, statement).filter(isScoping);
  if (scoping.some(({ lower }) => lower !== "aws:sourcearn")) return undefined;
  for (const test of scoping)
    for (const text of textsOf(test.values)) {
      const account = accountPart(text);
      if (account !== undefined && noAccount.test(account))
        return { test, text, isWildcard: account !== "" };
    }
  return undefined;
}

const noAccount = /^\**$/;

/** What stands for the account; undefined where that cannot be told. */
function accountPart(text: string): string | undefined {
  if (text !== "" && noAccount.test(text)) return "*";
  const parts = text.split(":");
  if (parts[0] !== "arn") return undefined;
  return parts.length < 6 && text.endsWith("*") ? "*" : parts[4];
}

function report(
  subject: RuleSubject,
  statement: StatementView,
  { test, text, isWildcard }: Loose,
): Report {
  const fix = conditionFix(subject, statement, {
    condition: test,
    title: "Add the account",
    edit: (elements) =>
      withCondition(
        elements,
        ["StringEquals", "aws:SourceAccount"],
        accountText(subject, statement),
      ),
  });
  return {
    path: placeOf(statement, test),
    message: isWildcard
      ? `\`${text}\` takes the resources of every account`
      : `\`${text}\` names no account, so it is anybody's who has that name`,
    help: "add a condition on aws:SourceAccount",
    ...(isWildcard && { severity: "warning" }),
    ...(fix !== undefined && { fix }),
  };
}

const forS3 = (Condition: object) => ({
  json: [
    {
      Effect: "Allow",
      Principal: { Service: "s3.amazonaws.com" },
      Action: "kms:GenerateDataKey",
      Resource: "*",
      Condition: { ...Condition },
    },
  ],
});
const bucket = { ArnLike: { "aws:SourceArn": "arn:aws:s3:::orders" } };
const at = `keys[0].policy.statements[0].conditions.ArnLike["aws:SourceArn"]`;

export const examples = (): Examples => [
  {
    bad: forS3(bucket),
    at,
    good: forS3({
      ...bucket,
      StringEquals: { "aws:SourceAccount": "111122223333" },
    }),
  },
  {
    bad: forS3({ ArnLike: { "aws:SourceArn": "arn:aws:sns:*:*:orders" } }),
    at,
    good: forS3({
      ArnLike: { "aws:SourceArn": "arn:aws:sns:*:111122223333:*" },
    }),
  },
];
