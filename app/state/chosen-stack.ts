import { indexOfMember, stackAt } from "./members.ts";
import { designOf, keyOf, subjectOf } from "./selectors.ts";
import type { AppState } from "./store.ts";

/** The stack that something new goes to: the one that is selected, or that of what is selected. */
export function stackForNew(state: AppState): string {
  const design = designOf(state);
  const subject = subjectOf(state);
  const path = subject && [subject.list, indexOfMember(design, subject)];
  return (path && stackAt(design, path)) ?? codeStackOf(state);
}

/** The stack whose code is shown. */
export function codeStackOf(state: AppState): string {
  const { stacks } = designOf(state);
  const chosen = state.view.codeStack ?? keyOf(state)?.stack;
  const stack = stacks.find(({ id }) => id === chosen) ?? stacks[0];
  return stack?.id ?? "";
}
