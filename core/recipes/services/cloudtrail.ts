import type { Recipe, RecipeSource } from "../recipe.ts";

const keyPolicies: RecipeSource = {
  title:
    "AWS CloudTrail User Guide, Configure AWS KMS key policies for CloudTrail",
  url: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html",
};
const howItWorks: RecipeSource = {
  title: "AWS CloudTrail User Guide, How AWS CloudTrail uses AWS KMS",
  url: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/how-kms-works-with-cloudtrail.html",
};
const topics: RecipeSource = {
  title: "AWS CloudTrail User Guide, Amazon SNS topic policy for CloudTrail",
  url: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-permissions-for-sns-notifications.html",
};
const topicKeys: RecipeSource = {
  title: "Amazon SNS Developer Guide, Managing encryption keys and costs",
  url: "https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html",
};

const trailArn =
  "arn:${partition}:cloudtrail:${region}:${account}:trail/${trail}";
const logFile =
  "arn:${partition}:s3:::trail-logs/AWSLogs/${account}/CloudTrail/${region}/log.json.gz";

/** What AWS CloudTrail needs of keys. */
export const cloudTrail: Readonly<Record<string, Recipe>> = {
  "cloudtrail-encrypt": {
    service: "AWS CloudTrail",
    title: "Trail encrypts its log files",
    category: "logs",
    acts: "service",
    summary: "CloudTrail generates a data key for each log and digest file.",
    status: "documented",
    source: keyPolicies,
    questions: [
      {
        name: "trail",
        label: "Trails",
        kind: "name",
        help: "Names of the trails that use the key",
        example: "management-events",
        many: true,
      },
    ],
    calls: [
      {
        action: "kms:GenerateDataKey",
        principal: "cloudtrail.amazonaws.com",
        context: {
          "aws:SourceArn": trailArn,
          "kms:EncryptionContext:aws:cloudtrail:arn": trailArn,
          "kms:EncryptionContext:aws:s3:arn": logFile,
        },
        when: "The trail is configured, and with each log file",
        source: howItWorks,
      },
      {
        action: "kms:DescribeKey",
        principal: "cloudtrail.amazonaws.com",
        context: { "aws:SourceArn": trailArn },
        when: "The trail is configured",
      },
    ],
    statements: [
      {
        Sid: "CloudTrailEncryptsLogFiles",
        Effect: "Allow",
        Principal: { Service: "cloudtrail.amazonaws.com" },
        Action: "kms:GenerateDataKey",
        Resource: "*",
        Condition: {
          StringEquals: { "aws:SourceArn": [trailArn] },
          StringLike: {
            "kms:EncryptionContext:aws:cloudtrail:arn":
              "arn:${partition}:cloudtrail:*:${account}:trail/*",
          },
        },
      },
      {
        Sid: "CloudTrailDescribesKey",
        Effect: "Allow",
        Principal: { Service: "cloudtrail.amazonaws.com" },
        Action: "kms:DescribeKey",
        Resource: "*",
        Condition: { StringEquals: { "aws:SourceArn": [trailArn] } },
      },
    ],
    elsewhere: [
      {
        where: "Policy of the bucket",
        why: "CloudTrail writes the log files, so the bucket must let it check the ACL and put objects.",
      },
    ],
    note: "The trail's home Region is taken to be the key's. A bucket with an S3 Bucket Key needs kms:Decrypt for CloudTrail as well when the trail is created or updated. The documentation gives kms:GenerateDataKey*; the calls it describes are kms:GenerateDataKey. Trails of other accounts need their ARNs in both conditions.",
  },

  "cloudtrail-read": {
    service: "AWS CloudTrail",
    title: "Readers of encrypted log files",
    category: "logs",
    acts: "caller",
    summary:
      "Amazon S3 decrypts log files for the readers, and nothing but log files of the trail.",
    status: "documented",
    source: keyPolicies,
    questions: [
      {
        name: "readers",
        label: "Readers",
        kind: "principal",
        help: "ARNs of the roles and users that read",
        example: "arn:aws:iam::111122223333:role/auditor",
        many: true,
      },
      {
        name: "trail",
        label: "Trails",
        kind: "name",
        help: "Names of the trails, * for all",
        example: "management-events",
        default: "*",
        many: true,
      },
    ],
    calls: [
      {
        action: "kms:Decrypt",
        principal: "${readers}",
        context: {
          "kms:ViaService": "s3.${region}.amazonaws.com",
          "kms:EncryptionContext:aws:cloudtrail:arn": trailArn,
          "kms:EncryptionContext:aws:s3:arn": logFile,
        },
        when: "A reader gets a log file from the bucket",
        source: howItWorks,
      },
    ],
    statements: [
      {
        Sid: "ReadersDecryptLogFiles",
        Effect: "Allow",
        Principal: { AWS: ["${readers}"] },
        Action: "kms:Decrypt",
        Resource: "*",
        Condition: {
          StringEquals: { "kms:ViaService": "s3.${region}.amazonaws.com" },
          StringLike: {
            "kms:EncryptionContext:aws:cloudtrail:arn": [
              "arn:${partition}:cloudtrail:*:${account}:trail/${trail}",
            ],
          },
        },
      },
    ],
    elsewhere: [
      {
        where: "IAM policy of the readers",
        why: "They get the files from the bucket, so they need s3:GetObject; readers of another account need kms:Decrypt there too.",
      },
    ],
    note: "The documentation only asks that the encryption context names a trail. The account and name of the trail and kms:ViaService are ours.",
  },

  "cloudtrail-lake": {
    service: "AWS CloudTrail Lake",
    title: "Event data store",
    category: "logs",
    acts: "service",
    summary:
      "CloudTrail encrypts and decrypts the events of an event data store.",
    status: "documented",
    source: keyPolicies,
    questions: [],
    calls: [
      {
        action: "kms:GenerateDataKey",
        principal: "cloudtrail.amazonaws.com",
        when: "It stores events",
      },
      {
        action: "kms:Decrypt",
        principal: "cloudtrail.amazonaws.com",
        when: "It runs queries on the events",
      },
    ],
    statements: [
      {
        Sid: "CloudTrailLakeUsesKey",
        Effect: "Allow",
        Principal: { Service: "cloudtrail.amazonaws.com" },
        Action: ["kms:GenerateDataKey", "kms:Decrypt"],
        Resource: "*",
      },
    ],
    elsewhere: [
      {
        where: "IAM policy of whoever creates and queries the event data store",
        why: "They need the same permissions. Let the account's IAM policies apply in the key policy, or name them there.",
        policy: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: ["kms:GenerateDataKey", "kms:Decrypt"],
              Resource: "arn:${partition}:kms:${region}:${account}:key/KEY_ID",
            },
          ],
        },
      },
    ],
    exceptions: [
      {
        law: "other-account",
        reason:
          "The documentation says that aws:SourceArn and aws:SourceAccount are not supported in key policies for event data stores.",
      },
      {
        law: "other-region",
        reason:
          "The statement that the documentation gives has no condition, and the call says nothing of its Region that is documented.",
      },
      {
        law: "other-resource",
        reason:
          "The call does not say for which event data store it is: aws:SourceArn is not supported.",
      },
      {
        law: "findings",
        reason:
          "The service cannot be bound to its source, so it is reported that it may act for anybody.",
      },
    ],
    note: "Use a key for nothing but event data stores: its policy cannot say for whom CloudTrail acts. The key of an event data store cannot be changed. Since May 31, 2026, CloudTrail Lake takes no new customers.",
  },

  "cloudtrail-lake-import": {
    service: "AWS CloudTrail Lake",
    title: "Trail events copied from an encrypted bucket",
    category: "logs",
    acts: "caller",
    summary:
      "CloudTrail decrypts log files in a bucket with the role of the import.",
    status: "documented",
    source: {
      title:
        "AWS CloudTrail User Guide, Copy trail events to an event data store",
      url: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-copy-trail-to-lake-eds.html",
    },
    questions: [
      {
        name: "role",
        label: "Role of the import",
        kind: "role",
        help: "ARN of the role that CloudTrail assumes",
        example: "arn:aws:iam::111122223333:role/cloudtrail-import",
      },
      {
        name: "bucket",
        label: "Bucket",
        kind: "name",
        help: "Name of the bucket with the log files",
        example: "trail-logs",
      },
      {
        name: "store",
        label: "Event data store",
        kind: "name",
        help: "ID of the event data store that events are copied to",
        example: "0a1b2c3d-1111-2222-3333-444455556666",
      },
    ],
    calls: (["kms:Decrypt", "kms:GenerateDataKey"] as const).map((action) => ({
      action,
      principal: "${role}",
      context: {
        "kms:EncryptionContext:aws:s3:arn":
          "arn:${partition}:s3:::${bucket}/AWSLogs/log.json.gz",
        "aws:SourceAccount": "${account}",
        "aws:SourceArn":
          "arn:${partition}:cloudtrail:${region}:${account}:eventdatastore/${store}",
      },
      when: "Events are copied and validated",
    })),
    statements: [
      {
        Sid: "CloudTrailLakeImports",
        Effect: "Allow",
        Principal: { AWS: "${role}" },
        Action: ["kms:Decrypt", "kms:GenerateDataKey"],
        Resource: "*",
        Condition: {
          StringLike: {
            "kms:EncryptionContext:aws:s3:arn":
              "arn:${partition}:s3:::${bucket}/*",
          },
          StringEquals: {
            "aws:SourceAccount": "${account}",
            "aws:SourceArn":
              "arn:${partition}:cloudtrail:${region}:${account}:eventdatastore/${store}",
          },
        },
      },
    ],
    elsewhere: [
      {
        where: "IAM policy of the role",
        why: "The role lists and gets the objects of the bucket and uses the key.",
        policy: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: ["s3:ListBucket", "s3:GetBucketAcl"],
              Resource: "arn:${partition}:s3:::${bucket}",
            },
            {
              Effect: "Allow",
              Action: "s3:GetObject",
              Resource: "arn:${partition}:s3:::${bucket}/*",
            },
            {
              Effect: "Allow",
              Action: ["kms:GenerateDataKey", "kms:Decrypt"],
              Resource: "arn:${partition}:kms:${region}:${account}:key/KEY_ID",
            },
          ],
        },
      },
    ],
    exceptions: [
      {
        law: "findings",
        reason:
          "It is reported that no request fits: principals of an account do not carry aws:SourceArn otherwise. CloudTrail documents that its import does.",
      },
    ],
    note: "The event data store is taken to be in the key's account and Region. A bucket with an S3 Bucket Key has its own ARN in the encryption context, which the documented condition does not match.",
  },

  "cloudtrail-sns": {
    service: "AWS CloudTrail",
    title: "Trail notifies an encrypted topic",
    category: "logs",
    acts: "service",
    summary:
      "CloudTrail encrypts the notifications that it publishes for new log files.",
    status: "unconfirmed",
    unconfirmed:
      "That the requests to AWS KMS carry aws:SourceArn of the trail: CloudTrail documents it for the policy of the topic, Amazon SNS for the keys of topics in general.",
    source: topics,
    questions: [
      {
        name: "trail",
        label: "Trails",
        kind: "name",
        help: "Names of the trails that notify the topic",
        example: "management-events",
        many: true,
      },
    ],
    calls: (["kms:GenerateDataKey", "kms:Decrypt"] as const).map((action) => ({
      action,
      principal: "cloudtrail.amazonaws.com",
      context: {
        "aws:SourceArn": trailArn,
        "aws:SourceAccount": "${account}",
      },
      when: "It publishes to the topic",
      source: topicKeys,
    })),
    statements: [
      {
        Sid: "CloudTrailPublishesToTopic",
        Effect: "Allow",
        Principal: { Service: "cloudtrail.amazonaws.com" },
        Action: ["kms:GenerateDataKey", "kms:Decrypt"],
        Resource: "*",
        Condition: { StringEquals: { "aws:SourceArn": [trailArn] } },
      },
    ],
    elsewhere: [
      {
        where: "Policy of the topic",
        why: "CloudTrail publishes, so the topic must allow sns:Publish with the same condition.",
      },
    ],
    note: "The page gives kms:GenerateDataKey*, and the statement without a condition: should notifications not arrive, leave the condition out.",
  },
};
