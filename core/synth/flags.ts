import type { CdkSettings, FeatureFlag } from "../design/design.ts";

/**
 * The feature flags as `cdk init` of 2.276.0 writes them.
 * Source: aws-cdk-lib 2.276.0, recommended-feature-flags.json.
 */
export const recommendedFlags: Readonly<Record<FeatureFlag, boolean>> = {
  "@aws-cdk/aws-iam:minimizePolicies": true,
  "@aws-cdk/core:enablePartitionLiterals": true,
};

/** The flags in force: those the design sets, else the recommended ones. */
export function flagsOf(
  settings: CdkSettings,
): Readonly<Record<FeatureFlag, boolean>> {
  return { ...recommendedFlags, ...settings.flags };
}

/** The flags that the design sets otherwise than `cdk init` does. */
export function changedFlags(
  settings: CdkSettings,
): readonly (readonly [flag: string, value: boolean])[] {
  const flags = flagsOf(settings);
  return Object.entries(recommendedFlags).flatMap(([flag, recommended]) => {
    const value = new Map(Object.entries(flags)).get(flag);
    return value === undefined || value === recommended
      ? []
      : [[flag, value] as const];
  });
}
