import type { Recipe } from "../recipe.ts";

const rule = {
  "aws:SourceAccount": "${account}",
  "aws:SourceArn":
    "arn:${partition}:ses:${region}:${account}:receipt-rule-set/${ruleSet}:receipt-rule/${rule}",
};

const notifier = {
  "aws:SourceAccount": "${account}",
  "aws:SourceArn": "arn:${partition}:ses:${region}:${account}:${notifier}",
};

const sns = {
  title:
    "Amazon SNS Developer Guide, Managing Amazon SNS encryption keys and costs",
  url: "https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html",
};

/** Amazon SES. */
export const ses: Readonly<Record<string, Recipe>> = {
  "ses-receive": {
    service: "Amazon SES",
    title: "Received mail in an encrypted bucket",
    category: "messaging",
    acts: "service",
    summary:
      "A receipt rule delivers mail to a bucket that this key encrypts, or encrypts the mail with it.",
    status: "documented",
    source: {
      title:
        "Amazon SES Developer Guide, Giving permissions to Amazon SES for email receiving",
      url: "https://docs.aws.amazon.com/ses/latest/dg/receiving-email-permissions.html#receiving-email-permissions-kms",
    },
    questions: [
      {
        name: "ruleSet",
        label: "Rule set",
        kind: "name",
        help: "The name of the receipt rule set",
        example: "inbound",
      },
      {
        name: "rule",
        label: "Receipt rule",
        kind: "name",
        help: "The name of the rule that delivers to Amazon S3",
        example: "archive",
      },
    ],
    calls: [
      {
        action: "kms:GenerateDataKey",
        principal: "ses.amazonaws.com",
        context: rule,
        when: "Mail is delivered",
      },
      {
        action: "kms:Decrypt",
        principal: "ses.amazonaws.com",
        context: rule,
        when: "Mail is delivered to a bucket with server-side encryption",
      },
    ],
    statements: [
      {
        Sid: "AllowSesReceiving",
        Effect: "Allow",
        Principal: { Service: "ses.amazonaws.com" },
        Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
        Resource: "*",
        Condition: { StringEquals: rule },
      },
    ],
    elsewhere: [
      {
        where: "Policy of the bucket",
        why: "Amazon SES must be allowed to write to the bucket as well.",
        policy: {
          Effect: "Allow",
          Principal: { Service: "ses.amazonaws.com" },
          Action: "s3:PutObject",
          Resource: "arn:${partition}:s3:::amzn-s3-demo-bucket/*",
          Condition: { StringEquals: rule },
        },
      },
    ],
    note: "If the rule only encrypts mail itself and the bucket uses another key, kms:Decrypt is not needed. A rule with a role of its own uses the key as that role.",
  },
  "ses-sns": {
    service: "Amazon SES",
    title: "Notifications to an encrypted topic",
    category: "messaging",
    acts: "service",
    summary:
      "Amazon SES publishes bounces, complaints and deliveries to a topic that this key encrypts.",
    status: "documented",
    source: {
      title:
        "Amazon SES Developer Guide, Configuring Amazon SNS notifications for Amazon SES",
      url: "https://docs.aws.amazon.com/ses/latest/dg/configure-sns-notifications.html",
    },
    questions: [
      {
        name: "notifier",
        label: "What notifies",
        kind: "name",
        help: "identity/ and a domain or address, receipt-rule-set/SET:receipt-rule/RULE, or * for all of the account",
        example: "identity/example.com",
        default: "identity/*",
        many: true,
      },
    ],
    calls: [
      {
        action: "kms:GenerateDataKey",
        principal: "ses.amazonaws.com",
        context: notifier,
        when: "A notification is published",
        source: sns,
      },
      {
        action: "kms:Decrypt",
        principal: "ses.amazonaws.com",
        context: notifier,
        when: "A notification is published",
        source: sns,
      },
    ],
    statements: [
      {
        Sid: "AllowSesNotifications",
        Effect: "Allow",
        Principal: { Service: "ses.amazonaws.com" },
        Action: ["kms:Decrypt", "kms:GenerateDataKey"],
        Resource: "*",
        Condition: {
          StringEquals: { "aws:SourceAccount": "${account}" },
          ArnLike: {
            "aws:SourceArn": [
              "arn:${partition}:ses:${region}:${account}:${notifier}",
            ],
          },
        },
      },
    ],
    elsewhere: [
      {
        where: "Policy of the topic",
        why: "Amazon SES must be allowed to publish to the topic as well.",
        policy: {
          Effect: "Allow",
          Principal: { Service: "ses.amazonaws.com" },
          Action: "sns:Publish",
          Resource: "arn:${partition}:sns:${region}:${account}:TOPIC_NAME",
          Condition: {
            StringEquals: { "aws:SourceAccount": "${account}" },
            ArnLike: {
              "aws:SourceArn": [
                "arn:${partition}:ses:${region}:${account}:${notifier}",
              ],
            },
          },
        },
      },
    ],
    note: "Amazon SES prints the statement without conditions; Amazon SNS says to add account and source to it, and Amazon SES prints these values for the topic policy.",
  },
  "ses-suppression-import": {
    service: "Amazon SES",
    title: "Import of a suppression list",
    category: "messaging",
    acts: "service",
    summary:
      "An import job reads a list of addresses from a bucket that this key encrypts.",
    status: "documented",
    source: {
      title:
        "Amazon SES Developer Guide, Using the Amazon SES account-level suppression list",
      url: "https://docs.aws.amazon.com/ses/latest/dg/sending-email-suppression-list.html#sending-email-suppression-list-manual-add-bulk",
    },
    questions: [
      {
        name: "bucket",
        label: "Bucket",
        kind: "name",
        help: "The name of the bucket that holds the list",
        example: "amzn-s3-demo-bucket",
      },
    ],
    calls: [
      {
        action: "kms:Decrypt",
        principal: "ses.amazonaws.com",
        context: {
          "kms:EncryptionContext:aws:s3:arn":
            "arn:${partition}:s3:::${bucket}/addresses.csv",
        },
        when: "The list is read",
        source: {
          title:
            "Amazon S3 User Guide, Using server-side encryption with AWS KMS keys (SSE-KMS)",
          url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
        },
      },
    ],
    statements: [
      {
        Sid: "AllowSesListImport",
        Effect: "Allow",
        Principal: { Service: "ses.amazonaws.com" },
        Action: "kms:Decrypt",
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
    exceptions: [
      {
        law: "other-account",
        reason:
          "AWS documents no source of the call; the bucket in the encryption context keeps it to what is read there, and the bucket policy decides who reads.",
      },
      {
        law: "other-region",
        reason:
          "AWS documents no source of the call, and the ARN of a bucket has no Region.",
      },
    ],
    note: "AWS prints no condition. The one on the bucket is ours, from the encryption context that Amazon S3 uses. The statement can go when the import is done.",
  },
};
