import fc from "fast-check";
import { format } from "prettier";
import { beforeAll, describe, expect, test } from "vitest";

import { isDefined } from "../design/design.ts";
import type { Design } from "../design/design.ts";
import { samples } from "../samples/registry.ts";
import { cdkRefusals } from "../synth/refusals.ts";
import { contextFlags } from "../synth/flags.ts";
import { arbitraryDesign } from "../testing/arbitrary-design.ts";
import { countShapes } from "../testing/coverage.ts";
import {
  compilePrograms,
  initContext,
  runProgram,
  validatorErrors,
} from "../testing/real-cdk.ts";
import { exportDesign } from "./export-design.ts";
import type { ExportOptions } from "./exported.ts";
import type { ExportTarget } from "./registry.ts";

const seed = 20261123;
const isDeep = process.env["KEYWRIGHT_DEEP"] === "1";

/** Every sample of one stack that the CDK takes, and random designs. */
const designs = new Map<string, Design>([
  ...Object.entries(samples)
    .filter(
      ([, { design }]) =>
        design.stacks.length === 1 && cdkRefusals(design).length === 0,
    )
    .map(([name, { design }]) => [name, design] as const),
  ...fc
    .sample(arbitraryDesign(), { seed, numRuns: isDeep ? 2000 : 320 })
    .map((design, index) => [`random-${index}`, design] as const),
]);

function textOf(
  design: Design,
  target: ExportTarget,
  options: ExportOptions = {},
): string {
  const exported = exportDesign(design, target, options);
  if (!exported.ok)
    throw new Error(exported.problems.map(({ message }) => message).join("; "));
  return exported.value.text;
}

function mapValues<A, B>(
  map: ReadonlyMap<string, A>,
  to: (value: A, name: string) => B,
): Map<string, B> {
  return new Map([...map].map(([name, value]) => [name, to(value, name)]));
}

const programs = mapValues(designs, (design) =>
  textOf(design, "cdk-typescript"),
);

/** The fragment in a stack that is empty but for it. */
const inEmptyStack = mapValues(designs, (design) => {
  const fragment = textOf(design, "cdk-typescript", { fragment: true });
  const [stack] = design.stacks;
  const { id: _, ...env } = stack ?? { id: "" };
  return [
    'import * as cdk from "aws-cdk-lib";',
    'import * as iam from "aws-cdk-lib/aws-iam";',
    'import * as kms from "aws-cdk-lib/aws-kms";',
    "class Empty extends cdk.Stack {",
    "constructor(scope: cdk.App, id: string, props: cdk.StackProps) {",
    "super(scope, id, props); void iam; void kms;",
    fragment,
    "} }",
    `new Empty(new cdk.App(), ${JSON.stringify(stack?.id)}, ${JSON.stringify({ env })});`,
  ].join("\n");
});

function contextOf(design: Design) {
  return { ...initContext, ...contextFlags(design.cdk) };
}

describe("exported CDK programs", () => {
  let compiled: ReturnType<typeof compilePrograms>;
  let fragments: ReturnType<typeof compilePrograms>;

  beforeAll(() => {
    compiled = compilePrograms("programs", programs);
    fragments = compilePrograms("fragments", inEmptyStack);
  });

  test("[O1] every program type-checks under strict", () => {
    expect(compiled.diagnostics).toBe("");
  });

  test("[O1] every fragment type-checks in an empty stack", () => {
    expect(fragments.diagnostics).toBe("");
  });

  test("[O1] the real CDK makes of every program the template that we print", () => {
    for (const [name, design] of designs) {
      const real = runProgram(
        compiled.javaScript.get(name) ?? "",
        contextOf(design),
      );
      const ours = textOf(design, "cloudformation-json").trimEnd();
      expect(ours, name).toBe(real.text);
    }
  });

  test("[O1] every fragment makes the same template", () => {
    for (const [name, design] of designs) {
      const real = runProgram(
        fragments.javaScript.get(name) ?? "",
        contextOf(design),
      );
      const ours = textOf(design, "cloudformation-json").trimEnd();
      expect(ours, name).toBe(real.text);
    }
  });
});

test("[O2] AWS's validator finds no error in any template", () => {
  const errors = [...designs].flatMap(([name, design]) =>
    validatorErrors(name, textOf(design, "cloudformation-json")),
  );
  expect(errors).toEqual([]);
});

test("[O3] escape hatches are for the origin and the lockout bypass only", () => {
  for (const [name, program] of programs) {
    expect(program, name).not.toMatch(/new \w+\.Cfn|addPropertyOverride/);
    const keys = designs.get(name)?.keys ?? [];
    const needed = keys
      .filter(isDefined)
      .filter(
        ({ origin, bypassPolicyLockoutSafetyCheck }) =>
          origin !== undefined || bypassPolicyLockoutSafetyCheck !== undefined,
      );
    const hatches = program.match(/\.node\.defaultChild as kms\.CfnKey;/g);
    expect(hatches?.length ?? 0, name).toBe(needed.length);
  }
});

test("[O4] programs and fragments are formatted as prettier would", async () => {
  for (const [name, design] of designs)
    for (const fragment of [false, true]) {
      const text = textOf(design, "cdk-typescript", { fragment });
      const formatted = await format(text, { parser: "typescript" });
      expect(text, name).toBe(formatted);
    }
});

test("[O5] each property, principal kind and statement shape occurs 20 times", () => {
  const counts = countShapes([...designs.values()]);
  console.table(Object.fromEntries(counts));
  const rare = [...counts].filter(([, count]) => count < 20);
  expect(rare).toEqual([]);
});
