import type { Design, Stack } from "../../design/design.ts";
import type { Path } from "../../problem/problem.ts";
import { changedFlags } from "../../synth/flags.ts";
import { planOf } from "../../synth/plan.ts";
import type { StackPlan } from "../../synth/plan.ts";
import { constructorCode } from "./constructor-code.ts";
import { earlyDependencies } from "./dependencies.ts";
import type { Expression, Property, Variable } from "./expression.ts";
import { literal, map, properties, struct, typeIn } from "./expressions.ts";
import { lookupIn } from "./lookup.ts";
import { principalUses } from "./principal-uses.ts";
import type { Program, StackClass } from "./program.ts";
import type { Whole } from "./stack-body.ts";
import { optional } from "./values.ts";
import { Variables } from "./variables.ts";
import { variablesUsed } from "./walk.ts";

/** The program that builds a design with the CDK of its line, alone or as part of a project. */
export function programOf(
  design: Design,
  { project = false }: { readonly project?: boolean } = {},
): Program {
  const plan = planOf(design);
  const whole: Whole = {
    design,
    lookup: lookupIn(design),
    variables: new Variables(design),
    uses: principalUses(design, plan),
    keysWithNamedAlias: keysWithNamedAlias(design),
    // Only v2 has CfnInclude in the library that its programs use anyway.
    project: project && design.cdk.line === "v2",
  };
  const classes = withoutUnused(
    plan.stacks.map((one) => stackClass(one, whole)),
  );
  return {
    line: design.cdk.line,
    flags: changedFlags(design.cdk),
    stacks: classes.map((one) => ({ ...one, exposes: taken(one, classes) })),
  };
}

function keysWithNamedAlias({ stacks }: Design): ReadonlySet<string> {
  return new Set(
    stacks
      .flatMap(({ outputs }) => outputs ?? [])
      .flatMap(({ value }) =>
        "key" in value &&
        (value.attribute === "alias-name" || value.attribute === "alias-arn")
          ? [value.key]
          : [],
      ),
  );
}

function stackClass(plan: StackPlan, whole: Whole): StackClass {
  const { stack, path } = plan;
  const blocks = constructorCode(plan, whole);
  const early = new Set(earlyDependencies(plan));
  return {
    stack,
    path,
    blocks,
    takes: [...variablesUsed(blocks.flat())].filter(
      (one) => one.stack !== stack.id,
    ),
    exposes: [],
    properties: stackProperties(stack, path),
    dependsOn: plan.dependencies.filter((id) => !early.has(id)),
  };
}

/** The classes without what they hold only for those who use it. */
function withoutUnused(classes: readonly StackClass[]): readonly StackClass[] {
  const used = new Set(
    classes.flatMap(({ blocks }) => [...variablesUsed(blocks.flat())]),
  );
  return classes.map((one) => ({
    ...one,
    blocks: one.blocks.map((block) =>
      block.filter(
        (step) =>
          step.kind !== "declare" ||
          step.ifUsed !== true ||
          used.has(step.variable),
      ),
    ),
  }));
}

/** What other classes take from a class, in the order in which it makes them. */
function taken(
  { blocks }: StackClass,
  classes: readonly StackClass[],
): readonly Variable[] {
  const wanted = new Set(classes.flatMap(({ takes }) => takes));
  return blocks
    .flat()
    .flatMap((statement) =>
      statement.kind === "declare" && wanted.has(statement.variable)
        ? [statement.variable]
        : [],
    );
}

/** What the app says about a stack; CloudFormation has no values to put into these texts. */
function stackProperties(stack: Stack, path: Path): readonly Property[] {
  const at = (of: keyof Stack): Path => [...path, of];
  return properties([
    ["env", environment(stack, path)],
    ["stackName", optional(stack.name), at("name")],
    ["description", optional(stack.description), at("description")],
    [
      "terminationProtection",
      optional(stack.terminationProtection),
      at("terminationProtection"),
    ],
    ["tags", tags(stack), at("tags")],
  ]);
}

function environment(
  { account, region }: Stack,
  path: Path,
): Expression | undefined {
  if (account === undefined && region === undefined) return undefined;
  return struct(typeIn("cdk", "Environment"), [
    ["account", optional(account), [...path, "account"]],
    ["region", optional(region), [...path, "region"]],
  ]);
}

function tags({ tags: all = [] }: Stack): Expression | undefined {
  const byKey = new Map(all.map(({ key, value }) => [key, literal(value)]));
  return byKey.size === 0 ? undefined : map([...byKey]);
}
