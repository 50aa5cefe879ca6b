import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";

import type { Design } from "../design/design.ts";
import type { CdkLine } from "../design/feature-flags.ts";
import { printPath } from "../problem/problem.ts";
import { cdkRefusals } from "../synth/refusals.ts";
import { arbitraryAnyApp } from "../testing/arbitrary-app.ts";
import { contextOfDesign } from "../testing/context-of-design.ts";
import { compilePrograms, tryProgram } from "../testing/real-cdk.ts";
import { exportTargets } from "./registry.ts";

const isDeep = process.env["KEYWRIGHT_DEEP"] === "1";
const designs = fc.sample(arbitraryAnyApp(), {
  seed: 20_261_125,
  numRuns: isDeep ? 4000 : 400,
});

const lines = ["v1", "v2"] as const;

/** The program for a design, whether or not the CDK will take it. */
function programOf(design: Design): string {
  const [stack] = design.stacks;
  if (stack === undefined) throw new Error("the design has no stack");
  const target =
    design.cdk.line === "v1" ? "cdk-v1-typescript" : "cdk-typescript";
  return exportTargets[target].write({
    design,
    stack,
    key: undefined,
    fragment: false,
    project: false,
    logicalIds: "cdk",
  }).text;
}

/**
 * What is wrong to us and not to a CDK that runs without its validator:
 * a stack that creates nothing, and settings that v1 drops without a word.
 */
const stricter = /^(?:stack\/empty|v1\/(?!policy))/;

describe("random designs of several stacks, right and wrong", () => {
  const named = designs.map((design, index) => [`r${index}`, design] as const);
  const compiled = new Map<CdkLine, ReturnType<typeof compilePrograms>>();
  let both: readonly {
    readonly name: string;
    readonly real: string | undefined;
    readonly ours: string | undefined;
  }[];

  beforeAll(() => {
    for (const line of lines) {
      const programs = named
        .filter(([, { cdk }]) => cdk.line === line)
        .map(([name, design]) => [name, programOf(design)] as const);
      const folder = `app-refusals-${line}`;
      compiled.set(line, compilePrograms(folder, new Map(programs), line));
    }
    both = named.map(([name, design]) => ({
      name,
      real: realRefusal(name, design),
      ours: ourRefusal(design),
    }));
  });

  function realRefusal(name: string, design: Design): string | undefined {
    const { line } = design.cdk;
    const program = compiled.get(line);
    // A member that the CDK does not have is refused by the compiler.
    if (program?.diagnostics.includes(`${name}.ts(`) === true)
      return "it does not compile";
    const context = contextOfDesign(design);
    const attempt = tryProgram(program?.javaScript.get(name) ?? "", {
      line,
      context,
    });
    return attempt.ok ? undefined : attempt.message;
  }

  function ourRefusal(design: Design): string | undefined {
    const first = cdkRefusals(design).find(({ code }) => !stricter.test(code));
    return first && `${printPath(first.path)}: ${first.message}`;
  }

  test("[O6] Keywright refuses what the real CDK refuses", () => {
    const missed = both.filter(
      ({ real, ours }) => real !== undefined && ours === undefined,
    );
    expect(missed).toEqual([]);
  });

  test("[O6] Keywright refuses nothing that the real CDK takes", () => {
    const tooStrict = both.filter(
      ({ real, ours }) => real === undefined && ours !== undefined,
    );
    expect(tooStrict).toEqual([]);
  });

  test("[O6] the random designs hold enough of both kinds", () => {
    const refused = both.filter(({ real }) => real !== undefined).length;
    expect(refused).toBeGreaterThan(100);
    expect(designs.length - refused).toBeGreaterThan(100);
  });
});
