import type { Recipe, RecipeSource } from "../recipe.ts";

const source: RecipeSource = {
  title: "AWS KMS Developer Guide, AWS KMS condition keys",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html",
};

/** Statements that guard the key itself. */
export const guards: Readonly<Record<string, Recipe>> = {
  "guard-last-usage": {
    service: "AWS KMS",
    title: "No deletion of a key in use",
    category: "guards",
    acts: "guard",
    summary:
      "A key that was used lately can be neither disabled nor scheduled for deletion.",
    status: "documented",
    source: {
      ...source,
      url: `${source.url}#conditions-kms-trailing-days-without-key-usage`,
    },
    questions: [
      {
        name: "days",
        label: "Days without use",
        kind: "name",
        help: "A number of days",
        example: "90",
        default: "90",
      },
    ],
    calls: [
      {
        action: "kms:ScheduleKeyDeletion",
        principal: "arn:${partition}:iam::${account}:role/Admin",
        context: { "kms:TrailingDaysWithoutKeyUsage": "${days}" },
        when: "Somebody deletes a key that is in use",
      },
      {
        action: "kms:DisableKey",
        principal: "arn:${partition}:iam::${account}:role/Admin",
        context: { "kms:TrailingDaysWithoutKeyUsage": "0" },
        when: "Somebody disables a key that is in use",
      },
    ],
    statements: [
      {
        Sid: "DenyDeletionOfUsedKey",
        Effect: "Deny",
        Principal: { AWS: "*" },
        Action: ["kms:DisableKey", "kms:ScheduleKeyDeletion"],
        Resource: "*",
        Condition: {
          NumericLessThanEquals: {
            "kms:TrailingDaysWithoutKeyUsage": "${days}",
          },
        },
      },
    ],
    note: "The days of a key that was never used count from its creation, or from April 2026, when AWS KMS began to track use. Only cryptographic operations count as use. In an emergency, change the key policy first.",
  },
  "guard-pending-window": {
    service: "AWS KMS",
    title: "Long waiting period before deletion",
    category: "guards",
    acts: "guard",
    summary:
      "The key cannot be scheduled for deletion with a waiting period shorter than this.",
    status: "documented",
    source: {
      ...source,
      url: `${source.url}#conditions-kms-schedule-key-deletion-pending-window-in-days`,
    },
    questions: [
      {
        name: "days",
        label: "Least waiting period in days",
        kind: "name",
        help: "From 7 to 30",
        example: "30",
        default: "30",
      },
    ],
    calls: [
      {
        action: "kms:ScheduleKeyDeletion",
        principal: "arn:${partition}:iam::${account}:role/Admin",
        context: { "kms:ScheduleKeyDeletionPendingWindowInDays": "7" },
        when: "Somebody deletes the key with a short waiting period",
      },
    ],
    statements: [
      {
        Sid: "DenyShortWaitingPeriod",
        Effect: "Deny",
        Principal: { AWS: "*" },
        Action: "kms:ScheduleKeyDeletion",
        Resource: "*",
        Condition: {
          NumericLessThan: {
            "kms:ScheduleKeyDeletionPendingWindowInDays": "${days}",
          },
        },
      },
    ],
    note: "AWS prints the statement with 21 days or less. AWS CloudFormation takes the waiting period from PendingWindowInDays of the key, 30 days unless it says otherwise.",
  },
};
