import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";

import type { Design } from "../design/design.ts";
import { printPath } from "../problem/problem.ts";
import { contextFlags } from "../synth/flags.ts";
import { cdkRefusals } from "../synth/refusals.ts";
import {
  arbitraryAnyDesign,
  arbitraryDesign,
} from "../testing/arbitrary-design.ts";
import { faults } from "../testing/faults.ts";
import {
  compilePrograms,
  initContext,
  runProgram,
  validatorErrors,
} from "../testing/real-cdk.ts";
import { cdkTypeScript } from "./cdk-typescript.ts";

const seed = 7;
const isDeep = process.env["KEYWRIGHT_DEEP"] === "1";
const designs = fc.sample(arbitraryAnyDesign, {
  seed,
  numRuns: isDeep ? 2000 : 400,
});

const anyText: unknown = expect.any(String);

/** The program for a design, whether or not the CDK will take it. */
function programOf(design: Design): string {
  const [stack] = design.stacks;
  if (stack === undefined) throw new Error("the design has no stack");
  const request = {
    design,
    stack,
    key: undefined,
    project: false,
    fragment: false,
  };
  return cdkTypeScript.write({ ...request, logicalIds: "cdk" }).text;
}

/** What the real CDK says against a design: what it throws, or what the validator it runs finds. */
function realRefusal(javaScript: string, design: Design): string | undefined {
  const context = { ...initContext, ...contextFlags(design.cdk) };
  try {
    const { text } = runProgram(javaScript, context);
    return validatorErrors("template", text)[0];
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function ourRefusal(design: Design): string | undefined {
  const [first] = cdkRefusals(design);
  return first && `${printPath(first.path)}: ${first.message}`;
}

describe("what the CDK refuses", () => {
  let refusals: readonly {
    readonly real: string | undefined;
    readonly ours: string | undefined;
  }[];

  beforeAll(() => {
    const programs = designs.map(
      (design, index) => [`p${index}`, programOf(design)] as const,
    );
    const { javaScript, diagnostics } = compilePrograms(
      "refusals",
      new Map(programs),
    );
    refusals = designs.map((design, index) => ({
      // A key spec that the CDK does not have is refused by the compiler.
      real: diagnostics.includes(`p${index}.ts(`)
        ? "it does not compile"
        : realRefusal(javaScript.get(`p${index}`) ?? "", design),
      ours: ourRefusal(design),
    }));
  });

  test("[O6] Keywright refuses what the real CDK refuses", () => {
    const missed = refusals.filter(
      ({ real, ours }) => real !== undefined && ours === undefined,
    );
    expect(missed).toEqual([]);
  });

  test("[O6] Keywright refuses nothing that the real CDK takes", () => {
    const tooStrict = refusals.filter(
      ({ real, ours }) => real === undefined && ours !== undefined,
    );
    expect(tooStrict).toEqual([]);
  });

  test("[O6] the random designs hold enough of both kinds", () => {
    const refused = refusals.filter(({ real }) => real !== undefined).length;
    expect(refused).toBeGreaterThan(100);
    expect(designs.length - refused).toBeGreaterThan(50);
  });
});

describe("mistakes that the CDK refuses", () => {
  const [base] = fc.sample(arbitraryDesign(), { seed, numRuns: 1 });
  const faulty = new Map(
    Object.entries(faults).flatMap(([name, spoil]) =>
      base === undefined ? [] : [[name, spoil(base)] as const],
    ),
  );
  const fileOf = new Map([...faulty.keys()].map((name, i) => [name, `f${i}`]));
  let compiled: ReturnType<typeof compilePrograms>;

  beforeAll(() => {
    const programs = [...faulty].map(
      ([name, design]) => [fileOf.get(name) ?? "", programOf(design)] as const,
    );
    compiled = compilePrograms("faults", new Map(programs));
  });

  test.each([...faulty])("[O6] %s", (name, design) => {
    const file = fileOf.get(name) ?? "";
    const real = compiled.diagnostics.includes(`${file}.ts(`)
      ? "it does not compile"
      : realRefusal(compiled.javaScript.get(file) ?? "", design);
    expect({ real, ours: ourRefusal(design) }).toEqual({
      real: anyText,
      ours: anyText,
    });
  });
});

test("[O2] AWS's validator does find errors", () => {
  const template = {
    Resources: {
      Key: { Type: "AWS::KMS::Key", Properties: { PendingWindowInDays: 5 } },
    },
  };
  expect(validatorErrors("bad", JSON.stringify(template))).not.toEqual([]);
});
