import { hasKey } from "./keys-of.ts";
import type { SourceRef } from "./sources.ts";

/** A scanner of templates, and where in the metadata of a resource it looks for what it is to leave alone. */
export interface Scanner {
  readonly name: string;
  /** The name in the metadata. */
  readonly section: string;
  /** The list in that section. */
  readonly list: string;
  /** The property of an entry that gives the reason. @default an entry is the name of the rule alone */
  readonly reason?: string;
  /** Reasons that are shorter stop the scanner. @default any length will do */
  readonly minReasonLength?: number;
  readonly source: SourceRef;
}

const scannerTable = {
  cdkNag: {
    name: "cdk-nag",
    section: "cdk_nag",
    list: "rules_to_suppress",
    reason: "reason",
    // cdk-nag 2 throws at a shorter one. cdk-nag 3 writes this form too, and reads what programs acknowledge instead.
    minReasonLength: 10,
    source: "cdkNag",
  },
  cfnNag: {
    name: "cfn_nag",
    section: "cfn_nag",
    list: "rules_to_suppress",
    reason: "reason",
    source: "cfnNag",
  },
  checkov: {
    name: "checkov",
    section: "checkov",
    list: "skip",
    reason: "comment",
    source: "checkov",
  },
  cfnGuard: {
    name: "cfn-guard",
    section: "guard",
    list: "SuppressedRules",
    source: "guardRegistry",
  },
} as const satisfies Readonly<Record<string, Scanner>>;

/** A scanner that can be told what is accepted. */
export type ScannerName = keyof typeof scannerTable;

/** The scanners that can be told in a template what is accepted, in the order in which they are told. */
export const scanners: Readonly<Record<ScannerName, Scanner>> = scannerTable;

/** The rules of other scanners that look for what a rule of ours looks for. */
export interface ScannerRules extends Readonly<
  Record<ScannerName, readonly string[]>
> {
  /**
   * Proactive controls of AWS Control Tower. Their Guard rules select every key, whatever its metadata says, so that no
   * template can suppress them.
   */
  readonly controlTower: readonly string[];
  readonly source: SourceRef;
}

const none = {
  cdkNag: [],
  cfnNag: [],
  checkov: [],
  cfnGuard: [],
  controlTower: [],
} as const;

const ruleTable = {
  "rotation-off": {
    cdkNag: [
      "AwsSolutions-KMS5",
      "NIST.800.53.R4-KMSBackingKeyRotationEnabled",
      "NIST.800.53.R5-KMSBackingKeyRotationEnabled",
      "PCI.DSS.321-KMSBackingKeyRotationEnabled",
    ],
    cfnNag: ["F19"],
    checkov: ["CKV_AWS_7"],
    cfnGuard: ["CMK_BACKING_KEY_ROTATION_ENABLED"],
    controlTower: ["CT.KMS.PR.1"],
    source: ["cdkNag", "cfnNag", "checkov", "guardRegistry", "controlTower"],
  },
  "public-access": {
    ...none,
    cfnNag: ["F76"],
    checkov: ["CKV_AWS_33"],
    cfnGuard: ["KMS_NO_WILDCARD_PRINCIPAL"],
    source: ["cfnNag", "checkov", "guardRegistry"],
  },
  "rsa-key-of-2048": {
    ...none,
    controlTower: ["CT.KMS.PR.2"],
    source: "controlTower",
  },
  "create-grant-open": {
    ...none,
    controlTower: ["CT.KMS.PR.3"],
    source: "controlTower",
  },
  // Which scanner is wrong about the key is for each finding to say.
  "scanner-false-alarm": { ...none, source: "checkov" },
} as const satisfies Readonly<Record<string, ScannerRules>>;

/** The rules of ours that other scanners have rules for, by the code of their findings. */
export const scannerRules: Readonly<
  Record<keyof typeof ruleTable, ScannerRules>
> = ruleTable;

/** The rules of other scanners for a rule of ours; undefined where there are none. */
export function scannerRulesOf(rule: string): ScannerRules | undefined {
  return hasKey(scannerRules, rule) ? scannerRules[rule] : undefined;
}
