import { accessOf } from "../access-of.ts";
import type { Examples } from "../example.ts";
import { policyOfKey } from "../policy-view.ts";
import type { StatementView } from "../policy-view.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";
import { removeStatement } from "../statement-fix.ts";

/** Proven over all requests. */
export const statementWithoutEffect: Rule = {
  family: "least-privilege",
  summary: "Each statement allows or denies something that no other does.",
  why: "A statement that fits no request, or whose access another statement denies, promises what the policy does not do. One that adds nothing is only to be read.",
  mend: "Remove the statement, or correct the principal, the condition or the Deny that makes it idle.",
  severity: "warning",
  source: {
    title: "IAM User Guide, Policy evaluation logic",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html",
  },
  check: (subject) => {
    const view = policyOfKey(subject);
    if (view === undefined) return [];
    return accessOf(view).statements.flatMap(({ statement, standing }) => {
      const words = standings[standing];
      const found = view.statements[statement];
      return words === undefined || found === undefined
        ? []
        : [report(subject, found, words)];
    });
  },
};

interface Words {
  readonly message: string;
  readonly help: string;
  readonly severity?: "info";
}

const standings: Readonly<Record<string, Words>> = {
  "never-matches": {
    message: "fits no request",
    help: "remove it, or correct the principal or the condition that no request has",
  },
  shadowed: {
    message: "allows only what another statement denies",
    help: "remove it, or narrow the Deny",
  },
  "adds-nothing": {
    message: "adds nothing to the other statements",
    help: "remove it: the policy then says the same",
    severity: "info",
  },
};

function report(
  subject: RuleSubject,
  statement: StatementView,
  { message, help, severity }: Words,
): Report {
  const fix = removeStatement(subject, statement);
  return {
    path: statement.path,
    message: `${statement.name} ${message}`,
    help,
    ...(severity !== undefined && { severity }),
    ...(fix !== undefined && { fix }),
  };
}

const usage = (more: object = {}) => ({
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::111122223333:role/App" },
  Action: ["kms:Decrypt", "kms:Encrypt"],
  Resource: "*",
  ...more,
});

export const examples = (): Examples => [
  {
    bad: {
      json: [
        usage({ Condition: { StringEquals: { "kms:KeySpec": "RSA_2048" } } }),
      ],
    },
    at: "keys[0].policy.statements[0]",
    good: {
      json: [
        usage({
          Condition: { StringEquals: { "kms:KeySpec": "SYMMETRIC_DEFAULT" } },
        }),
      ],
    },
  },
  {
    bad: {
      json: [
        usage(),
        {
          Effect: "Deny",
          Principal: "*",
          Action: ["kms:Decrypt", "kms:Encrypt"],
          Resource: "*",
        },
      ],
    },
    at: "keys[0].policy.statements[0]",
    good: {
      json: [
        usage(),
        {
          Effect: "Deny",
          Principal: "*",
          Action: "kms:Encrypt",
          Resource: "*",
        },
      ],
    },
  },
  {
    bad: { json: [usage(), usage({ Sid: "Again", Action: "kms:Decrypt" })] },
    at: "keys[0].policy.statements[1]",
    good: { json: [usage(), usage({ Sid: "More", Action: "kms:ReEncrypt*" })] },
  },
];
