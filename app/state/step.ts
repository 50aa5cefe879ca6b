import type { Design, DesignChange, Result } from "../../core/index.ts";
import { applyChange, invertChange, printDesign } from "../../core/index.ts";
import {
  recorded,
  sealed,
  stepBack,
  stepForward,
  type History,
} from "./history.ts";

/** One thing done to a design: an edit, or a step back or forward through its history. */
export type Step =
  | {
      readonly type: "edit";
      readonly title: string;
      readonly change: DesignChange;
      readonly field?: string;
      /** The field of the edit before was left by then: the two are not undone together. */
      readonly sealed: boolean;
    }
  | { readonly type: "undo" }
  | { readonly type: "redo" };

/** A design and how it came about. */
export interface Version {
  readonly design: Design;
  readonly history: History;
}

/** What a step does to the design; none where there is nothing to take back or to make again. */
export function changeOf(
  { past, future }: History,
  step: Step,
): DesignChange | undefined {
  switch (step.type) {
    case "edit":
      return step.change;
    case "undo":
      return past.at(-1)?.inverse;
    case "redo":
      return future.at(-1)?.change;
  }
}

/** The version after a step; the same object where the step does nothing, none where it does not apply. */
export function stepped(version: Version, step: Step): Version | undefined {
  const { design, history } = version;
  const change = changeOf(history, step);
  if (change === undefined) return version;
  const next = designAfter(design, change);
  if (!next.ok) return undefined;
  switch (step.type) {
    case "edit":
      return sameDesign(design, next.value)
        ? version
        : { design: next.value, history: historyAfter(version, step, next) };
    case "undo":
      return { design: next.value, history: stepBack(history) };
    case "redo":
      return { design: next.value, history: stepForward(history) };
  }
}

let lastApplied:
  | {
      readonly design: Design;
      readonly change: DesignChange;
      readonly next: Result<Design>;
    }
  | undefined;

/** The design after a change. A change is tried before it is made: both times it gives the same object, which is checked once. */
export function designAfter(
  design: Design,
  change: DesignChange,
): Result<Design> {
  if (lastApplied?.design !== design || lastApplied.change !== change)
    lastApplied = { design, change, next: applyChange(design, change) };
  return lastApplied.next;
}

/** The history after an edit. Keystrokes that lead back to the text before the first leave no entry. */
function historyAfter(
  { design, history }: Version,
  step: Extract<Step, { type: "edit" }>,
  next: { readonly value: Design },
): History {
  const { title, change, field } = step;
  const before = step.sealed ? sealed(history) : history;
  const after = recorded(before, {
    title,
    change,
    inverse: invertChange(design, change),
    ...(field !== undefined && { field }),
  });
  const last = after.past.at(-1);
  const isMerged = field !== undefined && before.past.at(-1)?.field === field;
  if (last === undefined || !isMerged) return after;
  const undone = applyChange(next.value, last.inverse);
  return undone.ok && sameDesign(undone.value, next.value)
    ? { ...after, past: after.past.slice(0, -1) }
    : after;
}

/** The two are the same file. Keys that are one object are not compared. */
function sameDesign(a: Design, b: Design): boolean {
  if (a.keys.length !== b.keys.length) return false;
  return printDesign(less(a, b)) === printDesign(less(b, a));
}

function less(design: Design, other: Design): Design {
  const keys = design.keys.filter((key, index) => key !== other.keys[index]);
  return { ...design, keys };
}
