import type { Recipe, RecipeSource } from "../recipe.ts";

const externalAccounts: RecipeSource = {
  title:
    "AWS KMS Developer Guide, Allowing users in other accounts to use a KMS key",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html",
};

const otherRole = "arn:${partition}:iam::${otherAccount}:role/Reader";

/** What other accounts need of keys, whatever service they use. */
export const keyManagement: Readonly<Record<string, Recipe>> = {
  "share-with-account": {
    service: "AWS KMS",
    title: "Another account uses the key",
    category: "security",
    acts: "caller",
    summary:
      "Administrators of the other account decide by IAM policies who there may use the key.",
    status: "documented",
    source: externalAccounts,
    questions: [
      {
        name: "otherAccount",
        label: "Other accounts",
        kind: "account",
        help: "IDs of the accounts that may use the key",
        example: "444455556666",
        many: true,
      },
    ],
    calls: [
      ...(
        [
          "kms:Encrypt",
          "kms:Decrypt",
          "kms:ReEncryptFrom",
          "kms:ReEncryptTo",
          "kms:GenerateDataKey",
          "kms:DescribeKey",
        ] as const
      ).map((action) => ({
        action,
        principal: otherRole,
        when: "A user of the other account uses the key",
      })),
      {
        action: "kms:CreateGrant",
        principal: otherRole,
        context: { "kms:GrantIsForAWSResource": "true" },
        when: "A resource of an AWS service is encrypted with the key",
      },
    ],
    statements: [
      {
        Sid: "OtherAccountsUseTheKey",
        Effect: "Allow",
        Principal: { AWS: ["arn:${partition}:iam::${otherAccount}:root"] },
        Action: [
          "kms:Encrypt",
          "kms:Decrypt",
          "kms:ReEncrypt*",
          "kms:GenerateDataKey*",
          "kms:DescribeKey",
        ],
        Resource: "*",
      },
      {
        Sid: "OtherAccountsAttachResources",
        Effect: "Allow",
        Principal: { AWS: ["arn:${partition}:iam::${otherAccount}:root"] },
        Action: "kms:CreateGrant",
        Resource: "*",
        Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
      },
    ],
    elsewhere: [
      {
        where: "IAM policy of the user or role in the other account",
        why: "The key policy is half of the permission; the other account gives the other half.",
        policy: {
          Version: "2012-10-17",
          Statement: [
            {
              Sid: "UseTheSharedKey",
              Effect: "Allow",
              Action: [
                "kms:Encrypt",
                "kms:Decrypt",
                "kms:ReEncrypt*",
                "kms:GenerateDataKey*",
                "kms:DescribeKey",
              ],
              Resource: "arn:${partition}:kms:${region}:${account}:key/KEY_ID",
            },
          ],
        },
      },
    ],
    exceptions: [
      {
        law: "other-account",
        reason: "Sharing with another account is what it is for.",
      },
      {
        law: "other-region",
        reason: "The other account calls AWS KMS directly, from any Region.",
      },
      {
        law: "other-resource",
        reason: "It is for whatever the other account encrypts.",
      },
    ],
    note: "ListGrants and RevokeGrant, which AWS prints beside CreateGrant, are left to the account of the key.",
  },
};
