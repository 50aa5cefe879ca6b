import type { StackTemplate, TemplateLike } from "./update.ts";

/** The templates of a stack; one is undefined where only the other set has the stack. */
export interface TemplatePair {
  readonly stack: string;
  readonly base: TemplateLike | undefined;
  readonly head: TemplateLike | undefined;
}

/**
 * The stacks of both sets by name, those of the base first. Where each set has one stack, they are the same stack
 * whatever their names: a template alone does not say what its stack is called.
 */
export function pairStacks(
  base: readonly StackTemplate[],
  head: readonly StackTemplate[],
): readonly TemplatePair[] {
  const [old, ...others] = base;
  const [next, ...more] = head;
  if (old && next && others.length === 0 && more.length === 0)
    return [{ stack: next.stack, base: old.template, head: next.template }];
  const names = new Set([...base, ...head].map(({ stack }) => stack));
  return [...names].map((stack) => ({
    stack,
    base: found(base, stack),
    head: found(head, stack),
  }));
}

function found(templates: readonly StackTemplate[], name: string) {
  return templates.find(({ stack }) => stack === name)?.template;
}
