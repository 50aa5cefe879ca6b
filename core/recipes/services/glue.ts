import type { Recipe, RecipeCall } from "../recipe.ts";

const logGroup = {
  "kms:EncryptionContext:aws:logs:arn":
    "arn:${partition}:logs:${region}:${account}:log-group:${logGroup}",
};

const viaLogs = { "kms:ViaService": "logs.${region}.amazonaws.com" };

const cloudWatchLogs = {
  title:
    "Amazon CloudWatch Logs User Guide, Encrypt log data in CloudWatch Logs using AWS KMS",
  url: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html",
};

const uses = [
  ["kms:GenerateDataKey", "Log data is written"],
  ["kms:Encrypt", "Log data is written"],
  ["kms:Decrypt", "Log data is read"],
  ["kms:ReEncryptFrom", "Stored data is encrypted again"],
  ["kms:ReEncryptTo", "Stored data is encrypted again"],
] as const;

const actions = [
  "kms:Decrypt",
  "kms:Encrypt",
  "kms:GenerateDataKey*",
  "kms:ReEncrypt*",
];

/** AWS Glue. */
export const glue: Readonly<Record<string, Recipe>> = {
  "glue-logs": {
    service: "AWS Glue",
    title: "Encrypted logs of jobs and crawlers",
    category: "analytics",
    acts: "service",
    summary:
      "CloudWatch Logs encrypts the log groups that a security configuration of AWS Glue gives this key, for itself and for the roles of jobs.",
    status: "documented",
    source: {
      title: "AWS Glue Developer Guide, Encrypting data written by AWS Glue",
      url: "https://docs.aws.amazon.com/glue/latest/dg/encryption-security-configuration.html",
    },
    questions: [
      {
        name: "roles",
        label: "Roles of jobs and crawlers",
        kind: "role",
        help: "The ARNs of the roles that are passed to AWS Glue",
        example: "arn:aws:iam::111122223333:role/GlueNightly",
        many: true,
      },
      {
        name: "logGroup",
        label: "Log groups",
        kind: "name",
        help: "The name of the log group, or a pattern of it",
        example: "/aws-glue/jobs/logs-v2-nightly",
        default: "/aws-glue/*",
        many: true,
      },
    ],
    calls: [
      ...uses.flatMap(([action, when]): readonly RecipeCall[] => [
        {
          action,
          principal: "logs.${region}.amazonaws.com",
          context: logGroup,
          when,
          source: cloudWatchLogs,
        },
        {
          action,
          principal: "${roles}",
          context: { ...viaLogs, ...logGroup },
          when,
          source: cloudWatchLogs,
        },
      ]),
      {
        action: "kms:DescribeKey",
        principal: "${roles}",
        context: viaLogs,
        when: "A log group gets the key",
        source: cloudWatchLogs,
      },
    ],
    statements: [
      {
        Sid: "AllowGlueLogGroups",
        Effect: "Allow",
        Principal: { Service: "logs.${region}.amazonaws.com" },
        Action: actions,
        Resource: "*",
        Condition: { ArnLike: logGroup },
      },
      {
        Sid: "AllowGlueRolesToLog",
        Effect: "Allow",
        Principal: { AWS: ["${roles}"] },
        Action: actions,
        Resource: "*",
        Condition: { StringEquals: viaLogs, ArnLike: logGroup },
      },
      {
        Sid: "AllowGlueRolesToAssociate",
        Effect: "Allow",
        Principal: { AWS: ["${roles}"] },
        Action: "kms:DescribeKey",
        Resource: "*",
        Condition: { StringEquals: viaLogs },
      },
    ],
    elsewhere: [
      {
        where: "IAM policy of the roles",
        why: "A job or crawler gives the key to its log group.",
        policy: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: "logs:AssociateKmsKey",
              Resource:
                "arn:${partition}:logs:${region}:${account}:log-group:${logGroup}",
            },
          ],
        },
      },
    ],
    exceptions: [
      {
        law: "other-resource",
        actions: ["kms:DescribeKey"],
        reason:
          "A call to describe a key has no encryption context, so it names no log group.",
      },
    ],
    note: "AWS Glue prints the service and the roles in one statement without conditions. Those on the log group and on kms:ViaService are the ones of CloudWatch Logs.",
  },
};
