import type { Recipe } from "../recipe.ts";

const source = {
  title:
    "AWS Config Developer Guide, Permissions for the KMS Key for the AWS Config Delivery Channel",
  url: "https://docs.aws.amazon.com/config/latest/developerguide/s3-kms-key-policy.html",
};

const s3 = {
  title:
    "Amazon S3 User Guide, Using server-side encryption with AWS KMS keys (SSE-KMS)",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
};

/** AWS Config. */
export const config: Readonly<Record<string, Recipe>> = {
  "config-s3-service": {
    service: "AWS Config",
    title: "Delivery to an encrypted bucket, by the service",
    category: "logs",
    acts: "service",
    summary:
      "AWS Config delivers history and snapshots to a bucket that this key encrypts.",
    status: "documented",
    source,
    questions: [],
    calls: [
      {
        action: "kms:GenerateDataKey",
        principal: "config.amazonaws.com",
        context: {
          "aws:SourceAccount": "${account}",
          "aws:SourceArn": "arn:${partition}:config:${region}:${account}:*",
        },
        when: "A file is delivered to the bucket",
      },
      {
        action: "kms:Decrypt",
        principal: "config.amazonaws.com",
        context: {
          "aws:SourceAccount": "${account}",
          "aws:SourceArn": "arn:${partition}:config:${region}:${account}:*",
        },
        when: "A large file is delivered in parts",
      },
    ],
    statements: [
      {
        Sid: "AllowConfigDelivery",
        Effect: "Allow",
        Principal: { Service: "config.amazonaws.com" },
        Action: ["kms:Decrypt", "kms:GenerateDataKey"],
        Resource: "*",
        Condition: {
          StringEquals: { "aws:SourceAccount": "${account}" },
          ArnLike: {
            "aws:SourceArn": "arn:${partition}:config:${region}:${account}:*",
          },
        },
      },
    ],
    elsewhere: [
      {
        where: "Policy of the bucket",
        why: "AWS Config must be allowed to look at the bucket and to write to it as well.",
        policy: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Principal: { Service: "config.amazonaws.com" },
              Action: ["s3:GetBucketAcl", "s3:ListBucket"],
              Resource: "arn:${partition}:s3:::amzn-s3-demo-bucket",
              Condition: {
                StringEquals: { "aws:SourceAccount": "${account}" },
              },
            },
            {
              Effect: "Allow",
              Principal: { Service: "config.amazonaws.com" },
              Action: "s3:PutObject",
              Resource:
                "arn:${partition}:s3:::amzn-s3-demo-bucket/AWSLogs/${account}/Config/*",
              Condition: {
                StringEquals: {
                  "s3:x-amz-acl": "bucket-owner-full-control",
                  "aws:SourceAccount": "${account}",
                },
              },
            },
          ],
        },
      },
    ],
    exceptions: [
      {
        law: "other-resource",
        reason:
          "The call does not say for which delivery channel it is: aws:SourceArn ends in an asterisk.",
      },
    ],
    note: "For delivery from other Regions or accounts, add their aws:SourceArn and aws:SourceAccount. AWS Config with its service-linked role delivers as the service; with a role of yours, it does so when the role fails.",
  },
  "config-s3-roles": {
    service: "AWS Config",
    title: "Delivery to an encrypted bucket, by a role",
    category: "logs",
    acts: "caller",
    summary:
      "The role of a configuration recorder delivers to a bucket that this key encrypts.",
    status: "documented",
    source,
    questions: [
      {
        name: "roles",
        label: "Role of the recorder",
        kind: "role",
        help: "The ARN of the role that AWS Config works with, of any account",
        example: "arn:aws:iam::111122223333:role/ConfigRecorder",
        many: true,
      },
      {
        name: "bucket",
        label: "Bucket",
        kind: "name",
        help: "The name of the bucket that AWS Config delivers to",
        example: "amzn-s3-demo-bucket",
      },
    ],
    calls: [
      {
        action: "kms:GenerateDataKey",
        principal: "${roles}",
        context: {
          "kms:ViaService": "s3.${region}.amazonaws.com",
          "kms:EncryptionContext:aws:s3:arn":
            "arn:${partition}:s3:::${bucket}/AWSLogs/${account}/Config/history.json.gz",
        },
        when: "A file is delivered",
        source: s3,
      },
      {
        action: "kms:Decrypt",
        principal: "${roles}",
        context: {
          "kms:ViaService": "s3.${region}.amazonaws.com",
          "kms:EncryptionContext:aws:s3:arn": "arn:${partition}:s3:::${bucket}",
        },
        when: "A file is delivered in parts to a bucket with an S3 Bucket Key",
        source: s3,
      },
    ],
    statements: [
      {
        Sid: "AllowConfigRoles",
        Effect: "Allow",
        Principal: { AWS: ["${roles}"] },
        Action: ["kms:Decrypt", "kms:GenerateDataKey"],
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
        where: "IAM policy of the role",
        why: "A role of another account needs the permission in its own policy too.",
        policy: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: ["kms:Decrypt", "kms:GenerateDataKey"],
              Resource: "arn:${partition}:kms:${region}:${account}:key/KEY_ID",
            },
          ],
        },
      },
    ],
    note: "AWS prints whole accounts and no condition. Roles, Amazon S3 and the bucket are ours, from how Amazon S3 calls AWS KMS. When a role fails, AWS Config delivers as the service: allow it as well.",
  },
};
