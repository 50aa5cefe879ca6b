import type { Tool } from "./coverage.ts";

/** The checks of prowler. */
export const prowler: Tool = {
  title: "prowler",
  version: "main branch of 2026-08-21",
  checks: {
    kms_cmk_are_used: ["key-disabled"],
    kms_cmk_not_deleted_unintentionally: {
      outside:
        "It looks at keys in the account; a design has none that are scheduled for deletion. removal-destroys says which would be.",
    },
    kms_cmk_not_multi_region: {
      wrong:
        "It flags every multi-Region key; one with a replica is meant to be one.",
      instead: ["multi-region-alone"],
    },
    kms_cmk_rotation_enabled: ["rotation-off"],
    kms_key_not_publicly_accessible: ["public-access"],
    kms_key_enclave_attestation_not_enforced: ["attestation-bypass"],
    kms_key_enclave_attestation_bypassable_path: ["attestation-bypass"],
    kms_key_enclave_attestation_no_deployment_binding: ["attestation-unbound"],
    kms_key_enclave_attestation_pcr_mismatch: {
      outside:
        "It compares with golden measurements that the design does not hold.",
    },
    kms_key_enclave_attestation_unknown_image: {
      outside: "It looks at recorded requests, not at the policy.",
    },
    kms_key_enclave_debug_attestation_detected: ["attestation-debug"],
  },
};
