import type { Recipe, RecipeSource } from "../recipe.ts";

const encryption: RecipeSource = {
  title:
    "AWS Secrets Manager User Guide, Secret encryption and decryption in AWS Secrets Manager",
  url: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html",
};

const viaSecretsManager = "secretsmanager.${region}.amazonaws.com";
const secretArn =
  "arn:${partition}:secretsmanager:${region}:${account}:secret:${secret}";
const context = {
  "kms:ViaService": viaSecretsManager,
  "kms:EncryptionContext:SecretARN": `${secretArn}-a1b2c3`,
  "kms:EncryptionContext:SecretVersionId":
    "EXAMPLE1-90ab-cdef-fedc-ba987SECRET1",
};

/** What AWS Secrets Manager needs of keys. */
export const secretsManager: Readonly<Record<string, Recipe>> = {
  secretsmanager: {
    service: "AWS Secrets Manager",
    title: "Secrets of the account",
    category: "secrets",
    acts: "caller",
    summary:
      "Secrets Manager encrypts and decrypts secrets for everybody of the account who may use them.",
    status: "documented",
    source: encryption,
    questions: [
      {
        name: "secret",
        label: "Secrets",
        kind: "name",
        help: "Names of the secrets without the six random characters, * for all",
        example: "orders/database",
        default: "*",
        many: true,
      },
    ],
    calls: [
      {
        action: "kms:GenerateDataKey",
        principal: "arn:${partition}:iam::${account}:role/application",
        context,
        when: "A secret value is created or changed, and to validate the key",
      },
      {
        action: "kms:Decrypt",
        principal: "arn:${partition}:iam::${account}:role/application",
        context,
        when: "A secret value is read or compared, and to validate the key",
      },
    ],
    statements: [
      {
        Sid: "AccountUsesKeyForSecrets",
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: ["kms:GenerateDataKey", "kms:Decrypt"],
        Resource: "*",
        Condition: {
          StringEquals: {
            "kms:CallerAccount": "${account}",
            "kms:ViaService": viaSecretsManager,
          },
          StringLike: {
            "kms:EncryptionContext:SecretARN": [`${secretArn}-??????`],
          },
        },
      },
    ],
    note: "The key policy of aws/secretsmanager also has kms:Encrypt, kms:ReEncrypt*, kms:CreateGrant and kms:DescribeKey, which Secrets Manager says it does not need. The condition on the secret is ours, with the encryption context that is documented.",
  },

  "secretsmanager-cross-account": {
    service: "AWS Secrets Manager",
    title: "Secret read from another account",
    category: "secrets",
    acts: "caller",
    summary: "Secrets Manager decrypts a secret for a role of another account.",
    status: "documented",
    source: {
      title:
        "AWS Secrets Manager User Guide, Access AWS Secrets Manager secrets from a different account",
      url: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html",
    },
    questions: [
      {
        name: "readers",
        label: "Readers",
        kind: "principal",
        help: "ARNs of the roles of the other account that read",
        example: "arn:aws:iam::444455556666:role/application",
        many: true,
      },
      {
        name: "secret",
        label: "Secrets",
        kind: "name",
        help: "Names of the secrets without the six random characters",
        example: "orders/database",
        many: true,
      },
    ],
    calls: [
      {
        action: "kms:Decrypt",
        principal: "${readers}",
        context,
        when: "They read the secret value",
        source: encryption,
      },
    ],
    statements: [
      {
        Sid: "OtherAccountReadsSecrets",
        Effect: "Allow",
        Principal: { AWS: ["${readers}"] },
        Action: "kms:Decrypt",
        Resource: "*",
        Condition: {
          StringEquals: { "kms:ViaService": viaSecretsManager },
          StringLike: {
            "kms:EncryptionContext:SecretARN": [`${secretArn}-??????`],
          },
        },
      },
    ],
    elsewhere: [
      {
        where: "Resource policy of the secret",
        why: "The secret must let the readers read its value.",
        policy: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Principal: { AWS: ["${readers}"] },
              Action: "secretsmanager:GetSecretValue",
              Resource: "*",
            },
          ],
        },
      },
      {
        where: "IAM policy of the readers, in the other account",
        why: "The other account must allow both the secret and the key.",
        policy: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: "secretsmanager:GetSecretValue",
              Resource: [`${secretArn}-??????`],
            },
            {
              Effect: "Allow",
              Action: "kms:Decrypt",
              Resource: "arn:${partition}:kms:${region}:${account}:key/KEY_ID",
            },
          ],
        },
      },
    ],
    note: "The documentation gives kms:DescribeKey as well, which reading a secret does not call, and no condition: both conditions are ours. The AWS managed key cannot be used from another account.",
  },
};
