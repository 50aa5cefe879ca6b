import type { Recipe } from "../recipe.ts";

const s3 = {
  title:
    "Amazon S3 User Guide, Using server-side encryption with AWS KMS keys (SSE-KMS)",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
};

const artifact = {
  "kms:ViaService": "s3.${region}.amazonaws.com",
  "kms:EncryptionContext:aws:s3:arn":
    "arn:${partition}:s3:::${bucket}/canary/2026/11/23/screenshot.png",
};

/** Amazon CloudWatch Synthetics. */
export const synthetics: Readonly<Record<string, Recipe>> = {
  synthetics: {
    service: "Amazon CloudWatch Synthetics",
    title: "Artifacts of canaries",
    category: "logs",
    acts: "caller",
    summary:
      "The role of a canary encrypts screenshots and reports with this key, and decrypts them for visual monitoring.",
    status: "documented",
    source: {
      title: "Amazon CloudWatch User Guide, Encrypting canary artifacts",
      url: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_artifact_encryption.html",
    },
    questions: [
      {
        name: "roles",
        label: "Role of the canary",
        kind: "role",
        help: "The ARN of the role that the canary runs with",
        example: "arn:aws:iam::111122223333:role/CanaryCheckout",
        many: true,
      },
      {
        name: "bucket",
        label: "Bucket",
        kind: "name",
        help: "The name of the bucket that takes the artifacts",
        example: "cw-syn-results-111122223333-us-east-1",
        many: true,
      },
    ],
    calls: [
      {
        action: "kms:GenerateDataKey",
        principal: "${roles}",
        context: artifact,
        when: "A run stores its artifacts",
        source: s3,
      },
      {
        action: "kms:Decrypt",
        principal: "${roles}",
        context: artifact,
        when: "A run compares its screenshots with the baseline",
        source: s3,
      },
    ],
    statements: [
      {
        Sid: "AllowCanaries",
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
        where: "IAM policy of whoever looks at artifacts",
        why: "Who views artifacts decrypts them with this key.",
        policy: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: "kms:Decrypt",
              Resource: "arn:${partition}:kms:${region}:${account}:key/KEY_ID",
            },
          ],
        },
      },
    ],
    note: "AWS prints no condition. Amazon S3 and the bucket are ours, from how Amazon S3 calls AWS KMS. Without visual monitoring, kms:Decrypt is for uploads in parts only.",
  },
};
