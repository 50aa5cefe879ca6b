import type { KeySpec, KeyUsage, Origin } from "../kms/key-specs.ts";
import type { JsonObject } from "../problem/json.ts";
import type { removalPolicies } from "./removal-policies.ts";

/**
 * The document a person edits: keys, the stack they live in and the principals they name.
 *
 * Every string may carry CloudFormation pseudo parameters, written `${AWS::AccountId}`.
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
}

/** Which CDK the design is for. */
export interface CdkSettings {
  readonly line: "v2";
  /**
   * Feature flags that differ from what `cdk init` writes.
   * @default the flags of `cdk init` 2.276.0
   */
  readonly flags?: Partial<Record<FeatureFlag, boolean>>;
}

/** The feature flags of the CDK that change a stack of keys. */
export type FeatureFlag =
  "@aws-cdk/aws-iam:minimizePolicies" | "@aws-cdk/core:enablePartitionLiterals";

/** A CloudFormation stack. */
export interface Stack {
  /** The stack's construct id, which is its name too. */
  readonly id: string;
  /** @default the account of whoever deploys */
  readonly account?: string;
  /** @default the Region of whoever deploys */
  readonly region?: string;
}

/** Somebody who may be named in a key policy; `id` is the name the design uses. */
export type Principal =
  | { readonly id: string; readonly kind: "arn"; readonly arn: string }
  | { readonly id: string; readonly kind: "account"; readonly account: string }
  | { readonly id: string; readonly kind: "account-root" }
  | { readonly id: string; readonly kind: "service"; readonly service: string }
  | { readonly id: string; readonly kind: "any" }
  | { readonly id: string; readonly kind: "star" };

/** The kinds of principals. */
export type PrincipalKind = Principal["kind"];

/** A key: so far those that the design defines itself. */
export type Key = DefinedKey;

/** A KMS key that a stack creates: what the CDK's `Key` takes, and what `AWS::KMS::Key` has besides. */
export interface DefinedKey {
  /** The construct id, unique in its stack. */
  readonly id: string;
  readonly kind: "defined";
  /** The `id` of the stack that creates the key. */
  readonly stack: string;
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
  /** What happens to the key when it leaves the stack. @default "retain" */
  readonly removalPolicy?: RemovalPolicy;
  /** Alias names, with or without `alias/`. */
  readonly aliases: readonly string[];
  readonly tags: readonly Tag[];
  /** The `id`s of the principals that administer the key. */
  readonly administrators: readonly string[];
  readonly policy: KeyPolicy;
}

/** What CloudFormation does with a key that leaves its stack. */
export type RemovalPolicy = keyof typeof removalPolicies;

/** A tag of a key. */
export interface Tag {
  readonly key: string;
  readonly value: string;
}

/** The statements a person wrote, and whether they come on top of the default policy or in its place. */
export interface KeyPolicy {
  readonly mode: "amend" | "replace";
  readonly statements: readonly Statement[];
}

/** A statement of a key policy: in parts that the editor shows, or the JSON as it was found. */
export type Statement = StructuredStatement | VerbatimStatement;

/** A statement in parts. Where both an element and its `not` are absent, the statement has neither. */
export interface StructuredStatement {
  readonly sid?: string;
  readonly effect: Effect;
  /** `id`s of principals of the design. */
  readonly principals?: readonly string[];
  readonly notPrincipals?: readonly string[];
  readonly actions?: readonly string[];
  readonly notActions?: readonly string[];
  readonly resources?: readonly string[];
  readonly notResources?: readonly string[];
  /** Operator, then condition key, then value or values, as in the policy. */
  readonly conditions?: Conditions;
}

/** A statement kept as the JSON it was written in. */
export interface VerbatimStatement {
  readonly verbatim: JsonObject;
}

/** Allow or Deny. */
export type Effect = "Allow" | "Deny";

/** Condition operators with their condition keys and values. */
export type Conditions = Readonly<
  Record<string, Readonly<Record<string, ConditionValue>>>
>;

/** What a condition compares with; a list means any of them. */
export type ConditionValue = ConditionScalar | readonly ConditionScalar[];

/** One value of a condition. */
export type ConditionScalar = string | number | boolean;

/** The statement is kept as JSON, not in parts. */
export function isVerbatim(
  statement: Statement,
): statement is VerbatimStatement {
  return "verbatim" in statement;
}
