import type { SourceRef } from "../sources.ts";

/** What a row of {@link viaServices} says. */
export interface ViaServiceRow {
  /** Values of `kms:ViaService`, with `${region}` for the Region code. */
  readonly values: readonly string[];
  readonly note?: string;
  /** No source confirms the row. */
  readonly unconfirmed?: true;
  readonly source: SourceRef;
}

const rows = {
  "AWS App Runner": {
    values: ["apprunner.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon AppFlow": {
    values: ["appflow.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Application Migration Service": {
    values: ["mgn.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Athena": {
    values: ["athena.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "AWS Audit Manager": {
    values: ["auditmanager.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Aurora": {
    values: ["rds.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "AWS Backup": {
    values: ["backup.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "AWS Backup Gateway": {
    values: ["backup-gateway.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "AWS CodeArtifact": {
    values: ["codeartifact.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon CodeGuru Reviewer": {
    values: ["codeguru-reviewer.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Comprehend": {
    values: ["comprehend.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Connect": {
    values: ["connect.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Connect Customer Profiles": {
    values: ["profile.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Connect Wisdom": {
    values: ["wisdom.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "AWS Database Migration Service (AWS DMS)": {
    values: ["dms.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "AWS Directory Service": {
    values: ["directoryservice.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon DynamoDB": {
    values: ["dynamodb.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon EC2 Systems Manager (SSM)": {
    values: ["ssm.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Elastic Block Store (Amazon EBS)": {
    values: ["ec2.${region}.amazonaws.com"],
    note: "on behalf of EBS only",
    source: "kmsGuide2023",
  },
  "Amazon Elastic Container Registry (Amazon ECR)": {
    values: ["ecr.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Elastic File System (Amazon EFS)": {
    values: ["elasticfilesystem.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Elastic Kubernetes Service (Amazon EKS)": {
    values: ["eks.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon OpenSearch Service (OpenSearch Service)": {
    values: ["es.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "AWS Elemental MediaTailor": {
    values: ["mediatailor.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon FinSpace": {
    values: ["finspace.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Forecast": {
    values: ["forecast.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon FSx": {
    values: ["fsx.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "AWS Glue": {
    values: ["glue.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "AWS Ground Station": {
    values: ["groundstation.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon GuardDuty": {
    values: ["malware-protection.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon HealthLake": {
    values: ["healthlake.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "AWS IoT SiteWise": {
    values: ["iotsitewise.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Kendra": {
    values: ["kendra.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Keyspaces (for Apache Cassandra)": {
    values: ["cassandra.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Kinesis": {
    values: ["kinesis.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Kinesis Data Firehose": {
    values: ["firehose.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Kinesis Video Streams": {
    values: ["kinesisvideo.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "AWS Lambda": {
    values: ["lambda.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Lex": {
    values: ["lex.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "AWS License Manager": {
    values: ["license-manager.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Location Service": {
    values: ["geo.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Lookout for Equipment": {
    values: ["lookoutequipment.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Lookout for Metrics": {
    values: ["lookoutmetrics.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Lookout for Vision": {
    values: ["lookoutvision.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Macie": {
    values: ["macie.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Managed Blockchain": {
    values: ["managedblockchain.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Managed Streaming for Apache Kafka (Amazon MSK)": {
    values: ["kafka.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Managed Workflows for Apache Airflow (MWAA)": {
    values: ["airflow.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon MemoryDB": {
    values: ["memorydb.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Monitron": {
    values: ["monitron.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon MQ": {
    values: ["mq.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Neptune": {
    values: ["rds.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Nimble Studio": {
    values: ["nimble.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Omics": {
    values: ["omics.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "AWS Proton": {
    values: ["proton.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Quantum Ledger Database (Amazon QLDB)": {
    values: ["qldb.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon RDS Performance Insights": {
    values: ["rds.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Redshift": {
    values: ["redshift.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Redshift query editor V2": {
    values: ["sqlworkbench.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Redshift Serverless": {
    values: ["redshift-serverless.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Rekognition": {
    values: ["rekognition.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Relational Database Service (Amazon RDS)": {
    values: ["rds.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon SageMaker": {
    values: ["sagemaker.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "AWS Secrets Manager": {
    values: ["secretsmanager.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Simple Email Service (Amazon SES)": {
    values: ["ses.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Simple Notification Service (Amazon SNS)": {
    values: ["sns.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Simple Queue Service (Amazon SQS)": {
    values: ["sqs.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Simple Storage Service (Amazon S3)": {
    values: ["s3.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "AWS Snowball": {
    values: ["importexport.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "AWS Storage Gateway": {
    values: ["storagegateway.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "AWS Systems Manager Incident Manager": {
    values: ["ssm-incidents.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "AWS Systems Manager Incident Manager Contacts": {
    values: ["ssm-contacts.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Timestream": {
    values: ["timestream.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon Translate": {
    values: ["translate.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon WorkMail": {
    values: ["workmail.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon WorkSpaces": {
    values: ["workspaces.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon WorkSpaces Web": {
    values: ["workspaces-web.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "AWS X-Ray": {
    values: ["xray.${region}.amazonaws.com"],
    source: "kmsGuide2023",
  },
  "Amazon ElastiCache": {
    values: [
      "elasticache.${region}.amazonaws.com",
      "dax.${region}.amazonaws.com",
    ],
    unconfirmed: true,
    source: "recalled",
  },
} as const satisfies Record<string, ViaServiceRow>;

/** The name of a service in {@link viaServices}. */
export type ViaServiceName = keyof typeof rows;

/** The services that `kms:ViaService` knows (guide of June 2023; newer services are missing). */
export const viaServices: Readonly<Record<ViaServiceName, ViaServiceRow>> =
  rows;
