import { limits } from "../kms/limits.ts";
import type { Effect } from "./update.ts";

/** How the values of a property are compared, and what their change depends on. */
export type ValueKind =
  | "value"
  | "switch"
  | "policy"
  | "tags"
  | "primary-key"
  | "alias-name"
  | "alias-target";

/** What changing a property of an existing resource does. */
export interface PropertyFact {
  readonly kind: ValueKind;
  /** What counts where the property is absent. */
  readonly default?: string | number | boolean;
  readonly cloudFormation: Effect;
  /** What CloudFormation does where `UpdateReplacePolicy` keeps what is replaced. */
  readonly cloudFormationRetained?: Effect;
  /** The counterpart in Terraform. */
  readonly terraform: Effect & { readonly argument: string };
  /** What Terraform does when the argument is left out; it keeps what is computed. */
  readonly terraformWhenRemoved?: Effect;
  /** What a switch does where it is turned off. */
  readonly turnedOff?: Effect;
  /** KMS refuses the change of a key that is disabled and stays so. */
  readonly needsEnabledKey?: true;
  readonly source: readonly string[];
}

/** The properties of a resource type and what it is. */
export interface ResourceFact {
  readonly noun: string;
  readonly terraform: string;
  readonly properties: Readonly<Record<string, PropertyFact>>;
}

const templateReference =
  "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference";
const keyPage = `${templateReference}/aws-resource-kms-key.html`;
const aliasPage = `${templateReference}/aws-resource-kms-alias.html`;
const replicaPage = `${templateReference}/aws-resource-kms-replicakey.html`;
/** The code that CloudFormation runs for these types, and its schemas. */
const handlers =
  "https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-kms";
const provider =
  "https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/kms";
const terraformKey = `${provider}/key.go`;
const terraformAlias = `${provider}/alias.go`;
const terraformReplica = `${provider}/replica_key.go`;
const api = "https://docs.aws.amazon.com/kms/latest/APIReference";

function inPlace(reason: string): Effect {
  return { impact: "in-place", reason };
}

/** The argument of `aws_kms_key` is changed by the operation that CloudFormation uses too. */
function updates(argument: string, reason: string) {
  return { argument, ...inPlace(reason) };
}

function kept(what: string): Effect {
  return {
    impact: "none",
    reason: `Terraform keeps ${what} where the argument is left out`,
  };
}

/**
 * CloudFormation never replaces a key. The properties are not create-only in its schema, so that an explicit default
 * is no change; the handler refuses the others.
 */
function immutable(
  property: string,
  fallback: string | boolean,
  argument: string,
): PropertyFact {
  return {
    kind: "value",
    default: fallback,
    cloudFormation: {
      impact: "fails",
      reason: `CloudFormation refuses to change ${property}: the update fails and rolls back; create a new key`,
    },
    terraform: {
      argument,
      impact: "replaces",
      reason: `Terraform destroys the key and creates another when \`${argument}\` changes: the old key is unusable at once, and what it encrypted is unrecoverable after its pending window`,
    },
    source: [
      keyPage,
      `${handlers}/pull/50`,
      `${handlers}/pull/25`,
      terraformKey,
    ],
  };
}

const descriptionText =
  "the description changes in place; cryptographic operations go on";
const policyText =
  "PutKeyPolicy replaces the whole key policy at once; KMS refuses it where the deployer could not change the policy afterwards (the lockout check), and then the update fails";
const tagText =
  "tags change in place; a policy that asks for tags may allow or deny from then on";
const enabledText = "the key is enabled and can be used again";
const windowText =
  "nothing happens now: the days count when the key is deleted";
const disabledEffect: Effect = {
  impact: "interrupts",
  reason: "a disabled key refuses all cryptographic use until it is enabled",
};

/** The properties that a key and a replica have in common. */
function shared(page: string, terraform: string, enabled: string) {
  return {
    Description: {
      kind: "value",
      default: "",
      cloudFormation: inPlace(descriptionText),
      terraform: updates("description", descriptionText),
      source: [page, `${api}/API_UpdateKeyDescription.html`, terraform],
    },
    Enabled: {
      kind: "switch",
      default: true,
      cloudFormation: inPlace(enabledText),
      terraform: updates(enabled, enabledText),
      turnedOff: disabledEffect,
      source: [page, `${api}/API_DisableKey.html`, terraform],
    },
    PendingWindowInDays: {
      kind: "value",
      default: limits.pendingWindowInDays.default,
      cloudFormation: inPlace(windowText),
      terraform: updates("deletion_window_in_days", windowText),
      source: [page, handlers, terraform],
    },
    Tags: {
      kind: "tags",
      cloudFormation: inPlace(tagText),
      terraform: updates("tags", tagText),
      source: [page, `${api}/API_TagResource.html`, terraform],
    },
  } as const satisfies Record<string, PropertyFact>;
}

const rotationPeriodText =
  "the period of automatic rotation changes in place; earlier key material stays for decryption";

const keyProperties = {
  BypassPolicyLockoutSafetyCheck: {
    kind: "switch",
    default: false,
    cloudFormation: {
      impact: "none",
      reason:
        "nothing happens to the key by itself: it counts when the key policy is set",
    },
    terraform: {
      argument: "bypass_policy_lockout_safety_check",
      impact: "none",
      reason:
        "nothing happens to the key by itself: it counts when the key policy is set",
    },
    source: [keyPage, `${api}/API_PutKeyPolicy.html`, terraformKey],
  },
  EnableKeyRotation: {
    kind: "switch",
    default: false,
    cloudFormation: inPlace(
      "automatic rotation is turned on in place; earlier key material stays for decryption",
    ),
    terraform: updates(
      "enable_key_rotation",
      "automatic rotation is turned on in place; earlier key material stays for decryption",
    ),
    turnedOff: inPlace(
      "automatic rotation is turned off in place; what was encrypted so far can be decrypted",
    ),
    needsEnabledKey: true,
    source: [
      keyPage,
      handlers,
      `${api}/API_EnableKeyRotation.html`,
      terraformKey,
    ],
  },
  KeyPolicy: {
    kind: "policy",
    cloudFormation: inPlace(policyText),
    terraform: updates("policy", policyText),
    terraformWhenRemoved: kept("the key policy"),
    source: [keyPage, `${api}/API_PutKeyPolicy.html`, terraformKey],
  },
  KeySpec: immutable(
    "KeySpec",
    "SYMMETRIC_DEFAULT",
    "customer_master_key_spec",
  ),
  KeyUsage: immutable("KeyUsage", "ENCRYPT_DECRYPT", "key_usage"),
  MultiRegion: immutable("MultiRegion", false, "multi_region"),
  Origin: {
    ...immutable("Origin", "AWS_KMS", "origin"),
    terraform: {
      argument: "origin",
      impact: "replaces",
      reason:
        "Terraform has another resource for each origin (`aws_kms_key`, `aws_kms_external_key`): it destroys the key and creates another; the old key is unusable at once, and what it encrypted is unrecoverable after its pending window",
    },
    source: [keyPage, terraformKey, `${provider}/external_key.go`],
  },
  RotationPeriodInDays: {
    kind: "value",
    default: limits.rotationPeriodInDays.default,
    cloudFormation: inPlace(rotationPeriodText),
    terraform: updates("rotation_period_in_days", rotationPeriodText),
    terraformWhenRemoved: kept("the period"),
    source: [keyPage, `${api}/API_EnableKeyRotation.html`, terraformKey],
  },
  ...shared(keyPage, terraformKey, "is_enabled"),
} as const satisfies Record<string, PropertyFact>;

const replicaProperties = {
  KeyPolicy: {
    kind: "policy",
    cloudFormation: inPlace(policyText),
    terraform: updates("policy", policyText),
    terraformWhenRemoved: kept("the key policy"),
    source: [replicaPage, `${api}/API_PutKeyPolicy.html`, terraformReplica],
  },
  PrimaryKeyArn: {
    kind: "primary-key",
    cloudFormation: {
      impact: "replaces",
      reason:
        "CloudFormation creates a replica of the other primary key and schedules this replica for deletion: it is unusable at once; what it encrypted can be decrypted with a related multi-Region key only",
    },
    cloudFormationRetained: {
      impact: "replaces",
      reason:
        "CloudFormation creates a replica of the other primary key; UpdateReplacePolicy keeps this replica in the account, no longer managed",
    },
    terraform: {
      argument: "primary_key_arn",
      impact: "replaces",
      reason:
        "Terraform destroys the replica and creates one of the other primary key: the old replica is unusable at once; what it encrypted can be decrypted with a related multi-Region key only",
    },
    source: [replicaPage, terraformReplica],
  },
  ...shared(replicaPage, terraformReplica, "enabled"),
} as const satisfies Record<string, PropertyFact>;

const aliasProperties = {
  AliasName: {
    kind: "alias-name",
    cloudFormation: {
      impact: "interrupts",
      reason:
        "CloudFormation creates an alias of the new name and deletes the old one: requests that name the old alias fail, and policies that name aliases may allow or deny",
    },
    cloudFormationRetained: inPlace(
      "CloudFormation creates an alias of the new name; UpdateReplacePolicy keeps the old one in the account, no longer managed",
    ),
    terraform: {
      argument: "name",
      impact: "interrupts",
      reason:
        "Terraform deletes the alias and creates one of the new name: requests that name the old alias fail, and policies that name aliases may allow or deny",
    },
    source: [aliasPage, terraformAlias],
  },
  TargetKeyId: {
    kind: "alias-target",
    cloudFormation: inPlace("UpdateAlias moves the alias to the other key"),
    terraform: updates(
      "target_key_id",
      "UpdateAlias moves the alias to the other key",
    ),
    source: [aliasPage, `${api}/API_UpdateAlias.html`, terraformAlias],
  },
} as const satisfies Record<string, PropertyFact>;

const rows = {
  "AWS::KMS::Key": {
    noun: "key",
    terraform: "aws_kms_key",
    properties: keyProperties,
  },
  "AWS::KMS::ReplicaKey": {
    noun: "replica",
    terraform: "aws_kms_replica_key",
    properties: replicaProperties,
  },
  "AWS::KMS::Alias": {
    noun: "alias",
    terraform: "aws_kms_alias",
    properties: aliasProperties,
  },
} as const satisfies Record<string, ResourceFact>;

/** A resource type that the table knows. */
export type KnownType = keyof typeof rows;

/** What CloudFormation and Terraform do when a property changes, by resource type. */
export const resourceFacts: Readonly<Record<KnownType, ResourceFact>> = rows;
