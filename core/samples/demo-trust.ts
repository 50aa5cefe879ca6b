import { designWith, onKey } from "./parts.ts";
import type { Sample } from "./sample.ts";

/** The documentation's section on key policies and trusting account identities. Source: aws-cdk-lib 2.276.0, aws-kms/README.md. */
export const demoTrust: Sample = {
  title: "Demo: key policies and the account",
  summary:
    "See what it means that a key trusts the account's IAM policies, which CDK v1 does not do by itself.",
  kind: "demo",
  design: designWith("Trust", "KeyStack", { keys: [{ id: "MyKey" }] }),
  steps: [
    {
      text: "In Design settings, choose v1 app, and see the legacy key policy.",
      isDone: ({ cdk }) => cdk.line === "v1",
    },
    {
      text: "In Settings, turn on Trust account identities.",
      isDone: onKey(({ trustAccountIdentities: trusts }) => trusts === true),
    },
  ],
  end: "IAM policies of the account are enough to use the key, as they always are in CDK v2.",
};
