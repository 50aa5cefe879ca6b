/**
 * Service principals that key policies and roles name often, and what each stands for.
 * Source: the pages of each service on encryption with AWS KMS, and on its service role.
 */
export const servicePrincipals = {
  "backup.amazonaws.com": "AWS Backup",
  "bedrock.amazonaws.com": "Amazon Bedrock",
  "cloudfront.amazonaws.com": "Amazon CloudFront",
  "cloudtrail.amazonaws.com": "AWS CloudTrail",
  "cloudwatch.amazonaws.com": "Amazon CloudWatch alarms",
  "codebuild.amazonaws.com": "AWS CodeBuild",
  "config.amazonaws.com": "AWS Config",
  "delivery.logs.amazonaws.com": "Delivery of AWS service logs",
  "dnssec-route53.amazonaws.com": "Amazon Route 53 DNSSEC signing",
  "dynamodb.amazonaws.com": "Amazon DynamoDB",
  "ec2.amazonaws.com": "Amazon EC2",
  "ecs-tasks.amazonaws.com": "Amazon ECS tasks",
  "events.amazonaws.com": "Amazon EventBridge",
  "guardduty.amazonaws.com": "Amazon GuardDuty",
  "lambda.amazonaws.com": "AWS Lambda",
  "logs.amazonaws.com": "Amazon CloudWatch Logs",
  "rds.amazonaws.com": "Amazon RDS",
  "s3.amazonaws.com": "Amazon S3",
  "ses.amazonaws.com": "Amazon SES",
  "sns.amazonaws.com": "Amazon SNS",
  "sqs.amazonaws.com": "Amazon SQS",
  "ssm.amazonaws.com": "AWS Systems Manager",
  "states.amazonaws.com": "AWS Step Functions",
  "storage-lens.s3.amazonaws.com": "Amazon S3 Storage Lens",
} as const satisfies Record<`${string}.amazonaws.com`, string>;
