import type { Doc } from "../code/doc.ts";
import {
  fluid,
  group,
  hardline,
  indent,
  join,
  line,
  mark,
} from "../code/doc.ts";
import { dependencyMethod } from "../program/dependencies.ts";
import { stackVariables } from "../code/stack-variables.ts";
import type { Variable } from "../program/expression.ts";
import type { Program, StackClass } from "../program/program.ts";
import { isShortName } from "./assignment.ts";
import { propertiesCode } from "./expressions.ts";
import type { Identifiers } from "./identifiers.ts";
import { argumentList, objectLiteral, stringLiteral } from "./literals.ts";

interface Names {
  /** The class of each stack, by the stack's id. */
  readonly classNames: ReadonlyMap<string, string>;
  readonly exposed: ReadonlyMap<Variable, string>;
  /** The names of the module. */
  readonly top: Identifiers;
}

/** The app, with its stacks in the order of their creation. */
export function appCode(program: Program, names: Names): Doc {
  const variables = stackVariables(program, names.top);
  return join(hardline, [
    "const app = new cdk.App();",
    ...program.stacks.flatMap((one): readonly Doc[] => [
      stackCode(one, names, variables),
      ...dependencies(one, program, variables),
    ]),
  ]);
}

function stackCode(
  { stack, path, properties, takes }: StackClass,
  { classNames, exposed }: Names,
  variables: ReadonlyMap<string, string>,
): Doc {
  const props = [
    ...propertiesCode(properties, () => ""),
    ...takes.map((one) => passed(one, exposed, variables)),
  ];
  const args: readonly Doc[] = ["app", stringLiteral(stack.id)];
  const created: Doc = [
    `new ${classNames.get(stack.id) ?? ""}`,
    props.length === 0
      ? argumentList(args, false)
      : argumentList([...args, objectLiteral(props)], true),
  ];
  const name = variables.get(stack.id);
  return mark(
    [path],
    [name === undefined ? created : [`const ${name} =`, fluid(created)], ";"],
  );
}

function passed(
  one: Variable,
  exposed: Names["exposed"],
  variables: ReadonlyMap<string, string>,
): Doc {
  const name = exposed.get(one) ?? "";
  const value = `${variables.get(one.stack) ?? ""}.${name}`;
  return isShortName(name)
    ? `${name}: ${value}`
    : [name, ":", group(indent(line, value))];
}

function dependencies(
  { stack, path, dependsOn }: StackClass,
  { line: cdkLine }: Program,
  variables: ReadonlyMap<string, string>,
): readonly Doc[] {
  return dependsOn.map((id) =>
    mark(
      [[...path, "dependencies", (stack.dependencies ?? []).indexOf(id)]],
      [
        `${variables.get(stack.id) ?? ""}.${dependencyMethod[cdkLine]}`,
        argumentList([variables.get(id) ?? ""], false),
        ";",
      ],
    ),
  );
}
