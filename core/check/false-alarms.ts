import type { EffectiveKey } from "../design/defaults.ts";
import type { ScannerName } from "../kms/scanner-rules.ts";

/** A rule of another scanner that is wrong about some keys. */
export interface FalseAlarm {
  readonly scanner: ScannerName | "trivy";
  /** The name that the scanner has for its rule. */
  readonly rule: string;
  /** The scanner reports keys like this for not being rotated. */
  readonly reports: (
    key: Pick<EffectiveKey, "keySpec" | "keyUsage">,
  ) => boolean;
}

/**
 * Rules that report a key without automatic rotation, and what they look at besides.
 * Source: the sources of cdk-nag 3.0.2, cfn_nag, checkov of August 2026, and the trivy checks of August 2026.
 */
export const rotationAlarms: readonly FalseAlarm[] = [
  {
    scanner: "cdkNag",
    rule: "AwsSolutions-KMS5",
    reports: ({ keySpec }) => keySpec === "SYMMETRIC_DEFAULT",
  },
  { scanner: "cfnNag", rule: "F19", reports: () => true },
  {
    scanner: "checkov",
    rule: "CKV_AWS_7",
    reports: ({ keySpec }) =>
      keySpec === "SYMMETRIC_DEFAULT" || keySpec.startsWith("HMAC_"),
  },
  {
    scanner: "trivy",
    rule: "AWS-0065",
    reports: ({ keyUsage }) => keyUsage !== "SIGN_VERIFY",
  },
];

/** Rules that report every Allow for everyone, whatever its conditions say. */
export const wildcardAlarms: readonly Omit<FalseAlarm, "reports">[] = [
  { scanner: "checkov", rule: "CKV_AWS_33" },
  { scanner: "cfnNag", rule: "F76" },
];
