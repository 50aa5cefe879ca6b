/** A CDK line: `v1` is 1.204.0, `v2` is 2.276.0. */
export type CdkLine = "v1" | "v2";

interface Flag {
  /** What the flag does, for the person. */
  readonly summary: string;
  /** What v1 starts with, and with all its feature flags; null where v1 does not know the flag. */
  readonly v1: { readonly start: boolean; readonly all: boolean } | null;
  /** What `cdk init` of v2 writes, and without any flag; null where v2 does not know the flag or fixes it. */
  readonly v2: { readonly start: boolean; readonly none: boolean } | null;
}

const known = { start: false, all: true } as const;
const recommended = { start: true, none: false } as const;

/**
 * The feature flags that change stacks of keys, and how each line sets them.
 * Source: aws-cdk-lib 2.276.0, recommended-feature-flags.json and cx-api/lib/features;
 * `@aws-cdk/cx-api` 1.204.0, FUTURE_FLAGS.
 */
export const booleanFlags = {
  "@aws-cdk/aws-kms:defaultKeyPolicies": {
    summary:
      "The default key policy lets IAM policies of the account give access.",
    v1: known,
    v2: null,
  },
  "@aws-cdk/aws-iam:minimizePolicies": {
    summary: "Statements that say nearly the same are merged and sorted.",
    v1: known,
    v2: recommended,
  },
  "@aws-cdk/core:enablePartitionLiterals": {
    summary: "ARNs carry the partition where the Region is known.",
    v1: null,
    v2: recommended,
  },
  "@aws-cdk/aws-kms:aliasNameRef": {
    summary: "The name of an alias refers to the alias resource.",
    v1: null,
    v2: recommended,
  },
  "@aws-cdk/aws-kms:applyImportedAliasPermissionsToPrincipal": {
    summary: "Grants on an imported alias reach the principal's IAM policy.",
    v1: null,
    v2: recommended,
  },
  "@aws-cdk/aws-kms:reduceCrossAccountRegionPolicyScope": {
    summary: "Grants on an imported key of the principal's account stay small.",
    v1: null,
    v2: recommended,
  },
  "@aws-cdk/aws-iam:importedRoleStackSafeDefaultPolicyName": {
    summary: "Policies of imported roles have a name of their own each stack.",
    v1: null,
    v2: recommended,
  },
  "@aws-cdk/core:validateSnapshotRemovalPolicy": {
    summary: "A removal policy that the resource does not have is refused.",
    v1: null,
    v2: recommended,
  },
  "@aws-cdk/core:explicitStackTags": {
    summary: "Tags of a stack are not copied to its resources.",
    v1: null,
    v2: recommended,
  },
  "@aws-cdk/core:validateAgainstDefaultRules": {
    summary: "The template validator's errors stop the synthesis.",
    v1: null,
    v2: recommended,
  },
  "@aws-cdk/aws-lambda:useCdkManagedLogGroup": {
    summary: "A Lambda function comes with its log group.",
    v1: null,
    v2: recommended,
  },
} as const satisfies Record<string, Flag>;

/** The name of a flag that is on or off. */
export type BooleanFlag = keyof typeof booleanFlags;

/** The flag that says how a stack refers to another one (v2). */
export const referenceFlag = "@aws-cdk/core:defaultCrossStackReferences";

/** What {@link referenceFlag} may say, and what each does. */
export const referenceStrengths = {
  weak: {
    summary:
      "A plain output, read when the stack is deployed: either stack can change first.",
  },
  strong: {
    summary:
      "An export: CloudFormation refuses to change it while it is in use.",
  },
  both: {
    summary: "An output and an export, to move from strong to weak.",
  },
} as const;

/** How a stack refers to another one. */
export type ReferenceStrength = keyof typeof referenceStrengths;

/** Flags that are set otherwise than the line starts with. */
export type FeatureFlags = {
  readonly [Name in BooleanFlag]?: boolean;
} & { readonly [referenceFlag]?: ReferenceStrength };

/** Every flag of a line with its value. */
export type FlagValues = Readonly<Record<BooleanFlag, boolean>> & {
  readonly [referenceFlag]: ReferenceStrength;
};

/** The ways to start that people know by words. */
export const cdkModes = {
  "new-v2": {
    label: "New v2 app",
    summary: "CDK v2 with the feature flags that `cdk init` writes.",
    line: "v2",
  },
  "older-v2": {
    label: "Older v2 app",
    summary: "CDK v2 without feature flags.",
    line: "v2",
  },
  v1: {
    label: "v1 app",
    summary: "CDK v1 without feature flags, with its legacy key policy.",
    line: "v1",
  },
  "v1-flags": {
    label: "v1 app with feature flags",
    summary: "CDK v1 with all its feature flags.",
    line: "v1",
  },
} as const satisfies Record<
  string,
  { readonly label: string; readonly summary: string; readonly line: CdkLine }
>;

/** A way to start. */
export type CdkMode = keyof typeof cdkModes;
