import type { Recipe } from "../recipe.ts";

const agent = {
  "kms:EncryptionContext:aws:bedrock:arn":
    "arn:${partition}:bedrock:${region}:${account}:agent/${agent}",
};

const grant = { "kms:GrantIsForAWSResource": "true" };

const viaBedrock = { "kms:ViaService": "bedrock.${region}.amazonaws.com" };

const policy = {
  ...viaBedrock,
  "kms:EncryptionContext:aws:bedrock:automated-reasoning-policy":
    "arn:${partition}:bedrock:${region}:${account}:automated-reasoning-policy/${policy}",
};

const viaIdentity = {
  "kms:ViaService": "bedrock-agentcore-identity.${region}.amazonaws.com",
};

const vault = {
  "kms:EncryptionContext:aws-crypto-ec:aws:bedrock-agentcore-identity:token-vault-arn":
    "arn:${partition}:bedrock-agentcore:${region}:${account}:token-vault/default",
};

/** Amazon Bedrock. */
export const bedrock: Readonly<Record<string, Recipe>> = {
  "bedrock-agents-legacy": {
    service: "Amazon Bedrock Agents",
    title: "Agent created before January 22, 2025",
    category: "other",
    acts: "service",
    summary:
      "Amazon Bedrock and whoever invokes the agent encrypt its sessions with this key.",
    status: "documented",
    source: {
      title:
        "Amazon Bedrock User Guide, Encryption of agent resources for agents created before January 22, 2025",
      url: "https://docs.aws.amazon.com/bedrock/latest/userguide/encryption-agents.html",
    },
    questions: [
      {
        name: "agent",
        label: "Agent",
        kind: "name",
        help: "The ID of the agent",
        example: "AGENT12345",
        many: true,
      },
      {
        name: "roles",
        label: "Who invokes the agent",
        kind: "role",
        help: "The ARN of a role that calls InvokeAgent",
        example: "arn:aws:iam::111122223333:role/Assistant",
        many: true,
      },
    ],
    calls: [
      {
        action: "kms:GenerateDataKey",
        principal: "bedrock.amazonaws.com",
        context: agent,
        when: "A session is stored",
      },
      {
        action: "kms:Decrypt",
        principal: "bedrock.amazonaws.com",
        context: agent,
        when: "A session is read",
      },
      {
        action: "kms:GenerateDataKey",
        principal: "${roles}",
        context: agent,
        when: "The agent is invoked",
      },
      {
        action: "kms:Decrypt",
        principal: "${roles}",
        context: agent,
        when: "The agent is invoked",
      },
      {
        action: "kms:CreateGrant",
        principal: "bedrock.amazonaws.com",
        context: grant,
        when: "The agent gets the key",
      },
      {
        action: "kms:ListGrants",
        principal: "bedrock.amazonaws.com",
        context: grant,
        when: "The grants of the agent are looked up",
      },
      {
        action: "kms:RevokeGrant",
        principal: "bedrock.amazonaws.com",
        context: grant,
        when: "The agent loses the key",
      },
    ],
    statements: [
      {
        Sid: "AllowBedrockAgent",
        Effect: "Allow",
        Principal: { Service: "bedrock.amazonaws.com" },
        Action: ["kms:Decrypt", "kms:GenerateDataKey"],
        Resource: "*",
        Condition: { StringEquals: agent },
      },
      {
        Sid: "AllowAgentInvokers",
        Effect: "Allow",
        Principal: { AWS: ["${roles}"] },
        Action: ["kms:Decrypt", "kms:GenerateDataKey"],
        Resource: "*",
        Condition: { StringEquals: agent },
      },
      {
        Sid: "AllowBedrockGrants",
        Effect: "Allow",
        Principal: { Service: "bedrock.amazonaws.com" },
        Action: ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"],
        Resource: "*",
        Condition: { Bool: grant },
      },
    ],
    exceptions: [
      {
        law: "other-account",
        actions: ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"],
        reason:
          "AWS documents kms:GrantIsForAWSResource alone for grants; whether the calls say for which account they are is not documented.",
      },
      {
        law: "other-region",
        actions: ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"],
        reason:
          "AWS documents kms:GrantIsForAWSResource alone for grants, which leaves the Region open.",
      },
      {
        law: "other-resource",
        actions: ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"],
        reason:
          "AWS documents kms:GrantIsForAWSResource alone for grants; whether the calls say for which agent they are is not documented.",
      },
    ],
    note: "AWS prints the statement for the role without a condition and with kms:GenerateDataKey*; the condition is the one that it prints for the IAM policy of whoever invokes the agent. Agents created later work in another way.",
  },
  "bedrock-automated-reasoning": {
    service: "Amazon Bedrock Guardrails",
    title: "Automated Reasoning policy",
    category: "other",
    acts: "caller",
    summary:
      "Who creates, changes and uses an Automated Reasoning policy encrypts it with this key through Amazon Bedrock.",
    status: "documented",
    source: {
      title:
        "Amazon Bedrock User Guide, Create your Automated Reasoning policy",
      url: "https://docs.aws.amazon.com/bedrock/latest/userguide/create-automated-reasoning-policy.html",
    },
    questions: [
      {
        name: "principals",
        label: "Who works with the policy",
        kind: "principal",
        help: "The ARN of a role or user",
        example: "arn:aws:iam::111122223333:role/PolicyAuthor",
        many: true,
      },
      {
        name: "policy",
        label: "Automated Reasoning policy",
        kind: "name",
        help: "The ID of the policy; * before it exists",
        example: "lnq5hhz70wgk",
        default: "*",
        many: true,
      },
    ],
    calls: [
      {
        action: "kms:GenerateDataKey",
        principal: "${principals}",
        context: policy,
        when: "The policy is created or changed",
      },
      {
        action: "kms:Decrypt",
        principal: "${principals}",
        context: {
          ...viaBedrock,
          "kms:EncryptionContext:aws:bedrock:automated-reasoning-policy":
            "arn:${partition}:bedrock:${region}:${account}:automated-reasoning-policy/${policy}:1",
        },
        when: "A version of the policy is read",
      },
      {
        action: "kms:DescribeKey",
        principal: "${principals}",
        context: viaBedrock,
        when: "The policy gets the key",
      },
    ],
    statements: [
      {
        Sid: "AllowReasoningPolicy",
        Effect: "Allow",
        Principal: { AWS: ["${principals}"] },
        Action: ["kms:Decrypt", "kms:GenerateDataKey"],
        Resource: "*",
        Condition: {
          StringEquals: viaBedrock,
          ArnLike: {
            "kms:EncryptionContext:aws:bedrock:automated-reasoning-policy": [
              "arn:${partition}:bedrock:${region}:${account}:automated-reasoning-policy/${policy}",
              "arn:${partition}:bedrock:${region}:${account}:automated-reasoning-policy/${policy}:*",
            ],
          },
        },
      },
      {
        Sid: "AllowReasoningPolicyKeyLookup",
        Effect: "Allow",
        Principal: { AWS: ["${principals}"] },
        Action: "kms:DescribeKey",
        Resource: "*",
        Condition: { StringEquals: viaBedrock },
      },
    ],
    exceptions: [
      {
        law: "other-resource",
        actions: ["kms:DescribeKey"],
        reason:
          "A call to describe a key has no encryption context, so it names no policy.",
      },
    ],
    note: "AWS prints one statement, which compares the pattern for versions with StringEquals and asks kms:DescribeKey for an encryption context that it never has. Both are mended here.",
  },
  "bedrock-agentcore-identity": {
    service: "Amazon Bedrock AgentCore Identity",
    title: "Token vault",
    category: "secrets",
    acts: "caller",
    summary:
      "Everybody in the account who uses AgentCore Identity encrypts and decrypts credentials in the token vault through it.",
    status: "documented",
    source: {
      title:
        "Amazon Bedrock AgentCore Developer Guide, Set customer managed key policy",
      url: "https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/kms-key-policy-configuration.html",
    },
    questions: [],
    calls: [
      {
        action: "kms:Encrypt",
        principal: "arn:${partition}:iam::${account}:role/Agent",
        context: { ...viaIdentity, ...vault },
        when: "A credential is stored",
      },
      {
        action: "kms:GenerateDataKeyWithoutPlaintext",
        principal: "arn:${partition}:iam::${account}:role/Agent",
        context: { ...viaIdentity, ...vault },
        when: "A credential is stored",
      },
      {
        action: "kms:Decrypt",
        principal: "arn:${partition}:iam::${account}:role/Agent",
        context: { ...viaIdentity, ...vault },
        when: "A credential is read",
      },
      {
        action: "kms:DescribeKey",
        principal: "arn:${partition}:iam::${account}:role/Admin",
        context: viaIdentity,
        when: "The token vault gets the key",
      },
    ],
    statements: [
      {
        Sid: "AllowTokenVault",
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: [
          "kms:Decrypt",
          "kms:Encrypt",
          "kms:GenerateDataKeyWithoutPlaintext",
        ],
        Resource: "*",
        Condition: {
          StringEquals: { ...viaIdentity, "kms:CallerAccount": "${account}" },
          ArnEquals: vault,
        },
      },
      {
        Sid: "AllowTokenVaultKeyLookup",
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: "kms:DescribeKey",
        Resource: "*",
        Condition: {
          StringEquals: { ...viaIdentity, "kms:CallerAccount": "${account}" },
        },
      },
    ],
    exceptions: [
      {
        law: "other-resource",
        reason:
          "An account has one token vault in a Region, named default, so there is no other.",
      },
    ],
    note: "As AWS prints it, the statement has no principal and is no key policy. Everybody in the account, this Region and this account in the ARN are ours; AWS compares the account of the caller with that of the key instead.",
  },
};
