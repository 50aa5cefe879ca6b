import type { Recipe, RecipeSource } from "../recipe.ts";

const target = { "kms:EncryptionContext:aws:ssm:TargetId": "${target}" };

const session = {
  ...target,
  "kms:EncryptionContext:aws:ssm:SessionId": "ana-0123456789abcdef0",
};

const agent: RecipeSource = {
  title: "aws/amazon-ssm-agent, agent/session/crypto/blockcipher.go",
  url: "https://github.com/aws/amazon-ssm-agent/blob/mainline/agent/session/crypto/blockcipher.go",
};

const topicEncryption: RecipeSource = {
  title:
    "Amazon SNS Developer Guide, Setting up Amazon SNS topic encryption with server-side encryption",
  url: "https://docs.aws.amazon.com/sns/latest/dg/sns-enable-encryption-for-topic.html",
};

const topic = {
  "aws:SourceAccount": "${account}",
  "kms:EncryptionContext:aws:sns:topicArn":
    "arn:${partition}:sns:${region}:${account}:${topic}",
};

const parameter = {
  "kms:ViaService": "ssm.${region}.amazonaws.com",
  "kms:EncryptionContext:PARAMETER_ARN":
    "arn:${partition}:ssm:${region}:${account}:parameter/${parameter}",
};

/** AWS Systems Manager. */
export const systemsManager: Readonly<Record<string, Recipe>> = {
  "ssm-session-manager": {
    service: "AWS Systems Manager Session Manager",
    title: "Encrypted sessions",
    category: "security",
    acts: "caller",
    summary:
      "Who starts a session gets a data key of this key, and the managed node decrypts it.",
    status: "documented",
    source: {
      title:
        "AWS Systems Manager User Guide, Turn on KMS key encryption of session data",
      url: "https://docs.aws.amazon.com/systems-manager/latest/userguide/session-preferences-enable-encryption.html",
    },
    questions: [
      {
        name: "users",
        label: "Who starts sessions",
        kind: "principal",
        help: "The ARN of a role or user that starts sessions",
        example: "arn:aws:iam::111122223333:role/Operator",
        many: true,
      },
      {
        name: "nodes",
        label: "Roles of managed nodes",
        kind: "role",
        help: "The ARN of the role in the instance profile of the nodes",
        example: "arn:aws:iam::111122223333:role/ManagedNode",
        many: true,
      },
      {
        name: "target",
        label: "Managed nodes",
        kind: "name",
        help: "The ID of a node, or * for all",
        example: "i-02573cafcf0123456",
        default: "*",
        many: true,
      },
    ],
    calls: [
      {
        action: "kms:GenerateDataKey",
        principal: "${users}",
        context: session,
        when: "A session starts",
        source: agent,
      },
      {
        action: "kms:Decrypt",
        principal: "${nodes}",
        context: session,
        when: "A session starts",
        source: agent,
      },
    ],
    statements: [
      {
        Sid: "AllowSessionUsers",
        Effect: "Allow",
        Principal: { AWS: ["${users}"] },
        Action: "kms:GenerateDataKey",
        Resource: "*",
        Condition: { StringLike: target },
      },
      {
        Sid: "AllowSessionNodes",
        Effect: "Allow",
        Principal: { AWS: ["${nodes}"] },
        Action: "kms:Decrypt",
        Resource: "*",
        Condition: { StringLike: target },
      },
    ],
    elsewhere: [
      {
        where: "Preferences of Session Manager",
        why: "KMS encryption must be turned on there, with this key.",
      },
    ],
    exceptions: [
      {
        law: "other-region",
        reason:
          "The tools of both sides call AWS KMS themselves, in the Region of the key, and the encryption context names none.",
      },
    ],
    note: "AWS prints both statements for IAM policies, without conditions. The one on the node is ours: the source of SSM Agent shows the encryption context.",
  },
  "ssm-data-sync": {
    service: "AWS Systems Manager Inventory",
    title: "Resource data sync to an encrypted bucket",
    category: "logs",
    acts: "service",
    summary:
      "Systems Manager writes inventory data to a bucket and encrypts it with this key.",
    status: "documented",
    source: {
      title:
        "AWS Systems Manager User Guide, Walkthrough: Using resource data sync to aggregate inventory data",
      url: "https://docs.aws.amazon.com/systems-manager/latest/userguide/inventory-resource-data-sync.html",
    },
    questions: [
      {
        name: "sync",
        label: "Resource data sync",
        kind: "name",
        help: "The name of the sync, or * for all of the account",
        example: "central-inventory",
        default: "*",
        many: true,
      },
    ],
    calls: [
      {
        action: "kms:GenerateDataKey",
        principal: "ssm.amazonaws.com",
        context: {
          "aws:SourceAccount": "${account}",
          "aws:SourceArn":
            "arn:${partition}:ssm:${region}:${account}:resource-data-sync/${sync}",
        },
        when: "Inventory data is written",
      },
    ],
    statements: [
      {
        Sid: "AllowResourceDataSync",
        Effect: "Allow",
        Principal: { Service: "ssm.amazonaws.com" },
        Action: "kms:GenerateDataKey",
        Resource: "*",
        Condition: {
          StringEquals: { "aws:SourceAccount": "${account}" },
          ArnLike: {
            "aws:SourceArn": [
              "arn:${partition}:ssm:*:${account}:resource-data-sync/${sync}",
            ],
          },
        },
      },
    ],
    elsewhere: [
      {
        where: "Policy of the bucket",
        why: "Systems Manager must be allowed to write to the bucket as well, with this key.",
        policy: {
          Effect: "Allow",
          Principal: { Service: "ssm.amazonaws.com" },
          Action: "s3:PutObject",
          Resource:
            "arn:${partition}:s3:::amzn-s3-demo-bucket/*/accountid=${account}/*",
          Condition: {
            StringEquals: {
              "s3:x-amz-acl": "bucket-owner-full-control",
              "s3:x-amz-server-side-encryption": "aws:kms",
              "s3:x-amz-server-side-encryption-aws-kms-key-id":
                "arn:${partition}:kms:${region}:${account}:key/KEY_ID",
              "aws:SourceAccount": "${account}",
            },
          },
        },
      },
    ],
    exceptions: [
      {
        law: "other-region",
        reason:
          "The documented condition leaves the Region open: a sync of each Region writes to the one bucket.",
      },
    ],
    note: "The key and the bucket must be in one Region. AWS compares the account with StringLike, which does the same.",
  },
  "ssm-opscenter-sns": {
    service: "AWS Systems Manager OpsCenter and Change Manager",
    title: "Notifications to an encrypted topic",
    category: "messaging",
    acts: "service",
    summary:
      "Systems Manager publishes to a topic that this key encrypts when an OpsItem or a change request changes.",
    status: "documented",
    source: {
      title:
        "AWS Systems Manager User Guide, Configuring Amazon SNS topics for Change Manager notifications",
      url: "https://docs.aws.amazon.com/systems-manager/latest/userguide/change-manager-sns-setup.html",
    },
    questions: [
      {
        name: "topic",
        label: "Topic",
        kind: "name",
        help: "The name of the topic",
        example: "ops-items",
        many: true,
      },
    ],
    calls: [
      {
        action: "kms:GenerateDataKey",
        principal: "ssm.amazonaws.com",
        context: topic,
        when: "A notification is published",
        source: topicEncryption,
      },
      {
        action: "kms:Decrypt",
        principal: "ssm.amazonaws.com",
        context: topic,
        when: "A notification is published",
        source: topicEncryption,
      },
    ],
    statements: [
      {
        Sid: "AllowSystemsManagerNotifications",
        Effect: "Allow",
        Principal: { Service: "ssm.amazonaws.com" },
        Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
        Resource: "*",
        Condition: { StringEquals: topic },
      },
    ],
    elsewhere: [
      {
        where: "Policy of the topic",
        why: "Systems Manager must be allowed to publish to the topic as well.",
        policy: {
          Effect: "Allow",
          Principal: { Service: "ssm.amazonaws.com" },
          Action: "sns:Publish",
          Resource: "arn:${partition}:sns:${region}:${account}:${topic}",
          Condition: { StringEquals: { "aws:SourceAccount": "${account}" } },
        },
      },
    ],
    note: "AWS prints the condition on the account for Change Manager, and none for OpsCenter, whose topic policy has it. The condition on the topic is ours, from the encryption context that Amazon SNS documents.",
  },
  "parameter-store": {
    service: "AWS Systems Manager Parameter Store",
    title: "Readers of SecureString parameters",
    category: "secrets",
    acts: "caller",
    summary: "Who reads a SecureString parameter decrypts it with this key.",
    status: "documented",
    source: {
      title:
        "AWS Systems Manager User Guide, AWS KMS encryption for AWS Systems Manager Parameter Store SecureString parameters",
      url: "https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html",
    },
    questions: [
      {
        name: "parameter",
        label: "Parameter",
        kind: "name",
        help: "The name or path without the first slash, with * for what may follow",
        example: "prod/orders/database-password",
        many: true,
      },
      {
        name: "readers",
        label: "Who reads",
        kind: "principal",
        help: "The ARN of a role or user that gets the parameter",
        example: "arn:aws:iam::111122223333:role/OrderService",
        many: true,
      },
    ],
    calls: [
      {
        action: "kms:Decrypt",
        principal: "${readers}",
        context: parameter,
        when: "The parameter is read with its value decrypted",
      },
    ],
    statements: [
      {
        Sid: "AllowParameterReaders",
        Effect: "Allow",
        Principal: { AWS: ["${readers}"] },
        Action: "kms:Decrypt",
        Resource: "*",
        Condition: {
          StringEquals: { "kms:ViaService": "ssm.${region}.amazonaws.com" },
          ArnLike: {
            "kms:EncryptionContext:PARAMETER_ARN": [
              "arn:${partition}:ssm:${region}:${account}:parameter/${parameter}",
            ],
          },
        },
      },
    ],
    elsewhere: [
      {
        where: "IAM policy of whoever writes the parameter",
        why: "Standard parameters are encrypted with kms:Encrypt, advanced ones with kms:GenerateDataKey.",
        policy: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: ["kms:Encrypt", "kms:GenerateDataKey"],
              Resource: "arn:${partition}:kms:${region}:${account}:key/KEY_ID",
              Condition: {
                StringEquals: {
                  "kms:ViaService": "ssm.${region}.amazonaws.com",
                },
              },
            },
          ],
        },
      },
    ],
    note: "The condition on kms:ViaService is ours. With it, nobody can decrypt what GetParameter returns by a call of their own.",
  },
};
