import type { StackPlan } from "../../synth/plan.ts";
import { call, self, staticCall, typeIn } from "./expressions.ts";
import type { CdkLine } from "../../design/feature-flags.ts";
import type { Place } from "./place.ts";

/** v2 has deprecated the name that v1 knows. */
export const dependencyMethod: Readonly<Record<CdkLine, string>> = {
  v1: "addDependency",
  v2: "addStackDependency",
};

/**
 * The dependencies that the constructor must declare itself: a grant looks at them,
 * and lets an account in where the principal's stack comes after the key's.
 */
export function earlyDependencies(plan: StackPlan): readonly string[] {
  return plan.dependencies.filter((id) => keyGrantedOf(plan, id) !== undefined);
}

/** A key of that stack to which the constructor gives somebody access. */
function keyGrantedOf(
  { operations }: StackPlan,
  stack: string,
): string | undefined {
  return operations.flatMap((operation) =>
    operation.kind === "grant" && operation.key.stack === stack
      ? [operation.key.id]
      : [],
  )[0];
}

/** Declares the dependencies that grants of the constructor look at. */
export function addDependencies(plan: StackPlan, place: Place): void {
  for (const id of earlyDependencies(plan)) {
    const key = keyGrantedOf(plan, id);
    if (key === undefined) continue;
    const other = staticCall(typeIn("cdk", "Stack"), "of", [place.key(key)]);
    place.do(call(self, dependencyMethod[place.line], [other]), [
      [...plan.path, "dependencies", plan.dependencies.indexOf(id)],
    ]);
  }
}
