import type { Recipe } from "../recipe.ts";

/** Amazon EventBridge Pipes. */
export const eventBridgePipes: Readonly<Record<string, Recipe>> = {
  "eventbridge-pipes": {
    service: "Amazon EventBridge Pipes",
    title: "A pipe reads from an encrypted source",
    category: "messaging",
    acts: "caller",
    summary:
      "The execution role of a pipe decrypts what it reads from a stream, a queue or a broker.",
    status: "documented",
    source: {
      title:
        "Amazon EventBridge User Guide, Amazon EventBridge Pipes error handling and troubleshooting",
      url: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-error-troubleshooting.html",
    },
    questions: [
      {
        name: "roles",
        label: "Execution role of the pipe",
        kind: "role",
        help: "The ARN of the role that the pipe works with",
        example: "arn:aws:iam::111122223333:role/service-role/OrdersPipe",
        many: true,
      },
      {
        name: "source",
        label: "Service of the source",
        kind: "name",
        help: "As kms:ViaService names it: kinesis, sqs, dynamodb, kafka or mq",
        example: "kinesis",
        many: true,
      },
    ],
    calls: [
      {
        action: "kms:Decrypt",
        principal: "${roles}",
        context: { "kms:ViaService": "${source}.${region}.amazonaws.com" },
        when: "The pipe reads from the source, which decrypts for the role",
      },
    ],
    statements: [
      {
        Sid: "AllowPipe",
        Effect: "Allow",
        Principal: { AWS: ["${roles}"] },
        Action: "kms:Decrypt",
        Resource: "*",
        Condition: {
          StringEquals: {
            "kms:ViaService": ["${source}.${region}.amazonaws.com"],
          },
        },
      },
    ],
    elsewhere: [
      {
        where: "IAM policy of the execution role",
        why: "AWS asks for the same permission in the policy of the role.",
        policy: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: "kms:Decrypt",
              Resource: "arn:${partition}:kms:${region}:${account}:key/KEY_ID",
            },
          ],
        },
      },
    ],
    note: "The condition on kms:ViaService is ours; AWS prints none. Credentials of a broker come from AWS Secrets Manager: where this key encrypts them too, add secretsmanager.",
  },
};
