/** The libraries of the CDK that programs use, by the name that they have there, and what the CDK calls them. */
export const modules = {
  cdk: "core",
  cfn_inc: "cloudformation-include",
  cloudtrail: "aws-cloudtrail",
  dynamodb: "aws-dynamodb",
  iam: "aws-iam",
  kms: "aws-kms",
  lambda: "aws-lambda",
  logs: "aws-logs",
  s3: "aws-s3",
  secretsmanager: "aws-secretsmanager",
  sns: "aws-sns",
  sqs: "aws-sqs",
} as const;

/** The name of a library of the CDK. */
export type ModuleName = keyof typeof modules;
