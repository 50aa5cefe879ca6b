import { isOwned } from "../../design/design.ts";
import { isEveryAction } from "../action-facts.ts";
import { areConditionsKnown } from "../condition-tests.ts";
import type { Examples } from "../example.ts";
import { policyOfKey } from "../policy-view.ts";
import type { PolicyView } from "../policy-view.ts";
import { accountOfPrincipal, areAll } from "../principal-facts.ts";
import type { Rule } from "../rule.ts";

/** The policy that AWS KMS, the CDK and the console give a key is no fault; what it means is worth knowing. */
export const defaultPolicy: Rule = {
  family: "key-safety",
  summary: "Whether IAM policies alone decide who may use the key is known.",
  why: "The default key policy lets the IAM policies of the account decide everything. Whoever has kms:* on all resources in the account may then use this key, and administrators of IAM can give it to anybody there.",
  mend: "Leave it so where that is meant, or name in the key policy who administers and who uses the key.",
  severity: "info",
  source: {
    title: "AWS KMS Developer Guide, Default key policy",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html",
  },
  check: (subject) => {
    const { key, path } = subject;
    const view = isOwned(key) ? policyOfKey(subject) : undefined;
    return view === undefined || !isDefaultOnly(view)
      ? []
      : [
          {
            path: [...path, "policy"],
            message:
              "the key has the default key policy, so the IAM policies of its account alone decide who may use it",
            help: "leave it so, or add statements that name who may use the key",
          },
        ];
  },
};

function isDefaultOnly(view: PolicyView): boolean {
  const { statements, subject } = view;
  const [only, ...others] = statements;
  return (
    only !== undefined &&
    areConditionsKnown(view, only) &&
    others.length === 0 &&
    only.effect === "Allow" &&
    only.conditions.length === 0 &&
    only.actions.some(isEveryAction) &&
    areAll(only, "account") &&
    only.principals.every((one) => accountOfPrincipal(one) === subject.account)
  );
}

export const examples = (): Examples => [
  {
    bad: { key: { policy: { mode: "amend", statements: [] } } },
    at: "keys[0].policy",
    good: { key: {} },
  },
  {
    bad: {
      template: `Resources:
  Key:
    Type: AWS::KMS::Key
    Properties: { EnableKeyRotation: true }
`,
    },
    at: "keys[0].policy",
    good: { key: { administrators: ["App"] } },
  },
];
