import { describe, expect, test } from "vitest";
import { kmsActionNames } from "../kms/actions.ts";
import { matchesWildcard } from "../policy/wildcard.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonList, objectOf } from "../problem/json.ts";
import { answersToCalls } from "../prove/service-calls.ts";
import { filled, filledTexts } from "../recipes/fill.ts";
import type { Answers } from "../recipes/fill.ts";
import type { Recipe, RecipeCall } from "../recipes/recipe.ts";
import { recipes } from "../recipes/registry.ts";
import {
  addedStatements,
  cdkConsumers,
  filesThatAdd,
  home,
  rootStatement,
} from "../testing/cdk-consumers.ts";
import type { CdkConsumer } from "../testing/cdk-consumers.ts";
import { policySubject } from "../testing/policy-subject.ts";

const left =
  "The root statement leaves roles and users of the account to IAM policies; the recipe names them, so it does without that statement.";
const nothing =
  "The CDK hands the key over and adds nothing to its policy, so the documented calls of the service fail.";
const wildcard =
  "The CDK grants the wildcard, as many guides print it; the documented call is that of plain data keys.";
const grantedWhole =
  "The CDK grants whatever encrypts and decrypts; these actions are in no documented call.";
const publishes =
  "The CDK lets the service publish by its name and does not know for what; Amazon SNS asks for the conditions.";
const buckets =
  "The CDK writes no condition, as the page of Amazon S3 does; the pages of Amazon SNS and Amazon SQS give it.";
const managed =
  "The CDK takes these from the policy of aws/secretsmanager; Secrets Manager says that it does not need them.";
const ownSecret =
  "The condition on the secret is the recipe's own, with the documented encryption context; the CDK is for every secret.";
const ownAccount =
  "The CDK names the account or the role, which says as much as kms:CallerAccount where anybody is the principal.";
const ofMail =
  "The CDK writes the older policy of the AWS KMS guide, bound by encryption context; the guide of Amazon SES binds by account and receipt rule.";
const ofBus =
  "The CDK puts all actions under one condition; the guide gives kms:DescribeKey without, which has no encryption context.";
const ofArtifacts =
  "The conditions are the recipe's own; the CDK grants without any.";
const ofLogs =
  "The guide names every ARN of the account, as the CDK does; the recipe is for log groups, not for results of queries.";
const noRecipe = "No recipe is about this use of a key.";

/** What the CDK and the recipe do not agree about, by construct, each with the reason. */
const differences: Readonly<Record<string, Readonly<Record<string, string>>>> =
  {
    "Trail with a key": {
      "cloudtrail.amazonaws.com may not: kms:DescribeKey, kms:GenerateDataKey":
        nothing,
    },
    "Trail that notifies a topic": {
      "cloudtrail.amazonaws.com may more than kms:GenerateDataKey by: kms:GenerateDataKey*":
        wildcard,
      "cloudtrail.amazonaws.com in the recipe only with StringEquals aws:SourceArn arn:aws:cloudtrail:us-east-1:111122223333:trail/management-events: kms:Decrypt, kms:GenerateDataKey":
        publishes,
    },
    "LogGroup with a key": {
      "logs.us-east-1.amazonaws.com may not: kms:Decrypt, kms:Encrypt, kms:GenerateDataKey, kms:ReEncryptFrom, kms:ReEncryptTo":
        nothing,
    },
    "Bucket that notifies a topic": {
      "s3.amazonaws.com in the recipe only with ArnLike aws:SourceArn arn:aws:s3:::orders-data: kms:Decrypt, kms:GenerateDataKey":
        buckets,
      "s3.amazonaws.com in the recipe only with StringEquals aws:SourceAccount 111122223333: kms:Decrypt, kms:GenerateDataKey":
        buckets,
    },
    "Bucket that notifies a queue": {
      "s3.amazonaws.com may for no call: kms:Encrypt, kms:ReEncrypt*":
        grantedWhole,
      "s3.amazonaws.com may more than kms:GenerateDataKey by: kms:GenerateDataKey*":
        wildcard,
      "s3.amazonaws.com in the recipe only with ArnLike aws:SourceArn arn:aws:s3:::orders-data: kms:Decrypt, kms:GenerateDataKey":
        "The CDK writes the condition once, and a second statement without it, which is as the page of Amazon S3 has it.",
      "s3.amazonaws.com in the recipe only with StringEquals aws:SourceAccount 111122223333: kms:Decrypt, kms:GenerateDataKey":
        buckets,
    },
    "Topic with a queue for dead letters": {
      "sns.amazonaws.com may not: kms:Decrypt, kms:GenerateDataKey":
        "The CDK lets the topic send in the policy of the queue and leaves out the key.",
    },
    "Alarm that notifies a topic": {
      "cloudwatch.amazonaws.com may not: kms:Decrypt, kms:GenerateDataKey":
        nothing,
    },
    "BackupVault that notifies a topic": {
      "backup.amazonaws.com may more than kms:GenerateDataKey by: kms:GenerateDataKey*":
        wildcard,
      "backup.amazonaws.com in the recipe only with ArnLike aws:SourceArn arn:aws:backup:us-east-1:111122223333:backup-vault:orders: kms:Decrypt, kms:GenerateDataKey":
        publishes,
      "backup.amazonaws.com in the recipe only with StringEquals aws:SourceAccount 111122223333: kms:Decrypt, kms:GenerateDataKey":
        publishes,
    },
    "NotificationRule that notifies a topic": {
      "codestar-notifications.amazonaws.com may more than kms:GenerateDataKey by: kms:GenerateDataKey*":
        wildcard,
      "codestar-notifications.amazonaws.com in the recipe only with ArnLike aws:SourceArn arn:aws:codestar-notifications:us-east-1:111122223333:notificationrule/dc82df7a-9435-44d4-a696-78f67EXAMPLE: kms:Decrypt, kms:GenerateDataKey":
        publishes,
      "codestar-notifications.amazonaws.com in the recipe only with StringEquals aws:SourceAccount 111122223333: kms:Decrypt, kms:GenerateDataKey":
        publishes,
    },
    "Rule that sends to a queue": {
      "events.amazonaws.com may for no call: kms:Encrypt, kms:ReEncrypt*":
        grantedWhole,
      "events.amazonaws.com may more than kms:GenerateDataKey by: kms:GenerateDataKey*":
        wildcard,
      "events.amazonaws.com in the recipe only with ArnLike aws:SourceArn arn:aws:events:us-east-1:111122223333:rule/orders: kms:Decrypt, kms:GenerateDataKey":
        "The CDK leaves out the rule where the queue is encrypted: key, queue and rule would depend on each other.",
    },
    "Rule with a queue for dead letters": {
      "events.amazonaws.com may not: kms:Decrypt, kms:GenerateDataKey":
        "The CDK lets the rule send in the policy of the queue and leaves out the key.",
    },
    "Rule that publishes to a topic": {
      "events.amazonaws.com may more than kms:GenerateDataKey by: kms:GenerateDataKey*":
        wildcard,
      "events.amazonaws.com in the recipe only with ArnLike aws:SourceArn arn:aws:events:us-east-1:111122223333:rule/orders: kms:Decrypt, kms:GenerateDataKey":
        "EventBridge supports no such condition for topics, says the note of the recipe; the CDK is right.",
      "events.amazonaws.com in the recipe only with StringEquals aws:SourceAccount 111122223333: kms:Decrypt, kms:GenerateDataKey":
        "EventBridge supports no such condition for topics, says the note of the recipe; the CDK is right.",
    },
    "EventBus with a key": {
      "events.amazonaws.com may not: kms:DescribeKey": ofBus,
      "events.amazonaws.com in the CDK only with StringEquals aws:SourceAccount 111122223333: kms:DescribeKey":
        ofBus,
      "events.amazonaws.com in the CDK only with StringEquals aws:SourceArn arn:aws:events:us-east-1:111122223333:event-bus/orders: kms:DescribeKey":
        ofBus,
      "events.amazonaws.com in the CDK only with StringEquals kms:EncryptionContext:aws:events:event-bus:arn arn:aws:events:us-east-1:111122223333:event-bus/orders: kms:DescribeKey":
        ofBus,
    },
    "Secret with a key": {
      "arn:aws:iam::111122223333:role/application may by IAM policies only: kms:Decrypt, kms:GenerateDataKey":
        left,
      "arn:aws:iam::111122223333:role/application in the recipe only with StringEquals kms:CallerAccount 111122223333: kms:Decrypt, kms:GenerateDataKey":
        ownAccount,
      "arn:aws:iam::111122223333:role/application in the recipe only with StringLike kms:EncryptionContext:SecretARN arn:aws:secretsmanager:us-east-1:111122223333:secret:orders/database-??????: kms:Decrypt, kms:GenerateDataKey":
        ownSecret,
      "arn:aws:iam::111122223333:root may for no call: kms:CreateGrant, kms:DescribeKey, kms:Encrypt, kms:ReEncrypt*":
        managed,
      "arn:aws:iam::111122223333:root may more than kms:GenerateDataKey by: kms:GenerateDataKey*":
        managed,
    },
    "Secret that another account reads": {
      "arn:aws:iam::111122223333:root may for no call: kms:CreateGrant, kms:Decrypt, kms:DescribeKey, kms:Encrypt, kms:GenerateDataKey*, kms:ReEncrypt*":
        "This is for the account of the secret, which has a recipe of its own.",
      "arn:aws:iam::444455556666:role/application in the recipe only with StringLike kms:EncryptionContext:SecretARN arn:aws:secretsmanager:us-east-1:111122223333:secret:orders/database-??????: kms:Decrypt":
        ownSecret,
    },
    "Secret that a role of the account reads": {
      "arn:aws:iam::111122223333:role/application may by IAM policies only: kms:GenerateDataKey":
        left,
      "arn:aws:iam::111122223333:role/application in the recipe only with StringEquals kms:CallerAccount 111122223333: kms:Decrypt, kms:GenerateDataKey":
        ownAccount,
      "arn:aws:iam::111122223333:role/application in the recipe only with StringLike kms:EncryptionContext:SecretARN arn:aws:secretsmanager:us-east-1:111122223333:secret:orders/database-??????: kms:Decrypt, kms:GenerateDataKey":
        ownSecret,
      "arn:aws:iam::111122223333:root may for no call: kms:CreateGrant, kms:DescribeKey, kms:Encrypt, kms:ReEncrypt*":
        managed,
      "arn:aws:iam::111122223333:root may more than kms:GenerateDataKey by: kms:GenerateDataKey*":
        managed,
    },
    "Secret that is rotated": {
      "arn:aws:iam::111122223333:role/application may for no call: kms:Encrypt, kms:ReEncrypt*":
        grantedWhole,
      "arn:aws:iam::111122223333:role/application may more than kms:GenerateDataKey by: kms:GenerateDataKey*":
        wildcard,
      "arn:aws:iam::111122223333:role/application in the recipe only with StringEquals kms:CallerAccount 111122223333: kms:Decrypt, kms:GenerateDataKey":
        ownAccount,
      "arn:aws:iam::111122223333:role/application in the recipe only with StringLike kms:EncryptionContext:SecretARN arn:aws:secretsmanager:us-east-1:111122223333:secret:orders/database-??????: kms:Decrypt, kms:GenerateDataKey":
        ownSecret,
      "arn:aws:iam::111122223333:root may for no call: kms:CreateGrant, kms:DescribeKey, kms:Encrypt, kms:ReEncrypt*":
        managed,
      "arn:aws:iam::111122223333:root may more than kms:GenerateDataKey by: kms:GenerateDataKey*":
        managed,
    },
    "StateMachine with a key": {
      "arn:aws:iam::111122223333:role/OrderWorkflow may by IAM policies only: kms:Decrypt, kms:GenerateDataKey":
        "The CDK gives the execution role an IAM policy with the actions and the condition, as the guide does.",
    },
    "StateMachine with a key and logs": {
      "arn:aws:iam::111122223333:role/OrderWorkflow may by IAM policies only: kms:Decrypt, kms:GenerateDataKey":
        "The CDK gives the execution role an IAM policy with the actions and the condition, as the guide does.",
      "delivery.logs.amazonaws.com may for no call: kms:Decrypt*":
        "The recipe has this under what is to be done besides, with a condition that the CDK leaves out.",
    },
    "Activity with a key": {
      "arn:aws:iam::111122223333:role/OrderWorker may by IAM policies only: kms:Decrypt":
        left,
      "arn:aws:iam::111122223333:role/OrderWorkflow may by IAM policies only: kms:Decrypt, kms:GenerateDataKey":
        left,
      "states.amazonaws.com may for no call: kms:Decrypt, kms:GenerateDataKey":
        "The CDK names the service in place of the execution role, which is what AWS documents.",
    },
    "Cluster with a key for ephemeral storage": {
      "arn:aws:iam::111122223333:role/Deployer may by IAM policies only: kms:DescribeKey":
        left,
    },
    "Cluster with a key for commands in containers": {
      "logs.us-east-1.amazonaws.com may for no call: kms:Describe*":
        "The guide has this too, under a condition on the encryption context, where it has no effect.",
      "logs.us-east-1.amazonaws.com may more than kms:GenerateDataKey by: kms:GenerateDataKey*":
        "The guide gives the wildcard, and the recipe keeps it.",
      "logs.us-east-1.amazonaws.com in the CDK only with ArnLike kms:EncryptionContext:aws:logs:arn arn:aws:logs:us-east-1:111122223333:*: kms:Decrypt, kms:Encrypt, kms:GenerateDataKey, kms:ReEncryptFrom, kms:ReEncryptTo":
        ofLogs,
      "logs.us-east-1.amazonaws.com in the recipe only with ArnLike kms:EncryptionContext:aws:logs:arn arn:aws:logs:us-east-1:111122223333:log-group:*: kms:Decrypt, kms:Encrypt, kms:GenerateDataKey, kms:ReEncryptFrom, kms:ReEncryptTo":
        ofLogs,
    },
    "Distribution with an encrypted origin": {
      "cloudfront.amazonaws.com may for no call: kms:Encrypt":
        "AWS prints it as well; Amazon S3 does not call it.",
      "cloudfront.amazonaws.com may more than kms:GenerateDataKey by: kms:GenerateDataKey*":
        wildcard,
    },
    "Bucket for server access logs": {
      "logging.s3.amazonaws.com may for no call: kms:Encrypt, kms:ReEncrypt*":
        grantedWhole,
      "logging.s3.amazonaws.com may more than kms:GenerateDataKey by: kms:GenerateDataKey*":
        wildcard,
      "logging.s3.amazonaws.com in the recipe only with StringLike kms:EncryptionContext:aws:s3:arn arn:aws:s3:::encrypted-bucket | arn:aws:s3:::encrypted-bucket/*: kms:Decrypt, kms:GenerateDataKey":
        "The condition is the recipe's own, with the encryption context that Amazon S3 always uses.",
    },
    "Bucket for inventory lists": {
      "s3.amazonaws.com may not: kms:GenerateDataKey":
        "The CDK writes the policy of the destination bucket and leaves out its key.",
    },
    "ReceiptRule that encrypts mail": {
      "ses.amazonaws.com may not: kms:Decrypt, kms:GenerateDataKey": ofMail,
      "ses.amazonaws.com may for no call: kms:Encrypt": ofMail,
      "ses.amazonaws.com in the CDK only with Null kms:EncryptionContext:aws:ses:message-id false: kms:GenerateDataKey":
        ofMail,
      "ses.amazonaws.com in the CDK only with Null kms:EncryptionContext:aws:ses:rule-name false: kms:GenerateDataKey":
        ofMail,
      "ses.amazonaws.com in the CDK only with StringEquals kms:EncryptionContext:aws:ses:source-account 111122223333: kms:GenerateDataKey":
        ofMail,
      "ses.amazonaws.com in the recipe only with StringEquals aws:SourceAccount 111122223333: kms:GenerateDataKey":
        ofMail,
      "ses.amazonaws.com in the recipe only with StringEquals aws:SourceArn arn:aws:ses:us-east-1:111122223333:receipt-rule-set/inbound:receipt-rule/archive: kms:GenerateDataKey":
        ofMail,
    },
    "Hosted zone with DNSSEC": {
      "dnssec-route53.amazonaws.com in the recipe only with StringEquals aws:SourceAccount 111122223333: kms:DescribeKey, kms:GetPublicKey, kms:Sign":
        "AWS names the conditions as optional; the CDK has the one on the zone alone.",
    },
    "Pipeline with an action of another account": {
      "arn:aws:iam::444455556666:role/action may not: kms:GenerateDataKey":
        "The CDK grants an action what it does, and this one only reads artifacts.",
      "arn:aws:iam::444455556666:role/action may for no call: kms:DescribeKey":
        "The CDK grants it with reading from a bucket; no document says that Amazon S3 calls it.",
      "arn:aws:iam::444455556666:role/action in the recipe only with ArnLike kms:EncryptionContext:aws:s3:arn arn:aws:s3:::encrypted-bucket | arn:aws:s3:::encrypted-bucket/*: kms:Decrypt":
        ofArtifacts,
      "arn:aws:iam::444455556666:role/action in the recipe only with StringEquals kms:ViaService s3.us-east-1.amazonaws.com: kms:Decrypt":
        ofArtifacts,
    },
    "Volume of a snapshot, with a key": {
      "arn:aws:iam::111122223333:root may for no call: kms:DescribeKey, kms:GenerateDataKeyWithoutPlainText":
        "No recipe is about volumes of the account; the statement says again what the root statement leaves to IAM policies.",
    },
    "Function with code in an encrypted bucket": {
      "lambda.amazonaws.com may for no call: kms:Decrypt": noRecipe,
    },
    "WebFunction with a key and code in an encrypted bucket": {
      "lambda.amazonaws.com may for no call: kms:Decrypt, kms:DescribeKey, kms:GenerateDataKey":
        noRecipe,
    },
    "Function with encrypted variables": {
      "arn:aws:iam::111122223333:role/Deployer may by IAM policies only: kms:CreateGrant, kms:Decrypt, kms:Encrypt":
        left,
    },
    "Table that another account replicates": {
      "replication.dynamodb.amazonaws.com may for no call: kms:Decrypt, kms:DescribeKey, kms:Encrypt, kms:GenerateDataKey*, kms:ReEncrypt*":
        noRecipe,
    },
    "Table with a key": {
      "arn:aws:iam::111122223333:role/database may by IAM policies only: kms:CreateGrant, kms:Decrypt, kms:DescribeKey, kms:Encrypt, kms:GenerateDataKey, kms:GenerateDataKeyWithoutPlaintext, kms:ReEncryptFrom, kms:ReEncryptTo":
        left,
    },
    "Custom model of Bedrock": {
      "arn:aws:iam::111122223333:role/customization may for no call: kms:CreateGrant, kms:Decrypt, kms:DescribeKey, kms:GenerateDataKey":
        noRecipe,
    },
    "FileSystem with a key": {
      "arn:aws:iam::111122223333:role/Deployer may by IAM policies only: kms:CreateGrant, kms:Decrypt, kms:DescribeKey, kms:GenerateDataKeyWithoutPlaintext":
        left,
    },
    "Stream with a key": {
      "arn:aws:iam::111122223333:role/OrderReport may by IAM policies only: kms:Decrypt":
        left,
      "arn:aws:iam::111122223333:role/OrderService may by IAM policies only: kms:GenerateDataKey":
        left,
    },
    "BackupVault with a key": {
      "arn:aws:iam::111122223333:role/service-role/AWSBackupDefaultServiceRole may by IAM policies only: kms:CreateGrant, kms:Decrypt, kms:DescribeKey, kms:GenerateDataKey":
        left,
    },
    "DatabaseInstance with a key": {
      "arn:aws:iam::111122223333:role/database-admin may by IAM policies only: kms:CreateGrant, kms:DescribeKey":
        left,
    },
  };

const toRoles =
  "It grants to roles, which are left to IAM policies where they are of the account.";
const asTold = "It grants to whom the program says.";

/** The files of the CDK that add to key policies: the construct which shows it, or why none does. */
const files: Readonly<Record<string, string>> = {
  "aws-autoscaling-hooktargets/lib/lambda-hook.js": toRoles,
  "aws-bedrockagentcore/lib/gateway/gateway.js": toRoles,
  "aws-bedrockagentcore/lib/memory/memory.js": toRoles,
  "aws-cloudfront-origins/lib/s3-bucket-origin.js":
    "Distribution with an encrypted origin",
  "aws-cloudfront/lib/endpoint.js": toRoles,
  "aws-codebuild/lib/project.js": toRoles,
  "aws-codepipeline-actions/lib/s3/deploy-action.js": toRoles,
  "aws-dynamodb/lib/private/default-traits.js": asTold,
  "aws-dynamodb/lib/stream-grants.js": asTold,
  "aws-dynamodb/lib/table-grants.js": "Table that another account replicates",
  "aws-dynamodb/lib/table-v2-base.js": asTold,
  "aws-dynamodb/lib/table.js": "Table with a key",
  "aws-ec2/lib/volume.js": "Volume of a snapshot, with a key",
  "aws-ecs/lib/base/base-service.js":
    "Cluster with a key for commands in containers",
  "aws-ecs/lib/cluster.js": "Cluster with a key for ephemeral storage",
  "aws-events/lib/archive.js": "Archive with a key",
  "aws-events/lib/event-bus.js": "EventBus with a key",
  "aws-glue/lib/catalog.js": toRoles,
  "aws-glue/lib/s3-table.js": asTold,
  "aws-glue/lib/table-base.js": toRoles,
  "aws-kinesis/lib/stream.js": "Stream with a key",
  "aws-kinesisfirehose/lib/delivery-stream.js": toRoles,
  "aws-kinesisfirehose/lib/private/helpers.js": toRoles,
  "aws-kms/lib/alias.js": asTold,
  "aws-kms/lib/key.js": asTold,
  "aws-lambda/lib/code.js": "Function with code in an encrypted bucket",
  "aws-lambda/lib/webfunction-code.js":
    "WebFunction with a key and code in an encrypted bucket",
  "aws-lambda/lib/webfunction.js":
    "WebFunction with a key and code in an encrypted bucket",
  "aws-rds/lib/proxy.js": toRoles,
  "aws-route53/lib/key-signing-key.js": "Hosted zone with DNSSEC",
  "aws-s3-notifications/lib/sns.js": "Bucket that notifies a topic",
  "aws-s3-notifications/lib/sqs.js": "Bucket that notifies a queue",
  "aws-s3/lib/bucket-grants.js": "Pipeline with an action of another account",
  "aws-s3/lib/bucket.js": "Bucket for server access logs",
  "aws-s3/lib/private/default-traits.js": asTold,
  "aws-scheduler-targets/lib/kinesis-stream-put-record.js": toRoles,
  "aws-scheduler-targets/lib/sqs-send-message.js": toRoles,
  "aws-scheduler/lib/schedule.js": toRoles,
  "aws-secretsmanager/lib/rotation-schedule.js": "Secret that is rotated",
  "aws-secretsmanager/lib/secret.js": "Secret with a key",
  "aws-ses-actions/lib/s3.js": "ReceiptRule that encrypts mail",
  "aws-sns-subscriptions/lib/sqs.js": "Topic that a queue is subscribed to",
  "aws-sns/lib/private/default-traits.js": asTold,
  "aws-sns/lib/sns-grants.generated.js": "Rule that publishes to a topic",
  "aws-sns/lib/topic-base.js": "NotificationRule that notifies a topic",
  "aws-sqs/lib/private/grants.js": asTold,
  "aws-sqs/lib/queue-base.js": "Rule that sends to a queue",
  "aws-sqs/lib/sqs-grants.generated.js": asTold,
  "aws-ssm/lib/parameter.js": asTold,
  "aws-ssm/lib/ssm-grants.generated.js": asTold,
  "aws-stepfunctions-tasks/lib/bedrock/create-model-customization-job.js":
    "Custom model of Bedrock",
  "aws-stepfunctions-tasks/lib/eventbridge-scheduler/create-schedule.js":
    toRoles,
  "aws-stepfunctions-tasks/lib/sagemaker/create-training-job.js": toRoles,
  "aws-stepfunctions/lib/activity.js": "Activity with a key",
  "aws-stepfunctions/lib/state-machine.js": "StateMachine with a key and logs",
  "aws-synthetics/lib/canary.js": toRoles,
};

const ignoreCase = { ignoreCase: true };

function answersOf({ answers }: CdkConsumer, recipe?: Recipe): Answers {
  const examples: Answers = Object.fromEntries(
    (recipe?.questions ?? []).map(({ name, example }) => [name, example]),
  );
  return { ...examples, ...answers, ...home };
}

function recipeOf({ recipe: name }: CdkConsumer): Recipe | undefined {
  return name === undefined ? undefined : recipes[name];
}

/** What the policy of the CDK and the recipe do not agree about, a line each. */
function differencesOf(consumer: CdkConsumer): readonly string[] {
  const recipe = recipeOf(consumer);
  const answers = answersOf(consumer, recipe);
  const theirs = addedStatements(consumer);
  const ours = (recipe?.statements ?? []).map((one) => filled(one, answers));
  const calls = (recipe?.calls ?? []).map((call) => callWith(call, answers));
  return [
    ...(recipe === undefined ? [] : refused(recipe, answers, theirs)),
    ...idle(theirs, calls),
    ...conditionsOnly(calls, { side: "the CDK", own: theirs, other: ours }),
    ...conditionsOnly(calls, { side: "the recipe", own: ours, other: theirs }),
  ].toSorted();
}

/** What is said of an action, and the action. */
type Said = readonly [what: string, action: string];

interface Call {
  readonly action: string;
  readonly principal: string;
}

function callWith({ action, principal }: RecipeCall, answers: Answers): Call {
  return {
    action,
    principal: filledTexts(principal, answers).join(" "),
  };
}

/** The calls of the recipe that the policy of the CDK does not allow by itself. */
function refused(
  recipe: Recipe,
  answers: Answers,
  theirs: readonly JsonObject[],
): readonly string[] {
  const subject = policySubject({
    Version: "2012-10-17",
    Statement: [rootStatement, ...theirs],
  });
  return grouped(
    answersToCalls(subject, recipe, answers).flatMap(
      ({ call, verdict }): readonly Said[] => {
        if (verdict === "allowed") return [];
        const { principal, action } = callWith(call, answers);
        const how = verdict === "by-iam" ? "by IAM policies only" : "not";
        return [[`${principal} may ${how}`, action]];
      },
    ),
  );
}

/** One line for all actions of which the same is said. */
function grouped(said: readonly Said[]): readonly string[] {
  const groups = new Map<string, readonly string[]>();
  for (const [what, action] of said)
    groups.set(what, [...(groups.get(what) ?? []), action]);
  return [...groups].map(
    ([what, actions]) =>
      `${what}: ${[...new Set(actions)].toSorted().join(", ")}`,
  );
}

/** The patterns of the CDK's statements that allow more than the calls need. */
function idle(
  theirs: readonly JsonObject[],
  calls: readonly Call[],
): readonly string[] {
  return grouped(
    theirs.flatMap((statement) =>
      principalsOf(statement).flatMap((principal) => {
        const actions = calls
          .filter((call) => isAmong(call.principal, principal))
          .map(({ action }) => action);
        return textsOf(statement["Action"]).flatMap((pattern) =>
          saidOfIdle(principal, pattern, actions),
        );
      }),
    ),
  );
}

function saidOfIdle(
  principal: string,
  pattern: string,
  actions: readonly string[],
): readonly Said[] {
  const allowed = kmsActionNames.filter((name) =>
    matchesWildcard(pattern, name, ignoreCase),
  );
  const needed = allowed.filter((name) => actions.includes(name));
  if (needed.length === allowed.length && allowed.length > 0) return [];
  return needed.length === 0
    ? [[`${principal} may for no call`, pattern]]
    : [[`${principal} may more than ${needed.join(", ")} by`, pattern]];
}

const root = `arn:aws:iam::${home.account}:root`;

function isAmong(caller: string, principal: string): boolean {
  return (
    caller === principal ||
    principal === "*" ||
    (principal === root && caller.startsWith(root.replace(/root$/, "")))
  );
}

interface Sides {
  /** What to call the statements that have the conditions. */
  readonly side: string;
  readonly own: readonly JsonObject[];
  readonly other: readonly JsonObject[];
}

/** Conditions that all statements of one side have for a call which both sides know, and the other side has not. */
function conditionsOnly(
  calls: readonly Call[],
  { side, own, other }: Sides,
): readonly string[] {
  return grouped(
    calls.flatMap((call) => {
      const mine = conditionsFor(call, own);
      const others = conditionsFor(call, other);
      if (mine === undefined || others === undefined) return [];
      return mine
        .filter((one) => !others.includes(one))
        .map((one): Said => [
          `${call.principal} in ${side} only with ${one}`,
          call.action,
        ]);
    }),
  );
}

/** The conditions that a call has to meet whichever statement allows it; undefined where none is for it. */
function conditionsFor(
  { action, principal }: Call,
  statements: readonly JsonObject[],
): readonly string[] | undefined {
  const [first, ...rest] = statements
    .filter(
      (one) =>
        principalsOf(one).some((name) => isAmong(principal, name)) &&
        textsOf(one["Action"]).some((pattern) =>
          matchesWildcard(pattern, action, ignoreCase),
        ),
    )
    .map(conditionsOf);
  return first?.filter((one) => rest.every((list) => list.includes(one)));
}

/** Conditions as texts; names of keys have no case, and ArnEquals is ArnLike by another name. */
function conditionsOf({ Condition }: JsonObject): readonly string[] {
  return Object.entries(objectOf(Condition)).flatMap(([operator, keys]) =>
    Object.entries(objectOf(keys)).map(([name, values]) => {
      const key = name.replace(/^\w+/, (prefix) => prefix.toLowerCase());
      const same = operator.replace(/^ArnEquals/, "ArnLike");
      return `${same} ${key} ${textsOf(values).join(" | ")}`;
    }),
  );
}

function principalsOf({ Principal }: JsonObject): readonly string[] {
  return Object.values(objectOf(Principal)).flatMap(textsOf);
}

function textsOf(value: Json | undefined): readonly string[] {
  const list = isJsonList(value) ? value : [value ?? ""];
  return list.map(String).toSorted();
}

describe("recipes and what the real CDK adds for its own constructs", () => {
  test.each(Object.entries(cdkConsumers))(
    "[Q9] %s: the differences are those that are explained",
    (name, consumer) => {
      expect(differencesOf(consumer)).toEqual(
        Object.keys(differences[name] ?? {}).toSorted(),
      );
    },
  );

  test("[Q9] what is explained is of a construct, and each call of its recipe is another", () => {
    const names = Object.keys(differences);
    expect(names.filter((name) => !(name in cdkConsumers))).toEqual([]);
    for (const consumer of Object.values(cdkConsumers)) {
      const recipe = recipeOf(consumer);
      expect(recipe === undefined).toBe(consumer.recipe === undefined);
      const calls = recipe?.calls.map((call) =>
        Object.values(callWith(call, answersOf(consumer, recipe))).join(" "),
      );
      expect(new Set(calls).size).toBe(calls?.length ?? 0);
    }
  });

  test("[Q9] every file of the CDK that adds to key policies is known", () => {
    expect(filesThatAdd()).toEqual(Object.keys(files).toSorted());
    const constructs = Object.values(files).filter((one) => !one.endsWith("."));
    expect(constructs.filter((one) => !(one in cdkConsumers))).toEqual([]);
  });
});
