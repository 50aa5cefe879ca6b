import type { Design, DesignChange, Problem } from "../../core/index.ts";
import { printPath, problemsOfChange } from "../../core/index.ts";
import { findingsOf } from "./selectors.ts";
import { designAfter } from "./step.ts";

/**
 * The errors that a change would bring. Asked at every keystroke, so the whole answer of core,
 * which checks both designs anew, is fetched only where the next design has an error that this one has not.
 */
export function newProblems(
  design: Design,
  change: DesignChange,
): readonly Problem[] {
  const next = designAfter(design, change);
  if (!next.ok) return next.problems;
  const known = new Set(errorsOf(design));
  return errorsOf(next.value).every((error) => known.has(error))
    ? []
    : problemsOfChange(design, change);
}

function errorsOf(design: Design): readonly string[] {
  return findingsOf(design)
    .filter(({ severity }) => severity === "error")
    .map(({ code, path, message }) => `${code} ${printPath(path)} ${message}`);
}
