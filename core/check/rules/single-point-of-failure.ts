import { addAccountStatement } from "../../design/add-statement.ts";
import { isOwned } from "../../design/design.ts";
import { accessOf } from "../access-of.ts";
import type { Examples } from "../example.ts";
import { policyOfKey } from "../policy-view.ts";
import type { Rule } from "../rule.ts";

/** Proven over all requests: without this principal no other of the account is allowed kms:PutKeyPolicy. */
export const singlePointOfFailure: Rule = {
  family: "key-safety",
  summary: "The key can still be managed when one principal is gone.",
  why: "A role that is deleted is gone from the policy, even when one with its name is made again. If it was the only one that could change the policy, nobody can.",
  mend: "Let the IAM policies of the account decide too, or name a second administrator.",
  severity: "warning",
  source: {
    title: "AWS KMS Developer Guide, Default key policy",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html",
  },
  check: (subject) => {
    const view = policyOfKey(subject);
    if (view === undefined) return [];
    const { design, key, path } = subject;
    return accessOf(view).manageable.singlePointsOfFailure.map((principal) => ({
      path: [...path, "policy"],
      message: `only \`${principal}\` can change this key policy: once it is deleted, nobody can`,
      help: "let the IAM policies of the account decide too, or name a second administrator",
      ...(isOwned(key) && {
        fix: {
          title: "Let the account decide too",
          change: addAccountStatement(design, key),
        },
      }),
    }));
  },
};

const administration = (...names: readonly string[]) => ({
  Sid: "Administer",
  Effect: "Allow",
  Principal: {
    AWS: names.map((name) => `arn:aws:iam::111122223333:role/${name}`),
  },
  Action: ["kms:PutKeyPolicy", "kms:GetKeyPolicy", "kms:DescribeKey"],
  Resource: "*",
});
const replaced = {
  key: { policy: { mode: "replace", statements: [] } },
  stack: { account: "111122223333" },
} as const;

export const examples = (): Examples => [
  {
    bad: { ...replaced, json: [administration("Admin")] },
    at: "keys[0].policy",
    good: { ...replaced, json: [administration("Admin", "BreakGlass")] },
  },
];
