import type { GrantName } from "../kms/grant-vocabulary.ts";
import type { KeySpec, KeyUsage, Origin } from "../kms/key-specs.ts";
import type { JsonObject } from "../problem/json.ts";
import type { AcceptedFinding } from "./accepted-finding.ts";
import type { AccessSettings } from "./access-settings.ts";
import type { AppliedRecipe } from "./applied-recipe.ts";
import type { Claim } from "./claim.ts";
import type { ConsumerKind } from "./consumer-kinds.ts";
import type { CdkLine, FeatureFlags } from "./feature-flags.ts";
import type { KeptTest } from "./kept-test.ts";
import type { KeyPolicy } from "./policy.ts";
import type { Principal } from "./principal.ts";
import type { removalPolicies } from "./removal-policies.ts";
import type { Stack, Tag } from "./stack.ts";

export type { AcceptedFinding } from "./accepted-finding.ts";
export type { AccessSettings, Organization } from "./access-settings.ts";
export type { AppliedRecipe } from "./applied-recipe.ts";
export type {
  Claim,
  ClaimPrincipal,
  NeverClaim,
  NobodyOutsideClaim,
  OnlyClaim,
} from "./claim.ts";
export type {
  AccessRequestJson,
  ContextValue,
  ExpectedAnswer,
  KeptTest,
} from "./kept-test.ts";
export type {
  Assumptions,
  KeptTemplate,
  Output,
  OutputValue,
  Parameter,
  Stack,
  Tag,
} from "./stack.ts";
export { isDisabled, isVerbatim, sidOf } from "./policy.ts";
export type {
  Effect,
  KeyPolicy,
  Statement,
  StructuredStatement,
  VerbatimStatement,
} from "./policy.ts";
export type {
  ConditionScalar,
  ConditionValue,
  Conditions,
  Intrinsic,
} from "./conditions.ts";
export type {
  IdentityName,
  ImportedIdentity,
  NewIdentity,
  PhysicalName,
  Principal,
  PrincipalElement,
  PrincipalKind,
} from "./principal.ts";

/**
 * The document a person edits: keys, the stacks they live in and the principals they name.
 *
 * Every string may carry CloudFormation pseudo parameters, written `${AWS::AccountId}`,
 * and parameters of the design's stacks, written `${ParameterId}`.
 */
export interface Design {
  /** The version of this format. */
  readonly keywright: 1;
  /** What the person calls the design. */
  readonly name: string;
  /** The CDK line that synthesises the design, and its feature flags. */
  readonly cdk: CdkSettings;
  readonly stacks: readonly Stack[];
  /** The principals that keys and statements name by `id`. */
  readonly principals: readonly Principal[];
  readonly keys: readonly Key[];
  /** Aliases that are constructs of their own, in any stack. */
  readonly aliases?: readonly SeparateAlias[];
  /** Resources that only refer to a key. */
  readonly consumers?: readonly Consumer[];
  /** What verdicts about access assume. */
  readonly settings?: AccessSettings;
  /** What the person holds to be true of the access to keys. */
  readonly claims?: readonly Claim[];
  /** Requests with the answers that they should have. */
  readonly tests?: readonly KeptTest[];
  /** Findings that the person accepts. */
  readonly accepted?: readonly AcceptedFinding[];
  /** Recipes that wrote statements of keys. */
  readonly recipes?: readonly AppliedRecipe[];
}

/** Which CDK the design is for. */
export interface CdkSettings {
  readonly line: CdkLine;
  /**
   * Feature flags that differ from those the line starts with.
   * @default v2: the flags that `cdk init` of 2.276.0 writes; v1: none
   */
  readonly flags?: FeatureFlags;
}

/** A key: one that a stack creates, or one that exists already. */
export type Key = OwnedKey | ReferredKey;

/** A key that a stack of the design creates. */
export type OwnedKey = DefinedKey | ReplicaKey;

/** A key that exists, and that a stack refers to. */
export type ReferredKey = ImportedKey | ImportedAlias | LookedUpKey;

/** A KMS key that a stack creates: what the CDK's `Key` takes, and what `AWS::KMS::Key` has besides. */
export interface DefinedKey {
  /** The construct id, unique in the design. */
  readonly id: string;
  readonly kind: "defined";
  /** The `id` of the stack that creates the key. */
  readonly stack: string;
  /**
   * The L1 construct in place of `Key`: its policy is written as it is, statement by statement, and it has no removal
   * policy by itself. What uses the key goes through `Key.fromCfnKey`.
   * @default the CDK's `Key`
   */
  readonly construct?: "CfnKey";
  readonly description?: string;
  /** @default true */
  readonly enabled?: boolean;
  /** @default "SYMMETRIC_DEFAULT" */
  readonly keySpec?: KeySpec;
  /** @default "ENCRYPT_DECRYPT" */
  readonly keyUsage?: KeyUsage;
  /** @default "AWS_KMS" */
  readonly origin?: Origin;
  /** @default false */
  readonly multiRegion?: boolean;
  /** @default false, or true where there is a rotation period */
  readonly enableKeyRotation?: boolean;
  /** Days between rotations, 90 to 2560. @default 365 */
  readonly rotationPeriodInDays?: number;
  /** Days from the order to delete until the key is gone, 7 to 30. @default 30 */
  readonly pendingWindowInDays?: number;
  /** Skip KMS's check that the deployer can still change the policy. @default false */
  readonly bypassPolicyLockoutSafetyCheck?: boolean;
  /** What happens to the key when it leaves the stack. @default "retain"; with `CfnKey` what CloudFormation does: it is deleted */
  readonly removalPolicy?: RemovalPolicy;
  /** The logical ID in the template. @default what the CDK makes of the construct path */
  readonly logicalId?: string;
  /** `Metadata` of the resource, as it is written. */
  readonly metadata?: JsonObject;
  /** What is written into the resource in place of what the settings say. @default nothing */
  readonly overrides?: Overrides;
  /** The ARN of the key where it exists already: the first deployment imports it. @default the deployment creates it */
  readonly existing?: string;
  /** Alias names, with or without `alias/`. */
  readonly aliases: readonly string[];
  /** What happens to the key's aliases when they leave the stack. @default none: CloudFormation deletes them */
  readonly aliasRemovalPolicy?: RemovalPolicy;
  readonly tags: readonly Tag[];
  /** The `id`s of the principals that administer the key from its creation. */
  readonly administrators: readonly string[];
  /**
   * CDK v1: IAM policies of the account are enough to use the key.
   * @default true where the flag for default key policies is on, which it always is in v2; else false
   */
  readonly trustAccountIdentities?: boolean;
  readonly policy: KeyPolicy;
  /** Permissions given after the key was created, in this order. */
  readonly grants?: readonly Grant[];
}

/**
 * What is written into a resource in place of what the settings say: attributes such as `Condition` and `DependsOn` by
 * name, and below `Properties` properties by name; `null` leaves one out. Intrinsic functions in their long form.
 */
export type Overrides = JsonObject;

/** A replica of a multi-Region key in another Region. The CDK has no construct for it but the L1. */
export interface ReplicaKey {
  /** The construct id, unique in the design. */
  readonly id: string;
  readonly kind: "replica";
  readonly stack: string;
  /** The `id` of the multi-Region key that it is a replica of. */
  readonly primary: string;
  readonly description?: string;
  /** @default true */
  readonly enabled?: boolean;
  /** Days from the order to delete until the key is gone, 7 to 30. @default 30 */
  readonly pendingWindowInDays?: number;
  /** What happens to the replica when it leaves the stack. @default what CloudFormation does: it is deleted */
  readonly removalPolicy?: RemovalPolicy;
  /** The logical ID in the template. @default what the CDK makes of the construct path */
  readonly logicalId?: string;
  /** What is written into the resource in place of what the settings say. @default nothing */
  readonly overrides?: Overrides;
  /** Alias names, with `alias/`. */
  readonly aliases: readonly string[];
  readonly tags: readonly Tag[];
  /** The `id`s of the principals that administer the replica. */
  readonly administrators: readonly string[];
  readonly policy: KeyPolicy;
}

/** A key that exists, named by its ARN. */
export interface ImportedKey {
  readonly id: string;
  readonly kind: "imported";
  /** The `id` of the stack that refers to the key. */
  readonly stack: string;
  readonly arn: string;
  /** What is known of the key, which the stack does not manage. */
  readonly found?: FoundKey;
  /** Aliases that the stack adds to the key. */
  readonly aliases: readonly string[];
  readonly grants?: readonly Grant[];
}

/** A key as it was found in AWS; what has its default is left out. */
export interface FoundKey extends Pick<
  DefinedKey,
  | "description"
  | "enabled"
  | "keySpec"
  | "keyUsage"
  | "origin"
  | "multiRegion"
  | "enableKeyRotation"
  | "rotationPeriodInDays"
  | "tags"
> {
  /** The aliases that it has. */
  readonly aliases: readonly string[];
  /** Its policy, where that is known. */
  readonly policyDocument?: JsonObject;
}

/** A key that exists, named by an alias, such as `alias/aws/s3`. */
export interface ImportedAlias {
  readonly id: string;
  readonly kind: "imported-alias";
  readonly stack: string;
  readonly alias: string;
  /** The `id` of the key behind the alias, where it is known. */
  readonly target?: string;
  /** Aliases that the stack adds to the target. */
  readonly aliases: readonly string[];
  readonly grants?: readonly Grant[];
}

/** A key that exists, looked up by an alias when the app is synthesised. */
export interface LookedUpKey {
  readonly id: string;
  readonly kind: "looked-up";
  readonly stack: string;
  readonly alias: string;
  /** The key id that the look-up found, as `cdk.context.json` keeps it. @default not looked up yet: a dummy */
  readonly keyId?: string;
  /** Go on with a dummy where there is no such key. @default false */
  readonly dummyWhenMissing?: boolean;
  /** Aliases that the stack adds to the key. */
  readonly aliases: readonly string[];
  readonly grants?: readonly Grant[];
}

/** An alias that is a construct of its own. */
export interface SeparateAlias {
  /** The construct id, unique in the design. */
  readonly id: string;
  readonly stack: string;
  /** The alias name, with or without `alias/`. */
  readonly name: string;
  /** The `id` of the key it stands for. */
  readonly key: string;
  /** The L1 construct in place of `Alias`: it names the key by its id. @default the CDK's `Alias` */
  readonly construct?: "CfnAlias";
  /** @default none: CloudFormation deletes the alias when it leaves the stack */
  readonly removalPolicy?: RemovalPolicy;
  /** The logical ID in the template. @default what the CDK makes of the construct path */
  readonly logicalId?: string;
  /** What is written into the resource in place of what the settings say. @default nothing */
  readonly overrides?: Overrides;
}

/** A resource with nothing but its reference to a key. */
export interface Consumer {
  /** The construct id, unique in the design. */
  readonly id: string;
  readonly kind: ConsumerKind;
  readonly stack: string;
  /** The `id` of the key it uses. */
  readonly key: string;
}

/** A permission on a key that the CDK puts into the identity policy, the key policy or both. */
export interface Grant {
  /** The `id` of the principal that gets the permission. */
  readonly principal: string;
  /** The `grant` method of the CDK's key; `actions` gives those listed. */
  readonly permission: GrantName | "actions";
  readonly actions?: readonly string[];
  /**
   * CDK v2, on a key that the stack creates: written into the key policy too, even where the account's IAM policies
   * are trusted.
   * @default false
   */
  readonly inBothPolicies?: boolean;
}

/** What CloudFormation does with a key that leaves its stack. */
export type RemovalPolicy = keyof typeof removalPolicies;

/** The stack creates the key. */
export function isOwned(key: Key): key is OwnedKey {
  return key.kind === "defined" || key.kind === "replica";
}

/** The key has all the settings of `AWS::KMS::Key`. */
export function isDefined(key: Key): key is DefinedKey {
  return key.kind === "defined";
}
