import type { AccessRequest } from "../../evaluate/request.ts";
import type { JsonObject } from "../../problem/json.ts";
import { accessOf } from "../access-of.ts";
import type { Examples } from "../example.ts";
import { policyOfKey } from "../policy-view.ts";
import type { PolicyView, StatementView } from "../policy-view.ts";
import { requestWords } from "../request-words.ts";
import type { Fix, Report, Rule, RuleSubject } from "../rule.ts";
import {
  removeStatement,
  statementFix,
  withCondition,
} from "../statement-fix.ts";

/** Proven over all requests: a wildcard that its conditions close is no finding. */
export const publicAccess: Rule = {
  family: "key-safety",
  summary:
    "Nobody is allowed anything whom neither the policy nor the settings name.",
  why: "Any AWS account in the world could use the key. Conditions such as kms:ViaService alone do not leave other accounts out.",
  mend: "Name the principals, or bind the wildcard by kms:CallerAccount, aws:PrincipalOrgID or aws:PrincipalArn.",
  severity: "error",
  source: {
    title: "AWS KMS Developer Guide, Key policies, allowing everyone",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html",
  },
  check: (subject) => {
    const view = policyOfKey(subject);
    if (view === undefined) return [];
    return view.statements
      .filter(({ effect }) => effect === "Allow")
      .filter(looksOpen)
      .flatMap((statement) => reportsOf(subject, view, statement));
  },
};

/** Principals that can be anybody; what is named is no finding. */
function looksOpen({ principals, notPrincipals }: StatementView): boolean {
  return (
    notPrincipals.length > 0 ||
    principals.some(({ type, text }) => type !== "Service" && text === "*")
  );
}

function reportsOf(
  subject: RuleSubject,
  view: PolicyView,
  statement: StatementView,
): readonly Report[] {
  const { path, name } = statement;
  const answer = accessOf(view).notPublicBy(statement.index);
  switch (answer.verdict) {
    case "refuted":
      return [openReport(subject, statement, answer.witness)];
    case "unknown":
      return [
        {
          path,
          severity: "warning",
          message: `whether anybody is allowed something by ${name} is not known: ${answer.reason ?? ""}`,
          help: "bind the wildcard by a condition such as kms:CallerAccount",
        },
      ];
    case "proven":
      return [
        {
          path,
          severity: "info",
          message: `${name} has a wildcard for everybody`,
          help: "nothing: its conditions leave nobody but those whom they name",
          closed:
            "proven over all requests: its conditions, and what other statements deny, leave nobody but those whom policy and settings name",
        },
      ];
  }
}

function openReport(
  subject: RuleSubject,
  statement: StatementView,
  witness: AccessRequest | undefined,
): Report {
  const [fix, ...otherFixes] = fixesFor(subject, statement);
  const example =
    witness === undefined ? "" : `: it allows ${requestWords(witness)}`;
  return {
    path: statement.path,
    message: `${statement.name} is open to every AWS account${example}`,
    help: "name the principals, or bind the wildcard by kms:CallerAccount or aws:PrincipalOrgID",
    ...(fix !== undefined && { fix }),
    ...(otherFixes.length > 0 && { otherFixes }),
  };
}

function fixesFor(
  subject: RuleSubject,
  statement: StatementView,
): readonly Fix[] {
  const { organization } = subject.design.settings ?? {};
  const bind = (title: string, key: string, value: string) =>
    statementFix(subject, statement, {
      title,
      edit: (elements) => withCondition(elements, ["StringEquals", key], value),
    });
  return [
    bind(
      "Only callers of the key's account",
      "kms:CallerAccount",
      "${AWS::AccountId}",
    ),
    organization &&
      bind(
        "Only callers of the organization",
        "aws:PrincipalOrgID",
        organization.id,
      ),
    removeStatement(subject, statement),
  ].filter((fix) => fix !== undefined);
}

const open = (condition?: JsonObject) => ({
  json: [
    {
      Effect: "Allow",
      Principal: { AWS: "*" },
      Action: "kms:Decrypt",
      Resource: "*",
      ...(condition && { Condition: condition }),
    },
  ],
});
const place = "keys[0].policy.statements[0]";

export const examples = (): Examples => [
  {
    bad: open(),
    at: place,
    good: open({ StringEquals: { "kms:CallerAccount": "111122223333" } }),
  },
  {
    // Any account that comes through Amazon S3.
    bad: open({
      StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" },
    }),
    at: place,
    good: open({
      StringEquals: {
        "kms:ViaService": "s3.us-east-1.amazonaws.com",
        "kms:CallerAccount": "111122223333",
      },
    }),
  },
  {
    // The opposite of what is meant.
    bad: open({ StringNotEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }),
    at: place,
    good: open({ StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }),
  },
];
