import type { CdkSettings, Design } from "../design/design.ts";
import { sameJson } from "../problem/same-json.ts";
import { changedFlags, flagsOf, settingsForLine } from "../synth/flags.ts";
import { cdkRefusals } from "../synth/refusals.ts";
import { synthesize } from "../synth/synthesize.ts";
import { templateJson } from "../synth/template.ts";
import { compareTemplates } from "./compare-templates.ts";
import type { Update } from "./update.ts";

/** What becomes of a design of CDK v1 in CDK v2. */
export interface MoveToV2 {
  /** The settings of v2 that keep the templates as far as its flags can. */
  readonly cdk: CdkSettings;
  /** What deploying that over the stacks of v1 does; nothing where the templates are the same. */
  readonly updates: readonly Update[];
  /** The templates are the same, value for value. */
  readonly isSame: boolean;
  /** CDK v2 would refuse the design. */
  readonly isRefused: boolean;
  /** For each flag that `cdk init` would set otherwise, what setting it does. */
  readonly flags: readonly FlagStep[];
}

/** A feature flag on the way to what a new app of v2 has. */
export interface FlagStep {
  readonly flag: string;
  /** The value that a new app has. */
  readonly value: boolean | string;
  readonly updates: readonly Update[];
  readonly isSame: boolean;
}

/**
 * What moving a design of CDK v1 to v2 changes: at first with the same flags, then flag by flag.
 * Source: AWS CDK v2 Developer Guide, "Migrating from AWS CDK v1 to AWS CDK v2"; CDK v1 is out of support since
 * 2023-06-01.
 */
export function moveToV2(design: Design): MoveToV2 {
  const cdk = settingsForLine(design.cdk, "v2");
  const moved = { ...design, cdk };
  const before = synthesize(design);
  const after = synthesize(moved);
  return {
    cdk,
    updates: compareTemplates(before, after),
    isSame: areSame(before, after),
    isRefused: cdkRefusals(moved).length > 0,
    flags: changedFlags(cdk).map(([flag]) => flagStep(moved, flag, after)),
  };
}

function flagStep(design: Design, flag: string, before: Written): FlagStep {
  const fresh = flagsOf({ line: "v2" });
  const [value] = Object.entries(fresh).flatMap(([name, one]) =>
    name === flag ? [one] : [],
  );
  const flags = Object.fromEntries(
    Object.entries(design.cdk.flags ?? {}).filter(([name]) => name !== flag),
  );
  const after = synthesize({ ...design, cdk: { line: "v2", flags } });
  return {
    flag,
    value: value ?? true,
    updates: compareTemplates(before, after),
    isSame: areSame(before, after),
  };
}

type Written = ReturnType<typeof synthesize>;

function areSame(before: Written, after: Written): boolean {
  return before.every(({ template }, index) =>
    sameJson(
      templateJson(template),
      templateJson(after[index]?.template ?? {}),
    ),
  );
}
