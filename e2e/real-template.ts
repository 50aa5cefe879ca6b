import type { Design } from "../core/index.ts";

/**
 * The templates that the real CDK synthesises from programs, after a strict compiler has seen them;
 * all in one run, because the compiler takes seconds to start.
 */
export async function realTemplates(
  folder: string,
  programs: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  // The CDK takes a second to load: only for the tests that ask for it.
  const { compilePrograms, initContext, runProgram } =
    await import("../core/testing/real-cdk.ts");
  const { diagnostics, javaScript } = compilePrograms(
    `e2e-${folder}`,
    new Map(Object.entries(programs)),
  );
  if (diagnostics !== "") throw new Error(diagnostics);
  return Object.fromEntries(
    [...javaScript].map(([name, text]) => [
      name,
      runProgram(text, initContext).text,
    ]),
  );
}

/** The templates that the real CDK synthesises from the program of a design, by stack; it is given the design's flags. */
export async function realStacks(
  folder: string,
  program: string,
  design: Design,
): Promise<Readonly<Record<string, string>>> {
  const { compilePrograms, runProgramAll } =
    await import("../core/testing/real-cdk.ts");
  const { contextOfDesign } =
    await import("../core/testing/context-of-design.ts");
  const { line } = design.cdk;
  const { diagnostics, javaScript } = compilePrograms(
    `e2e-${folder}`,
    new Map([["program", program]]),
    line,
  );
  if (diagnostics !== "") throw new Error(diagnostics);
  const { stacks } = runProgramAll(javaScript.get("program") ?? "", {
    line,
    context: contextOfDesign(design),
  });
  return Object.fromEntries(
    stacks.map(({ id, templateText }) => [id, templateText.trimEnd()]),
  );
}

/** The construct alone, in a stack that is empty but for it. */
export function inEmptyStack(construct: string, design: Design): string {
  return [
    'import * as cdk from "aws-cdk-lib";',
    'import * as iam from "aws-cdk-lib/aws-iam";',
    'import * as kms from "aws-cdk-lib/aws-kms";',
    "class Empty extends cdk.Stack {",
    "constructor(scope: cdk.App, id: string) {",
    "super(scope, id); void iam; void kms;",
    construct,
    "} }",
    `new Empty(new cdk.App(), ${JSON.stringify(design.stacks[0]?.id)});`,
  ].join("\n");
}
