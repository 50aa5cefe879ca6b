import type { ConsumerKind } from "../design/consumer-kinds.ts";
import type { FlagValues } from "../design/feature-flags.ts";
import type { JsonObject } from "../problem/json.ts";

/** A resource that a construct with a key makes. */
export interface ConsumerResource {
  /** The constructs between the construct itself and the resource. */
  readonly scopes: readonly string[];
  /** The resource; its texts may have marks. */
  readonly json: () => JsonObject;
}

/** What the resources are made with. */
interface Parts {
  /** The account of the stack. */
  readonly account: string;
  readonly keyArn: string;
  readonly isV1: boolean;
  /** The logical ID of another of the resources, by its scopes. */
  readonly logicalId: (scopes: string) => string;
  /** The mark of an attribute of another of the resources. */
  readonly attribute: (scopes: string, name: string) => string;
}

const retain = { UpdateReplacePolicy: "Retain", DeletionPolicy: "Retain" };
const remove = { UpdateReplacePolicy: "Delete", DeletionPolicy: "Delete" };

/**
 * What the construct of each kind writes with its reference to a key and nothing else.
 * v1 writes the properties that a resource must have first, v2 all in alphabetical order.
 * Source: aws-cdk-lib 2.276.0 and the v1 packages 1.204.0, as observed.
 */
export function consumerResources(
  kind: ConsumerKind,
  flags: FlagValues,
  parts: Parts,
): readonly ConsumerResource[] {
  const { keyArn } = parts;
  switch (kind) {
    case "bucket":
      return [own({ ...bucket({ BucketEncryption: encryption(keyArn) }) })];
    case "trail":
      return trail(parts);
    case "log-group":
      return [
        own({
          Type: "AWS::Logs::LogGroup",
          Properties: { KmsKeyId: keyArn, RetentionInDays: 731 },
          ...retain,
        }),
      ];
    case "topic":
      return [
        own({
          Type: "AWS::SNS::Topic",
          Properties: { KmsMasterKeyId: keyArn },
        }),
      ];
    case "queue":
      return [
        own({
          Type: "AWS::SQS::Queue",
          Properties: { KmsMasterKeyId: keyArn },
          ...remove,
        }),
      ];
    case "function":
      return lambda(parts, flags["@aws-cdk/aws-lambda:useCdkManagedLogGroup"]);
    case "table":
      return [own(table(parts))];
    case "secret":
      return [
        own({
          Type: "AWS::SecretsManager::Secret",
          Properties: { GenerateSecretString: {}, KmsKeyId: keyArn },
          ...remove,
        }),
      ];
  }
}

function own(json: JsonObject): ConsumerResource {
  return { scopes: [], json: () => json };
}

function bucket(properties?: JsonObject): JsonObject {
  return {
    Type: "AWS::S3::Bucket",
    ...(properties && { Properties: properties }),
    ...retain,
  };
}

function encryption(keyArn: string): JsonObject {
  return {
    ServerSideEncryptionConfiguration: [
      {
        ServerSideEncryptionByDefault: {
          KMSMasterKeyID: keyArn,
          SSEAlgorithm: "aws:kms",
        },
      },
    ],
  };
}

function trail({
  account,
  keyArn,
  isV1,
  logicalId,
  attribute,
}: Parts): readonly ConsumerResource[] {
  const must = () => ({
    IsLogging: true,
    S3BucketName: attribute("S3", "Ref"),
  });
  return [
    { scopes: ["S3"], json: () => bucket() },
    {
      scopes: ["S3", "Policy"],
      json: () =>
        bucketPolicy(attribute("S3", "Ref"), attribute("S3", "Arn"), account),
    },
    {
      scopes: [],
      json: () => ({
        Type: "AWS::CloudTrail::Trail",
        Properties: inOrder(isV1 ? must() : {}, {
          EnableLogFileValidation: true,
          EventSelectors: [],
          IncludeGlobalServiceEvents: true,
          IsLogging: true,
          IsMultiRegionTrail: true,
          KMSKeyId: keyArn,
          S3BucketName: must().S3BucketName,
        }),
        DependsOn: [logicalId("S3/Policy")],
      }),
    },
  ];
}

/** The members of `rest`, with those of `first` at the beginning. */
function inOrder(first: JsonObject, rest: JsonObject): JsonObject {
  return { ...first, ...rest };
}

function bucketPolicy(
  name: string,
  bucketArn: string,
  account: string,
): JsonObject {
  const trailService = { Service: "cloudtrail.amazonaws.com" };
  return {
    Type: "AWS::S3::BucketPolicy",
    Properties: {
      Bucket: name,
      PolicyDocument: {
        Statement: [
          {
            Action: "s3:*",
            Condition: { Bool: { "aws:SecureTransport": "false" } },
            Effect: "Deny",
            Principal: { AWS: "*" },
            Resource: [bucketArn, `${bucketArn}/*`],
          },
          {
            Action: "s3:GetBucketAcl",
            Effect: "Allow",
            Principal: trailService,
            Resource: bucketArn,
          },
          {
            Action: "s3:PutObject",
            Condition: {
              StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" },
            },
            Effect: "Allow",
            Principal: trailService,
            Resource: `${bucketArn}/AWSLogs/${account}/*`,
          },
        ],
        Version: "2012-10-17",
      },
    },
  };
}

/** What the function of an exported program does, and what it runs on. */
export const lambdaCode = {
  source: "exports.handler = async () => {};",
  handler: "index.handler",
  runtime: { v1: "nodejs14.x", v2: "nodejs22.x" },
  environment: { STAGE: "prod" },
} as const;

function lambda(
  { keyArn, isV1, logicalId, attribute }: Parts,
  hasLogGroup: boolean,
): readonly ConsumerResource[] {
  const role = () => attribute("ServiceRole", "Arn");
  const code = { ZipFile: lambdaCode.source };
  return [
    { scopes: ["ServiceRole"], json: serviceRole },
    {
      scopes: [],
      json: () => ({
        Type: "AWS::Lambda::Function",
        Properties: inOrder(isV1 ? { Code: code, Role: role() } : {}, {
          Code: code,
          Environment: { Variables: lambdaCode.environment },
          Handler: lambdaCode.handler,
          KmsKeyArn: keyArn,
          Role: role(),
          Runtime: lambdaCode.runtime[isV1 ? "v1" : "v2"],
        }),
        DependsOn: [logicalId("ServiceRole")],
      }),
    },
    ...(hasLogGroup
      ? [
          {
            scopes: ["LogGroup"],
            json: () => functionLogs(attribute("", "Ref")),
          },
        ]
      : []),
  ];
}

function functionLogs(name: string): JsonObject {
  return {
    Type: "AWS::Logs::LogGroup",
    Properties: {
      LogGroupName: `/aws/lambda/${name}`,
      RetentionInDays: 731,
    },
    ...retain,
  };
}

function serviceRole(): JsonObject {
  return {
    Type: "AWS::IAM::Role",
    Properties: {
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Action: "sts:AssumeRole",
            Effect: "Allow",
            Principal: { Service: "lambda.amazonaws.com" },
          },
        ],
        Version: "2012-10-17",
      },
      ManagedPolicyArns: [
        "arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
      ],
    },
  };
}

function table({ keyArn, isV1 }: Parts): JsonObject {
  const key = { KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }] };
  return {
    Type: "AWS::DynamoDB::Table",
    Properties: inOrder(isV1 ? key : {}, {
      AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
      ...key,
      ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 },
      SSESpecification: {
        KMSMasterKeyId: keyArn,
        SSEEnabled: true,
        SSEType: "KMS",
      },
    }),
    ...retain,
  };
}
