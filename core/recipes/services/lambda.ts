import type { Recipe } from "../recipe.ts";

/** AWS Lambda. */
export const lambda: Readonly<Record<string, Recipe>> = {
  "lambda-env": {
    service: "AWS Lambda",
    title: "Environment variables of functions",
    category: "compute",
    acts: "grants",
    summary:
      "Whoever configures functions encrypts their environment variables with this key, and creates a grant for Lambda.",
    status: "documented",
    source: {
      title:
        "AWS Lambda Developer Guide, Securing Lambda environment variables",
      url: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html",
    },
    questions: [
      {
        name: "deployers",
        label: "Who configures functions",
        kind: "principal",
        help: "The ARN of a role or user that creates or changes functions, such as the role of AWS CloudFormation",
        example: "arn:aws:iam::111122223333:role/Deployer",
        many: true,
      },
    ],
    calls: [
      {
        action: "kms:Encrypt",
        principal: "${deployers}",
        context: { "kms:ViaService": "lambda.${region}.amazonaws.com" },
        when: "A function gets environment variables",
      },
      {
        action: "kms:Decrypt",
        principal: "${deployers}",
        context: { "kms:ViaService": "lambda.${region}.amazonaws.com" },
        when: "Somebody views or changes the environment variables",
      },
      {
        action: "kms:CreateGrant",
        principal: "${deployers}",
        context: {
          "kms:ViaService": "lambda.${region}.amazonaws.com",
          "kms:GrantIsForAWSResource": "true",
        },
        when: "A function gets the key",
      },
    ],
    statements: [
      {
        Sid: "AllowLambdaVariables",
        Effect: "Allow",
        Principal: { AWS: ["${deployers}"] },
        Action: ["kms:Decrypt", "kms:Encrypt"],
        Resource: "*",
        Condition: {
          StringEquals: { "kms:ViaService": "lambda.${region}.amazonaws.com" },
        },
      },
      {
        Sid: "AllowLambdaGrants",
        Effect: "Allow",
        Principal: { AWS: ["${deployers}"] },
        Action: "kms:CreateGrant",
        Resource: "*",
        Condition: {
          StringEquals: { "kms:ViaService": "lambda.${region}.amazonaws.com" },
          Bool: { "kms:GrantIsForAWSResource": "true" },
        },
      },
    ],
    exceptions: [
      {
        law: "other-resource",
        reason:
          "AWS does not document the encryption context of environment variables, so the statements name no function.",
      },
    ],
    note: "The execution role needs no statement: Lambda decrypts with the grant. The conditions are ours: AWS names the three actions and the key users of the console, whose grants are for AWS resources only. Without kms:Decrypt, functions can be managed but not their variables.",
  },
};
