import type { Recipe } from "../recipe.ts";

const cluster = {
  "kms:EncryptionContext:aws:ecs:clusterAccount": "${account}",
  "kms:EncryptionContext:aws:ecs:clusterName": "${cluster}",
};

/** AWS Fargate. */
export const fargate: Readonly<Record<string, Recipe>> = {
  "fargate-ephemeral": {
    service: "AWS Fargate for Amazon ECS",
    title: "Ephemeral storage of tasks",
    category: "compute",
    acts: "service",
    summary:
      "Fargate encrypts the ephemeral storage of the tasks of a cluster with this key.",
    status: "documented",
    source: {
      title:
        "Amazon ECS Developer Guide, Create an encryption key for Fargate ephemeral storage for Amazon ECS",
      url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-create-storage-key.html",
    },
    questions: [
      {
        name: "cluster",
        label: "Cluster",
        kind: "name",
        help: "The name of the cluster, not its ARN",
        example: "orders",
        many: true,
      },
      {
        name: "operators",
        label: "Who creates the cluster",
        kind: "principal",
        help: "The ARN of a role or user that creates or updates the cluster",
        example: "arn:aws:iam::111122223333:role/Deployer",
        many: true,
      },
    ],
    calls: [
      {
        action: "kms:GenerateDataKeyWithoutPlaintext",
        principal: "fargate.amazonaws.com",
        context: cluster,
        when: "A task starts",
      },
      {
        action: "kms:CreateGrant",
        principal: "fargate.amazonaws.com",
        context: { ...cluster, "kms:GrantOperations": ["Decrypt"] },
        when: "A task starts",
      },
      {
        action: "kms:DescribeKey",
        principal: "${operators}",
        when: "The cluster gets the key",
      },
    ],
    statements: [
      {
        Sid: "AllowFargateDataKeys",
        Effect: "Allow",
        Principal: { Service: "fargate.amazonaws.com" },
        Action: "kms:GenerateDataKeyWithoutPlaintext",
        Resource: "*",
        Condition: { StringEquals: cluster },
      },
      {
        Sid: "AllowFargateGrants",
        Effect: "Allow",
        Principal: { Service: "fargate.amazonaws.com" },
        Action: "kms:CreateGrant",
        Resource: "*",
        Condition: {
          StringEquals: cluster,
          "ForAllValues:StringEquals": { "kms:GrantOperations": ["Decrypt"] },
        },
      },
      {
        Sid: "AllowClusterOperators",
        Effect: "Allow",
        Principal: { AWS: ["${operators}"] },
        Action: "kms:DescribeKey",
        Resource: "*",
      },
    ],
    exceptions: [
      {
        law: "other-region",
        reason:
          "The encryption context names the account and the cluster, and no Region.",
      },
      {
        law: "other-resource",
        actions: ["kms:DescribeKey"],
        reason:
          "A call to describe a key has no encryption context, so it names no cluster.",
      },
    ],
    note: "Multi-Region keys and aliases cannot be used. A new key is for new deployments; tasks that run keep theirs.",
  },
};
