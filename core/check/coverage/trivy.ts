import type { Tool } from "./coverage.ts";

/** The checks of Trivy and tfsec. */
export const trivy: Tool = {
  title: "Trivy and tfsec",
  version: "trivy-checks of 2026-08-21",
  checks: {
    "AWS-0065 (AVD-AWS-0065, aws-kms-auto-rotate-keys)": {
      wrong:
        "It flags HMAC keys, keys for key agreement and RSA keys for encryption, which AWS KMS does not rotate.",
      instead: ["rotation-off"],
    },
  },
};
