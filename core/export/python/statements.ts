import type { Name } from "../code/class-scope.ts";
import type { Doc } from "../code/doc.ts";
import {
  beginning,
  choice,
  hardline,
  indent,
  mark,
  whole,
} from "../code/doc.ts";
import type { Expression, Variable } from "../program/expression.ts";
import type { Block, Statement } from "../program/program.ts";
import { expressionCode } from "./expressions.ts";
import type { Reference } from "./expressions.ts";
import { snakeCase } from "./names.ts";

type Names = ReadonlyMap<Variable, Name>;

/** How statements of a constructor name its variables. */
export function referenceBy(names: Names): Reference {
  return (variable) => {
    const found = names.get(variable);
    // INVARIANT: every variable that is used has a name.
    if (found === undefined) throw new Error(`no name for ${variable.wish}`);
    return found.kind === "exposed" ? `self.${found.name}` : found.name;
  };
}

/** The statements of a group, each on lines of its own. */
export function blockCode(block: Block, names: Names): readonly Doc[] {
  return block.map((statement) => {
    if (statement.kind === "comment") return `# ${statement.text}`;
    const code = statementCode(statement, names);
    return statement.from.length === 0 ? code : mark(statement.from, code);
  });
}

/** A statement that does something. */
type Step = Exclude<Statement, { kind: "comment" }>;

function statementCode(statement: Step, names: Names): Doc {
  const reference = referenceBy(names);
  const { value } = statement;
  const code = expressionCode(value, reference);
  switch (statement.kind) {
    case "do":
      return code;
    case "assign": {
      const target = expressionCode(statement.target, reference);
      const left = [target, `.${snakeCase(statement.name)}`];
      return held(left, code, isCall(value));
    }
    case "declare":
      return names.has(statement.variable)
        ? held(reference(statement.variable), code, isCall(value))
        : code;
  }
}

/** A value that does not fit behind its name, or not even the beginning of a call, gets parentheses where they do. */
export function held(left: Doc, code: Doc, isWithBrackets: boolean): Doc {
  const inParentheses = ["(", indent(hardline, code), hardline, ")"];
  const other = whole(inParentheses, code);
  return [
    left,
    " = ",
    isWithBrackets ? beginning(code, other) : choice(code, other),
  ];
}

function isCall(value: Expression): boolean {
  switch (value.kind) {
    case "marked":
    case "cast":
      return isCall(value.value);
    case "new":
    case "static-call":
    case "call":
      return true;
    default:
      return false;
  }
}
