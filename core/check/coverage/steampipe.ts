import type { Tool } from "./coverage.ts";

/** The checks of Steampipe and Powerpipe. */
export const steampipe: Tool = {
  title: "Steampipe and Powerpipe",
  version: "aws_perimeter, aws_compliance",
  checks: {
    "kms_key_policy_prohibit_public_access, kms_key_decryption_restricted_*": [
      "public-access",
      "outside-access",
    ],
  },
};
