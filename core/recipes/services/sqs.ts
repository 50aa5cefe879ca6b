import type { Recipe, RecipeSource } from "../recipe.ts";

const keys: RecipeSource = {
  title: "Amazon SQS Developer Guide, Key management",
  url: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html",
};

const viaService: RecipeSource = {
  title: "AWS KMS Developer Guide, AWS KMS condition keys, kms:ViaService",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service",
};

const send = ["kms:GenerateDataKey", "kms:Decrypt"] as const;
const viaSqs = { "kms:ViaService": "sqs.${region}.amazonaws.com" };
const sourceArn =
  "arn:${partition}:${service}:${region}:${account}:${resource}";

/** What Amazon SQS needs of keys. */
export const sqs: Readonly<Record<string, Recipe>> = {
  "sqs-event-source": {
    service: "Amazon SQS",
    title: "AWS service sends to an encrypted queue",
    category: "messaging",
    acts: "service",
    summary: "The service encrypts the messages that it sends to a queue.",
    status: "documented",
    source: keys,
    questions: [
      {
        name: "service",
        label: "Service",
        kind: "name",
        help: "What stands before .amazonaws.com in its principal",
        example: "profile",
      },
      {
        name: "resource",
        label: "Resource",
        kind: "name",
        help: "Last part of the ARN of what sends",
        example: "domains/orders",
        many: true,
      },
    ],
    calls: send.map((action) => ({
      action,
      principal: "${service}.amazonaws.com",
      context: {
        "aws:SourceAccount": "${account}",
        "aws:SourceArn": sourceArn,
      },
      when: "It sends a message to the queue",
    })),
    statements: [
      {
        Sid: "ServiceSendsToQueue",
        Effect: "Allow",
        Principal: { Service: "${service}.amazonaws.com" },
        Action: send,
        Resource: "*",
        Condition: { ArnEquals: { "aws:SourceArn": [sourceArn] } },
      },
    ],
    elsewhere: [
      {
        where: "Policy of the queue",
        why: "The service sends, so the queue must allow it sqs:SendMessage.",
      },
    ],
    note: "Amazon SQS says which services support aws:SourceArn: Amazon SNS, Amazon S3, EventBridge, Lambda, CodeBuild, Connect Customer Profiles, Auto Scaling and Chime. The ARN of a bucket has neither account nor Region: use the recipe of Amazon S3.",
  },

  "sqs-producer-consumer": {
    service: "Amazon SQS",
    title: "Producers and consumers of an encrypted queue",
    category: "messaging",
    acts: "caller",
    summary:
      "Amazon SQS encrypts and decrypts messages with the permissions of whoever sends and receives them.",
    status: "documented",
    source: keys,
    questions: [
      {
        name: "producers",
        label: "Producers",
        kind: "principal",
        help: "ARNs of the roles and users that send",
        example: "arn:aws:iam::111122223333:role/shop",
        many: true,
      },
      {
        name: "consumers",
        label: "Consumers",
        kind: "principal",
        help: "ARNs of the roles and users that receive",
        example: "arn:aws:iam::111122223333:role/worker",
        many: true,
      },
    ],
    calls: [
      ...send.map((action) => ({
        action,
        principal: "${producers}",
        context: viaSqs,
        when: "They send, once the data key may not be used again",
        source: viaService,
      })),
      {
        action: "kms:Decrypt",
        principal: "${consumers}",
        context: viaSqs,
        when: "They receive, once the data key may not be used again",
        source: viaService,
      },
    ],
    statements: [
      {
        Sid: "ProducersUseKey",
        Effect: "Allow",
        Principal: { AWS: ["${producers}"] },
        Action: send,
        Resource: "*",
        Condition: { StringEquals: viaSqs },
      },
      {
        Sid: "ConsumersDecrypt",
        Effect: "Allow",
        Principal: { AWS: ["${consumers}"] },
        Action: "kms:Decrypt",
        Resource: "*",
        Condition: { StringEquals: viaSqs },
      },
    ],
    exceptions: [
      {
        law: "other-resource",
        reason:
          "It is for every queue with the key: no AWS page says which encryption context the calls carry.",
      },
    ],
    note: "Consumers of a dead-letter queue need kms:Decrypt for the key of the source queue as well. The condition on kms:ViaService is ours; AWS KMS lists Amazon SQS among the services that it works with.",
  },
};
