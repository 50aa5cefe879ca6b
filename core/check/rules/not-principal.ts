import { isAccountId, parseArn } from "../../policy/arn.ts";
import type { Examples } from "../example.ts";
import { statement0 } from "../example.ts";
import { placeIn, policyOfKey } from "../policy-view.ts";
import type { PrincipalView, StatementView } from "../policy-view.ts";
import type { Report, Rule } from "../rule.ts";

/** Everyone but some is more than anybody means, for Allow and for Deny. */
export const notPrincipal: Rule = {
  family: "least-privilege",
  summary:
    "A statement names whom it is about, and where it excepts principals from a denial, it excepts their account as well.",
  why: "Allow with `NotPrincipal` is for everybody else in all of AWS, anonymous callers included. Deny with it denies the account of an excepted role too, and with the account the role: AWS checks the ARN of the session, of the role and of the account.",
  mend: "Name the principals, or deny everyone with a condition `ArnNotEquals` on `aws:PrincipalArn`.",
  severity: "warning",
  source: {
    title: "IAM User Guide, IAM JSON policy elements: NotPrincipal",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html",
  },
  check: (subject) => {
    const { statements = [] } = policyOfKey(subject) ?? {};
    return statements.flatMap((statement) =>
      statement.json["NotPrincipal"] === undefined ? [] : reportsOf(statement),
    );
  },
};

function reportsOf(statement: StatementView): readonly Report[] {
  const path = placeIn(statement, ["NotPrincipal"]);
  const { name, notPrincipals } = statement;
  if (statement.effect === "Allow")
    return [
      {
        path,
        message: `${name} allows everybody in all of AWS but those it excepts`,
        help: "name whom it is for under `Principal`",
      },
    ];
  const forgotten = forgottenAccounts(notPrincipals);
  if (forgotten.length === 0) return [];
  return [
    {
      path,
      message: `${name} excepts principals of account ${forgotten.join(", ")} and not the account itself, so it may deny them all the same`,
      help: "except `arn:aws:iam::ACCOUNT:root` as well, or deny everyone with a condition `ArnNotEquals` on `aws:PrincipalArn`",
    },
  ];
}

/** The accounts of excepted users, roles and sessions that are not excepted themselves. */
function forgottenAccounts(
  excepted: readonly PrincipalView[],
): readonly string[] {
  const texts = excepted.map(({ text }) => text);
  if (texts.includes("*")) return [];
  const arns = texts.flatMap((text) => parseArn(text) ?? []);
  const roots = new Set([
    ...texts.filter(isAccountId),
    ...arns.flatMap(({ resource, account }) =>
      resource === "root" ? [account] : [],
    ),
  ]);
  const accounts = new Set(arns.map(({ account }) => account));
  return [...accounts].filter((account) => !roots.has(account));
}

const statement = (effect: string, ...principals: readonly string[]) => ({
  json: [
    {
      Effect: effect,
      NotPrincipal: { AWS: principals },
      Action: "kms:Decrypt",
      Resource: "*",
    },
  ],
});

const role = "arn:aws:iam::111122223333:role/App";

export const examples = (): Examples => [
  {
    bad: statement("Allow", role),
    at: `${statement0}.notPrincipals`,
    good: statement("Deny", role, "arn:aws:iam::111122223333:root"),
  },
  {
    bad: statement("Deny", role),
    at: `${statement0}.notPrincipals`,
    good: {
      json: [
        {
          Effect: "Deny",
          Principal: "*",
          Action: "kms:Decrypt",
          Resource: "*",
          Condition: { ArnNotEquals: { "aws:PrincipalArn": role } },
        },
      ],
    },
  },
];
