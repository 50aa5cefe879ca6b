import type { Recipe } from "../recipe.ts";

const s3 = {
  title:
    "Amazon S3 User Guide, Using server-side encryption with AWS KMS keys (SSE-KMS)",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
};

const object = {
  "kms:ViaService": "s3.${region}.amazonaws.com",
  "kms:EncryptionContext:aws:s3:arn":
    "arn:${partition}:s3:::${bucket}/sales/orders/LOAD00000001.csv",
};

/** AWS DMS. */
export const dms: Readonly<Record<string, Recipe>> = {
  dms: {
    service: "AWS Database Migration Service",
    title: "S3 bucket of a target endpoint",
    category: "analytics",
    acts: "caller",
    summary:
      "The role of an Amazon S3 or Amazon Redshift target writes files to a bucket that this key encrypts.",
    status: "unconfirmed",
    unconfirmed:
      "That the role needs no more than Amazon S3 calls: AWS prints all actions of a key user, and grants for AWS resources.",
    source: {
      title:
        "AWS Database Migration Service User Guide, Creating AWS KMS keys to encrypt Amazon S3 target objects",
      url: "https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Target.S3.html#CHAP_Target.S3.KMSKeys",
    },
    questions: [
      {
        name: "roles",
        label: "Role of the endpoint",
        kind: "role",
        help: "The ARN of the role that the endpoint works with",
        example: "arn:aws:iam::111122223333:role/DMS-S3-endpoint-access-role",
        many: true,
      },
      {
        name: "bucket",
        label: "Bucket",
        kind: "name",
        help: "The name of the bucket of the endpoint",
        example: "amzn-s3-demo-bucket",
        many: true,
      },
    ],
    calls: [
      {
        action: "kms:GenerateDataKey",
        principal: "${roles}",
        context: object,
        when: "A file is written",
        source: s3,
      },
      {
        action: "kms:Decrypt",
        principal: "${roles}",
        context: object,
        when: "A file is written in parts, or copied to Amazon Redshift",
        source: s3,
      },
    ],
    statements: [
      {
        Sid: "AllowMigrationTarget",
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
        why: "The role must be allowed to write to the bucket as well.",
        policy: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: ["s3:DeleteObject", "s3:ListBucket", "s3:PutObject"],
              Resource: [
                "arn:${partition}:s3:::${bucket}",
                "arn:${partition}:s3:::${bucket}/*",
              ],
            },
          ],
        },
      },
    ],
    note: "If the endpoint cannot use the key, allow the role kms:DescribeKey and kms:Encrypt too. The storage of replication instances has a key of its own.",
  },
};
