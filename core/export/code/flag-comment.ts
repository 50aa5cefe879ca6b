import type { CdkLine } from "../../design/feature-flags.ts";
import type { Program } from "../program/program.ts";

/** What the flags that a program names differ from. */
const starts: Readonly<Record<CdkLine, string>> = {
  v1: "those that CDK v1 starts with",
  v2: "`cdk init` 2.276.0",
};

/** The lines of a comment that says which feature flags a program was made for. */
export function flagComment({ flags, line }: Program): readonly string[] {
  if (flags.length === 0) return [];
  return [
    `Made for these feature flags in the context of cdk.json, where they differ from ${starts[line]}:`,
    ...flags.map(([flag, value]) => `  "${flag}": ${JSON.stringify(value)}`),
  ];
}
