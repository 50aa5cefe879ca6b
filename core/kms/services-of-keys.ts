/** With whose credentials a service calls AWS KMS. */
export type ServiceCalls =
  /** Those of the principal that uses the service, or a grant that it made with them. */
  | "caller"
  /** Those of a role that the service works with. */
  | "role";

/**
 * Services that never call AWS KMS as themselves, by the name of their principal without domain.
 * Source: the pages of each service on encryption with AWS KMS; AWS KMS Developer Guide, "How AWS services use AWS KMS";
 * of the services that publish to encrypted topics Amazon SNS Developer Guide, "Key management".
 */
export const servicesThatCallAsOthers: Readonly<Record<string, ServiceCalls>> =
  {
    athena: "caller",
    autoscaling: "role",
    codebuild: "role",
    codepipeline: "role",
    dynamodb: "caller",
    ec2: "caller",
    ecr: "caller",
    "ecs-tasks": "role",
    elasticfilesystem: "caller",
    firehose: "role",
    kinesis: "caller",
    lambda: "caller",
    secretsmanager: "caller",
    sqs: "caller",
  };

/** Services whose principal has the Region in its name. Source: Amazon CloudWatch Logs User Guide, "Encrypt log data". */
export const regionalServices: ReadonlySet<string> = new Set(["logs"]);

/**
 * Services that call keys of other Regions as well. Source: Amazon SNS Developer Guide, "Cross-region delivery", from
 * Regions that an account opts in to.
 */
export const crossRegionServices: ReadonlySet<string> = new Set(["sns"]);

/** What says for whom a service acts. */
export type SourceBinding =
  /** `aws:SourceAccount` and `aws:SourceArn`. */
  | "source"
  /** The ARN of the log group, in the encryption context. */
  | "log-group";

/**
 * Services whose guides bind their principal to what they act for, by the name of the principal without domain.
 * Source: the pages of each service on key policies.
 */
export const boundServices: Readonly<Record<string, SourceBinding>> = {
  cloudfront: "source",
  cloudtrail: "source",
  config: "source",
  "delivery.logs": "source",
  "dnssec-route53": "source",
  guardduty: "source",
  logs: "log-group",
  s3: "source",
  ses: "source",
  sns: "source",
  ssm: "source",
  "storage-lens.s3": "source",
};

/** Services that did not always say for whom they act. Source: aws-cdk-lib 2.276.0, `aws-events`; AWS re:Post. */
export const laterBoundServices: ReadonlySet<string> = new Set([
  "cloudwatch",
  "events",
]);

/** What AWS KMS calls services that people call by another name. Source: AWS KMS Developer Guide, kms:ViaService. */
export const servicesByOtherNames: Readonly<Record<string, string>> = {
  ebs: "ec2",
  efs: "elasticfilesystem",
  elasticsearch: "es",
  keyspaces: "cassandra",
  msk: "kafka",
  neptune: "rds",
  opensearch: "es",
  "secrets-manager": "secretsmanager",
};
