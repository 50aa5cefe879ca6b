import type { Recipe } from "../recipe.ts";

const s3 = {
  title:
    "Amazon S3 User Guide, Using server-side encryption with AWS KMS keys (SSE-KMS)",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
};

/** Amazon CloudFront. */
export const cloudFront: Readonly<Record<string, Recipe>> = {
  "cloudfront-oac": {
    service: "Amazon CloudFront",
    title: "Distribution with an encrypted S3 origin",
    category: "storage",
    acts: "service",
    summary:
      "A distribution with origin access control reads and writes objects that this key encrypts.",
    status: "documented",
    source: {
      title:
        "Amazon CloudFront Developer Guide, Restrict access to an Amazon S3 origin",
      url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html",
    },
    questions: [
      {
        name: "distribution",
        label: "Distribution",
        kind: "name",
        help: "The ID of the distribution; * for all of the account",
        example: "EDFDVBD6EXAMPLE",
        many: true,
      },
    ],
    calls: [
      {
        action: "kms:Decrypt",
        principal: "cloudfront.amazonaws.com",
        context: {
          "aws:SourceArn":
            "arn:${partition}:cloudfront::${account}:distribution/${distribution}",
        },
        when: "An object is read from the origin",
      },
      {
        action: "kms:GenerateDataKey",
        principal: "cloudfront.amazonaws.com",
        context: {
          "aws:SourceArn":
            "arn:${partition}:cloudfront::${account}:distribution/${distribution}",
        },
        when: "An object is written to the origin",
      },
    ],
    statements: [
      {
        Sid: "AllowCloudFrontOrigin",
        Effect: "Allow",
        Principal: { Service: "cloudfront.amazonaws.com" },
        Action: ["kms:Decrypt", "kms:GenerateDataKey"],
        Resource: "*",
        Condition: {
          ArnLike: {
            "aws:SourceArn": [
              "arn:${partition}:cloudfront::${account}:distribution/${distribution}",
            ],
          },
        },
      },
    ],
    elsewhere: [
      {
        where: "Policy of the bucket",
        why: "The distribution must be allowed to read the bucket as well.",
        policy: {
          Effect: "Allow",
          Principal: { Service: "cloudfront.amazonaws.com" },
          Action: "s3:GetObject",
          Resource: "arn:${partition}:s3:::amzn-s3-demo-bucket/*",
          Condition: {
            ArnLike: {
              "aws:SourceArn": [
                "arn:${partition}:cloudfront::${account}:distribution/${distribution}",
              ],
            },
          },
        },
      },
    ],
    exceptions: [
      {
        law: "other-region",
        reason:
          "CloudFront is global: the ARN of a distribution has no Region.",
      },
    ],
    note: "AWS prints kms:Encrypt as well, which Amazon S3 does not call. A distribution that only reads needs kms:Decrypt alone. Where the key is made before the distribution, start with * and name it later.",
  },
  "cloudfront-logs": {
    service: "Amazon CloudFront",
    title: "Standard logs (legacy) in an encrypted bucket",
    category: "logs",
    acts: "service",
    summary:
      "CloudFront delivers access logs to a bucket that this key encrypts.",
    status: "documented",
    source: {
      title:
        "Amazon CloudFront Developer Guide, Configure standard logging (legacy)",
      url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html",
    },
    questions: [
      {
        name: "bucket",
        label: "Bucket",
        kind: "name",
        help: "The name of the bucket that takes the logs",
        example: "amzn-s3-demo-bucket",
      },
    ],
    calls: [
      {
        action: "kms:GenerateDataKey",
        principal: "delivery.logs.amazonaws.com",
        context: {
          "kms:EncryptionContext:aws:s3:arn":
            "arn:${partition}:s3:::${bucket}/EMLARXS9EXAMPLE.2026-11-14-20.RT4KCN4SGK9.gz",
        },
        when: "A log file is delivered",
        source: s3,
      },
      {
        action: "kms:Decrypt",
        principal: "delivery.logs.amazonaws.com",
        context: {
          "kms:EncryptionContext:aws:s3:arn": "arn:${partition}:s3:::${bucket}",
        },
        when: "A log file is delivered to a bucket with an S3 Bucket Key",
        source: s3,
      },
    ],
    statements: [
      {
        Sid: "AllowCloudFrontLogs",
        Effect: "Allow",
        Principal: { Service: "delivery.logs.amazonaws.com" },
        Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
        Resource: "*",
        Condition: {
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
        where: "Bucket",
        why: "The bucket needs access control lists, and this key by its full ARN as its default encryption.",
      },
    ],
    exceptions: [
      {
        law: "other-account",
        reason:
          "AWS documents no source of the call; the bucket in the encryption context keeps it to what is written there, and the ACL of the bucket decides who writes.",
      },
      {
        law: "other-region",
        reason:
          "AWS documents no source of the call, and the ARN of a bucket has no Region.",
      },
    ],
    note: "AWS prints no condition. The one on the bucket is ours, from the encryption context that Amazon S3 uses. Standard logging (v2) is a delivery of vended logs, with a statement of its own.",
  },
};
