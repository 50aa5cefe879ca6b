import type { Tool } from "./coverage.ts";

/** The checks of CloudSploit. */
export const cloudsploit: Tool = {
  title: "CloudSploit",
  version: "December 2025",
  checks: {
    "KMS Key Policy": [
      "all-actions-for-identity",
      "administration-with-use",
      "public-access",
    ],
    "KMS Key Rotation": ["rotation-off"],
    "KMS Scheduled Deletion": {
      outside:
        "It looks at keys in the account; a design has none that are scheduled for deletion.",
    },
    "KMS Grant Least Privilege": {
      outside:
        "It looks at KMS grants of keys in the account; CloudFormation creates none.",
    },
    "KMS Duplicate Grants": {
      outside:
        "It looks at KMS grants of keys in the account; CloudFormation creates none.",
    },
    "KMS Default Key Usage": {
      outside:
        "It looks for resources encrypted with AWS managed keys, not at keys.",
    },
    "App-Tier KMS CMK": {
      outside: "It looks for a key by its tag in the account, not at keys.",
    },
  },
};
