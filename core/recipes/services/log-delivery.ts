import type { JsonObject } from "../../problem/json.ts";
import type {
  Recipe,
  RecipeCall,
  RecipeElsewhere,
  RecipeException,
  RecipeSource,
} from "../recipe.ts";

const delivery: RecipeSource = {
  title:
    "Amazon CloudWatch Logs User Guide, Enable logging from AWS services, Amazon S3 bucket server-side encryption",
  url: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html#AWS-logs-SSE-KMS-S3",
};

const principal = "delivery.logs.amazonaws.com";

const calls: readonly RecipeCall[] = (
  [
    "kms:GenerateDataKey",
    "kms:Encrypt",
    "kms:Decrypt",
    "kms:ReEncryptFrom",
    "kms:ReEncryptTo",
    "kms:DescribeKey",
  ] as const
).map((action) => ({
  action,
  principal,
  context: {
    "aws:SourceAccount": "${account}",
    "aws:SourceArn":
      "arn:${partition}:logs:${region}:${account}:delivery-source:logs",
  },
  when: "Logs are delivered to the bucket",
  source: delivery,
}));

function statementFor(Sid: string): JsonObject {
  return {
    Sid,
    Effect: "Allow",
    Principal: { Service: principal },
    Action: [
      "kms:Encrypt",
      "kms:Decrypt",
      "kms:ReEncrypt*",
      "kms:GenerateDataKey*",
      "kms:DescribeKey",
    ],
    Resource: "*",
    Condition: {
      StringEquals: { "aws:SourceAccount": "${account}" },
      ArnLike: {
        "aws:SourceArn": "arn:${partition}:logs:${region}:${account}:*",
      },
    },
  };
}

const exceptions: readonly RecipeException[] = [
  {
    law: "other-resource",
    reason:
      "The documented condition names the account and Region of the delivery, and no resource that logs.",
  },
];

const bucket: RecipeElsewhere = {
  where: "Policy of the bucket",
  why: "Log delivery writes the files, so the bucket must let it check the ACL and put objects; name the key by its ARN in the bucket's encryption, not by its ID.",
};

/** What logs that CloudWatch Logs delivers to Amazon S3 need of keys. */
export const logDelivery: Readonly<Record<string, Recipe>> = {
  "log-delivery-s3": {
    service: "CloudWatch Logs log delivery",
    title: "Vended logs in an encrypted bucket",
    category: "logs",
    acts: "service",
    summary:
      "Log delivery encrypts the logs of AWS services that it writes to a bucket.",
    status: "documented",
    source: delivery,
    questions: [],
    calls,
    statements: [statementFor("LogDeliveryUsesKey")],
    elsewhere: [bucket],
    exceptions,
    note: "The account and Region of what logs are taken to be the key's.",
  },

  "vpc-flow-logs-s3": {
    service: "Amazon VPC",
    title: "Flow logs in an encrypted bucket",
    category: "logs",
    acts: "service",
    summary: "Log delivery encrypts the flow logs that it writes to a bucket.",
    status: "documented",
    source: {
      title: "Amazon VPC User Guide, Required key policy for use with SSE-KMS",
      url: "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-cmk-policy.html",
    },
    questions: [],
    calls,
    statements: [statementFor("FlowLogsUseKey")],
    elsewhere: [bucket],
    exceptions,
    note: "The guide refers to the statement for log delivery. With a key ID in place of the ARN, creating the flow log fails with LogDestination undeliverable.",
  },

  "nlb-access-logs": {
    service: "Elastic Load Balancing",
    title: "Access logs of a Network Load Balancer",
    category: "logs",
    acts: "service",
    summary:
      "Log delivery encrypts the access logs that it writes to a bucket.",
    status: "documented",
    source: {
      title:
        "User Guide for Network Load Balancers, Enable access logs for your Network Load Balancer",
      url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/enable-access-logs.html",
    },
    questions: [],
    calls,
    statements: [statementFor("NetworkLoadBalancerLogsUseKey")],
    elsewhere: [bucket],
    exceptions,
    note: "The guide gives the statement for the key without a condition, and these conditions for the bucket; log delivery documents them for the key.",
  },

  "waf-msk-evidently": {
    service: "AWS WAF and Amazon MSK",
    title: "Logs of WAF and of MSK brokers in an encrypted bucket",
    category: "logs",
    acts: "service",
    summary:
      "Log delivery encrypts the traffic logs of web ACLs and the logs of brokers that it writes to a bucket.",
    status: "documented",
    source: {
      title: "Amazon MSK Developer Guide, Amazon MSK logging",
      url: "https://docs.aws.amazon.com/msk/latest/developerguide/msk-logging.html",
    },
    questions: [],
    calls,
    statements: [statementFor("WafAndMskLogsUseKey")],
    elsewhere: [bucket],
    exceptions,
    note: "The guides give the statement without a condition; log delivery documents these. AWS WAF needs kms:GenerateDataKey* only. CloudWatch Evidently, which used the same statement, ended in October 2025.",
  },
};
