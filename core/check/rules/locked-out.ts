import { addAccountStatement } from "../../design/add-statement.ts";
import { isOwned } from "../../design/design.ts";
import { accessOf } from "../access-of.ts";
import type { Examples } from "../example.ts";
import { firstThatMends } from "../first-that-mends.ts";
import { policyOfKey } from "../policy-view.ts";
import type { PolicyView } from "../policy-view.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";
import { removeStatement } from "../statement-fix.ts";

/** Proven over all requests: no principal of the key's account is allowed kms:PutKeyPolicy. */
export const lockedOut: Rule = {
  family: "key-safety",
  summary: "Somebody in the account of the key can change its policy.",
  why: "A key whose policy nobody can change cannot be managed or deleted any more; only AWS Support can then help.",
  mend: "Let the IAM policies of the account decide, or allow kms:PutKeyPolicy to an administrator.",
  severity: "error",
  source: {
    title: "AWS KMS Developer Guide, Default key policy",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html",
  },
  check: (subject) => {
    const view = policyOfKey(subject);
    if (view === undefined) return [];
    const { verdict, reason } = accessOf(view).manageable;
    switch (verdict) {
      case "proven":
        return [];
      case "refuted":
        return [lockedReport(subject, view)];
      case "unknown":
        return [unknownReport(subject, reason ?? "")];
    }
  },
};

function lockedReport(subject: RuleSubject, view: PolicyView): Report {
  const { design, key, path } = subject;
  const denies = view.statements.filter(
    ({ effect, covers }) =>
      effect === "Deny" && covers.includes("kms:PutKeyPolicy"),
  );
  const fix = firstThatMends(
    subject,
    [
      isOwned(key)
        ? {
            title: "Let the account decide",
            change: addAccountStatement(design, key),
          }
        : undefined,
      ...denies.map((deny) =>
        removeStatement(subject, deny, `Remove ${deny.name}`),
      ),
    ],
    (next) => accessOf(next).manageable.verdict === "proven",
  );
  return {
    path: [...path, "policy"],
    message: "nobody in the account can change this key policy any more",
    help: "let the IAM policies of the account decide, or allow kms:PutKeyPolicy to an administrator",
    ...(fix !== undefined && { fix }),
  };
}

function unknownReport({ path }: RuleSubject, reason: string): Report {
  return {
    path: [...path, "policy"],
    severity: "info",
    message: `whether somebody can change this key policy is not known: ${reason}`,
    help: "allow kms:PutKeyPolicy to the account without a condition",
  };
}

const app = { AWS: "arn:aws:iam::111122223333:role/App" };
const decrypt = {
  Effect: "Allow",
  Principal: app,
  Action: "kms:Decrypt",
  Resource: "*",
};

export const examples = (): Examples => [
  {
    bad: {
      key: { policy: { mode: "replace", statements: [] } },
      json: [decrypt],
    },
    at: "keys[0].policy",
    good: { json: [decrypt] },
  },
  {
    bad: {
      json: [
        {
          Effect: "Deny",
          Principal: "*",
          Action: "kms:PutKeyPolicy",
          Resource: "*",
        },
      ],
    },
    at: "keys[0].policy",
    good: {
      json: [
        {
          Effect: "Deny",
          Principal: "*",
          Action: "kms:PutKeyPolicy",
          Resource: "*",
          Condition: {
            ArnNotEquals: {
              "aws:PrincipalArn": "arn:aws:iam::111122223333:role/Admin",
            },
          },
        },
      ],
      stack: { account: "111122223333" },
    },
  },
];
