import type { Recipe } from "../recipe.ts";

const zone = {
  "aws:SourceAccount": "${account}",
  "aws:SourceArn": "arn:${partition}:route53:::hostedzone/${zone}",
};

/** Amazon Route 53. */
export const route53: Readonly<Record<string, Recipe>> = {
  "route53-dnssec": {
    service: "Amazon Route 53",
    title: "DNSSEC signing of a hosted zone",
    category: "security",
    acts: "service",
    summary: "Route 53 signs the keys of a hosted zone with this key.",
    status: "documented",
    source: {
      title:
        "Amazon Route 53 Developer Guide, Route 53 customer managed key permissions required for DNSSEC signing",
      url: "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/access-control-managing-permissions.html#KMS-key-policy-for-DNSSEC",
    },
    questions: [
      {
        name: "zone",
        label: "Hosted zone",
        kind: "name",
        help: "The ID of the hosted zone",
        example: "Z1PA6795UKMFR9",
        many: true,
      },
    ],
    calls: [
      {
        action: "kms:DescribeKey",
        principal: "dnssec-route53.amazonaws.com",
        context: zone,
        when: "A key-signing key is created",
      },
      {
        action: "kms:GetPublicKey",
        principal: "dnssec-route53.amazonaws.com",
        context: zone,
        when: "A key-signing key is created",
      },
      {
        action: "kms:Sign",
        principal: "dnssec-route53.amazonaws.com",
        context: zone,
        when: "The zone is signed",
      },
      {
        action: "kms:CreateGrant",
        principal: "dnssec-route53.amazonaws.com",
        context: { "kms:GrantIsForAWSResource": "true" },
        when: "A key-signing key is created",
      },
    ],
    statements: [
      {
        Sid: "AllowDnssecSigning",
        Effect: "Allow",
        Principal: { Service: "dnssec-route53.amazonaws.com" },
        Action: ["kms:DescribeKey", "kms:GetPublicKey", "kms:Sign"],
        Resource: "*",
        Condition: {
          StringEquals: { "aws:SourceAccount": "${account}" },
          ArnEquals: {
            "aws:SourceArn": ["arn:${partition}:route53:::hostedzone/${zone}"],
          },
        },
      },
      {
        Sid: "AllowDnssecGrants",
        Effect: "Allow",
        Principal: { Service: "dnssec-route53.amazonaws.com" },
        Action: "kms:CreateGrant",
        Resource: "*",
        Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
      },
    ],
    exceptions: [
      {
        law: "other-region",
        reason: "Route 53 is global: the ARN of a hosted zone has no Region.",
      },
      {
        law: "other-account",
        actions: ["kms:CreateGrant"],
        reason:
          "AWS documents kms:GrantIsForAWSResource alone for the grant; whether the call says for which account it is, is not documented.",
      },
      {
        law: "other-resource",
        actions: ["kms:CreateGrant"],
        reason:
          "AWS documents kms:GrantIsForAWSResource alone for the grant; whether the call says for which zone it is, is not documented.",
      },
    ],
    keys: {
      keySpecs: ["ECC_NIST_P256"],
      reason:
        "DNSSEC signing takes an asymmetric key of this spec, for signing and verification.",
    },
    note: "The key must be in us-east-1. AWS names the conditions on account and zone as optional.",
  },
};
