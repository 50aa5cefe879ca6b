import type { Recipe, RecipeException, RecipeSource } from "../recipe.ts";

const keys: RecipeSource = {
  title: "Amazon RDS User Guide, AWS KMS key management",
  url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.Keys.html",
};
const secretEncryption: RecipeSource = {
  title:
    "AWS Secrets Manager User Guide, Secret encryption and decryption in AWS Secrets Manager",
  url: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html",
};

const viaRds = { "kms:ViaService": "rds.${region}.amazonaws.com" };
const forGrant = { ...viaRds, "kms:GrantIsForAWSResource": "true" };
const secretArn =
  "arn:${partition}:secretsmanager:${region}:${account}:secret:${secret}";

const everyDatabase: RecipeException = {
  law: "other-resource",
  reason:
    "It is for every database and snapshot with the key: their resource IDs, which the encryption context has, are not known before.",
};

const useOfSnapshots = [
  "kms:DescribeKey",
  "kms:Encrypt",
  "kms:Decrypt",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo",
  "kms:GenerateDataKey",
  "kms:GenerateDataKeyWithoutPlaintext",
] as const;

/** What Amazon RDS needs of keys. */
export const rds: Readonly<Record<string, Recipe>> = {
  "rds-via-service": {
    service: "Amazon RDS",
    title: "Encrypted databases",
    category: "databases",
    acts: "grants",
    summary:
      "Whoever creates a database lets Amazon RDS create the grants that it works with.",
    status: "documented",
    source: keys,
    questions: [
      {
        name: "principals",
        label: "Who creates databases",
        kind: "principal",
        help: "ARNs of the roles and users",
        example: "arn:aws:iam::111122223333:role/database-admin",
        many: true,
      },
    ],
    calls: [
      {
        action: "kms:DescribeKey",
        principal: "${principals}",
        context: viaRds,
        when: "A database is created, restored or copied",
      },
      {
        action: "kms:CreateGrant",
        principal: "${principals}",
        context: forGrant,
        when: "A database is created, restored or copied",
      },
    ],
    statements: [
      {
        Sid: "RdsDescribesKey",
        Effect: "Allow",
        Principal: { AWS: ["${principals}"] },
        Action: "kms:DescribeKey",
        Resource: "*",
        Condition: { StringEquals: viaRds },
      },
      {
        Sid: "RdsCreatesGrants",
        Effect: "Allow",
        Principal: { AWS: ["${principals}"] },
        Action: "kms:CreateGrant",
        Resource: "*",
        Condition: {
          StringEquals: viaRds,
          Bool: { "kms:GrantIsForAWSResource": "true" },
        },
      },
    ],
    exceptions: [everyDatabase],
    note: "The examples of AWS KMS for kms:ViaService give the actions of use as well, which Amazon RDS gets by its grants. That grants must be for an AWS resource is ours. A database whose key Amazon RDS cannot use any more becomes inaccessible.",
  },

  "rds-share-snapshot": {
    service: "Amazon RDS",
    title: "Encrypted snapshots shared with other accounts",
    category: "databases",
    acts: "grants",
    summary: "The other accounts copy encrypted DB snapshots.",
    status: "documented",
    source: {
      title:
        "Amazon RDS User Guide, Sharing encrypted snapshots for Amazon RDS",
      url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/share-encrypted-snapshot.html",
    },
    questions: [
      {
        name: "otherAccount",
        label: "Accounts",
        kind: "account",
        help: "IDs of the accounts that the snapshots are shared with",
        example: "444455556666",
        many: true,
      },
    ],
    calls: [
      ...useOfSnapshots.map((action) => ({
        action,
        principal: "arn:${partition}:iam::${otherAccount}:role/operator",
        context: viaRds,
        when: "A snapshot is copied",
      })),
      {
        action: "kms:CreateGrant",
        principal: "arn:${partition}:iam::${otherAccount}:role/operator",
        context: forGrant,
        when: "A snapshot is copied",
        source: keys,
      },
    ],
    statements: [
      {
        Sid: "OtherAccountsCopySnapshots",
        Effect: "Allow",
        Principal: { AWS: ["arn:${partition}:iam::${otherAccount}:root"] },
        Action: useOfSnapshots,
        Resource: "*",
        Condition: { StringEquals: viaRds },
      },
      {
        Sid: "OtherAccountsLetRdsCreateGrants",
        Effect: "Allow",
        Principal: { AWS: ["arn:${partition}:iam::${otherAccount}:root"] },
        Action: "kms:CreateGrant",
        Resource: "*",
        Condition: {
          StringEquals: viaRds,
          Bool: { "kms:GrantIsForAWSResource": "true" },
        },
      },
    ],
    elsewhere: [
      {
        where:
          "IAM policy of whoever copies the snapshots, in the other account",
        why: "The other account must allow the key, too. Its root user cannot copy.",
        policy: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: useOfSnapshots,
              Resource: "arn:${partition}:kms:${region}:${account}:key/KEY_ID",
            },
            {
              Effect: "Allow",
              Action: "kms:CreateGrant",
              Resource: "arn:${partition}:kms:${region}:${account}:key/KEY_ID",
              Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
            },
          ],
        },
      },
      {
        where: "Permissions of the snapshots",
        why: "The snapshots must be shared with the accounts as well.",
      },
    ],
    exceptions: [
      {
        law: "other-account",
        reason: "It is for other accounts, and only for those that are named.",
      },
      everyDatabase,
    ],
    note: "Older documentation also gives kms:CreateGrant without a condition, and kms:ListGrants and kms:RevokeGrant. The conditions are ours; Amazon RDS names kms:ViaService as a way to be stricter. Snapshots with the AWS managed key cannot be shared.",
  },

  "rds-export-s3": {
    service: "Amazon RDS",
    title: "Snapshot exports of another account",
    category: "databases",
    acts: "grants",
    summary:
      "A role and a user of the other account export DB snapshots to Amazon S3, encrypted with the key.",
    status: "documented",
    source: {
      title: "Amazon RDS User Guide, Exporting DB snapshot data to Amazon S3",
      url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ExportSnapshot.html",
    },
    questions: [
      {
        name: "principals",
        label: "Role and user of the export",
        kind: "principal",
        help: "ARNs of the role of the export and of whoever starts it",
        example: "arn:aws:iam::444455556666:role/snapshot-export",
        many: true,
      },
    ],
    calls: [
      ...useOfSnapshots.map((action) => ({
        action,
        principal: "${principals}",
        when: "The export is written",
      })),
      {
        action: "kms:CreateGrant",
        principal: "${principals}",
        context: forGrant,
        when: "The export starts",
        source: keys,
      },
    ],
    statements: [
      {
        Sid: "ExportUsesKey",
        Effect: "Allow",
        Principal: { AWS: ["${principals}"] },
        Action: useOfSnapshots,
        Resource: "*",
      },
      {
        Sid: "ExportLetsRdsCreateGrants",
        Effect: "Allow",
        Principal: { AWS: ["${principals}"] },
        Action: "kms:CreateGrant",
        Resource: "*",
        Condition: {
          StringEquals: viaRds,
          Bool: { "kms:GrantIsForAWSResource": "true" },
        },
      },
    ],
    elsewhere: [
      {
        where: "IAM policy of the role and the user, in the other account",
        why: "The other account must allow the key, too, and there kms:RetireGrant as well.",
        policy: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: [...useOfSnapshots, "kms:CreateGrant", "kms:RetireGrant"],
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
          "It is for principals of another account, each named by its ARN.",
      },
      {
        law: "other-region",
        actions: useOfSnapshots,
        reason:
          "The documented statement leaves the Region open: no AWS page says through which services the role and the user use the key.",
      },
      {
        law: "other-resource",
        reason:
          "The documentation says nothing of the encryption context of an export.",
      },
    ],
    note: "The documentation gives kms:CreateGrant without a condition; ours lets only Amazon RDS create grants. It also gives kms:RetireGrant, which has no effect in a key policy. A statement that denies must leave out export.rds.amazonaws.com.",
  },

  "rds-performance-insights": {
    service: "Amazon RDS",
    title: "Performance Insights",
    category: "databases",
    acts: "caller",
    summary: "Performance Insights decrypts its data for whoever views it.",
    status: "documented",
    source: {
      title:
        "Amazon RDS User Guide, Changing an AWS KMS policy for Performance Insights",
      url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.access-control.cmk-policy.html",
    },
    questions: [
      {
        name: "viewers",
        label: "Viewers",
        kind: "principal",
        help: "ARNs of the roles and users that view",
        example: "arn:aws:iam::111122223333:role/database-admin",
        many: true,
      },
      {
        name: "database",
        label: "Databases",
        kind: "name",
        help: "Resource IDs of the DB instances, which begin with db-",
        example: "db-AAAAABBBBBCCCCDDDDDEEEEE",
        many: true,
      },
    ],
    calls: (["kms:Decrypt", "kms:GenerateDataKey"] as const).map((action) => ({
      action,
      principal: "${viewers}",
      context: {
        ...viaRds,
        "kms:EncryptionContext:aws:pi:service": "rds",
        "kms:EncryptionContext:service": "pi",
        "kms:EncryptionContext:aws:rds:db-id": "${database}",
      },
      when: "They view metrics with names of users or text of queries",
    })),
    statements: [
      {
        Sid: "ViewersUsePerformanceInsights",
        Effect: "Allow",
        Principal: { AWS: ["${viewers}"] },
        Action: ["kms:Decrypt", "kms:GenerateDataKey"],
        Resource: "*",
        Condition: {
          StringEquals: {
            ...viaRds,
            "kms:EncryptionContext:aws:pi:service": "rds",
            "kms:EncryptionContext:service": "pi",
            "kms:EncryptionContext:aws:rds:db-id": ["${database}"],
          },
        },
      },
    ],
    note: "The documentation compares the encryption context with ForAnyValue, which is for keys with several values.",
  },

  "rds-ssrs": {
    service: "Amazon RDS for SQL Server",
    title: "Secret for email of Reporting Services",
    category: "databases",
    acts: "service",
    summary:
      "Amazon RDS reads the secret with the SMTP credentials of SSRS Email.",
    status: "documented",
    source: {
      title: "Amazon RDS User Guide, Using SSRS Email to send reports",
      url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/SSRS.Email.html",
    },
    questions: [
      {
        name: "secret",
        label: "Secret",
        kind: "name",
        help: "Name of the secret without the six random characters",
        example: "ssrs/smtp",
      },
    ],
    calls: [
      {
        action: "kms:Decrypt",
        principal: "rds.amazonaws.com",
        context: {
          "kms:EncryptionContext:SecretARN": `${secretArn}-a1b2c3`,
          "kms:EncryptionContext:SecretVersionId":
            "EXAMPLE1-90ab-cdef-fedc-ba987SECRET1",
        },
        when: "Amazon RDS reads the secret",
        source: secretEncryption,
      },
    ],
    statements: [
      {
        Sid: "RdsReadsSsrsSecret",
        Effect: "Allow",
        Principal: { Service: "rds.amazonaws.com" },
        Action: "kms:Decrypt",
        Resource: "*",
        Condition: {
          StringLike: {
            "kms:EncryptionContext:SecretARN": `${secretArn}-??????`,
          },
        },
      },
    ],
    elsewhere: [
      {
        where: "Resource policy of the secret",
        why: "Amazon RDS reads the secret; bind it to the option group there.",
        policy: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Principal: { Service: "rds.amazonaws.com" },
              Action: "secretsmanager:GetSecretValue",
              Resource: "*",
              Condition: {
                StringEquals: { "aws:SourceAccount": "${account}" },
                ArnLike: {
                  "aws:SourceArn":
                    "arn:${partition}:rds:${region}:${account}:og:OPTION_GROUP",
                },
              },
            },
          ],
        },
      },
    ],
    note: "The documented statement has no condition. Ours is the secret, with the encryption context that Secrets Manager always uses.",
  },
};
