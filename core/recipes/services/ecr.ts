import type { Recipe } from "../recipe.ts";

/** Amazon ECR. */
export const ecr: Readonly<Record<string, Recipe>> = {
  ecr: {
    service: "Amazon ECR",
    title: "Repository with a key of yours",
    category: "compute",
    acts: "grants",
    summary:
      "Whoever creates repositories creates two grants, with which Amazon ECR encrypts and decrypts images.",
    status: "documented",
    source: {
      title: "Amazon ECR User Guide, Encryption at rest",
      url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html",
    },
    questions: [
      {
        name: "creators",
        label: "Who creates repositories",
        kind: "principal",
        help: "The ARN of a role or user that creates repositories with this key",
        example: "arn:aws:iam::111122223333:role/Deployer",
        many: true,
      },
    ],
    calls: [
      {
        action: "kms:DescribeKey",
        principal: "${creators}",
        context: { "kms:ViaService": "ecr.${region}.amazonaws.com" },
        when: "A repository is created",
      },
      {
        action: "kms:CreateGrant",
        principal: "${creators}",
        context: { "kms:ViaService": "ecr.${region}.amazonaws.com" },
        when: "A repository is created",
      },
    ],
    statements: [
      {
        Sid: "AllowEcrRepositories",
        Effect: "Allow",
        Principal: { AWS: ["${creators}"] },
        Action: ["kms:CreateGrant", "kms:DescribeKey"],
        Resource: "*",
        Condition: {
          StringEquals: { "kms:ViaService": "ecr.${region}.amazonaws.com" },
        },
      },
    ],
    elsewhere: [
      {
        where: "IAM policy of whoever deletes repositories",
        why: "Amazon ECR retires the grants when a repository is deleted, and kms:RetireGrant has no effect in a key policy.",
        policy: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: "kms:RetireGrant",
              Resource: "arn:${partition}:kms:${region}:${account}:key/KEY_ID",
            },
          ],
        },
      },
    ],
    exceptions: [
      {
        law: "other-resource",
        reason:
          "AWS does not print the constraint of the grants, so the statement names no repository.",
      },
    ],
    note: "Pushing and pulling images needs no permission on the key: Amazon ECR works with the grants. Do not revoke them while the repository is in use.",
  },
};
