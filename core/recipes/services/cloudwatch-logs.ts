import type { JsonObject } from "../../problem/json.ts";
import type {
  Recipe,
  RecipeCall,
  RecipeElsewhere,
  RecipeSource,
} from "../recipe.ts";

const source: RecipeSource = {
  title:
    "Amazon CloudWatch Logs User Guide, Encrypt log data in CloudWatch Logs using AWS KMS",
  url: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html",
};

const actions = [
  "kms:Encrypt",
  "kms:Decrypt",
  "kms:ReEncrypt*",
  "kms:GenerateDataKey*",
] as const;

function callsFor(logGroup: string): readonly RecipeCall[] {
  const context = {
    "kms:EncryptionContext:aws:logs:arn": `arn:\${partition}:logs:\${region}:\${account}:log-group:${logGroup}`,
  };
  const principal = "logs.${region}.amazonaws.com";
  return [
    {
      action: "kms:GenerateDataKey",
      principal,
      context,
      when: "Log data is stored",
    },
    {
      action: "kms:Encrypt",
      principal,
      context,
      when: "Log data is stored",
    },
    {
      action: "kms:Decrypt",
      principal,
      context,
      when: "Log data is requested",
    },
    {
      action: "kms:ReEncryptFrom",
      principal,
      context,
      when: "Log data is stored",
    },
    {
      action: "kms:ReEncryptTo",
      principal,
      context,
      when: "Log data is stored",
    },
  ];
}

function statementFor(
  Sid: string,
  operator: "ArnEquals" | "ArnLike",
  logGroup: string,
): JsonObject {
  return {
    Sid,
    Effect: "Allow",
    Principal: { Service: "logs.${region}.amazonaws.com" },
    Action: actions,
    Resource: "*",
    Condition: {
      [operator]: {
        "kms:EncryptionContext:aws:logs:arn": [
          `arn:\${partition}:logs:\${region}:\${account}:log-group:${logGroup}`,
        ],
      },
    },
  };
}

const callers: RecipeElsewhere = {
  where: "IAM policy of whoever associates the key, writes and reads",
  why: "CloudWatch Logs calls AWS KMS on their behalf too: kms:DescribeKey to associate the key, the others to write and read.",
  policy: {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Action: ["kms:DescribeKey", ...actions],
        Resource: "arn:${partition}:kms:${region}:${account}:key/KEY_ID",
        Condition: {
          StringEquals: { "kms:ViaService": "logs.${region}.amazonaws.com" },
        },
      },
    ],
  },
};

const describes =
  "The documentation gives kms:Describe* with the same condition, where it has no effect: a request to describe a key has no encryption context.";

/** What Amazon CloudWatch Logs needs of keys. */
export const cloudWatchLogs: Readonly<Record<string, Recipe>> = {
  "cwlogs-one-group": {
    service: "Amazon CloudWatch Logs",
    title: "Chosen log groups",
    category: "logs",
    acts: "service",
    summary:
      "CloudWatch Logs encrypts and decrypts the log data of the log groups.",
    status: "documented",
    source,
    questions: [
      {
        name: "logGroup",
        label: "Log groups",
        kind: "name",
        help: "Names of the log groups",
        example: "/aws/lambda/orders",
        many: true,
      },
    ],
    calls: callsFor("${logGroup}"),
    statements: [statementFor("LogGroupsUseKey", "ArnEquals", "${logGroup}")],
    elsewhere: [callers],
    note: `${describes} Associate the key after its policy allows the log group.`,
  },

  "cwlogs-account": {
    service: "Amazon CloudWatch Logs",
    title: "All log groups of the account",
    category: "logs",
    acts: "service",
    summary:
      "CloudWatch Logs encrypts and decrypts the log data of every log group of the account in the Region.",
    status: "documented",
    source,
    questions: [],
    calls: callsFor("/aws/lambda/orders"),
    statements: [statementFor("AllLogGroupsUseKey", "ArnLike", "*")],
    elsewhere: [callers],
    exceptions: [
      {
        law: "other-resource",
        reason: "It is for every log group of the account.",
      },
    ],
    note: `${describes} It also leaves out log-group: from the ARN; query results that the key encrypts need that.`,
  },
};
