import type { Variable } from "../program/expression.ts";
import type { Program, StackClass } from "../program/program.ts";
import { variablesUsed } from "../program/walk.ts";

/** Gives free names in one place of a program. */
export interface Naming {
  readonly variable: (wish: string, fallback: string) => string;
}

/** The names of what stacks hand to each other: no two alike in the program. */
export function exposedNames(
  { stacks }: Program,
  names: Naming,
): ReadonlyMap<Variable, string> {
  return new Map(
    stacks
      .flatMap(({ exposes }) => exposes)
      .map((one) => [one, names.variable(one.wish, one.fallback)]),
  );
}

/** What a constructor calls a variable: a property of the stack, something that was passed in, or a local one. */
export interface Name {
  readonly kind: "exposed" | "taken" | "local";
  readonly name: string;
}

/**
 * The names of a class's variables. One that nobody uses has none.
 * In a snippet, what other stacks would take is a local variable like any other.
 */
export function namesIn(
  { takes, exposes, blocks }: StackClass,
  exposed: ReadonlyMap<Variable, string>,
  {
    locals,
    isSnippet,
  }: { readonly locals: Naming; readonly isSnippet: boolean },
): ReadonlyMap<Variable, Name> {
  const names = new Map<Variable, Name>();
  const name = (of: Variable, kind: Name["kind"]) =>
    names.set(of, { kind, name: exposed.get(of) ?? "" });
  for (const one of takes) name(one, "taken");
  if (!isSnippet) for (const one of exposes) name(one, "exposed");
  const used = variablesUsed(blocks.flat());
  for (const statement of blocks.flat())
    if (statement.kind === "declare") {
      const { variable } = statement;
      if (!names.has(variable) && used.has(variable))
        names.set(variable, {
          kind: "local",
          name: locals.variable(variable.wish, variable.fallback),
        });
    }
  return names;
}
