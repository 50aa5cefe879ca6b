import type { JsonObject } from "../../problem/json.ts";
import type {
  Recipe,
  RecipeException,
  RecipeQuestion,
  RecipeSource,
} from "../recipe.ts";

const sseKms: RecipeSource = {
  title:
    "Amazon S3 User Guide, Using server-side encryption with AWS KMS keys (SSE-KMS)",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
};
const replication: RecipeSource = {
  title:
    "Amazon S3 User Guide, Replicating encrypted objects (SSE-S3, SSE-KMS, DSSE-KMS, SSE-C)",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html",
};

const viaS3 = { "kms:ViaService": "s3.${region}.amazonaws.com" };
const bucketArn = "arn:${partition}:s3:::${bucket}";
const ofObject = { "kms:EncryptionContext:aws:s3:arn": `${bucketArn}/object` };
/** Of objects, and of the bucket where it has an S3 Bucket Key. */
const ofBucket = {
  "kms:EncryptionContext:aws:s3:arn": [bucketArn, `${bucketArn}/*`],
};

const role: RecipeQuestion = {
  name: "role",
  label: "Role of the replication",
  kind: "role",
  help: "ARN of the role in the replication configuration",
  example: "arn:aws:iam::111122223333:role/replication",
};

function bucketsOf(help: string): RecipeQuestion {
  return {
    name: "bucket",
    label: "Buckets",
    kind: "name",
    help,
    example: "orders-data",
    many: true,
  };
}

const bucketsHaveNoRegion: RecipeException = {
  law: "other-region",
  reason:
    "The ARN of a bucket names no Region, and the call has nothing else that does; a bucket is in one Region.",
};

function roleUsesKey(actions: readonly string[]): JsonObject {
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Action: actions,
        Resource: "arn:${partition}:kms:${region}:${account}:key/KEY_ID",
        Condition: { StringEquals: viaS3, StringLike: ofBucket },
      },
    ],
  };
}

/** What Amazon S3 needs of keys. */
export const s3: Readonly<Record<string, Recipe>> = {
  "s3-notify": {
    service: "Amazon S3",
    title: "Bucket notifies an encrypted topic or queue",
    category: "storage",
    acts: "service",
    summary:
      "Amazon S3 encrypts the event notifications that it sends to a topic or queue.",
    status: "documented",
    source: {
      title:
        "Amazon S3 User Guide, Granting permissions to publish event notification messages to a destination",
      url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html",
    },
    questions: [bucketsOf("Names of the buckets that notify")],
    calls: (["kms:GenerateDataKey", "kms:Decrypt"] as const).map((action) => ({
      action,
      principal: "s3.amazonaws.com",
      context: {
        "aws:SourceAccount": "${account}",
        "aws:SourceArn": bucketArn,
      },
      when: "An object changes",
      source: {
        title: "Amazon SNS Developer Guide, Managing encryption keys and costs",
        url: "https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html",
      },
    })),
    statements: [
      {
        Sid: "BucketsNotify",
        Effect: "Allow",
        Principal: { Service: "s3.amazonaws.com" },
        Action: ["kms:GenerateDataKey", "kms:Decrypt"],
        Resource: "*",
        Condition: {
          StringEquals: { "aws:SourceAccount": "${account}" },
          ArnLike: { "aws:SourceArn": [bucketArn] },
        },
      },
    ],
    elsewhere: [
      {
        where: "Policy of the topic or queue",
        why: "Amazon S3 sends, so it must allow sns:Publish or sqs:SendMessage with the same conditions.",
      },
    ],
    exceptions: [bucketsHaveNoRegion],
    note: "The page gives the statement without a condition; Amazon SNS and Amazon SQS document the conditions for the key. This belongs to the key of the topic or queue, not to that of the bucket.",
  },

  "s3-inventory": {
    service: "Amazon S3",
    title: "Inventory reports",
    category: "storage",
    acts: "service",
    summary: "Amazon S3 encrypts the inventory lists that it writes.",
    status: "documented",
    source: {
      title: "Amazon S3 User Guide, Configuring Amazon S3 Inventory",
      url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/configure-inventory.html",
    },
    questions: [bucketsOf("Names of the buckets that are listed")],
    calls: [
      {
        action: "kms:GenerateDataKey",
        principal: "s3.amazonaws.com",
        context: {
          "aws:SourceAccount": "${account}",
          "aws:SourceArn": bucketArn,
        },
        when: "A list is written",
      },
    ],
    statements: [
      {
        Sid: "S3EncryptsInventory",
        Effect: "Allow",
        Principal: { Service: "s3.amazonaws.com" },
        Action: "kms:GenerateDataKey",
        Resource: "*",
        Condition: {
          StringEquals: { "aws:SourceAccount": "${account}" },
          ArnLike: { "aws:SourceArn": [bucketArn] },
        },
      },
    ],
    elsewhere: [
      {
        where: "Policy of the destination bucket",
        why: "Amazon S3 writes the lists, so the bucket must let it put objects.",
      },
    ],
    exceptions: [bucketsHaveNoRegion],
    note: "The listed buckets are taken to be in the key's account. The AWS managed key cannot encrypt inventory lists.",
  },

  "s3-storage-lens": {
    service: "Amazon S3",
    title: "Storage Lens exports",
    category: "storage",
    acts: "service",
    summary: "S3 Storage Lens encrypts the metrics that it exports.",
    status: "documented",
    source: {
      title:
        "Amazon S3 User Guide, Using an AWS KMS key to encrypt your metrics exports",
      url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage_lens_encrypt_permissions.html",
    },
    questions: [
      {
        name: "dashboard",
        label: "Dashboards",
        kind: "name",
        help: "Names of the dashboards that are exported",
        example: "storage-costs",
        many: true,
      },
    ],
    calls: [
      {
        action: "kms:GenerateDataKey",
        principal: "storage-lens.s3.amazonaws.com",
        context: {
          "aws:SourceAccount": "${account}",
          "aws:SourceArn":
            "arn:${partition}:s3:${region}:${account}:storage-lens/${dashboard}",
        },
        when: "Metrics are exported",
      },
    ],
    statements: [
      {
        Sid: "StorageLensEncryptsExports",
        Effect: "Allow",
        Principal: { Service: "storage-lens.s3.amazonaws.com" },
        Action: "kms:GenerateDataKey",
        Resource: "*",
        Condition: {
          StringEquals: {
            "aws:SourceAccount": "${account}",
            "aws:SourceArn": [
              "arn:${partition}:s3:${region}:${account}:storage-lens/${dashboard}",
            ],
          },
        },
      },
    ],
    note: "The home Region of the dashboard is taken to be the key's, which must be that of the destination bucket.",
  },

  "s3-replication-dest": {
    service: "Amazon S3",
    title: "Replication: key of the replicas",
    category: "storage",
    acts: "caller",
    summary:
      "Amazon S3 encrypts the replicas with the role of the replication.",
    status: "documented",
    source: replication,
    questions: [role, bucketsOf("Names of the destination buckets")],
    calls: [
      {
        action: "kms:Encrypt",
        principal: "${role}",
        context: { ...viaS3, ...ofObject },
        when: "An encrypted object is replicated",
      },
      {
        action: "kms:GenerateDataKey",
        principal: "${role}",
        context: { ...viaS3, ...ofObject },
        when: "An object without encryption is replicated",
      },
      {
        action: "kms:Decrypt",
        principal: "${role}",
        context: { ...viaS3, "kms:EncryptionContext:aws:s3:arn": bucketArn },
        when: "The bucket has an S3 Bucket Key, which is verified",
      },
    ],
    statements: [
      {
        Sid: "ReplicationEncryptsReplicas",
        Effect: "Allow",
        Principal: { AWS: "${role}" },
        Action: ["kms:Encrypt", "kms:GenerateDataKey", "kms:Decrypt"],
        Resource: "*",
        Condition: { StringEquals: viaS3, StringLike: ofBucket },
      },
    ],
    elsewhere: [
      {
        where: "IAM policy of the role",
        why: "The role needs the same permissions, above all where it is of another account than the key.",
        policy: roleUsesKey([
          "kms:Encrypt",
          "kms:GenerateDataKey",
          "kms:Decrypt",
        ]),
      },
    ],
    note: "The key is in the Region of the destination bucket. With an S3 Bucket Key the encryption context is the ARN of the bucket, so both are allowed. The page gives the conditions for the policy of the role. The AWS managed key cannot be used from another account.",
  },

  "s3-replication-source": {
    service: "Amazon S3",
    title: "Replication: key of the source objects",
    category: "storage",
    acts: "caller",
    summary:
      "Amazon S3 decrypts the objects that it replicates with the role of the replication.",
    status: "documented",
    source: replication,
    questions: [role, bucketsOf("Names of the source buckets")],
    calls: [
      {
        action: "kms:Decrypt",
        principal: "${role}",
        context: { ...viaS3, ...ofObject },
        when: "An object is replicated",
      },
    ],
    statements: [
      {
        Sid: "ReplicationDecryptsSources",
        Effect: "Allow",
        Principal: { AWS: "${role}" },
        Action: "kms:Decrypt",
        Resource: "*",
        Condition: { StringEquals: viaS3, StringLike: ofBucket },
      },
    ],
    elsewhere: [
      {
        where: "IAM policy of the role",
        why: "The role needs the same permission.",
        policy: roleUsesKey(["kms:Decrypt"]),
      },
    ],
    note: "The key is in the Region of the source bucket. With an S3 Bucket Key the encryption context is the ARN of the bucket, so both are allowed. The page gives the conditions for the policy of the role.",
  },

  "s3-via-service": {
    service: "Amazon S3",
    title: "Objects of a bucket, only through Amazon S3",
    category: "storage",
    acts: "caller",
    summary:
      "Amazon S3 encrypts and decrypts objects of the buckets for whoever puts and gets them.",
    status: "documented",
    source: sseKms,
    questions: [
      {
        name: "principals",
        label: "Who puts and gets objects",
        kind: "principal",
        help: "ARNs of the roles and users",
        example: "arn:aws:iam::111122223333:role/orders",
        many: true,
      },
      bucketsOf("Names of the buckets"),
    ],
    calls: [
      {
        action: "kms:GenerateDataKey",
        principal: "${principals}",
        context: { ...viaS3, ...ofObject },
        when: "They put an object",
      },
      {
        action: "kms:Decrypt",
        principal: "${principals}",
        context: { ...viaS3, ...ofObject },
        when: "They get an object or upload one in parts",
      },
    ],
    statements: [
      {
        Sid: "UsedThroughS3",
        Effect: "Allow",
        Principal: { AWS: ["${principals}"] },
        Action: ["kms:GenerateDataKey", "kms:Decrypt"],
        Resource: "*",
        Condition: { StringEquals: viaS3, StringLike: ofBucket },
      },
    ],
    elsewhere: [
      {
        where: "IAM policy of whoever puts and gets objects",
        why: "They need the permissions on the objects as well; those of another account need the key there too.",
      },
    ],
    note: "With an S3 Bucket Key the encryption context is the ARN of the bucket, so both are allowed. The documentation names the actions, the encryption context and kms:ViaService; the statement is ours.",
  },

  "s3-server-access-logs": {
    service: "Amazon S3",
    title: "Server access logs in an encrypted bucket",
    category: "logs",
    acts: "service",
    summary:
      "Amazon S3 encrypts the server access logs that it delivers to a bucket.",
    status: "documented",
    source: {
      title: "Amazon S3 User Guide, Enabling Amazon S3 server access logging",
      url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html",
    },
    questions: [bucketsOf("Names of the destination buckets")],
    calls: (["kms:GenerateDataKey", "kms:Decrypt"] as const).map((action) => ({
      action,
      principal: "logging.s3.amazonaws.com",
      context: ofObject,
      when: "A log file is delivered",
      source: sseKms,
    })),
    statements: [
      {
        Sid: "S3EncryptsServerAccessLogs",
        Effect: "Allow",
        Principal: { Service: "logging.s3.amazonaws.com" },
        Action: ["kms:GenerateDataKey", "kms:Decrypt"],
        Resource: "*",
        Condition: { StringLike: ofBucket },
      },
    ],
    elsewhere: [
      {
        where: "Policy of the destination bucket",
        why: "Amazon S3 writes the logs, so the bucket must let it put objects, for its sources only.",
      },
    ],
    exceptions: [
      {
        law: "other-account",
        reason:
          "The documented statement has no condition, and the ARN of a bucket names no account; it is the bucket that says whose logs it takes.",
      },
      bucketsHaveNoRegion,
    ],
    note: "Older documentation says that the destination cannot be encrypted with a key of AWS KMS. The condition is ours, with the encryption context that Amazon S3 always uses.",
  },
};
