import type { Recipe } from "../recipe.ts";

/** Amazon Data Firehose. */
export const firehose: Readonly<Record<string, Recipe>> = {
  "firehose-s3": {
    service: "Amazon Data Firehose",
    title: "Delivery to an encrypted bucket",
    category: "analytics",
    acts: "caller",
    summary:
      "The role of a Firehose stream writes to a bucket that this key encrypts.",
    status: "documented",
    source: {
      title:
        "Amazon Data Firehose Developer Guide, Controlling access with Amazon Data Firehose",
      url: "https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#using-iam-s3",
    },
    questions: [
      {
        name: "roles",
        label: "Role of the Firehose stream",
        kind: "role",
        help: "The ARN of the role that Firehose assumes",
        example: "arn:aws:iam::111122223333:role/FirehoseDelivery",
        many: true,
      },
      {
        name: "bucket",
        label: "Bucket",
        kind: "name",
        help: "The name of the bucket that takes the data",
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
            "arn:${partition}:s3:::${bucket}/2026/11/23/14/data.gz",
        },
        when: "Data is delivered",
      },
      {
        action: "kms:Decrypt",
        principal: "${roles}",
        context: {
          "kms:ViaService": "s3.${region}.amazonaws.com",
          "kms:EncryptionContext:aws:s3:arn": "arn:${partition}:s3:::${bucket}",
        },
        when: "Data is delivered in parts to a bucket with an S3 Bucket Key",
        source: {
          title:
            "Amazon S3 User Guide, Using server-side encryption with AWS KMS keys (SSE-KMS)",
          url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
        },
      },
    ],
    statements: [
      {
        Sid: "AllowFirehose",
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
        why: "The role must be allowed to write to the bucket; for a key of another account, to use the key as well.",
        policy: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: [
                "s3:AbortMultipartUpload",
                "s3:GetBucketLocation",
                "s3:GetObject",
                "s3:ListBucket",
                "s3:ListBucketMultipartUploads",
                "s3:PutObject",
              ],
              Resource: [
                "arn:${partition}:s3:::${bucket}",
                "arn:${partition}:s3:::${bucket}/*",
              ],
            },
          ],
        },
      },
    ],
    note: "AWS prints the statement for the policy of the role, with object ARNs only; the ARN of the bucket is for buckets with an S3 Bucket Key.",
  },
};
