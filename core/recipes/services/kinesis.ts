import type { Recipe } from "../recipe.ts";

const context = {
  "kms:ViaService": "kinesis.${region}.amazonaws.com",
  "kms:EncryptionContext:aws:kinesis:arn":
    "arn:${partition}:kinesis:${region}:${account}:stream/${stream}",
};

const condition = {
  StringEquals: { "kms:ViaService": "kinesis.${region}.amazonaws.com" },
  ArnLike: {
    "kms:EncryptionContext:aws:kinesis:arn": [
      "arn:${partition}:kinesis:${region}:${account}:stream/${stream}",
    ],
  },
};

/** Amazon Kinesis Data Streams. */
export const kinesis: Readonly<Record<string, Recipe>> = {
  "kinesis-stream": {
    service: "Amazon Kinesis Data Streams",
    title: "Producers and consumers of an encrypted stream",
    category: "analytics",
    acts: "caller",
    summary:
      "Who writes to a stream gets data keys of this key, who reads from it decrypts.",
    status: "documented",
    source: {
      title:
        "Amazon Kinesis Data Streams Developer Guide, Permissions to use user-generated KMS keys",
      url: "https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html",
    },
    questions: [
      {
        name: "stream",
        label: "Stream",
        kind: "name",
        help: "The name of the stream; * for all of the account",
        example: "orders",
        many: true,
      },
      {
        name: "producers",
        label: "Who writes",
        kind: "principal",
        help: "The ARN of a role or user that puts records",
        example: "arn:aws:iam::111122223333:role/OrderService",
        many: true,
      },
      {
        name: "consumers",
        label: "Who reads",
        kind: "principal",
        help: "The ARN of a role or user that gets records, such as the role of a Lambda function",
        example: "arn:aws:iam::111122223333:role/OrderReport",
        many: true,
      },
    ],
    calls: [
      {
        action: "kms:GenerateDataKey",
        principal: "${producers}",
        context,
        when: "Records are put",
      },
      {
        action: "kms:Decrypt",
        principal: "${consumers}",
        context,
        when: "Records are read",
      },
    ],
    statements: [
      {
        Sid: "AllowStreamProducers",
        Effect: "Allow",
        Principal: { AWS: ["${producers}"] },
        Action: "kms:GenerateDataKey",
        Resource: "*",
        Condition: condition,
      },
      {
        Sid: "AllowStreamConsumers",
        Effect: "Allow",
        Principal: { AWS: ["${consumers}"] },
        Action: "kms:Decrypt",
        Resource: "*",
        Condition: condition,
      },
    ],
    elsewhere: [
      {
        where: "IAM policy of whoever manages the stream",
        why: "To choose the key, a stream administrator must see it.",
        policy: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: ["kms:DescribeKey", "kms:ListAliases", "kms:ListKeys"],
              Resource: "*",
            },
          ],
        },
      },
    ],
    note: "A service that writes to the stream for you, such as Amazon CloudWatch Logs or Amazon EventBridge, does so with a role: name it as a producer. AWS documents the condition on the stream; the one on kms:ViaService is ours.",
  },
};
