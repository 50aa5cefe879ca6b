import type { FlagValues } from "../design/feature-flags.ts";
import { partitionOf } from "../kms/regions.ts";

/** The partition of a Region as the CDK writes it: by name where the Region is known and the flag is on. */
export function stackPartition(
  { region }: { readonly region: string },
  flags: FlagValues,
): string {
  const known = flags["@aws-cdk/core:enablePartitionLiterals"]
    ? partitionOf(region)
    : undefined;
  return known ?? "${AWS::Partition}";
}
