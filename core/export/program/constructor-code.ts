import type { Key } from "../../design/design.ts";
import type { Path } from "../../problem/problem.ts";
import type { KeyStep, Operation, StackPlan } from "../../synth/plan.ts";
import { addAlias } from "./alias-code.ts";
import { addConsumer } from "./consumer-code.ts";
import { isL2 } from "../../design/key-parts.ts";
import { addTags } from "./defined-key-code.ts";
import { addDependencies } from "./dependencies.ts";
import { addEscapeHatches } from "./escape-hatch.ts";
import { addKeyStep } from "./key-steps.ts";
import { addIncluded } from "./include-code.ts";
import { includedOf, withoutIncluded } from "./included.ts";
import { addKeptBeginning, addKeptEnd } from "./kept-code.ts";
import { addOutput } from "./output-code.ts";
import { addParameter } from "./parameter-code.ts";
import type { Block } from "./program.ts";
import { StackBody } from "./stack-body.ts";
import type { Whole } from "./stack-body.ts";

/** The statements of a stack's constructor, in the order of the plan. */
export function constructorCode(
  plan: StackPlan,
  whole: Whole,
): readonly Block[] {
  const body = new StackBody(whole, plan.stack);
  addDependencies(plan, body);
  const steps = stepsOn(plan);
  const run = (...kinds: readonly Operation["kind"][]) => {
    body.startBlock();
    for (const operation of plan.operations)
      if (kinds.includes(operation.kind)) addOperation(operation, body);
  };
  const { template } = plan.stack;
  const keptPath = [...plan.path, "template"];
  const included = whole.project ? includedOf(plan.stack) : undefined;
  if (included !== undefined) addIncluded(included, keptPath, body);
  else if (template !== undefined) addKeptBeginning(template, keptPath, body);
  run("parameter");
  body.startBlock();
  body.makeFreePrincipals();
  run("identity");
  for (const operation of plan.operations)
    if (operation.kind === "key") addKey(operation, steps, body);
  run("alias");
  run("consumer");
  body.startBlock();
  for (const step of steps)
    if (step.key.stack !== plan.stack.id) addKeyStep(step, body);
  if (template !== undefined) {
    body.startBlock();
    addKeptEnd(withoutIncluded(template, included), keptPath, body);
  }
  run("output");
  return body.blocks;
}

function addOperation(operation: Operation, body: StackBody): void {
  switch (operation.kind) {
    case "parameter":
      addParameter(operation.parameter, operation.path, body);
      return;
    case "identity":
      body.makeIdentity(operation.identity, operation.path);
      return;
    case "alias":
      addAlias(operation.alias, operation.path, body);
      return;
    case "consumer":
      addConsumer(operation.consumer, operation.path, body);
      return;
    case "output":
      addOutput(operation.output, operation.path, body);
      return;
    default:
  }
}

function stepsOn({ operations }: StackPlan): readonly KeyStep[] {
  return operations.filter(
    (operation): operation is KeyStep =>
      operation.kind === "key-alias" ||
      operation.kind === "statement" ||
      operation.kind === "grant",
  );
}

/** A key of the stack with all that is done to it here. */
function addKey(
  { key, path }: { readonly key: Key; readonly path: Path },
  steps: readonly KeyStep[],
  body: StackBody,
): void {
  const own = steps.filter((step) => step.key === key);
  body.startBlock();
  body.makeKey(key, path);
  for (const step of own) if (step.kind === "key-alias") addKeyStep(step, body);
  if (isL2(key)) addTags(key, path, body);
  for (const step of own) if (step.kind !== "key-alias") addKeyStep(step, body);
  if (isL2(key)) addEscapeHatches(key, path, body);
}
