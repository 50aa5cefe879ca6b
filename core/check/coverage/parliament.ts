import type { Tool } from "./coverage.ts";

/** The checks of parliament. */
export const parliament: Tool = {
  title: "parliament",
  version: "1.6.4, config.yaml of April 2025, with its community auditors.",
  checks: {
    MALFORMED_JSON: {
      by: "The importer reads what people paste and reports each place with its line and column.",
    },
    MALFORMED: ["element-missing"],
    DUPLICATE_SID: ["sid-repeated"],
    RESOURCE_POLICY_PRIVILEGE_ESCALATION: [
      "administration-with-use",
      "all-actions-for-identity",
      "service-administers",
    ],
    UNKNOWN_PRINCIPAL: ["principal-form", "principal-arn"],
    UNKNOWN_FEDERATION_SOURCE: ["principal-type"],
    MISMATCHED_TYPE_OPERATION_TO_NULL: ["null-operator"],
    MISMATCHED_TYPE_BUT_USABLE: ["condition-value-type"],
    MISMATCHED_TYPE: ["condition-value-type"],
    UNKNOWN_ACTION: ["action-unknown"],
    UNKNOWN_PREFIX: ["action-unknown"],
    UNKNOWN_CONDITION_FOR_ACTION: ["condition-never-true"],
    BAD_PATTERN_FOR_MFA: ["mfa-condition"],
    INVALID_SID: {
      wrong:
        "A Sid of a key policy may have spaces: those that AWS KMS and the console write have them.",
    },
    INVALID_ARN: ["resource-in-key-policy"],
    NO_VERSION: ["policy-version"],
    INVALID_VERSION: ["policy-version"],
    OLD_VERSION: ["policy-version"],
    RESOURCE_MISMATCH: ["resource-in-key-policy"],
    RESOURCE_STAR: {
      wrong: "In a key policy `*` is the key that the policy is attached to.",
    },
    RESOURCE_EFFECTIVELY_STAR: ["resource-in-key-policy"],
    UNKNOWN_OPERATOR: ["condition-operator"],
    "community_auditors/advanced_policy_elements": [
      "not-principal",
      "not-action",
    ],
    "community_auditors/credentials_exposure": {
      outside:
        "It lists actions that return credentials; AWS KMS has none of them.",
    },
    "community_auditors/permissions_management": [
      "administration-with-use",
      "all-actions-for-identity",
      "create-grant-open",
    ],
    "community_auditors/privilege_escalation": [
      "administration-with-use",
      "all-actions-for-identity",
    ],
    "community_auditors/sensitive_access": {
      by: "The access view and `access` say who may decrypt, with a request that shows it; whether that is meant only the person knows, and can claim.",
    },
    "community_auditors/single_value_condition_too_permissive": [
      "set-prefix-on-single-value",
    ],
  },
};
