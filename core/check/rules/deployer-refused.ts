import { isDefined } from "../../design/design.ts";
import { accessOf } from "../access-of.ts";
import type { Examples } from "../example.ts";
import { policyOfKey } from "../policy-view.ts";
import { keyFix } from "../rule.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";

/** AWS KMS checks that whoever puts a key policy may put another one. */
export const deployerRefused: Rule = {
  family: "deployment",
  summary: "The principal that deploys may put the key policy again.",
  why: "AWS KMS refuses a policy that does not let the caller change it in the future, and the stack fails.",
  mend: "Allow kms:PutKeyPolicy to the principal that deploys, or deploy as another one.",
  severity: "error",
  source: {
    title: "AWS KMS API Reference, PutKeyPolicy",
    url: "https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html",
  },
  check: (subject) => {
    const { key } = subject;
    const view = policyOfKey(subject);
    if (view === undefined || view.subject.settings.deployer === undefined)
      return [];
    const { deployer } = accessOf(view).manageable;
    const isBypassed =
      isDefined(key) && key.bypassPolicyLockoutSafetyCheck === true;
    return deployer?.verdict === "refused" && !isBypassed
      ? [refused(subject, deployer.deployer)]
      : [];
  },
};

function refused({ key, path }: RuleSubject, deployer: string): Report {
  return {
    path: [...path, "policy"],
    message: `AWS KMS refuses this policy from \`${deployer}\`, which could not put a key policy again`,
    help: "allow kms:PutKeyPolicy to the principal that deploys, or deploy as another one",
    ...(isDefined(key) && {
      fix: keyFix("Bypass the policy lockout safety check", key, {
        bypassPolicyLockoutSafetyCheck: true,
      }),
    }),
  };
}

const administration = (name: string) => ({
  Effect: "Allow",
  Principal: { AWS: `arn:aws:iam::111122223333:role/${name}` },
  Action: "kms:*",
  Resource: "*",
});
const deployed = {
  key: { policy: { mode: "replace", statements: [] } },
  design: {
    settings: {
      account: "111122223333",
      deployer: "arn:aws:iam::111122223333:role/Deploy",
    },
  },
} as const;

export const examples = (): Examples => [
  {
    bad: { ...deployed, json: [administration("Admin")] },
    at: "keys[0].policy",
    good: { ...deployed, json: [administration("Deploy")] },
  },
];
