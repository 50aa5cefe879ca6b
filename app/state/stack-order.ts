import type { Stack } from "../../core/index.ts";

/** A stack is deployed after another, because it or one before it depends on that. */
export function dependsOn(
  stacks: readonly Stack[],
  id: string,
  on: string,
): boolean {
  const byId = new Map(stacks.map((stack) => [stack.id, stack]));
  const seen = new Set<string>();
  const reaches = (from: string): boolean => {
    if (seen.has(from)) return false;
    seen.add(from);
    const next = byId.get(from)?.dependencies ?? [];
    return next.includes(on) || next.some(reaches);
  };
  return reaches(id);
}
