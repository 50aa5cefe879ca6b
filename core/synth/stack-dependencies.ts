import type { Assembly, StackNode } from "./assembly.ts";
import { refusal } from "./refusal.ts";

/** One stack is deployed after another, and why. */
interface StackDependency {
  readonly from: StackNode;
  readonly to: StackNode;
  readonly reason: string;
}

/**
 * Has one stack deployed after another.
 * Where the other one depends on the first already, the CDK refuses: the problem shows the way round.
 */
export function addStackDependency(
  { problems }: Assembly,
  { from, to, reason }: StackDependency,
): void {
  const back = reasonsFor(to, from, new Set());
  if (back !== undefined) {
    problems.push(
      refusal("stack/cycle", from.path, {
        message: `stacks depend on each other: ${[...back, reason].join(", then ")}`,
        help: "let the stack that uses the key depend on the other one first, move one of them into the other's stack, or name the principal by its ARN",
      }),
    );
    return;
  }
  from.dependencies.set(to, [...(from.dependencies.get(to) ?? []), reason]);
}

/** Why one stack depends on another, directly or through others. */
function reasonsFor(
  from: StackNode,
  to: StackNode,
  seen: Set<StackNode>,
): readonly string[] | undefined {
  if (from === to) return [];
  seen.add(from);
  for (const [next, reasons] of from.dependencies) {
    if (seen.has(next)) continue;
    const rest = reasonsFor(next, to, seen);
    if (rest !== undefined) return [reasons[0] ?? "", ...rest];
  }
  return undefined;
}
