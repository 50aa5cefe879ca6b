import type { Problem, ProblemStep } from "../problem/problem.ts";
import type { Assembly, StackNode } from "./assembly.ts";
import { refusal } from "./refusal.ts";

/** One stack is deployed after another, and the part of the design that makes it so. */
interface StackDependency {
  readonly from: StackNode;
  readonly to: StackNode;
  readonly because: ProblemStep;
}

/**
 * Has one stack deployed after another.
 * Where the other one depends on the first already, the CDK refuses: the problem shows the way round.
 */
export function addStackDependency(
  { problems }: Assembly,
  { from, to, because }: StackDependency,
): void {
  if (from.dependencies.has(to)) return;
  const back = wayBetween(to, from, new Set());
  if (back !== undefined) {
    problems.push(cycleProblem([...back, { from, because }]));
    return;
  }
  from.dependencies.set(to, because);
}

type Step = Omit<StackDependency, "to">;

function cycleProblem(steps: readonly Step[]): Problem {
  const stacks = steps.map(({ from }) => from.stack.id);
  const last = steps.at(-1);
  return refusal("stack/cycle", last?.from.path ?? [], {
    message: `stacks depend on each other: ${[...stacks, stacks[0]].join(" → ")}`,
    help: "let the stack that uses the key depend on the other one first, move one of them into the other's stack, or name the principal by its ARN",
    steps: steps.map(({ because }) => because),
  });
}

/** How one stack depends on another, directly or through others. */
function wayBetween(
  from: StackNode,
  to: StackNode,
  seen: Set<StackNode>,
): readonly Step[] | undefined {
  if (from === to) return [];
  seen.add(from);
  for (const [next, reason] of from.dependencies) {
    if (seen.has(next)) continue;
    const rest = wayBetween(next, to, seen);
    if (rest !== undefined) return [{ from, because: reason }, ...rest];
  }
  return undefined;
}
