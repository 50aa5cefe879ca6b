import { hasKey } from "../../kms/keys-of.ts";
import { keysOfPrincipals } from "../../kms/service-requests.ts";
import { servicesThatCallAsOthers } from "../../kms/services-of-keys.ts";
import { saysOfAbsent, testsOf } from "../condition-tests.ts";
import type { ConditionTest } from "../condition-tests.ts";
import type { Examples } from "../example.ts";
import { conditionFix, placeOf, valuesIn } from "../own-condition.ts";
import { policyOfKey } from "../policy-view.ts";
import type { StatementView } from "../policy-view.ts";
import { areAll, principalsOfSort, serviceParts } from "../principal-facts.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";
import { accountText } from "../source-binding.ts";
import { withCondition } from "../statement-fix.ts";
import type { StatementEdit } from "../statement-fix.ts";
import { listOfNames } from "../text-list.ts";

/** Services call AWS KMS for themselves, or with the credentials of a principal: never both in one request. */
export const viaServiceForService: Rule = {
  family: "kms-facts",
  summary:
    "Conditions in a statement for a service are on keys that requests of services carry.",
  why: "A request that a service makes for itself has no principal of an account: no kms:ViaService, no organization, no account of a caller. Such a condition is never true for it, so the statement gives the service nothing.",
  mend: "Bind the service with aws:SourceAccount or aws:SourceArn; give principals that work through the service a statement of their own.",
  severity: "warning",
  source: {
    title: "AWS KMS Developer Guide, kms:ViaService",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service",
  },
  check: (subject) => {
    const view = policyOfKey(subject);
    if (view === undefined) return [];
    return view.statements.flatMap((statement) => {
      if (statement.conditions.length === 0) return [];
      const names = principalsOfSort(statement, "service")
        .map(({ text }) => text)
        .filter((text) => !callsAsOther(text));
      if (names.length === 0) return [];
      return testsOf(view, statement)
        .filter(isNeverTrue)
        .map((test) => report(subject, statement, { test, names }));
    });
  },
};

/** The service never calls for itself, which is a finding of its own. */
function callsAsOther(text: string): boolean {
  return hasKey(servicesThatCallAsOthers, serviceParts(text).name);
}

function isNeverTrue(test: ConditionTest): boolean {
  return hasKey(keysOfPrincipals, test.lower) && saysOfAbsent(test) === false;
}

function report(
  subject: RuleSubject,
  statement: StatementView,
  {
    test,
    names,
  }: { readonly test: ConditionTest; readonly names: readonly string[] },
): Report {
  const effect = statement.effect === "Deny" ? "denies" : "allows";
  const fix = areAll(statement, "service")
    ? conditionFix(subject, statement, {
        condition: test,
        title: "Bind the service to what it acts for",
        edit: boundToSource(subject, statement, test),
      })
    : undefined;
  return {
    path: placeOf(statement, test),
    message: `a service's own requests carry no \`${test.key}\`, so ${statement.name} ${effect} ${listOfNames(names)} nothing`,
    help: "compare aws:SourceAccount or aws:SourceArn instead; for principals that work through the service, name those principals",
    ...(fix !== undefined && { fix }),
  };
}

function boundToSource(
  subject: RuleSubject,
  statement: StatementView,
  test: ConditionTest,
): StatementEdit {
  const { operator, key } = test;
  const { instead } = keysOfPrincipals[test.lower] ?? {};
  return (elements) => {
    const rest = withCondition(elements, [operator, key], undefined);
    return instead === undefined
      ? withCondition(
          rest,
          ["StringEquals", "aws:SourceAccount"],
          accountText(subject, statement),
        )
      : withCondition(rest, [operator, instead], valuesIn(elements, test));
  };
}

const forService = (Principal: object, Condition: object) => ({
  json: [
    {
      Effect: "Allow",
      Principal: { ...Principal },
      Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
      Resource: "*",
      Condition: { ...Condition },
    },
  ],
});
const sns = { Service: "sns.amazonaws.com" };
const at = (key: string) =>
  `keys[0].policy.statements[0].conditions.StringEquals["${key}"]`;

export const examples = (): Examples => [
  {
    bad: forService(sns, {
      StringEquals: { "kms:ViaService": "sqs.us-east-1.amazonaws.com" },
    }),
    at: at("kms:ViaService"),
    good: forService(sns, {
      StringEquals: { "aws:SourceAccount": "111122223333" },
    }),
  },
  {
    bad: forService(sns, {
      StringEquals: { "aws:PrincipalOrgID": "o-exampleorgid" },
    }),
    at: at("aws:PrincipalOrgID"),
    good: forService(sns, {
      StringEqualsIfExists: { "aws:PrincipalOrgID": "o-exampleorgid" },
    }),
  },
  {
    bad: forService(
      { ...sns, AWS: "arn:aws:iam::111122223333:role/App" },
      { StringEquals: { "kms:CallerAccount": "111122223333" } },
    ),
    at: at("kms:CallerAccount"),
    good: forService(
      { AWS: "*" },
      { StringEquals: { "kms:CallerAccount": "111122223333" } },
    ),
  },
];
