import { expect, test } from "vitest";

import type { Design } from "../design/design.ts";
import { samples } from "../samples/registry.ts";
import type { SampleName } from "../samples/registry.ts";
import { cdkRefusals } from "../synth/refusals.ts";
import { keysOf } from "../kms/keys-of.ts";
import { exportDesign } from "./export-design.ts";

/** What a program may have besides L2 constructs, and why no L2 construct can say it. */
const reasons = {
  "new kms.CfnReplicaKey(": "the CDK has no construct for a replica",
  "new kms.CfnAlias(": "an alias of a replica, whose L1 construct is no key",
  '"KeyPolicy.Id"': "PolicyDocument has no Id",
  ".overrideLogicalId(": "a logical ID that is kept",
  ".addMetadata(": "metadata of the resource",
  ".origin = ": "Key has no property for the origin",
  ".bypassPolicyLockoutSafetyCheck = ":
    "Key has no property for the lockout check",
} as const;

type Counts = Partial<Record<keyof typeof reasons, number>>;

/** Every L1 construct and escape hatch of the samples. */
const expected: Partial<Record<SampleName, Counts>> = {
  "multi-region-set": {
    "new kms.CfnReplicaKey(": 2,
    "new kms.CfnAlias(": 2,
    '"KeyPolicy.Id"': 3,
  },
};

function programOf(design: Design): string {
  const exported = exportDesign(design, "cdk-typescript");
  if (!exported.ok) throw new Error(JSON.stringify(exported.problems));
  return exported.value.text;
}

function countsIn(program: string): Counts {
  return Object.fromEntries(
    keysOf(reasons)
      .map((code) => [code, program.split(code).length - 1] as const)
      .filter(([, count]) => count > 0),
  );
}

const programs = keysOf(samples).flatMap((name) => {
  const { design } = samples[name];
  return cdkRefusals(design).length > 0
    ? []
    : [{ name, program: programOf(design) }];
});

test("[O3] the L1 constructs and escape hatches of the samples are counted", () => {
  const counts = programs
    .map(({ name, program }) => [name, countsIn(program)] as const)
    .filter(([, found]) => Object.keys(found).length > 0);
  expect(Object.fromEntries(counts)).toEqual(expected);
});

test("[O3] the samples have none but those", () => {
  for (const { name, program } of programs) {
    const named = keysOf(reasons).reduce(
      (rest, code) => rest.replaceAll(code, ""),
      program,
    );
    expect(named, name).not.toMatch(/new \w+\.Cfn(?!Output|Parameter)/);
    expect(named, name).not.toMatch(/add\w*Override\((?!\s*,)/);
  }
});
