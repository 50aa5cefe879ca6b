// The real CDK, as tests and scripts use it.
import { rmSync } from "node:fs";

import type * as Cdk from "aws-cdk-lib";

import type { JsonObject } from "../problem/json.ts";
import { runProgramAll } from "./real-cdk-app.ts";
import { readTemplate } from "./real-cdk-template.ts";
import type { RealTemplate } from "./real-cdk-template.ts";

export { runProgramAll, tryProgram } from "./real-cdk-app.ts";
export type { Attempt, RealApp } from "./real-cdk-app.ts";
export { compilePrograms } from "./real-cdk-compile.ts";
export { cdk, initContext } from "./real-cdk-lines.ts";
export { validatorErrors } from "./real-cdk-validator.ts";

/** The template of the only stack of a program for v2. Throws what the CDK throws. */
export function runProgram(
  javaScript: string,
  context: JsonObject,
): RealTemplate {
  const { stacks } = runProgramAll(javaScript, { line: "v2", context });
  const [stack] = stacks;
  if (stack === undefined) throw new Error("the app has no stack");
  return { text: stack.templateText, json: stack.template };
}

/** The template of the only stack of an app of v2. */
export function templateOf(app: Cdk.App): RealTemplate {
  const { stacks, directory } = app.synth();
  const [stack] = stacks;
  if (stack === undefined) throw new Error("the app has no stack");
  const template = readTemplate(stack.templateFullPath);
  rmSync(directory, { recursive: true, force: true });
  return template;
}
