import type { Recipe } from "./recipe.ts";
import { cloudTrail } from "./services/cloudtrail.ts";
import { cloudWatchLogs } from "./services/cloudwatch-logs.ts";
import { logDelivery } from "./services/log-delivery.ts";
import { sns } from "./services/sns.ts";
import { sqs } from "./services/sqs.ts";
import { s3 } from "./services/s3.ts";
import { ebs } from "./services/ebs.ts";
import { rds } from "./services/rds.ts";
import { dynamoDb } from "./services/dynamodb.ts";
import { secretsManager } from "./services/secrets-manager.ts";
import { eventBridge } from "./services/eventbridge.ts";
import { eventBridgePipes } from "./services/eventbridge-pipes.ts";
import { config } from "./services/config.ts";
import { guardDuty } from "./services/guardduty.ts";
import { route53 } from "./services/route53.ts";
import { cloudFront } from "./services/cloudfront.ts";
import { lambda } from "./services/lambda.ts";
import { stepFunctions } from "./services/step-functions.ts";
import { ecr } from "./services/ecr.ts";
import { fargate } from "./services/fargate.ts";
import { nitroEnclaves } from "./services/nitro-enclaves.ts";
import { efs } from "./services/efs.ts";
import { backup } from "./services/backup.ts";
import { kinesis } from "./services/kinesis.ts";
import { firehose } from "./services/firehose.ts";
import { glue } from "./services/glue.ts";
import { redshift } from "./services/redshift.ts";
import { dms } from "./services/dms.ts";
import { transferFamily } from "./services/transfer-family.ts";
import { ses } from "./services/ses.ts";
import { workMail } from "./services/workmail.ts";
import { systemsManager } from "./services/systems-manager.ts";
import { synthetics } from "./services/synthetics.ts";
import { bedrock } from "./services/bedrock.ts";
import { codePipeline } from "./services/codepipeline.ts";
import { location } from "./services/location.ts";
import { support } from "./services/support.ts";
import { keyManagement } from "./services/key-management.ts";
import { guards } from "./services/guards.ts";

/** Every recipe by its name, in the order of the gallery. */
export const recipes: Readonly<Record<string, Recipe>> = {
  ...cloudTrail,
  ...cloudWatchLogs,
  ...logDelivery,
  ...sns,
  ...sqs,
  ...s3,
  ...ebs,
  ...rds,
  ...dynamoDb,
  ...secretsManager,
  ...eventBridge,
  ...eventBridgePipes,
  ...config,
  ...guardDuty,
  ...route53,
  ...cloudFront,
  ...lambda,
  ...stepFunctions,
  ...ecr,
  ...fargate,
  ...nitroEnclaves,
  ...efs,
  ...backup,
  ...kinesis,
  ...firehose,
  ...glue,
  ...redshift,
  ...dms,
  ...transferFamily,
  ...ses,
  ...workMail,
  ...systemsManager,
  ...synthetics,
  ...bedrock,
  ...codePipeline,
  ...location,
  ...support,
  ...keyManagement,
  ...guards,
};
