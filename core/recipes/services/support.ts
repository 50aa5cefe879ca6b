import type { Recipe } from "../recipe.ts";

const via = { "kms:ViaService": "supportauthz.${region}.amazonaws.com" };

const grant = {
  ...via,
  "kms:GranteeServicePrincipal": "${region}.supportauthz.amazonaws.com",
  "kms:RetiringServicePrincipal": "${region}.supportauthz.amazonaws.com",
};

const operations = {
  "kms:GrantOperations": ["DescribeKey", "GetPublicKey", "Sign"],
};

/** AWS Support. */
export const support: Readonly<Record<string, Recipe>> = {
  "support-authz": {
    service: "AWS Support authorization",
    title: "Signing of support permits",
    category: "security",
    acts: "grants",
    summary:
      "Who creates a support permit creates a grant, with which AWS Support authorization signs with this key.",
    status: "documented",
    source: {
      title:
        "AWS Support User Guide, Configuring AWS KMS keys for AWS Support authorization",
      url: "https://docs.aws.amazon.com/awssupport/latest/user/support-authorization-kms.html",
    },
    questions: [
      {
        name: "creators",
        label: "Who creates support permits",
        kind: "principal",
        help: "The ARN of a role or user",
        example: "arn:aws:iam::111122223333:role/SupportAdmin",
        many: true,
      },
    ],
    calls: [
      {
        action: "kms:DescribeKey",
        principal: "${creators}",
        context: via,
        when: "A support permit is created",
      },
      {
        action: "kms:CreateGrant",
        principal: "${creators}",
        context: {
          ...grant,
          ...operations,
          "kms:GrantConstraintSourceArn":
            "arn:${partition}:supportauthz:${region}:${account}:supportpermit/example",
        },
        when: "A support permit is created",
      },
    ],
    statements: [
      {
        Sid: "AllowSupportGrants",
        Effect: "Allow",
        Principal: { AWS: ["${creators}"] },
        Action: "kms:CreateGrant",
        Resource: "*",
        Condition: {
          StringEquals: grant,
          "ForAllValues:StringEquals": operations,
          ArnLike: {
            "kms:GrantConstraintSourceArn":
              "arn:${partition}:supportauthz:${region}:${account}:supportpermit/*",
          },
        },
      },
      {
        Sid: "AllowSupportKeyLookup",
        Effect: "Allow",
        Principal: { AWS: ["${creators}"] },
        Action: "kms:DescribeKey",
        Resource: "*",
        Condition: { StringEquals: via },
      },
    ],
    exceptions: [
      {
        law: "other-resource",
        reason:
          "A support permit has no ID before it is created with the key, so the statements name none.",
      },
    ],
    keys: {
      keySpecs: ["ECC_NIST_P384"],
      reason:
        "Support permits take an asymmetric key of this spec, for signing and verification.",
    },
    note: "The key must be in the Region of the support permits. To end it, revoke the grant, or disable the key.",
  },
};
