import { addAccountStatement } from "../../design/add-statement.ts";
import { isOwned } from "../../design/design.ts";
import { isAccountId } from "../../policy/arn.ts";
import type { Examples } from "../example.ts";
import { policyOfKey } from "../policy-view.ts";
import type { Rule } from "../rule.ts";

export const accountNotDelegated: Rule = {
  family: "key-safety",
  summary: "IAM policies of the account have an effect on the key.",
  why: "Without a statement for the account, IAM policies do not give access to the key, and only those whom the policy names can manage it.",
  mend: "Allow kms:* to the root of the account, as the default key policy does, unless that is what the policy is to avoid.",
  severity: "info",
  source: {
    title: "AWS KMS Developer Guide, Default key policy",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html",
  },
  check: (subject) => {
    const { design, key, path } = subject;
    const view = policyOfKey(subject);
    if (view === undefined || !isOwned(key)) return [];
    const { account } = view.subject;
    const isDelegated = view.subject.policy.statements.some(
      ({ effect, principals }) =>
        effect === "Allow" &&
        principals?.isNot === false &&
        principals.list.some((one) => one.account === account),
    );
    if (isDelegated || !isAccountId(account)) return [];
    return [
      {
        path: [...path, "policy"],
        message: "no statement lets the IAM policies of the account decide",
        help: "allow kms:* to the root of the account, or accept that only the policy gives access",
        fix: {
          title: "Let the account decide",
          change: addAccountStatement(design, key),
        },
      },
    ];
  },
};

const administration = {
  Effect: "Allow",
  Principal: {
    AWS: [
      "arn:aws:iam::111122223333:role/Admin",
      "arn:aws:iam::111122223333:role/BreakGlass",
    ],
  },
  Action: "kms:*",
  Resource: "*",
};

export const examples = (): Examples => [
  {
    bad: {
      key: { policy: { mode: "replace", statements: [] } },
      json: [administration],
    },
    at: "keys[0].policy",
    good: { json: [administration] },
  },
];
