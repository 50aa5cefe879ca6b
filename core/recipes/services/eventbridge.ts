import type { Recipe, RecipeException, RecipeSource } from "../recipe.ts";

const authorizing: RecipeSource = {
  title:
    "Amazon EventBridge User Guide, Authorizing EventBridge to use a customer managed key",
  url: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-key-policy.html",
};

const principal = "events.amazonaws.com";
const send = ["kms:GenerateDataKey", "kms:Decrypt"] as const;
const ruleArn = "arn:${partition}:events:${region}:${account}:rule/${rule}";
const busArn = "arn:${partition}:events:${region}:${account}:event-bus/${bus}";
const ofBus = { "kms:EncryptionContext:aws:events:event-bus:arn": busArn };

const describes: readonly RecipeException[] = (
  ["other-account", "other-region", "other-resource"] as const
).map((law) => ({
  law,
  actions: ["kms:DescribeKey"],
  reason:
    "The documentation gives kms:DescribeKey without a condition: it has no encryption context, and only reads what the key is.",
}));

/** What Amazon EventBridge needs of keys. */
export const eventBridge: Readonly<Record<string, Recipe>> = {
  "eventbridge-target": {
    service: "Amazon EventBridge",
    title: "Rules deliver to an encrypted queue",
    category: "messaging",
    acts: "service",
    summary: "EventBridge encrypts the events that rules send to a queue.",
    status: "documented",
    source: {
      title: "Amazon SQS Developer Guide, Key management",
      url: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html",
    },
    questions: [
      {
        name: "rule",
        label: "Rules",
        kind: "name",
        help: "Names of the rules, with the bus before a slash if it is not the default one, * for all",
        example: "orders",
        default: "*",
        many: true,
      },
    ],
    calls: send.map((action) => ({
      action,
      principal,
      context: {
        "aws:SourceAccount": "${account}",
        "aws:SourceArn": ruleArn,
      },
      when: "A rule sends an event to the queue",
    })),
    statements: [
      {
        Sid: "RulesSendToQueue",
        Effect: "Allow",
        Principal: { Service: principal },
        Action: send,
        Resource: "*",
        Condition: {
          StringEquals: { "aws:SourceAccount": "${account}" },
          ArnLike: { "aws:SourceArn": [ruleArn] },
        },
      },
    ],
    elsewhere: [
      {
        where: "Policy of the queue",
        why: "EventBridge sends, so the queue must allow it sqs:SendMessage.",
      },
      {
        where: "Key policy, if the target is a topic",
        why: "Amazon SNS does not support source conditions here, so the statement for a topic has none; bind EventBridge in the policy of the topic.",
        policy: {
          Sid: "EventBridgePublishesToTopic",
          Effect: "Allow",
          Principal: { Service: principal },
          Action: send,
          Resource: "*",
        },
      },
    ],
    note: "For a queue only. For a topic these conditions make every delivery fail, says the Amazon SNS Developer Guide: see what else is to be done.",
  },

  "eventbridge-bus": {
    service: "Amazon EventBridge",
    title: "Encrypted event bus",
    category: "messaging",
    acts: "service",
    summary:
      "EventBridge encrypts the events of the bus, and its rules and targets.",
    status: "documented",
    source: {
      title:
        "Amazon EventBridge User Guide, Encrypting EventBridge event buses with AWS KMS keys",
      url: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-event-bus-cmkey.html",
    },
    questions: [
      {
        name: "bus",
        label: "Event buses",
        kind: "name",
        help: "Names of the event buses",
        example: "orders",
        many: true,
      },
    ],
    calls: [
      {
        action: "kms:DescribeKey",
        principal,
        when: "The bus is created or updated",
        source: authorizing,
      },
      ...send.map((action) => ({
        action,
        principal,
        context: {
          ...ofBus,
          "aws:SourceAccount": "${account}",
          "aws:SourceArn": busArn,
        },
        when: "Events are stored and matched",
        source: authorizing,
      })),
    ],
    statements: [
      {
        Sid: "EventBridgeDescribesKeyOfBus",
        Effect: "Allow",
        Principal: { Service: principal },
        Action: "kms:DescribeKey",
        Resource: "*",
      },
      {
        Sid: "EventBusUsesKey",
        Effect: "Allow",
        Principal: { Service: principal },
        Action: send,
        Resource: "*",
        Condition: {
          StringEquals: {
            "aws:SourceAccount": "${account}",
            "aws:SourceArn": [busArn],
            "kms:EncryptionContext:aws:events:event-bus:arn": [busArn],
          },
        },
      },
    ],
    elsewhere: [
      {
        where: "IAM policy of whoever creates and updates the bus",
        why: "They need these permissions on the key; whoever works with its rules needs kms:Decrypt.",
        policy: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: [
                "kms:DescribeKey",
                "kms:Encrypt",
                "kms:Decrypt",
                "kms:ReEncryptFrom",
                "kms:ReEncryptTo",
                "kms:GenerateDataKeyWithoutPlaintext",
              ],
              Resource: "arn:${partition}:kms:${region}:${account}:key/KEY_ID",
            },
          ],
        },
      },
    ],
    exceptions: describes,
    note: "The CDK puts kms:DescribeKey under the condition on the encryption context, where it has no effect. An archive of the bus needs more: add its recipe.",
  },

  "eventbridge-archive": {
    service: "Amazon EventBridge",
    title: "Encrypted archive",
    category: "messaging",
    acts: "service",
    summary: "EventBridge encrypts the events of an archive of the bus.",
    status: "documented",
    source: {
      title:
        "Amazon EventBridge User Guide, Encrypting EventBridge archives with AWS KMS keys",
      url: "https://docs.aws.amazon.com/eventbridge/latest/userguide/encryption-archives.html",
    },
    questions: [
      {
        name: "bus",
        label: "Event buses",
        kind: "name",
        help: "Names of the event buses whose events are archived",
        example: "orders",
        many: true,
      },
    ],
    calls: [
      {
        action: "kms:DescribeKey",
        principal,
        when: "The archive is created or updated",
      },
      ...(
        [
          ["kms:GenerateDataKey", "A data key for events is generated"],
          ["kms:Decrypt", "A data key for events is decrypted"],
          ["kms:ReEncryptFrom", "A data key is encrypted again"],
          ["kms:ReEncryptTo", "A data key is encrypted again"],
        ] as const
      ).map(([action, when]) => ({
        action,
        principal,
        context: ofBus,
        when,
      })),
    ],
    statements: [
      {
        Sid: "EventBridgeDescribesKeyOfArchive",
        Effect: "Allow",
        Principal: { Service: principal },
        Action: "kms:DescribeKey",
        Resource: "*",
      },
      {
        Sid: "ArchiveUsesKey",
        Effect: "Allow",
        Principal: { Service: principal },
        Action: ["kms:GenerateDataKey", "kms:Decrypt", "kms:ReEncrypt*"],
        Resource: "*",
        Condition: {
          StringEquals: {
            "kms:EncryptionContext:aws:events:event-bus:arn": [busArn],
          },
        },
      },
    ],
    exceptions: describes,
    note: "Only the encryption context binds it: the documentation gives no condition on the source for archives.",
  },
};
