import { servicesThatCallAsOthers } from "../../kms/services-of-keys.ts";
import type { ServiceCalls } from "../../kms/services-of-keys.ts";
import { isGrantOrUse } from "../action-facts.ts";
import type { Examples } from "../example.ts";
import { placeIn, policyOfKey } from "../policy-view.ts";
import type { StatementView } from "../policy-view.ts";
import { principalsOfSort, serviceParts } from "../principal-facts.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";
import { principalFix, removeStatement } from "../statement-fix.ts";

/** Most services use a key for somebody, with the permissions of that somebody. */
export const serviceCallsAsCaller: Rule = {
  family: "services",
  summary:
    "A service that is named as principal is one that calls AWS KMS itself.",
  why: "AWS Lambda, Amazon DynamoDB, AWS Secrets Manager and many others call AWS KMS with the permissions of the principal that uses them, or of a role. A statement for the service gives nobody anything.",
  mend: "Name the principal or the role, and where it is to use the key through the service only, add kms:ViaService.",
  severity: "warning",
  source: {
    title: "AWS KMS Developer Guide, How AWS services use AWS KMS",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/service-integration.html",
  },
  check: (subject) => {
    const view = policyOfKey(subject);
    if (view === undefined) return [];
    return view.statements
      .filter(
        ({ effect, covers }) => effect === "Allow" && covers.some(isGrantOrUse),
      )
      .flatMap((statement) =>
        principalsOfSort(statement, "service").flatMap(({ text }) => {
          const calls = servicesThatCallAsOthers[serviceParts(text).name];
          return calls === undefined
            ? []
            : [report(subject, statement, { text, calls })];
        }),
      );
  },
};

const words: Readonly<Record<ServiceCalls, { as: string; help: string }>> = {
  caller: {
    as: "with the permissions of whoever uses it",
    help: "name the principals that use the service, with kms:ViaService where they are to use the key through it only",
  },
  role: {
    as: "with a role",
    help: "name the role that the service works with",
  },
};

function report(
  subject: RuleSubject,
  statement: StatementView,
  { text, calls }: { readonly text: string; readonly calls: ServiceCalls },
): Report {
  const { as, help } = words[calls];
  const isOnly = statement.principals.length === 1;
  const fix = isOnly
    ? removeStatement(subject, statement)
    : principalFix(subject, statement, { title: `Remove ${text}`, text });
  return {
    path: placeIn(statement, ["Principal"]),
    message: `\`${text}\` calls AWS KMS ${as}, so ${statement.name} gives it nothing`,
    help,
    ...(fix !== undefined && { fix }),
  };
}

const forService = (services: string | readonly string[], action: string) => ({
  json: [
    {
      Effect: "Allow",
      Principal: { Service: services },
      Action: action,
      Resource: "*",
      Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
    },
  ],
});

export const examples = (): Examples => [
  {
    bad: forService("lambda.amazonaws.com", "kms:Decrypt"),
    at: "keys[0].policy.statements[0].principals",
    good: forService("s3.amazonaws.com", "kms:Decrypt"),
  },
  {
    bad: forService(
      ["autoscaling.amazonaws.com", "events.amazonaws.com"],
      "kms:Decrypt",
    ),
    at: "keys[0].policy.statements[0].principals",
    good: forService("dynamodb.amazonaws.com", "kms:Describe*"),
  },
];
