import type { Tool } from "./coverage.ts";

/** The checks of AWS Security Hub CSPM. */
export const securityHub: Tool = {
  title: "AWS Security Hub CSPM",
  version: "Controls for AWS KMS",
  checks: {
    "KMS.1": { outside: "It looks at managed IAM policies, not at keys." },
    "KMS.2": { outside: "It looks at inline IAM policies, not at keys." },
    "KMS.3": {
      outside:
        "It looks at keys in the account; a design has none that are scheduled for deletion.",
    },
    "KMS.4": ["rotation-off"],
    "KMS.5": {
      wrong:
        "Any value with a wildcard or a policy variable counts as open there; here the prover decides, with a request that shows it.",
      instead: ["public-access"],
    },
  },
};
