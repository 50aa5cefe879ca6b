import type { Recipe } from "../recipe.ts";

/** Amazon EFS. */
export const efs: Readonly<Record<string, Recipe>> = {
  efs: {
    service: "Amazon EFS",
    title: "File system with a key of yours",
    category: "storage",
    acts: "grants",
    summary:
      "Whoever creates or replicates file systems lets Amazon EFS use this key for the data of files.",
    status: "documented",
    source: {
      title: "Amazon EFS User Guide, Using AWS KMS keys for Amazon EFS",
      url: "https://docs.aws.amazon.com/efs/latest/ug/EFSKMS.html",
    },
    questions: [
      {
        name: "creators",
        label: "Who creates file systems",
        kind: "principal",
        help: "The ARN of a role or user that creates file systems with this key",
        example: "arn:aws:iam::111122223333:role/Deployer",
        many: true,
      },
    ],
    calls: [
      {
        action: "kms:DescribeKey",
        principal: "${creators}",
        context: {
          "kms:ViaService": "elasticfilesystem.${region}.amazonaws.com",
        },
        when: "A file system is created",
      },
      {
        action: "kms:GenerateDataKeyWithoutPlaintext",
        principal: "${creators}",
        context: {
          "kms:ViaService": "elasticfilesystem.${region}.amazonaws.com",
        },
        when: "A file system is created",
      },
      {
        action: "kms:Decrypt",
        principal: "${creators}",
        context: {
          "kms:ViaService": "elasticfilesystem.${region}.amazonaws.com",
        },
        when: "A file system is created",
      },
      {
        action: "kms:CreateGrant",
        principal: "${creators}",
        context: {
          "kms:ViaService": "elasticfilesystem.${region}.amazonaws.com",
          "kms:GrantIsForAWSResource": "true",
        },
        when: "A file system is created or replicated within the account",
        source: {
          title: "Amazon EFS User Guide, Encrypting data at rest",
          url: "https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html",
        },
      },
    ],
    statements: [
      {
        Sid: "AllowEfs",
        Effect: "Allow",
        Principal: { AWS: ["${creators}"] },
        Action: [
          "kms:Decrypt",
          "kms:DescribeKey",
          "kms:GenerateDataKeyWithoutPlaintext",
        ],
        Resource: "*",
        Condition: {
          StringEquals: {
            "kms:ViaService": "elasticfilesystem.${region}.amazonaws.com",
          },
        },
      },
      {
        Sid: "AllowEfsGrants",
        Effect: "Allow",
        Principal: { AWS: ["${creators}"] },
        Action: "kms:CreateGrant",
        Resource: "*",
        Condition: {
          StringEquals: {
            "kms:ViaService": "elasticfilesystem.${region}.amazonaws.com",
          },
          Bool: { "kms:GrantIsForAWSResource": "true" },
        },
      },
    ],
    exceptions: [
      {
        law: "other-resource",
        reason:
          "A file system has no ID before it is created with the key, so the statements name none.",
      },
    ],
    note: "kms:GrantIsForAWSResource is ours; AWS says that the statements of a default key policy do, and those have it. Whoever mounts the file system needs no permission on the key.",
  },
};
