import { isDefined } from "../../design/design.ts";
import type { Examples } from "../example.ts";
import { keyFix } from "../rule.ts";
import type { Rule } from "../rule.ts";

export const lockoutCheckSkipped: Rule = {
  family: "key-safety",
  summary: "The policy lockout safety check stays on.",
  why: "With the check bypassed AWS KMS takes a policy that nobody can change any more. Only AWS Support can then help.",
  mend: "Leave the check on, and let the principal that deploys put key policies.",
  severity: "warning",
  source: {
    title:
      "AWS KMS API Reference, PutKeyPolicy, BypassPolicyLockoutSafetyCheck",
    url: "https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html",
  },
  check: ({ key, path }) =>
    isDefined(key) && key.bypassPolicyLockoutSafetyCheck === true
      ? [
          {
            path: [...path, "bypassPolicyLockoutSafetyCheck"],
            message:
              "AWS KMS will not check that the policy can be changed again",
            help: "turn the bypass off, unless the policy is meant to be final",
            fix: keyFix("Leave the check on", key, {
              bypassPolicyLockoutSafetyCheck: null,
            }),
          },
        ]
      : [],
};

export const examples = (): Examples => [
  {
    bad: { key: { bypassPolicyLockoutSafetyCheck: true } },
    at: "keys[0].bypassPolicyLockoutSafetyCheck",
    good: { key: { bypassPolicyLockoutSafetyCheck: false } },
  },
];
