/**
 * Resources that use a key, made by the construct of the CDK with its reference to the key and nothing else.
 * Source: aws-cdk-lib 2.276.0.
 */
export const consumerKinds = {
  bucket: { label: "S3 bucket" },
  trail: { label: "CloudTrail trail" },
  "log-group": { label: "CloudWatch log group" },
  topic: { label: "SNS topic" },
  queue: { label: "SQS queue" },
  function: { label: "Lambda function environment" },
  table: { label: "DynamoDB table" },
  secret: { label: "Secrets Manager secret" },
} as const;

/** The kinds of resources that use a key. */
export type ConsumerKind = keyof typeof consumerKinds;
