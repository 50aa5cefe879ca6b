import type { Recipe } from "../recipe.ts";

const viaDynamoDb = { "kms:ViaService": "dynamodb.${region}.amazonaws.com" };
const anyRegion = { "kms:ViaService": "dynamodb.*.amazonaws.com" };
const context = {
  ...viaDynamoDb,
  "kms:EncryptionContext:aws:dynamodb:tableName": "Orders",
  "kms:EncryptionContext:aws:dynamodb:subscriberId": "${account}",
};

/** What Amazon DynamoDB needs of keys. */
export const dynamoDb: Readonly<Record<string, Recipe>> = {
  dynamodb: {
    service: "Amazon DynamoDB",
    title: "Encrypted tables",
    category: "databases",
    acts: "grants",
    summary:
      "DynamoDB uses the key for whoever creates and uses the tables, and creates grants for its own work on them.",
    status: "documented",
    source: {
      title:
        "Amazon DynamoDB Developer Guide, DynamoDB encryption at rest usage notes",
      url: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html",
    },
    questions: [
      {
        name: "principals",
        label: "Who uses the tables",
        kind: "principal",
        help: "ARNs of the roles and users that create and use the tables",
        example: "arn:aws:iam::111122223333:role/database",
        many: true,
      },
    ],
    calls: [
      {
        action: "kms:DescribeKey",
        principal: "${principals}",
        context: viaDynamoDb,
        when: "A table is created with the key",
      },
      {
        action: "kms:CreateGrant",
        principal: "${principals}",
        context: { ...viaDynamoDb, "kms:GrantIsForAWSResource": "true" },
        when: "A table is created with the key",
      },
      ...(
        [
          ["kms:GenerateDataKey", "The table key is created"],
          ["kms:GenerateDataKeyWithoutPlaintext", "The table is protected"],
          ["kms:Encrypt", "The table is protected"],
          ["kms:Decrypt", "The table is used, when its key is not cached"],
          ["kms:ReEncryptFrom", "The table is protected"],
          ["kms:ReEncryptTo", "The table is protected"],
        ] as const
      ).map(([action, when]) => ({
        action,
        principal: "${principals}",
        context,
        when,
      })),
    ],
    statements: [
      {
        Sid: "DynamoDbUsesKey",
        Effect: "Allow",
        Principal: { AWS: ["${principals}"] },
        Action: [
          "kms:Encrypt",
          "kms:Decrypt",
          "kms:ReEncrypt*",
          "kms:GenerateDataKey",
          "kms:GenerateDataKeyWithoutPlaintext",
          "kms:DescribeKey",
        ],
        Resource: "*",
        Condition: { StringLike: anyRegion },
      },
      {
        Sid: "DynamoDbCreatesGrants",
        Effect: "Allow",
        Principal: { AWS: ["${principals}"] },
        Action: "kms:CreateGrant",
        Resource: "*",
        Condition: {
          StringLike: anyRegion,
          Bool: { "kms:GrantIsForAWSResource": "true" },
        },
      },
    ],
    exceptions: [
      {
        law: "other-region",
        reason:
          "The documented condition leaves the Region open: DynamoDB makes calls from other Regions for global tables.",
      },
      {
        law: "other-resource",
        reason:
          "It is for every table with the key: the requests to describe it and to create a grant do not say for which table they are.",
      },
    ],
    note: "The documented policy also lets a role view the key and revoke grants, which is administration. The statement for dynamodb.amazonaws.com is of the AWS managed key and not needed here. Revoking the grant of a table in use makes it inaccessible. That grants must be for an AWS resource is ours.",
  },
};
