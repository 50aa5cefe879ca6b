import type { Recipe } from "../recipe.ts";

const s3 = {
  title:
    "Amazon S3 User Guide, Using server-side encryption with AWS KMS keys (SSE-KMS)",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
};

/** AWS CodePipeline. */
export const codePipeline: Readonly<Record<string, Recipe>> = {
  "codepipeline-cross-account": {
    service: "AWS CodePipeline",
    title: "Artifacts of a pipeline across accounts",
    category: "other",
    acts: "caller",
    summary:
      "The role of the pipeline and the roles of its actions in other accounts read and write artifacts that this key encrypts.",
    status: "unconfirmed",
    unconfirmed:
      "That the roles need no more than Amazon S3 calls: AWS lists kms:DescribeKey, kms:Encrypt and kms:ReEncrypt* as well, and grants for AWS resources.",
    source: {
      title:
        "AWS CodePipeline User Guide, Create a pipeline in CodePipeline that uses resources from another AWS account",
      url: "https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-create-cross-account.html",
    },
    questions: [
      {
        name: "principals",
        label: "Roles and accounts",
        kind: "principal",
        help: "The ARN of the role of the pipeline, and of the roles of its actions or of their accounts as arn:aws:iam::ACCOUNT:root",
        example: "arn:aws:iam::111122223333:role/CodePipeline_Service_Role",
        many: true,
      },
      {
        name: "bucket",
        label: "Artifact bucket",
        kind: "name",
        help: "The name of the bucket that holds the artifacts",
        example: "codepipeline-us-east-2-1234567890",
        many: true,
      },
    ],
    calls: [
      {
        action: "kms:GenerateDataKey",
        principal: "${principals}",
        context: {
          "kms:ViaService": "s3.${region}.amazonaws.com",
          "kms:EncryptionContext:aws:s3:arn":
            "arn:${partition}:s3:::${bucket}/Orders/SourceArti/a1b2c3d",
        },
        when: "An artifact is written",
        source: s3,
      },
      {
        action: "kms:Decrypt",
        principal: "${principals}",
        context: {
          "kms:ViaService": "s3.${region}.amazonaws.com",
          "kms:EncryptionContext:aws:s3:arn":
            "arn:${partition}:s3:::${bucket}/Orders/SourceArti/a1b2c3d",
        },
        when: "An artifact is read",
        source: s3,
      },
    ],
    statements: [
      {
        Sid: "AllowPipelineArtifacts",
        Effect: "Allow",
        Principal: { AWS: ["${principals}"] },
        Action: ["kms:Decrypt", "kms:GenerateDataKey"],
        Resource: "*",
        Condition: {
          StringEquals: { "kms:ViaService": "s3.${region}.amazonaws.com" },
          ArnLike: {
            "kms:EncryptionContext:aws:s3:arn": [
              "arn:${partition}:s3:::${bucket}",
              "arn:${partition}:s3:::${bucket}/*",
            ],
          },
        },
      },
    ],
    elsewhere: [
      {
        where: "IAM policies in the other accounts",
        why: "The roles of actions need the permissions in their own account too.",
        policy: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: ["kms:Decrypt", "kms:GenerateDataKey"],
              Resource: "arn:${partition}:kms:${region}:${account}:key/KEY_ID",
            },
          ],
        },
      },
      {
        where: "Pipeline",
        why: "Actions in other accounts find the key by its key ARN only: an alias is looked up in their own account.",
      },
    ],
    note: "The key must be in the Region of the pipeline; each further Region needs a bucket and a key of its own.",
  },
};
