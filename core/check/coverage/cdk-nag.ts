import type { Tool } from "./coverage.ts";

/** The checks of cdk-nag. */
export const cdkNag: Tool = {
  title: "cdk-nag",
  version: "3.0.2",
  checks: {
    "AwsSolutions-KMS5": {
      wrong:
        "It flags keys with imported material too, which AWS KMS does not rotate automatically.",
      instead: ["rotation-off", "scanner-false-alarm"],
    },
    "NIST.800.53.R4-KMSBackingKeyRotationEnabled": {
      wrong:
        "It flags keys with imported material too, which AWS KMS does not rotate automatically.",
      instead: ["rotation-off", "scanner-false-alarm"],
    },
    "NIST.800.53.R5-KMSBackingKeyRotationEnabled": {
      wrong:
        "It flags keys with imported material too, which AWS KMS does not rotate automatically.",
      instead: ["rotation-off", "scanner-false-alarm"],
    },
    "PCI.DSS.321-KMSBackingKeyRotationEnabled": {
      wrong:
        "It flags keys with imported material too, which AWS KMS does not rotate automatically.",
      instead: ["rotation-off", "scanner-false-alarm"],
    },
  },
};
