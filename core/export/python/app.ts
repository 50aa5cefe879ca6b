import type { Doc } from "../code/doc.ts";
import { hardline, join, mark } from "../code/doc.ts";
import { stackVariables } from "../code/stack-variables.ts";
import { dependencyMethod } from "../program/dependencies.ts";
import type { Variable } from "../program/expression.ts";
import type { Program, StackClass } from "../program/program.ts";
import { argumentList, keywordArguments } from "./expressions.ts";
import { held } from "./statements.ts";
import { callArguments, stringLiteral } from "./literals.ts";
import { snakeCase } from "./names.ts";
import type { PythonNames } from "./names.ts";

interface Names {
  /** The class of each stack, by the stack's id. */
  readonly classNames: ReadonlyMap<string, string>;
  readonly exposed: ReadonlyMap<Variable, string>;
  /** The names of the module. */
  readonly top: PythonNames;
}

/** The app, with its stacks in the order of their creation. */
export function appCode(program: Program, names: Names): Doc {
  const variables = stackVariables(program, names.top);
  return join(hardline, [
    "app = cdk.App()",
    ...program.stacks.flatMap((one): readonly Doc[] => [
      stackCode(one, names, variables),
      ...dependencies(one, program, variables),
    ]),
    "app.synth()",
  ]);
}

function stackCode(
  { stack, path, properties, takes }: StackClass,
  { classNames, exposed }: Names,
  variables: ReadonlyMap<string, string>,
): Doc {
  const keywords = [
    ...keywordArguments(properties, () => ""),
    ...takes.map((one) => {
      const name = exposed.get(one) ?? "";
      return `${name}=${variables.get(one.stack) ?? ""}.${name}`;
    }),
  ];
  const name = variables.get(stack.id);
  const created: Doc = [
    classNames.get(stack.id) ?? "",
    argumentList(["app", stringLiteral(stack.id)], keywords),
  ];
  return mark(
    [path],
    [name === undefined ? created : held(name, created, true)],
  );
}

function dependencies(
  { stack, path, dependsOn }: StackClass,
  { line }: Program,
  variables: ReadonlyMap<string, string>,
): readonly Doc[] {
  return dependsOn.map((id) =>
    mark(
      [[...path, "dependencies", (stack.dependencies ?? []).indexOf(id)]],
      [
        `${variables.get(stack.id) ?? ""}.${snakeCase(dependencyMethod[line])}`,
        callArguments([variables.get(id) ?? ""]),
      ],
    ),
  );
}
