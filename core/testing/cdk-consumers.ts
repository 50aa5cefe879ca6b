// Constructs of the real CDK that take a customer managed key, and what they add to its policy.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import type * as Cdk from "aws-cdk-lib";

import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonList, isJsonObject, objectOf } from "../problem/json.ts";
import type { Answers } from "../recipes/fill.ts";
import { cdk, initContext, templateOf } from "./real-cdk.ts";

const {
  aws_backup: backup,
  aws_bedrock: bedrock,
  aws_cloudfront: cloudfront,
  aws_cloudfront_origins: origins,
  aws_cloudtrail: cloudtrail,
  aws_cloudwatch: cloudwatch,
  aws_cloudwatch_actions: actions,
  aws_codecommit: codecommit,
  aws_codepipeline: codepipeline,
  aws_codepipeline_actions: pipelineActions,
  aws_codestarnotifications: notifications,
  aws_dynamodb: dynamodb,
  aws_ec2: ec2,
  aws_ecs: ecs,
  aws_efs: efs,
  aws_events: events,
  aws_events_targets: targets,
  aws_iam: iam,
  aws_kinesis: kinesis,
  aws_kms: kms,
  aws_lambda: lambda,
  aws_logs: logs,
  aws_rds: rds,
  aws_route53: route53,
  aws_s3: s3,
  aws_s3_notifications: s3Notifications,
  aws_secretsmanager: secretsmanager,
  aws_ses: ses,
  aws_ses_actions: sesActions,
  aws_sns: sns,
  aws_sns_subscriptions: subscriptions,
  aws_sqs: sqs,
  aws_stepfunctions: stepfunctions,
  aws_stepfunctions_tasks: tasks,
} = cdk;

/** A use of a key by a construct. */
export interface CdkConsumer {
  /** The recipe for this use; the constructs are named as its examples are. */
  readonly recipe?: string;
  /** Answers that are others than the examples of the recipe. */
  readonly answers?: Answers;
  /** @default a symmetric encryption key */
  readonly key?: Cdk.aws_kms.KeyProps;
  readonly build: (stack: Cdk.Stack, key: Cdk.aws_kms.Key) => unknown;
}

/** Where the apps of the consumers are deployed. */
export const home = {
  account: "111122223333",
  region: "us-east-1",
  partition: "aws",
};

function topicWith(stack: Cdk.Stack, masterKey: Cdk.aws_kms.Key) {
  return new sns.Topic(stack, "EncryptedTopic", { masterKey });
}

function queueWith(stack: Cdk.Stack, encryptionMasterKey: Cdk.aws_kms.Key) {
  return new sqs.Queue(stack, "EncryptedQueue", { encryptionMasterKey });
}

// The types of the CDK are not made for `exactOptionalPropertyTypes`: its classes do not fit its interfaces.
function bucketNamed(
  stack: Cdk.Stack,
  id: string,
  props: Cdk.aws_s3.BucketProps = {},
): Cdk.aws_s3.IBucket {
  return new s3.Bucket(stack, id, props) as Cdk.aws_s3.IBucket;
}

function networkOf(stack: Cdk.Stack): Cdk.aws_ec2.IVpc {
  return new ec2.Vpc(stack, "Network", { natGateways: 0 }) as Cdk.aws_ec2.IVpc;
}

function bucketWith(stack: Cdk.Stack, encryptionKey: Cdk.aws_kms.Key) {
  return bucketNamed(stack, "EncryptedBucket", {
    bucketName: "encrypted-bucket",
    encryptionKey,
    versioned: true,
  });
}

function ordersBucket(stack: Cdk.Stack) {
  return new s3.Bucket(stack, "Bucket", { bucketName: "orders-data" });
}

function ruleTo(stack: Cdk.Stack, target: Cdk.aws_events.IRuleTarget) {
  return new events.Rule(stack, "Rule", {
    ruleName: "orders",
    schedule: events.Schedule.rate(cdk.Duration.hours(1)),
    targets: [target],
  });
}

function secretWith(stack: Cdk.Stack, encryptionKey: Cdk.aws_kms.Key) {
  return new secretsmanager.Secret(stack, "Secret", {
    secretName: "orders/database",
    encryptionKey,
  });
}

function functionWith(
  stack: Cdk.Stack,
  props: Partial<Cdk.aws_lambda.FunctionProps>,
) {
  return new lambda.Function(stack, "Function", {
    functionName: "orders",
    role: roleNamed(stack, "application", "lambda"),
    runtime: lambda.Runtime.NODEJS_LATEST,
    handler: "index.handler",
    code: lambda.Code.fromInline("exports.handler = () => 1"),
    ...props,
  });
}

function roleNamed(stack: Cdk.Stack, roleName: string, service: string) {
  return new iam.Role(stack, `Role${roleName}`, {
    roleName,
    assumedBy: new iam.ServicePrincipal(`${service}.amazonaws.com`),
  });
}

function stateMachineWith(
  stack: Cdk.Stack,
  props: Partial<Cdk.aws_stepfunctions.StateMachineProps>,
) {
  return new stepfunctions.StateMachine(stack, "StateMachine", {
    stateMachineName: "order-workflow",
    role: roleNamed(stack, "OrderWorkflow", "states"),
    definitionBody: stepfunctions.DefinitionBody.fromChainable(
      new stepfunctions.Pass(stack, "Pass"),
    ),
    ...props,
  });
}

function encryptedWith(key: Cdk.aws_kms.Key) {
  return new stepfunctions.CustomerManagedEncryptionConfiguration(key);
}

const partitionKey = { name: "id", type: dynamodb.AttributeType.STRING };

/** Every use of a key that the CDK knows something of, and some where it might. */
export const cdkConsumers: Readonly<Record<string, CdkConsumer>> = {
  "Trail with a key": {
    recipe: "cloudtrail-encrypt",
    build: (stack, encryptionKey) =>
      new cloudtrail.Trail(stack, "Trail", {
        trailName: "management-events",
        encryptionKey,
      }),
  },
  "Trail that notifies a topic": {
    recipe: "cloudtrail-sns",
    build: (stack, key) =>
      new cloudtrail.Trail(stack, "Trail", {
        trailName: "management-events",
        snsTopic: topicWith(stack, key),
      }),
  },
  "LogGroup with a key": {
    recipe: "cwlogs-one-group",
    build: (stack, encryptionKey) =>
      new logs.LogGroup(stack, "LogGroup", {
        logGroupName: "/aws/lambda/orders",
        encryptionKey,
      }),
  },
  "Bucket that notifies a topic": {
    recipe: "s3-notify",
    build: (stack, key) => {
      ordersBucket(stack).addEventNotification(
        s3.EventType.OBJECT_CREATED,
        new s3Notifications.SnsDestination(topicWith(stack, key)),
      );
    },
  },
  "Bucket that notifies a queue": {
    recipe: "s3-notify",
    build: (stack, key) => {
      ordersBucket(stack).addEventNotification(
        s3.EventType.OBJECT_CREATED,
        new s3Notifications.SqsDestination(queueWith(stack, key)),
      );
    },
  },
  "Topic that a queue is subscribed to": {
    recipe: "sns-to-sqs",
    build: (stack, key) =>
      new sns.Topic(stack, "Topic", { topicName: "orders" }).addSubscription(
        new subscriptions.SqsSubscription(queueWith(stack, key)),
      ),
  },
  "Topic with a queue for dead letters": {
    recipe: "sns-to-sqs",
    build: (stack, key) =>
      new sns.Topic(stack, "Topic", { topicName: "orders" }).addSubscription(
        new subscriptions.EmailSubscription("orders@example.com", {
          deadLetterQueue: queueWith(stack, key),
        }),
      ),
  },
  "Alarm that notifies a topic": {
    recipe: "cloudwatch-alarm-sns",
    build: (stack, key) => {
      new cloudwatch.Alarm(stack, "Alarm", {
        alarmName: "orders-errors",
        metric: new cloudwatch.Metric({ namespace: "Orders", metricName: "E" }),
        threshold: 1,
        evaluationPeriods: 1,
      }).addAlarmAction(new actions.SnsAction(topicWith(stack, key)));
    },
  },
  "BackupVault that notifies a topic": {
    recipe: "sns-event-source",
    answers: { service: "backup", resource: "backup-vault:orders" },
    build: (stack, key) =>
      new backup.BackupVault(stack, "Vault", {
        backupVaultName: "orders",
        notificationTopic: topicWith(stack, key),
      }),
  },
  "NotificationRule that notifies a topic": {
    recipe: "sns-event-source",
    answers: {
      service: "codestar-notifications",
      resource: "notificationrule/dc82df7a-9435-44d4-a696-78f67EXAMPLE",
    },
    build: (stack, key) =>
      new notifications.NotificationRule(stack, "NotificationRule", {
        events: ["codecommit-repository-pull-request-created"],
        source: new codecommit.Repository(stack, "Repository", {
          repositoryName: "orders",
        }),
        targets: [topicWith(stack, key)],
      }),
  },
  "Rule that sends to a queue": {
    recipe: "eventbridge-target",
    build: (stack, key) =>
      ruleTo(stack, new targets.SqsQueue(queueWith(stack, key))),
  },
  "Rule with a queue for dead letters": {
    recipe: "eventbridge-target",
    build: (stack, key) =>
      ruleTo(
        stack,
        new targets.SnsTopic(new sns.Topic(stack, "Topic"), {
          deadLetterQueue: queueWith(stack, key),
        }),
      ),
  },
  "Rule that publishes to a topic": {
    recipe: "sns-event-source",
    answers: { service: "events", resource: "rule/orders" },
    build: (stack, key) =>
      ruleTo(stack, new targets.SnsTopic(topicWith(stack, key))),
  },
  "EventBus with a key": {
    recipe: "eventbridge-bus",
    build: (stack, kmsKey) =>
      new events.EventBus(stack, "Bus", { eventBusName: "orders", kmsKey }),
  },
  "Archive with a key": {
    recipe: "eventbridge-archive",
    build: (stack, kmsKey) =>
      new events.Archive(stack, "Archive", {
        sourceEventBus: new events.EventBus(stack, "Bus", {
          eventBusName: "orders",
        }),
        eventPattern: { account: [home.account] },
        kmsKey,
      }),
  },
  "Secret with a key": {
    recipe: "secretsmanager",
    answers: { secret: "orders/database" },
    build: secretWith,
  },
  "Secret that another account reads": {
    recipe: "secretsmanager-cross-account",
    build: (stack, key) =>
      secretWith(stack, key).grantRead(
        iam.Role.fromRoleArn(
          stack,
          "Reader",
          "arn:aws:iam::444455556666:role/application",
        ),
      ),
  },
  "Secret that a role of the account reads": {
    recipe: "secretsmanager",
    answers: { secret: "orders/database" },
    build: (stack, key) =>
      secretWith(stack, key).grantRead(
        roleNamed(stack, "application", "lambda"),
      ),
  },
  "Secret that is rotated": {
    recipe: "secretsmanager",
    answers: { secret: "orders/database" },
    build: (stack, key) =>
      secretWith(stack, key).addRotationSchedule("Rotation", {
        rotationLambda: functionWith(stack, {}),
      }),
  },
  "StateMachine with a key": {
    recipe: "stepfunctions-statemachine",
    build: (stack, key) =>
      stateMachineWith(stack, { encryptionConfiguration: encryptedWith(key) }),
  },
  "StateMachine with a key and logs": {
    recipe: "stepfunctions-statemachine",
    build: (stack, key) =>
      stateMachineWith(stack, {
        encryptionConfiguration: encryptedWith(key),
        logs: {
          destination: new logs.LogGroup(stack, "LogGroup"),
          level: stepfunctions.LogLevel.ALL,
        },
      }),
  },
  "Activity with a key": {
    recipe: "stepfunctions-activity",
    build: (stack, key) =>
      new stepfunctions.Activity(stack, "Activity", {
        activityName: "approve-order",
        encryptionConfiguration: encryptedWith(key),
      }),
  },
  "Cluster with a key for ephemeral storage": {
    recipe: "fargate-ephemeral",
    build: (stack, fargateEphemeralStorageKmsKey) =>
      new ecs.Cluster(stack, "Cluster", {
        clusterName: "orders",
        managedStorageConfiguration: { fargateEphemeralStorageKmsKey },
      }),
  },
  "Cluster with a key for commands in containers": {
    recipe: "cwlogs-account",
    build: (stack, kmsKey) => {
      const cluster = new ecs.Cluster(stack, "Cluster", {
        vpc: networkOf(stack),
        executeCommandConfiguration: { kmsKey },
      }) as Cdk.aws_ecs.ICluster;
      const taskDefinition = new ecs.FargateTaskDefinition(stack, "Task");
      taskDefinition.addContainer("Container", {
        image: ecs.ContainerImage.fromRegistry("orders"),
      });
      return new ecs.FargateService(stack, "Service", {
        cluster,
        taskDefinition,
        enableExecuteCommand: true,
      });
    },
  },
  "Distribution with an encrypted origin": {
    recipe: "cloudfront-oac",
    answers: { distribution: "*" },
    build: (stack, key) =>
      new cloudfront.Distribution(stack, "Distribution", {
        defaultBehavior: {
          origin: origins.S3BucketOrigin.withOriginAccessControl(
            bucketWith(stack, key),
            {
              originAccessLevels: [
                cloudfront.AccessLevel.READ,
                cloudfront.AccessLevel.WRITE,
              ],
            },
          ),
        },
      }),
  },
  "Bucket for server access logs": {
    recipe: "s3-server-access-logs",
    answers: { bucket: "encrypted-bucket" },
    build: (stack, key) =>
      new s3.Bucket(stack, "Bucket", {
        serverAccessLogsBucket: bucketWith(stack, key),
      }),
  },
  "Bucket for inventory lists": {
    recipe: "s3-inventory",
    build: (stack, key) => {
      ordersBucket(stack).addInventory({
        destination: { bucket: bucketWith(stack, key) },
      });
    },
  },
  "ReceiptRule that encrypts mail": {
    recipe: "ses-receive",
    build: (stack, kmsKey) =>
      new ses.ReceiptRuleSet(stack, "RuleSet", {
        receiptRuleSetName: "inbound",
      }).addRule("Rule", {
        receiptRuleName: "archive",
        actions: [
          new sesActions.S3({
            bucket: bucketNamed(stack, "Mail"),
            kmsKey,
          }),
        ],
      }),
  },
  "Hosted zone with DNSSEC": {
    recipe: "route53-dnssec",
    key: {
      keySpec: kms.KeySpec.ECC_NIST_P256,
      keyUsage: kms.KeyUsage.SIGN_VERIFY,
    },
    build: (stack, kmsKey) =>
      new route53.PublicHostedZone(stack, "Zone", {
        zoneName: "example.com",
      }).enableDnssec({ kmsKey }),
  },
  "Pipeline with an action of another account": {
    recipe: "codepipeline-cross-account",
    answers: {
      principals: "arn:aws:iam::444455556666:role/action",
      bucket: "encrypted-bucket",
    },
    build: (stack, key) => {
      const output = new codepipeline.Artifact();
      const roleOf = (name: string): Cdk.aws_iam.IRole =>
        iam.Role.fromRoleArn(
          stack,
          `Other${name}`,
          `arn:aws:iam::444455556666:role/${name}`,
        );
      return new codepipeline.Pipeline(stack, "Pipeline", {
        artifactBucket: bucketWith(stack, key),
        stages: [
          {
            stageName: "Source",
            actions: [
              new pipelineActions.S3SourceAction({
                actionName: "Source",
                bucket: bucketNamed(stack, "Source", { versioned: true }),
                bucketKey: "source.zip",
                output,
              }),
            ],
          },
          {
            stageName: "Deploy",
            actions: [
              new pipelineActions.CloudFormationCreateUpdateStackAction({
                actionName: "Deploy",
                stackName: "Orders",
                adminPermissions: false,
                templatePath: output.atPath("template.json"),
                role: roleOf("action"),
                deploymentRole: roleOf("deploy"),
              }),
            ],
          },
        ],
      });
    },
  },
  "Volume of a snapshot, with a key": {
    build: (stack, encryptionKey) =>
      new ec2.Volume(stack, "Volume", {
        availabilityZone: "us-east-1a",
        snapshotId: "snap-1234567890abcdef0",
        encrypted: true,
        encryptionKey,
      }),
  },
  "Function with code in an encrypted bucket": {
    build: (stack, key) =>
      functionWith(stack, {
        code: lambda.Code.fromBucketV2(bucketWith(stack, key), "code.zip", {
          objectVersion: "1",
          s3ObjectStorageMode: lambda.S3ObjectStorageMode.REFERENCE,
        }),
      }),
  },
  "WebFunction with a key and code in an encrypted bucket": {
    build: (stack, kmsKey) =>
      new lambda.WebFunction(stack, "WebFunction", {
        webFunctionName: "orders",
        runtime: lambda.WebFunctionRuntime.NODEJS_LATEST,
        code: lambda.WebFunctionCode.fromBucket(
          bucketWith(stack, kmsKey),
          "code.zip",
          "1",
        ),
        environment: { NAME: "orders" },
        defaultEndpointAuth: lambda.WebFunctionAuthType.IAM_AUTH,
        kmsKey,
      }),
  },
  "Function with encrypted variables": {
    recipe: "lambda-env",
    build: (stack, environmentEncryption) =>
      functionWith(stack, {
        environment: { NAME: "orders" },
        environmentEncryption,
      }),
  },
  "Table that another account replicates": {
    build: (stack, key) => {
      new dynamodb.TableV2(stack, "Table", {
        tableName: "Orders",
        partitionKey,
        encryption: dynamodb.TableEncryptionV2.customerManagedKey(key),
      }).grants.multiAccountReplicationTo(
        "arn:aws:dynamodb:us-east-1:444455556666:table/Orders",
      );
    },
  },
  "Table with a key": {
    recipe: "dynamodb",
    build: (stack, encryptionKey) =>
      new dynamodb.Table(stack, "Table", {
        tableName: "Orders",
        partitionKey,
        encryptionKey,
      }).grantReadWriteData(roleNamed(stack, "database", "lambda")),
  },
  "Custom model of Bedrock": {
    build: (stack, customModelKmsKey) => {
      const bucketFor = (id: string) => ({
        bucket: bucketNamed(stack, id),
        path: "data",
      });
      return stateMachineWith(stack, {
        definitionBody: stepfunctions.DefinitionBody.fromChainable(
          new tasks.BedrockCreateModelCustomizationJob(stack, "Job", {
            baseModel: bedrock.FoundationModel.fromFoundationModelId(
              stack,
              "Model",
              bedrock.FoundationModelIdentifier.AMAZON_TITAN_TEXT_G1_EXPRESS_V1,
            ),
            customModelName: "orders",
            customModelKmsKey,
            jobName: "orders",
            role: roleNamed(stack, "customization", "bedrock"),
            trainingData: bucketFor("Training"),
            validationData: [bucketFor("Validation")],
            outputData: bucketFor("Output"),
          }),
        ),
      });
    },
  },
  "FileSystem with a key": {
    recipe: "efs",
    build: (stack, kmsKey) =>
      new efs.FileSystem(stack, "FileSystem", {
        vpc: networkOf(stack),
        encrypted: true,
        kmsKey,
      }),
  },
  "Stream with a key": {
    recipe: "kinesis-stream",
    build: (stack, encryptionKey) =>
      new kinesis.Stream(stack, "Stream", {
        streamName: "orders",
        encryptionKey,
      }).grantReadWrite(roleNamed(stack, "OrderService", "lambda")),
  },
  "BackupVault with a key": {
    recipe: "backup",
    build: (stack, encryptionKey) =>
      new backup.BackupVault(stack, "Vault", { encryptionKey }),
  },
  "DatabaseInstance with a key": {
    recipe: "rds-via-service",
    build: (stack, storageEncryptionKey) =>
      new rds.DatabaseInstance(stack, "Database", {
        vpc: networkOf(stack),
        vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
        engine: rds.DatabaseInstanceEngine.POSTGRES,
        storageEncrypted: true,
        storageEncryptionKey,
      }),
  },
};

/** What a consumer adds to the policy of its key, as AWS gets it. */
export function addedStatements({
  key,
  build,
}: CdkConsumer): readonly JsonObject[] {
  const app = new cdk.App({ context: initContext });
  const { account, region } = home;
  const stack = new cdk.Stack(app, "Stack", { env: { account, region } });
  build(stack, new kms.Key(stack, "Key", key));
  const resources = objectOf(templateOf(app).json["Resources"]);
  const [only, ...others] = Object.values(resources)
    .map((one) => objectOf(one))
    .filter(({ Type }) => Type === "AWS::KMS::Key");
  if (only === undefined || others.length > 0)
    throw new Error("the app has not just one key");
  const policy = objectOf(objectOf(only["Properties"])["KeyPolicy"]);
  const written = resolved(policy["Statement"] ?? [], resources);
  const [root, ...added] = isJsonList(written) ? written : [];
  if (JSON.stringify(root) !== JSON.stringify(rootStatement))
    throw new Error("the key policy does not begin with the root statement");
  return added.filter(isJsonObject).map(plainAllow);
}

/** Throws where a statement is more than a plain `Allow`, which is all that the comparison reads. */
function plainAllow(statement: JsonObject): JsonObject {
  const { Sid: _sid, Principal, Action, Condition, ...rest } = statement;
  const others = JSON.stringify(rest);
  if (
    others !== JSON.stringify({ Effect: "Allow", Resource: "*" }) ||
    Principal === undefined ||
    Action === undefined
  )
    throw new Error(`the key policy has another statement: ${others}`);
  return { ...rest, Principal, Action, ...(Condition && { Condition }) };
}

/** What the CDK writes of its own accord, before anything else. */
export const rootStatement = {
  Action: "kms:*",
  Effect: "Allow",
  Principal: { AWS: `arn:aws:iam::${home.account}:root` },
  Resource: "*",
};

/** Values of the template with intrinsic functions and references to named resources replaced. */
function resolved(value: Json, resources: JsonObject): Json {
  if (isJsonList(value)) return value.map((one) => resolved(one, resources));
  if (!isJsonObject(value)) return value;
  const { Ref: name, "Fn::GetAtt": attribute, "Fn::Join": joined } = value;
  if (typeof name === "string") return pseudo[name] ?? nameIn(resources, name);
  if (isJsonList(attribute)) return nameIn(resources, textOf(attribute[0]));
  if (isJsonList(joined)) {
    const parts = resolved(joined[1] ?? [], resources);
    return isJsonList(parts)
      ? parts.map(textOf).join(textOf(joined[0]))
      : parts;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, resolved(one, resources)]),
  );
}

const pseudo: Readonly<Record<string, string>> = {
  "AWS::Partition": home.partition,
  "AWS::AccountId": home.account,
  "AWS::Region": home.region,
};

/** What the references of the key policies to other resources give: ARNs, but for zones. */
const references: Readonly<Record<string, (properties: JsonObject) => Json>> = {
  "AWS::Events::EventBus": ({ Name }) =>
    `arn:aws:events:${home.region}:${home.account}:event-bus/${textOf(Name)}`,
  "AWS::IAM::Role": ({ RoleName }) =>
    `arn:aws:iam::${home.account}:role/${textOf(RoleName)}`,
  "AWS::Lambda::WebFunction": ({ WebFunctionName }) =>
    `arn:aws:lambda:${home.region}:${home.account}:web-function/${textOf(WebFunctionName)}`,
  "AWS::Route53::HostedZone": () => "Z1PA6795UKMFR9",
  "AWS::S3::Bucket": ({ BucketName }) => `arn:aws:s3:::${textOf(BucketName)}`,
  "AWS::SNS::Topic": ({ TopicName }) =>
    `arn:aws:sns:${home.region}:${home.account}:${textOf(TopicName)}`,
};

function textOf(value: Json | undefined): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function nameIn(resources: JsonObject, logicalId: string): Json {
  const { Type, Properties } = objectOf(resources[logicalId]);
  const named = references[textOf(Type)];
  if (named === undefined)
    throw new Error(`a key policy refers to ${logicalId}, a ${textOf(Type)}`);
  return named(objectOf(Properties));
}

const folder = dirname(
  createRequire(import.meta.url).resolve("aws-cdk-lib/package.json"),
);

/** How files of the CDK add to the policy of a key or grant its use. */
const adds =
  /[kK]ey\)?\??\.(?:addToResourcePolicy|grant(?:[A-Z]\w*)?)\(|KeyGrants\.fromKey\(|grantOnKey\(/;

/** The files of the CDK that add to the policy of a key or grant its use. */
export function filesThatAdd(): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith("aws-"))
    .flatMap((name) =>
      readdirSync(join(folder, name), { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".js"))
        .map((file) => `${name}/${file.replaceAll("\\", "/")}`),
    )
    .filter((file) => adds.test(readFileSync(join(folder, file), "utf8")))
    .toSorted();
}
