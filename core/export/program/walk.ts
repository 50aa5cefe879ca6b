import type {
  Arguments,
  Expression,
  TypeName,
  Variable,
} from "./expression.ts";
import type { ModuleName } from "./modules.ts";
import type { Statement, StackClass } from "./program.ts";

/** The expressions directly inside an expression. */
function inside(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "text":
      return expression.pieces.filter((piece) => typeof piece !== "string");
    case "list":
      return expression.members;
    case "map":
      return expression.entries.map(([, value]) => value);
    case "struct":
      return expression.properties.map(({ value }) => value);
    case "new":
    case "static-call":
      return ofArguments(expression.args);
    case "call":
      return [expression.target, ...ofArguments(expression.args)];
    case "member":
      return [expression.target];
    case "cast":
    case "marked":
      return [expression.value];
    default:
      return [];
  }
}

function ofArguments({
  positional,
  properties,
}: Arguments): readonly Expression[] {
  return [...positional, ...properties.map(({ value }) => value)];
}

/** Shows an expression and all that are inside it. */
function visit(
  expression: Expression,
  see: (expression: Expression) => void,
): void {
  see(expression);
  for (const one of inside(expression)) visit(one, see);
}

function ofStatement(statement: Statement): readonly Expression[] {
  if (statement.kind === "comment") return [];
  return statement.kind === "assign"
    ? [statement.target, statement.value]
    : [statement.value];
}

/** The variables that statements use, each once. */
export function variablesUsed(
  statements: readonly Statement[],
): ReadonlySet<Variable> {
  const used = new Set<Variable>();
  for (const expression of statements.flatMap(ofStatement))
    visit(expression, (one) => {
      if (one.kind === "variable") used.add(one.variable);
    });
  return used;
}

/** The types that expressions name, each once. */
function typesUsed(expressions: readonly Expression[]): readonly TypeName[] {
  const used = new Set<TypeName>();
  for (const expression of expressions)
    visit(expression, (one) => {
      if ("type" in one) used.add(one.type);
    });
  return [...used];
}

/** The libraries that the body of a constructor names, in alphabetical order. */
export function modulesInBody({ blocks }: StackClass): readonly ModuleName[] {
  return modulesOf(typesUsed(blocks.flat().flatMap(ofStatement)));
}

/** The libraries that classes and the creation of their stacks name, in alphabetical order. */
export function modulesUsed(
  classes: readonly StackClass[],
): readonly ModuleName[] {
  return modulesOf(
    classes.flatMap(({ takes, exposes, blocks, properties }) => [
      ...takes.map(({ takenAs }) => takenAs),
      ...exposes.map(({ type }) => type),
      ...typesUsed(blocks.flat().flatMap(ofStatement)),
      ...typesUsed(properties.map(({ value }) => value)),
    ]),
  );
}

function modulesOf(types: readonly TypeName[]): readonly ModuleName[] {
  return [...new Set(types.map(({ module }) => module))].toSorted();
}
