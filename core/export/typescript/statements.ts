import type { Name } from "../code/class-scope.ts";
import type { Doc } from "../code/doc.ts";
import { mark } from "../code/doc.ts";
import type { Variable } from "../program/expression.ts";
import type { Block, Statement } from "../program/program.ts";
import { assigned } from "./assignment.ts";
import { expressionCode } from "./expressions.ts";
import type { Reference } from "./expressions.ts";

const prefixes = { exposed: "this.", taken: "props.", local: "" } as const;

/** How statements of a constructor name its variables. */
export function referenceBy(names: ReadonlyMap<Variable, Name>): Reference {
  return (variable) => {
    const found = names.get(variable);
    // INVARIANT: every variable that is used has a name.
    if (found === undefined) throw new Error(`no name for ${variable.wish}`);
    return prefixes[found.kind] + found.name;
  };
}

/** The statements of a group, each on lines of its own. */
export function blockCode(
  block: Block,
  names: ReadonlyMap<Variable, Name>,
): readonly Doc[] {
  const reference = referenceBy(names);
  return block.map((statement) => {
    if (statement.kind === "comment") return `// ${statement.text}`;
    const code: Doc = [statementCode(statement, names, reference), ";"];
    return statement.from.length === 0 ? code : mark(statement.from, code);
  });
}

/** A statement that does something. */
type Step = Exclude<Statement, { kind: "comment" }>;

function statementCode(
  statement: Step,
  names: ReadonlyMap<Variable, Name>,
  reference: Reference,
): Doc {
  const { value } = statement;
  const code = expressionCode(value, reference);
  switch (statement.kind) {
    case "do":
      return code;
    case "assign": {
      const { target, name } = statement;
      const left = [expressionCode(target, reference), `.${name} =`];
      return assigned(left, value, code);
    }
    case "declare": {
      const name = names.get(statement.variable);
      if (name === undefined) return code;
      const left = name.kind === "local" ? "const " : prefixes[name.kind];
      return assigned(`${left}${name.name} =`, value, code);
    }
  }
}
