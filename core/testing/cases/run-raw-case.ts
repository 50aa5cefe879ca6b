import type { JsonObject } from "../../problem/json.ts";
import { tryProgram } from "../real-cdk.ts";
import type { Attempt } from "../real-cdk.ts";
import { transpile } from "../real-cdk-compile.ts";
import { modes } from "../real-cdk-lines.ts";
import type { Mode } from "../real-cdk-lines.ts";

/**
 * Runs a program written for v2 with the real CDK of a mode, and its validator where the line has one.
 * Nothing checks its types: some of the cases are wrong on purpose, and v1 lacks what others use.
 */
export function runRawCase(
  program: string,
  mode: Mode,
  extraContext: JsonObject = {},
): Attempt {
  const { line, context } = modes[mode];
  return tryProgram(transpile(line === "v1" ? forV1(program) : program), {
    line,
    context: { ...context, ...extraContext },
    validate: true,
  });
}

function forV1(program: string): string {
  return program
    .replaceAll(/"aws-cdk-lib\/(?<name>[\w-]+)"/g, '"@aws-cdk/$<name>"')
    .replaceAll('"aws-cdk-lib"', '"@aws-cdk/core"');
}
