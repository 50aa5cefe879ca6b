import type { Recipe } from "../recipe.ts";

/** AWS Transfer Family. */
export const transferFamily: Readonly<Record<string, Recipe>> = {
  transfer: {
    service: "AWS Transfer Family",
    title: "Server with an encrypted bucket",
    category: "analytics",
    acts: "caller",
    summary:
      "The roles of users read and write files in a bucket that this key encrypts.",
    status: "documented",
    source: {
      title: "AWS Transfer Family User Guide, Data protection and encryption",
      url: "https://docs.aws.amazon.com/transfer/latest/userguide/encryption-at-rest.html",
    },
    questions: [
      {
        name: "roles",
        label: "Roles of users",
        kind: "role",
        help: "The ARN of the role that a user works with",
        example: "arn:aws:iam::111122223333:role/TransferUser",
        many: true,
      },
      {
        name: "bucket",
        label: "Bucket",
        kind: "name",
        help: "The name of the bucket that holds the files",
        example: "amzn-s3-demo-bucket",
        many: true,
      },
    ],
    calls: [
      {
        action: "kms:GenerateDataKey",
        principal: "${roles}",
        context: {
          "kms:ViaService": "s3.${region}.amazonaws.com",
          "kms:EncryptionContext:aws:s3:arn":
            "arn:${partition}:s3:::${bucket}/home/ana/report.csv",
        },
        when: "A file is uploaded",
        source: {
          title:
            "Amazon S3 User Guide, Using server-side encryption with AWS KMS keys (SSE-KMS)",
          url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
        },
      },
      {
        action: "kms:Decrypt",
        principal: "${roles}",
        context: {
          "kms:ViaService": "s3.${region}.amazonaws.com",
          "kms:EncryptionContext:aws:s3:arn":
            "arn:${partition}:s3:::${bucket}/home/ana/report.csv",
        },
        when: "A file is downloaded, or uploaded in parts",
        source: {
          title:
            "Amazon S3 User Guide, Using server-side encryption with AWS KMS keys (SSE-KMS)",
          url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
        },
      },
    ],
    statements: [
      {
        Sid: "AllowTransferUsers",
        Effect: "Allow",
        Principal: { AWS: ["${roles}"] },
        Action: ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"],
        Resource: "*",
        Condition: {
          StringEquals: { "kms:ViaService": "s3.${region}.amazonaws.com" },
          ArnLike: {
            "kms:EncryptionContext:aws:s3:arn": [
              "arn:${partition}:s3:::${bucket}",
              "arn:${partition}:s3:::${bucket}/*",
            ],
          },
        },
      },
    ],
    elsewhere: [
      {
        where: "Session policy of the user",
        why: "A user with a session policy needs the same permissions there.",
        policy: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"],
              Resource: "arn:${partition}:kms:${region}:${account}:key/KEY_ID",
            },
          ],
        },
      },
    ],
    exceptions: [
      {
        law: "needed-action",
        actions: ["kms:Encrypt"],
        reason:
          "AWS lists it among the least permissions, and documents no call of it.",
      },
    ],
    note: "AWS prints the actions for the policy of the role, with kms:GetPublicKey and kms:ListKeyPolicies, which files do not need. Amazon S3 and the bucket are ours, from how Amazon S3 calls AWS KMS.",
  },
};
