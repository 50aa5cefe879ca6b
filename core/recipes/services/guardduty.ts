import type { Recipe } from "../recipe.ts";

const detector = {
  "aws:SourceAccount": "${account}",
  "aws:SourceArn":
    "arn:${partition}:guardduty:${region}:${account}:detector/${detector}",
};

/** Amazon GuardDuty. */
export const guardDuty: Readonly<Record<string, Recipe>> = {
  "guardduty-export": {
    service: "Amazon GuardDuty",
    title: "Findings in an encrypted bucket",
    category: "security",
    acts: "service",
    summary: "GuardDuty encrypts the findings that it exports with this key.",
    status: "documented",
    source: {
      title:
        "Amazon GuardDuty User Guide, Exporting generated GuardDuty findings to Amazon S3 buckets",
      url: "https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_exportfindings.html",
    },
    questions: [
      {
        name: "detector",
        label: "Detector",
        kind: "hex",
        help: "The ID of the detector in this Region",
        example: "60b8777933648562554d637e0e4bb3b2",
      },
    ],
    calls: [
      {
        action: "kms:GenerateDataKey",
        principal: "guardduty.amazonaws.com",
        context: detector,
        when: "Findings are exported",
      },
    ],
    statements: [
      {
        Sid: "AllowGuardDutyExport",
        Effect: "Allow",
        Principal: { Service: "guardduty.amazonaws.com" },
        Action: "kms:GenerateDataKey",
        Resource: "*",
        Condition: { StringEquals: detector },
      },
    ],
    elsewhere: [
      {
        where: "Policy of the bucket",
        why: "GuardDuty must be allowed to write to the bucket as well.",
        policy: {
          Effect: "Allow",
          Principal: { Service: "guardduty.amazonaws.com" },
          Action: ["s3:GetBucketLocation", "s3:PutObject"],
          Resource: [
            "arn:${partition}:s3:::amzn-s3-demo-bucket",
            "arn:${partition}:s3:::amzn-s3-demo-bucket/*",
          ],
          Condition: { StringEquals: detector },
        },
      },
    ],
    note: "In a Region that the account opted in to, the principal is guardduty.REGION.amazonaws.com. For findings of other Regions, repeat the statement with their detectors.",
  },
  "guardduty-lists": {
    service: "Amazon GuardDuty",
    title: "Trusted and threat lists in an encrypted bucket",
    category: "security",
    acts: "caller",
    summary:
      "The service-linked role of GuardDuty reads lists from a bucket that this key encrypts.",
    status: "documented",
    source: {
      title:
        "Amazon GuardDuty User Guide, Setting up prerequisites for entity lists and IP address lists",
      url: "https://docs.aws.amazon.com/guardduty/latest/ug/guardduty-lists-prerequisites.html",
    },
    questions: [
      {
        name: "bucket",
        label: "Bucket",
        kind: "name",
        help: "The name of the bucket that holds the lists",
        example: "amzn-s3-demo-bucket",
      },
    ],
    calls: [
      {
        action: "kms:Decrypt",
        principal:
          "arn:${partition}:iam::${account}:role/aws-service-role/guardduty.amazonaws.com/AWSServiceRoleForAmazonGuardDuty",
        context: {
          "kms:ViaService": "s3.${region}.amazonaws.com",
          "kms:EncryptionContext:aws:s3:arn":
            "arn:${partition}:s3:::${bucket}/threats.txt",
        },
        when: "A list is activated or read again",
        source: {
          title:
            "Amazon S3 User Guide, Using server-side encryption with AWS KMS keys (SSE-KMS)",
          url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
        },
      },
    ],
    statements: [
      {
        Sid: "AllowGuardDutyLists",
        Effect: "Allow",
        Principal: {
          AWS: "arn:${partition}:iam::${account}:role/aws-service-role/guardduty.amazonaws.com/AWSServiceRoleForAmazonGuardDuty",
        },
        Action: "kms:Decrypt",
        Resource: "*",
        Condition: {
          StringEquals: { "kms:ViaService": "s3.${region}.amazonaws.com" },
          ArnLike: {
            "kms:EncryptionContext:aws:s3:arn": [
              "arn:${partition}:s3:::${bucket}",
              "arn:${partition}:s3:::${bucket}/*",
            ],
          },
        },
      },
    ],
    elsewhere: [
      {
        where: "Service-linked role",
        why: "A key policy that names a role that does not exist is refused. Enabling GuardDuty creates the role, or this command.",
        command:
          "aws iam create-service-linked-role --aws-service-name guardduty.amazonaws.com",
      },
    ],
    exceptions: [
      {
        law: "findings",
        reason:
          "It is reported that the service-linked role must exist, which is to be seen to elsewhere.",
      },
    ],
    note: "AWS prints kms:Decrypt* and no condition. Amazon S3 and the bucket are ours, from how Amazon S3 calls AWS KMS.",
  },
};
