import type { JsonObject } from "../../problem/json.ts";
import type {
  Recipe,
  RecipeCall,
  RecipeException,
  RecipeSource,
} from "../recipe.ts";

const autoScaling: RecipeSource = {
  title:
    "Amazon EC2 Auto Scaling User Guide, Required AWS KMS key policy for use with encrypted volumes",
  url: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html",
};
const requirements: RecipeSource = {
  title: "Amazon EBS User Guide, Requirements for Amazon EBS encryption",
  url: "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption-requirements.html",
};

const viaService: RecipeSource = {
  title: "AWS KMS Developer Guide, AWS KMS condition keys, kms:ViaService",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service",
};

const viaEc2 = { "kms:ViaService": "ec2.${region}.amazonaws.com" };
const ofVolume = {
  ...viaEc2,
  "kms:EncryptionContext:aws:ebs:id": "vol-0cfb133e847d28be9",
};
const forGrant = { ...viaEc2, "kms:GrantIsForAWSResource": "true" };
const autoScalingRole =
  "role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling";

/** What Amazon EBS does with a key, and when. */
const uses = {
  "kms:DescribeKey": "The key is looked up",
  "kms:GenerateDataKey": "A data key is generated",
  "kms:GenerateDataKeyWithoutPlaintext": "A volume is created",
  "kms:Encrypt": "A data key is encrypted",
  "kms:Decrypt": "A volume is attached or created of a snapshot",
  "kms:ReEncryptFrom": "A snapshot is copied or encrypted with another key",
  "kms:ReEncryptTo": "A snapshot is copied or encrypted with another key",
} as const;
type Use = keyof typeof uses;

const allUses: readonly Use[] = [
  "kms:DescribeKey",
  "kms:GenerateDataKey",
  "kms:GenerateDataKeyWithoutPlaintext",
  "kms:Encrypt",
  "kms:Decrypt",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo",
];
const shared = allUses.filter((action) => action !== "kms:Encrypt");

function callsOf(
  principal: string,
  actions: readonly Use[],
  more: Readonly<Record<string, string>> = {},
): readonly RecipeCall[] {
  return actions.map((action) => ({
    action,
    principal,
    context: {
      ...(action === "kms:DescribeKey" ? viaEc2 : ofVolume),
      ...more,
    },
    when: uses[action],
    source: viaService,
  }));
}

function usedThroughEc2(
  Sid: string,
  Principal: JsonObject,
  actions: readonly Use[],
): JsonObject {
  return {
    Sid,
    Effect: "Allow",
    Principal,
    Action: actions,
    Resource: "*",
    Condition: { StringEquals: viaEc2 },
  };
}

function grantsThroughEc2(Sid: string, Principal: JsonObject): JsonObject {
  return {
    Sid,
    Effect: "Allow",
    Principal,
    Action: "kms:CreateGrant",
    Resource: "*",
    Condition: {
      StringEquals: viaEc2,
      Bool: { "kms:GrantIsForAWSResource": "true" },
    },
  };
}

const everyVolume: RecipeException = {
  law: "other-resource",
  reason:
    "It is for every volume and snapshot with the key: their IDs, which the encryption context has, are not known before.",
};

const otherAccount: RecipeException = {
  law: "other-account",
  reason: "It is for other accounts, and only for those that are named.",
};

/** What Amazon EBS and what works with its volumes need of keys. */
export const ebs: Readonly<Record<string, Recipe>> = {
  "ebs-asg-slr": {
    service: "Amazon EC2 Auto Scaling",
    title: "Encrypted volumes of Auto Scaling groups",
    category: "compute",
    acts: "grants",
    summary:
      "Amazon EC2 uses the key with the service-linked role of Auto Scaling when a group launches instances.",
    status: "documented",
    source: autoScaling,
    questions: [],
    calls: [
      ...callsOf(
        `arn:\${partition}:iam::\${account}:${autoScalingRole}`,
        allUses,
      ),
      {
        action: "kms:CreateGrant",
        principal: `arn:\${partition}:iam::\${account}:${autoScalingRole}`,
        context: forGrant,
        when: "A volume is attached",
        source: requirements,
      },
    ],
    statements: [
      usedThroughEc2(
        "AutoScalingUsesKey",
        { AWS: `arn:\${partition}:iam::\${account}:${autoScalingRole}` },
        allUses,
      ),
      grantsThroughEc2("AutoScalingCreatesGrants", {
        AWS: `arn:\${partition}:iam::\${account}:${autoScalingRole}`,
      }),
    ],
    elsewhere: [
      {
        where: "Service-linked role",
        why: "A key policy that names a role that does not exist is refused. The first Auto Scaling group creates the role, or this command.",
        command:
          "aws iam create-service-linked-role --aws-service-name autoscaling.amazonaws.com",
      },
    ],
    exceptions: [
      everyVolume,
      {
        law: "findings",
        reason:
          "It is reported that the service-linked role must exist, which is to be seen to elsewhere.",
      },
    ],
    note: "A group with another service-linked role, such as one with a suffix, needs that one in its place; Spot Instances of a launch configuration need AWSServiceRoleForEC2Spot. The condition on kms:ViaService is ours; the AWS managed key for Amazon EBS has it, and Auto Scaling works with that.",
  },

  "ebs-asg-cross-account": {
    service: "Amazon EC2 Auto Scaling",
    title: "Auto Scaling groups of another account",
    category: "compute",
    acts: "grants",
    summary:
      "The other account uses the key through Amazon EC2, and grants it to its service-linked role of Auto Scaling.",
    status: "documented",
    source: autoScaling,
    questions: [
      {
        name: "otherAccount",
        label: "Accounts",
        kind: "account",
        help: "IDs of the accounts of the groups",
        example: "444455556666",
        many: true,
      },
    ],
    calls: [
      ...callsOf(
        "arn:${partition}:iam::${otherAccount}:role/operator",
        allUses,
      ),
      {
        action: "kms:CreateGrant",
        principal: "arn:${partition}:iam::${otherAccount}:role/operator",
        context: {
          "kms:GranteePrincipal": `arn:\${partition}:iam::\${otherAccount}:${autoScalingRole}`,
        },
        when: "Somebody of the account creates the grant for the role",
      },
    ],
    statements: [
      usedThroughEc2(
        "OtherAccountUsesKey",
        { AWS: ["arn:${partition}:iam::${otherAccount}:root"] },
        allUses,
      ),
      {
        Sid: "OtherAccountGrantsToAutoScaling",
        Effect: "Allow",
        Principal: { AWS: ["arn:${partition}:iam::${otherAccount}:root"] },
        Action: "kms:CreateGrant",
        Resource: "*",
        Condition: {
          StringEquals: {
            "kms:GranteePrincipal": [
              `arn:\${partition}:iam::\${otherAccount}:${autoScalingRole}`,
            ],
          },
        },
      },
    ],
    elsewhere: [
      {
        where: "IAM policy of whoever creates the grant, in the other account",
        why: "The other account must allow the key, too.",
        policy: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: "kms:CreateGrant",
              Resource: "arn:${partition}:kms:${region}:${account}:key/KEY_ID",
            },
          ],
        },
      },
      {
        where: "Grant, in the other account",
        why: "A service-linked role takes no policies, so it gets the permissions by a grant.",
        command: `aws kms create-grant --region \${region} --key-id arn:\${partition}:kms:\${region}:\${account}:key/KEY_ID --grantee-principal arn:\${partition}:iam::\${otherAccount}:${autoScalingRole} --operations Encrypt Decrypt ReEncryptFrom ReEncryptTo GenerateDataKey GenerateDataKeyWithoutPlaintext DescribeKey CreateGrant`,
      },
    ],
    exceptions: [
      otherAccount,
      {
        law: "other-region",
        actions: ["kms:CreateGrant"],
        reason:
          "The grant is created by hand, so the call is made through no service that would name a Region.",
      },
      everyVolume,
    ],
    note: "The documentation leaves kms:CreateGrant without a condition, so that a person can create the grant; that it may only be for the service-linked role is ours, and so is kms:ViaService for the use.",
  },

  "ebs-snapshot-share": {
    service: "Amazon EBS",
    title: "Encrypted snapshots shared with other accounts",
    category: "storage",
    acts: "grants",
    summary:
      "The other accounts copy encrypted snapshots and create volumes of them.",
    status: "documented",
    source: {
      title:
        "Amazon EBS User Guide, Share the KMS key used to encrypt a shared Amazon EBS snapshot",
      url: "https://docs.aws.amazon.com/ebs/latest/userguide/share-kms-key.html",
    },
    questions: [
      {
        name: "otherAccount",
        label: "Accounts",
        kind: "account",
        help: "IDs of the accounts that the snapshots are shared with",
        example: "444455556666",
        many: true,
      },
    ],
    calls: [
      ...callsOf("arn:${partition}:iam::${otherAccount}:role/operator", shared),
      {
        action: "kms:CreateGrant",
        principal: "arn:${partition}:iam::${otherAccount}:role/operator",
        context: forGrant,
        when: "A volume of the snapshot is attached",
      },
    ],
    statements: [
      usedThroughEc2(
        "OtherAccountsUseSnapshots",
        { AWS: ["arn:${partition}:iam::${otherAccount}:root"] },
        shared,
      ),
      grantsThroughEc2("OtherAccountsAttachVolumes", {
        AWS: ["arn:${partition}:iam::${otherAccount}:root"],
      }),
    ],
    elsewhere: [
      {
        where: "IAM policy of whoever uses the snapshots, in the other account",
        why: "The other account must allow the key, too.",
        policy: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: shared,
              Resource: "arn:${partition}:kms:${region}:${account}:key/KEY_ID",
            },
            {
              Effect: "Allow",
              Action: "kms:CreateGrant",
              Resource: "arn:${partition}:kms:${region}:${account}:key/KEY_ID",
              Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
            },
          ],
        },
      },
      {
        where: "Permissions of the snapshots",
        why: "The snapshots must be shared with the accounts as well.",
      },
    ],
    exceptions: [otherAccount, everyVolume],
    note: "The actions are those that the page lists as needed; its example also gives kms:Encrypt, kms:ListGrants and kms:RevokeGrant. The condition on kms:ViaService is ours. Snapshots with the AWS managed key cannot be shared.",
  },

  "ami-share-org": {
    service: "Amazon EC2",
    title: "Encrypted AMIs shared with an organization",
    category: "compute",
    acts: "grants",
    summary:
      "Accounts of the organization or organizational unit launch instances from encrypted AMIs.",
    status: "documented",
    source: {
      title:
        "Amazon EC2 User Guide, Allow organizations and OUs to use a KMS key",
      url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/allow-org-ou-to-use-key.html",
    },
    questions: [
      {
        name: "path",
        label: "Organization paths",
        kind: "organization-path",
        help: "Path of the organizational unit, or of the root for the whole organization",
        example: "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111",
        many: true,
      },
    ],
    calls: [
      ...callsOf("arn:${partition}:iam::444455556666:role/operator", allUses, {
        "aws:PrincipalOrgPaths": "${path}/",
      }),
      {
        action: "kms:CreateGrant",
        principal: "arn:${partition}:iam::444455556666:role/operator",
        context: { ...forGrant, "aws:PrincipalOrgPaths": "${path}/" },
        when: "An instance is launched",
      },
    ],
    statements: [
      {
        Sid: "OrganizationUsesAmis",
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: allUses,
        Resource: "*",
        Condition: {
          StringEquals: viaEc2,
          "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": ["${path}/*"] },
        },
      },
      {
        Sid: "OrganizationAttachesVolumes",
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: "kms:CreateGrant",
        Resource: "*",
        Condition: {
          StringEquals: viaEc2,
          Bool: { "kms:GrantIsForAWSResource": "true" },
          "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": ["${path}/*"] },
        },
      },
    ],
    elsewhere: [
      {
        where: "IAM policy of whoever launches instances, in the accounts",
        why: "Other accounts than the key's must allow the key, too.",
        policy: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: allUses,
              Resource: "arn:${partition}:kms:${region}:${account}:key/KEY_ID",
            },
            {
              Effect: "Allow",
              Action: "kms:CreateGrant",
              Resource: "arn:${partition}:kms:${region}:${account}:key/KEY_ID",
              Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
            },
          ],
        },
      },
    ],
    exceptions: [
      {
        law: "other-account",
        reason:
          "It is for every account of the organization or organizational unit, and for none outside.",
      },
      everyVolume,
    ],
    note: "The documentation also gives kms:Describe*, kms:List* and kms:Get*, and kms:CreateGrant without a condition. The conditions on kms:ViaService and on grants are ours. A path begins with the ID of the organization, so it needs no condition of its own. The service-linked role of Auto Scaling needs a grant besides.",
  },

  dlm: {
    service: "Amazon Data Lifecycle Manager",
    title: "Automated snapshots, shared and copied",
    category: "storage",
    acts: "grants",
    summary:
      "Data Lifecycle Manager uses the key through Amazon EC2 with the role of the snapshot policy.",
    status: "documented",
    source: {
      title: "Amazon EBS User Guide, Automate cross-account snapshot copies",
      url: "https://docs.aws.amazon.com/ebs/latest/userguide/event-policy.html",
    },
    questions: [
      {
        name: "role",
        label: "Role of the snapshot policy",
        kind: "role",
        help: "ARN of the role, such as AWSDataLifecycleManagerDefaultRole",
        example:
          "arn:aws:iam::111122223333:role/service-role/AWSDataLifecycleManagerDefaultRole",
      },
    ],
    calls: [
      ...callsOf("${role}", allUses),
      ...(
        ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"] as const
      ).map((action) => ({
        action,
        principal: "${role}",
        context: forGrant,
        when: "Snapshots are created and copied",
      })),
    ],
    statements: [
      usedThroughEc2("LifecycleManagerUsesKey", { AWS: "${role}" }, allUses),
      {
        Sid: "LifecycleManagerManagesGrants",
        Effect: "Allow",
        Principal: { AWS: "${role}" },
        Action: ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"],
        Resource: "*",
        Condition: {
          StringEquals: viaEc2,
          Bool: { "kms:GrantIsForAWSResource": "true" },
        },
      },
    ],
    elsewhere: [
      {
        where: "Key policy, for the accounts that copy the snapshots",
        why: "They need the key as well: add the recipe for encrypted snapshots shared with other accounts.",
      },
      {
        where: "IAM policy of the role in the target account",
        why: "It needs the same permissions, on this key and on the key of the copies.",
        policy: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: allUses,
              Resource: "arn:${partition}:kms:${region}:${account}:key/KEY_ID",
            },
            {
              Effect: "Allow",
              Action: ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"],
              Resource: "arn:${partition}:kms:${region}:${account}:key/KEY_ID",
              Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
            },
          ],
        },
      },
    ],
    exceptions: [everyVolume],
    note: "The documented statements name the target accounts, too; here they have a recipe of their own, with less. The condition on kms:ViaService is ours.",
  },
};
