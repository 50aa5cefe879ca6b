import type { Tool } from "./coverage.ts";

/** The checks of checkov. */
export const checkov: Tool = {
  title: "checkov",
  version: "main branch of 2026-08-20",
  checks: {
    CKV_AWS_7: {
      wrong:
        "For CloudFormation it flags HMAC keys, which AWS KMS does not rotate, and asks for what AWS leaves to the person.",
      instead: ["rotation-off", "scanner-false-alarm"],
    },
    CKV_AWS_33: {
      wrong:
        "For CloudFormation it flags every wildcard, whatever its conditions; for Terraform none that has any condition.",
      instead: ["public-access", "scanner-false-alarm"],
    },
    CKV_AWS_227: ["key-disabled"],
    CKV2_AWS_64: ["default-policy"],
    CKV_AWS_283: ["public-access"],
    CKV_AWS_111: {
      wrong:
        "It flags write access on Resource `*`, which in a key policy is the key itself.",
    },
    CKV_AWS_109: {
      wrong:
        "It flags permissions management on Resource `*`, which in a key policy is the key itself.",
    },
    CKV_AWS_356: {
      wrong:
        "It flags `*` as the resource on Resource `*`, which in a key policy is the key itself.",
    },
    CKV_AWS_108: {
      wrong:
        "It flags data access on Resource `*`, which in a key policy is the key itself.",
      instead: ["public-access"],
    },
    CKV_AWS_107: {
      outside:
        "It lists actions that return credentials; AWS KMS has none of them.",
    },
    CKV_AWS_110: ["administration-with-use", "all-actions-for-identity"],
    CKV_AWS_1: ["all-actions-for-identity", "public-access"],
    CKV_AWS_49: ["all-actions-for-identity", "public-access"],
  },
};
