import { beforeAll, describe, expect, test } from "vitest";

import type { Design } from "../design/design.ts";
import { cdkModes } from "../design/feature-flags.ts";
import type { CdkLine } from "../design/feature-flags.ts";
import { keysOf } from "../kms/keys-of.ts";
import { printPath } from "../problem/problem.ts";
import { flagsOf, settingsOfMode } from "../synth/flags.ts";
import { constructId } from "../synth/logical-id.ts";
import { cdkRefusals } from "../synth/refusals.ts";
import { synthesize } from "../synth/synthesize.ts";
import { printTemplate } from "../synth/template.ts";
import { comparableTemplate } from "../testing/comparable-template.ts";
import { contextOfDesign } from "../testing/context-of-design.ts";
import { oddDesigns } from "../testing/odd-designs.ts";
import {
  compilePrograms,
  tryProgram,
  validatorErrors,
} from "../testing/real-cdk.ts";
import type { RealApp } from "../testing/real-cdk.ts";
import { exportTargets } from "./registry.ts";

const lines = ["v1", "v2"] as const;

/** Each odd design in each mode, under a name that can be a file's. */
const runs = Object.entries(oddDesigns).flatMap(([name, design], index) =>
  keysOf(cdkModes).map((mode) => ({
    name: `${name}, ${mode}`,
    file: `odd-${index}-${mode}`,
    design: { ...design, cdk: settingsOfMode(mode) },
  })),
);

/** The program for a design; undefined where no program can say it. */
function programOf(design: Design): string | undefined {
  const target =
    design.cdk.line === "v1" ? "cdk-v1-typescript" : "cdk-typescript";
  const request = {
    design,
    stack: undefined,
    key: undefined,
    project: false,
    fragment: false,
  };
  try {
    return exportTargets[target].write({ ...request, logicalIds: "cdk" }).text;
  } catch {
    return undefined;
  }
}

/** What comes of a design: its templates by stack, or why there are none. */
type Outcome =
  | { readonly refused: string }
  | { readonly templates: Readonly<Record<string, string>> };

function ours(design: Design): Outcome {
  const [first] = cdkRefusals(design);
  if (first !== undefined)
    return { refused: `${printPath(first.path)}: ${first.message}` };
  return {
    templates: Object.fromEntries(
      synthesize(design).map(({ stack, template }) => [
        constructId(stack),
        comparableTemplate(printTemplate(template)),
      ]),
    ),
  };
}

/** Nothing but settings that v1 drops without a word where its compiler does not look. */
function isStricter(design: Design): boolean {
  const problems = cdkRefusals(design);
  return (
    problems.length > 0 &&
    problems.every(({ code }) => /^v1\/(?!policy)/.test(code))
  );
}

function foundByValidator(design: Design, app: RealApp): readonly string[] {
  if (!flagsOf(design.cdk)["@aws-cdk/core:validateAgainstDefaultRules"])
    return [];
  return app.stacks.flatMap(({ id, templateText }) =>
    validatorErrors(id, templateText),
  );
}

const anyText: unknown = expect.any(String);

describe("odd designs", () => {
  const compiled = new Map<CdkLine, ReturnType<typeof compilePrograms>>();

  beforeAll(() => {
    for (const line of lines) {
      const programs = runs.flatMap(({ file, design }) => {
        const program = design.cdk.line === line && programOf(design);
        return typeof program === "string" ? [[file, program] as const] : [];
      });
      const folder = `odd-${line}`;
      compiled.set(line, compilePrograms(folder, new Map(programs), line));
    }
  });

  function real(file: string, design: Design): Outcome {
    const { line } = design.cdk;
    const programs = compiled.get(line);
    const program = programs?.javaScript.get(file);
    if (program === undefined) return { refused: "no program can say it" };
    if (programs?.diagnostics.includes(`${file}.ts(`) === true)
      return { refused: "it does not compile" };
    const context = contextOfDesign(design);
    const attempt = tryProgram(program, { line, context });
    if (!attempt.ok) return { refused: attempt.message };
    const [finding] = foundByValidator(design, attempt.app);
    if (finding !== undefined) return { refused: finding };
    return {
      templates: Object.fromEntries(
        attempt.app.stacks.map(({ id, templateText }) => [
          id,
          comparableTemplate(templateText),
        ]),
      ),
    };
  }

  test.each(runs.filter(({ design }) => !isStricter(design)))(
    "[O6] $name",
    ({ file, design }) => {
      const mine = ours(design);
      const theirs = real(file, design);
      expect(theirs).toEqual("refused" in mine ? { refused: anyText } : mine);
    },
  );
});
