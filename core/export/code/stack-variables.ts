import type { Program } from "../program/program.ts";
import type { Naming } from "./class-scope.ts";

/** The variables of stacks that something in the app names, by the stacks' ids. */
export function stackVariables(
  { stacks }: Program,
  names: Naming,
): ReadonlyMap<string, string> {
  const named = new Set(
    stacks.flatMap(({ stack, takes, dependsOn }) => [
      ...takes.map((one) => one.stack),
      ...dependsOn,
      ...(dependsOn.length > 0 ? [stack.id] : []),
    ]),
  );
  return new Map(
    stacks
      .filter(({ stack }) => named.has(stack.id))
      .map(({ stack }) => [stack.id, names.variable(stack.id, "stack")]),
  );
}
