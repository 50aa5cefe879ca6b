import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Design } from "../design/design.ts";
import { samples } from "../samples/registry.ts";
import type { Sample } from "../samples/sample.ts";
import { cdkRefusals } from "../synth/refusals.ts";
import { synthesize } from "../synth/synthesize.ts";
import { printTemplate } from "../synth/template.ts";
import { countAppShapes } from "../testing/app-coverage.ts";
import { arbitraryApp } from "../testing/arbitrary-app.ts";
import { comparableTemplate } from "../testing/comparable-template.ts";
import { contextOfDesign } from "../testing/context-of-design.ts";
import { compilePrograms, runProgramAll } from "../testing/real-cdk.ts";
import { exportDesign } from "./export-design.ts";

const seed = 20_261_124;
const isDeep = process.env["KEYWRIGHT_DEEP"] === "1";
const numRuns = isDeep ? 20_000 : 800;
/** As many programs as the compiler takes at once without running out of memory. */
const chunk = 401;

const designs = [
  ...Object.values<Sample>(samples)
    .map(({ design }) => design)
    .filter(
      (design) => design.stacks.length > 1 && cdkRefusals(design).length === 0,
    ),
  ...fc.sample(arbitraryApp(), { seed, numRuns }),
].map(copied);

/** What is built of a design is remembered for as long as the design is there: too long for a deep run. */
function copied(design: Design): Design {
  return { ...design };
}

function programOf(design: Design): string {
  const target =
    design.cdk.line === "v1" ? "cdk-v1-typescript" : "cdk-typescript";
  const exported = exportDesign(copied(design), target);
  if (!exported.ok)
    throw new Error(exported.problems.map(({ message }) => message).join("; "));
  return exported.value.text;
}

function ours(design: Design): ReadonlyMap<string, string> {
  return new Map(
    synthesize(copied(design)).map(({ stack, template }) => [
      stack,
      comparableTemplate(printTemplate(template)),
    ]),
  );
}

describe.each(
  Array.from(
    { length: Math.ceil(designs.length / chunk) },
    (_, index) => index,
  ),
)("random designs of several stacks, in v1 and v2 (%i)", (index) => {
  const some = new Map(
    designs
      .slice(index * chunk, (index + 1) * chunk)
      .map((design, at) => [`app-${index}-${at}`, design]),
  );
  const compiled = new Map<string, ReturnType<typeof compilePrograms>>();

  beforeAll(() => {
    for (const line of ["v1", "v2"] as const) {
      const programs = [...some].filter(([, { cdk }]) => cdk.line === line);
      compiled.set(
        line,
        compilePrograms(
          `apps-${line}-${index}`,
          new Map(programs.map(([name, design]) => [name, programOf(design)])),
          line,
        ),
      );
    }
  });

  afterAll(() => compiled.clear());

  test("[O9] every program type-checks under strict", () => {
    for (const { diagnostics } of compiled.values())
      expect(diagnostics).toBe("");
  });

  test("[O9] the real CDK makes of every program the templates that we make", () => {
    for (const [name, design] of some) {
      const { line } = design.cdk;
      const program = compiled.get(line)?.javaScript.get(name) ?? "";
      const context = contextOfDesign(design);
      const { stacks } = runProgramAll(program, { line, context });
      const real = new Map(
        stacks.map(({ id, templateText }) => [
          id,
          comparableTemplate(templateText),
        ]),
      );
      for (const [stack, text] of ours(design))
        expect(text, `${name} ${stack}`).toBe(real.get(stack));
      expect(real.size).toBe(design.stacks.length);
    }
  });
});

test("[O9] no design of these is refused", () => {
  expect(designs.flatMap((design) => cdkRefusals(copied(design)))).toEqual([]);
});

test("[O10] each mode, kind, grant, landing place and strength of reference occurs 20 times", () => {
  const counts = countAppShapes(designs);
  console.table(Object.fromEntries(counts));
  expect([...counts].filter(([, count]) => count < 20)).toEqual([]);
});
