/** The actions each `grant` method of the CDK `Key` writes, in the order before any sorting (aws-cdk-lib 2.276.0). */
export const grantActions = {
  encrypt: ["kms:Encrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*"],
  decrypt: ["kms:Decrypt"],
  encryptDecrypt: [
    "kms:Decrypt",
    "kms:Encrypt",
    "kms:ReEncrypt*",
    "kms:GenerateDataKey*",
  ],
  sign: ["kms:Sign"],
  verify: ["kms:Verify"],
  signVerify: ["kms:Sign", "kms:Verify"],
  generateMac: ["kms:GenerateMac"],
  verifyMac: ["kms:VerifyMac"],
  admin: [
    "kms:Create*",
    "kms:Describe*",
    "kms:Enable*",
    "kms:List*",
    "kms:Put*",
    "kms:Update*",
    "kms:Revoke*",
    "kms:Disable*",
    "kms:Get*",
    "kms:Delete*",
    "kms:TagResource",
    "kms:UntagResource",
    "kms:ScheduleKeyDeletion",
    "kms:CancelKeyDeletion",
  ],
} as const satisfies Record<string, readonly string[]>;

/** The name of a grant in {@link grantActions}. */
export type GrantName = keyof typeof grantActions;

/** The grants that CDK v1 (1.204.0) has too. */
export const cdkV1Grants = [
  "encrypt",
  "decrypt",
  "encryptDecrypt",
  "admin",
] as const satisfies readonly GrantName[];

/** The actions of the account root in the default key policy of CDK v1 without feature flags, in its order. */
export const legacyRootActions = [
  "kms:Create*",
  "kms:Describe*",
  "kms:Enable*",
  "kms:List*",
  "kms:Put*",
  "kms:Update*",
  "kms:Revoke*",
  "kms:Disable*",
  "kms:Get*",
  "kms:Delete*",
  "kms:ScheduleKeyDeletion",
  "kms:CancelKeyDeletion",
  "kms:GenerateDataKey",
  "kms:TagResource",
  "kms:UntagResource",
] as const;
