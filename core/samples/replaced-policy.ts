import { designWith, role } from "./parts.ts";
import type { Sample } from "./sample.ts";

/** A key whose policy alone decides, without the account's IAM policies. */
export const replacedPolicy: Sample = {
  title: "Key with a policy of its own",
  summary:
    "The default policy is replaced: only the principals named here can use or manage the key, whatever IAM policies say.",
  kind: "template",
  steps: [],
  design: designWith("Ledger", "LedgerKeys", {
    principals: [
      role("LedgerAdmins"),
      role("LedgerBreakGlass"),
      role("LedgerService"),
      { id: "Logs", kind: "service", service: "logs.eu-west-1.amazonaws.com" },
    ],
    keys: [
      {
        id: "LedgerKey",
        description: "Protects the ledger; IAM policies do not decide",
        enableKeyRotation: true,
        aliases: ["alias/ledger"],
        policy: {
          mode: "replace",
          statements: [
            {
              sid: "AdminsManage",
              effect: "Allow",
              principals: ["LedgerAdmins", "LedgerBreakGlass"],
              actions: [
                "kms:CancelKeyDeletion",
                "kms:Create*",
                "kms:Delete*",
                "kms:Describe*",
                "kms:Disable*",
                "kms:Enable*",
                "kms:Get*",
                "kms:List*",
                "kms:Put*",
                "kms:Revoke*",
                "kms:ScheduleKeyDeletion",
                "kms:TagResource",
                "kms:UntagResource",
                "kms:Update*",
              ],
              resources: ["*"],
            },
            {
              sid: "ServiceUses",
              effect: "Allow",
              principals: ["LedgerService"],
              actions: ["kms:Decrypt", "kms:GenerateDataKey"],
              resources: ["*"],
            },
            {
              sid: "LogsEncrypt",
              effect: "Allow",
              principals: ["Logs"],
              actions: [
                "kms:Decrypt",
                "kms:DescribeKey",
                "kms:Encrypt",
                "kms:GenerateDataKey*",
                "kms:ReEncrypt*",
              ],
              resources: ["*"],
              conditions: {
                ArnLike: {
                  "kms:EncryptionContext:aws:logs:arn":
                    "arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/ledger/*",
                },
              },
            },
          ],
        },
      },
    ],
  }),
};
