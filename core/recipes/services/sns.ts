import type { Recipe, RecipeSource } from "../recipe.ts";

const keys: RecipeSource = {
  title: "Amazon SNS Developer Guide, Managing encryption keys and costs",
  url: "https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html",
};
const viaService: RecipeSource = {
  title: "AWS KMS Developer Guide, AWS KMS condition keys, kms:ViaService",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service",
};

const publish = ["kms:GenerateDataKey", "kms:Decrypt"] as const;
const alarmArn =
  "arn:${partition}:cloudwatch:${region}:${account}:alarm:${alarm}";
const sourceArn =
  "arn:${partition}:${service}:${region}:${account}:${resource}";
const topicArn = "arn:${partition}:sns:${region}:${account}:${topic}";

/** What Amazon SNS and what publishes to its topics need of keys. */
export const sns: Readonly<Record<string, Recipe>> = {
  "sns-event-source": {
    service: "Amazon SNS",
    title: "AWS service publishes to an encrypted topic",
    category: "messaging",
    acts: "service",
    summary: "The service encrypts the messages that it publishes to a topic.",
    status: "documented",
    source: keys,
    questions: [
      {
        name: "service",
        label: "Service",
        kind: "name",
        help: "What stands before .amazonaws.com in its principal",
        example: "redshift",
      },
      {
        name: "resource",
        label: "Resource",
        kind: "name",
        help: "Last part of the ARN of what publishes",
        example: "cluster:orders",
        many: true,
      },
    ],
    calls: publish.map((action) => ({
      action,
      principal: "${service}.amazonaws.com",
      context: {
        "aws:SourceAccount": "${account}",
        "aws:SourceArn": sourceArn,
      },
      when: "It publishes to the topic",
    })),
    statements: [
      {
        Sid: "ServicePublishesToTopic",
        Effect: "Allow",
        Principal: { Service: "${service}.amazonaws.com" },
        Action: publish,
        Resource: "*",
        Condition: {
          StringEquals: { "aws:SourceAccount": "${account}" },
          ArnLike: { "aws:SourceArn": [sourceArn] },
        },
      },
    ],
    elsewhere: [
      {
        where: "Policy of the topic",
        why: "The service publishes, so the topic must allow it sns:Publish.",
      },
    ],
    note: "EventBridge does not support these conditions for topics. Auto Scaling, CodePipeline, Config, Elastic Beanstalk, Elastic Transcoder, Image Builder and IoT publish with a role: use Publishers of an encrypted topic. Some ARNs have no account or Region, or another service than the principal: change the condition then. The documentation gives kms:GenerateDataKey*.",
  },

  "sns-publisher-role": {
    service: "Amazon SNS",
    title: "Publishers of an encrypted topic",
    category: "messaging",
    acts: "caller",
    summary:
      "Amazon SNS encrypts messages with the permissions of whoever publishes them.",
    status: "documented",
    source: keys,
    questions: [
      {
        name: "publishers",
        label: "Publishers",
        kind: "principal",
        help: "ARNs of the roles and users that publish",
        example: "arn:aws:iam::111122223333:role/orders",
        many: true,
      },
    ],
    calls: publish.map((action) => ({
      action,
      principal: "${publishers}",
      context: { "kms:ViaService": "sns.${region}.amazonaws.com" },
      when: "They publish to the topic",
      source: viaService,
    })),
    statements: [
      {
        Sid: "PublishersUseKey",
        Effect: "Allow",
        Principal: { AWS: ["${publishers}"] },
        Action: publish,
        Resource: "*",
        Condition: {
          StringEquals: { "kms:ViaService": "sns.${region}.amazonaws.com" },
        },
      },
    ],
    exceptions: [
      {
        law: "other-resource",
        reason:
          "It is for every topic with the key: no AWS page says which encryption context the calls carry.",
      },
    ],
    note: "The condition on kms:ViaService is ours; AWS KMS lists Amazon SNS among the services that it works with.",
  },

  "sns-to-sqs": {
    service: "Amazon SNS",
    title: "Topic delivers to an encrypted queue",
    category: "messaging",
    acts: "service",
    summary:
      "Amazon SNS encrypts the messages that it sends to a queue with the queue's key.",
    status: "documented",
    source: {
      title:
        "Amazon SNS Developer Guide, Setting up Amazon SNS topic encryption with encrypted Amazon SQS queue subscription",
      url: "https://docs.aws.amazon.com/sns/latest/dg/sns-enable-encryption-for-topic-sqs-queue-subscriptions.html",
    },
    questions: [
      {
        name: "topic",
        label: "Topics",
        kind: "name",
        help: "Names of the topics that the queue is subscribed to",
        example: "orders",
        many: true,
      },
    ],
    calls: publish.map((action) => ({
      action,
      principal: "sns.amazonaws.com",
      context: {
        "aws:SourceAccount": "${account}",
        "aws:SourceArn": topicArn,
      },
      when: "It sends a message to the queue",
      source: {
        title: "Amazon SQS Developer Guide, Key management",
        url: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html",
      },
    })),
    statements: [
      {
        Sid: "TopicsSendToQueue",
        Effect: "Allow",
        Principal: { Service: "sns.amazonaws.com" },
        Action: publish,
        Resource: "*",
        Condition: { ArnEquals: { "aws:SourceArn": [topicArn] } },
      },
    ],
    elsewhere: [
      {
        where: "Policy of the queue",
        why: "Amazon SNS sends, so the queue must allow it sqs:SendMessage.",
      },
    ],
    note: "This belongs to the key of the queue; the key of the topic is for its publishers. The guide gives the statement without a condition; Amazon SQS documents aws:SourceArn for Amazon SNS, and the CDK writes it.",
  },

  "cloudwatch-alarm-sns": {
    service: "Amazon CloudWatch",
    title: "Alarms notify an encrypted topic",
    category: "messaging",
    acts: "service",
    summary:
      "CloudWatch encrypts the notifications that alarms publish to a topic.",
    status: "documented",
    source: keys,
    questions: [
      {
        name: "alarm",
        label: "Alarms",
        kind: "name",
        help: "Names of the alarms, * for all",
        example: "orders-errors",
        default: "*",
        many: true,
      },
    ],
    calls: publish.map((action) => ({
      action,
      principal: "cloudwatch.amazonaws.com",
      context: {
        "aws:SourceAccount": "${account}",
        "aws:SourceArn": alarmArn,
      },
      when: "An alarm changes its state",
    })),
    statements: [
      {
        Sid: "AlarmsPublishToTopic",
        Effect: "Allow",
        Principal: { Service: "cloudwatch.amazonaws.com" },
        Action: publish,
        Resource: "*",
        Condition: {
          StringEquals: { "aws:SourceAccount": "${account}" },
          ArnLike: { "aws:SourceArn": [alarmArn] },
        },
      },
    ],
    elsewhere: [
      {
        where: "Policy of the topic",
        why: "CloudWatch publishes, so the topic must allow it sns:Publish.",
      },
    ],
    note: "Without it notifications are lost without a word but in the history of the alarm. A topic with the AWS managed key cannot be notified. The documentation gives kms:GenerateDataKey*.",
  },
};
