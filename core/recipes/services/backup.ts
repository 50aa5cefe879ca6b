import type { Recipe } from "../recipe.ts";

/** AWS Backup. */
export const backup: Readonly<Record<string, Recipe>> = {
  backup: {
    service: "AWS Backup",
    title: "Backup vault with a key of yours",
    category: "storage",
    acts: "grants",
    summary:
      "Whoever creates the vault and the role that backs up and restores use this key and create grants for AWS Backup.",
    status: "documented",
    source: {
      title: "AWS Backup Developer Guide, Encryption for backups in AWS Backup",
      url: "https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html",
    },
    questions: [
      {
        name: "roles",
        label: "Roles",
        kind: "role",
        help: "The ARN of the backup role, and of whoever creates the vault",
        example:
          "arn:aws:iam::111122223333:role/service-role/AWSBackupDefaultServiceRole",
        many: true,
      },
    ],
    calls: [
      {
        action: "kms:DescribeKey",
        principal: "${roles}",
        when: "A vault is created",
      },
      {
        action: "kms:GenerateDataKey",
        principal: "${roles}",
        when: "A backup is created or copied",
      },
      {
        action: "kms:Decrypt",
        principal: "${roles}",
        when: "A backup is restored or copied",
      },
      {
        action: "kms:CreateGrant",
        principal: "${roles}",
        context: {
          "kms:ViaService": "backup.${region}.amazonaws.com",
          "kms:GrantIsForAWSResource": "true",
          "kms:EncryptionContextKeys": ["aws:backup:backup-vault"],
        },
        when: "A vault gets the key, and a backup is created or copied",
      },
    ],
    statements: [
      {
        Sid: "AllowBackup",
        Effect: "Allow",
        Principal: { AWS: ["${roles}"] },
        Action: ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"],
        Resource: "*",
      },
      {
        Sid: "AllowBackupGrants",
        Effect: "Allow",
        Principal: { AWS: ["${roles}"] },
        Action: "kms:CreateGrant",
        Resource: "*",
        Condition: {
          StringEquals: { "kms:ViaService": "backup.${region}.amazonaws.com" },
          Bool: { "kms:GrantIsForAWSResource": "true" },
          "ForAnyValue:StringEquals": {
            "kms:EncryptionContextKeys": "aws:backup:backup-vault",
          },
        },
      },
    ],
    elsewhere: [
      {
        where: "Access policy of the vault in the other account",
        why: "To copy backups there, the other account must allow it; its key encrypts the copies.",
        policy: {
          Effect: "Allow",
          Principal: { AWS: "arn:${partition}:iam::${account}:root" },
          Action: "backup:CopyIntoBackupVault",
          Resource: "*",
        },
      },
    ],
    exceptions: [
      {
        law: "other-region",
        actions: ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"],
        reason:
          "AWS documents the service and its Region for grants only; the other calls may come through the service whose resource is backed up.",
      },
      {
        law: "other-resource",
        reason:
          "AWS documents that grants name a vault, not how: the calls say for none that could be named here.",
      },
    ],
    note: "This is the key of the vault, for resources that AWS Backup encrypts itself. Amazon EBS, Amazon RDS and others keep the key of their source: let the backup role use that key through them. AWS prints the account as principal and any Region.",
  },
};
