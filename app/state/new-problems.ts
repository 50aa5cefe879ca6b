import type { Design, DesignChange, Problem } from "../../core/index.ts";
import { printPath, problemsOfChange } from "../../core/index.ts";
import { renamesIn } from "./renames.ts";
import { findingsOf } from "./selectors.ts";
import { designAfter } from "./step.ts";

/**
 * The errors that a change would bring. Asked at every keystroke, so the whole answer of core,
 * which checks both designs anew, is fetched only where the next design has an error that this one has not.
 * An error that names what is renamed is the same one under the new name.
 */
export function newProblems(
  design: Design,
  change: DesignChange,
): readonly Problem[] {
  const next = designAfter(design, change);
  if (!next.ok) return next.problems;
  const known = new Set(
    errorsOf(design).map((error) => withNewNames(error, change)),
  );
  return errorsOf(next.value).every((error) => known.has(error))
    ? []
    : problemsOfChange(design, change).filter(
        (problem) => !known.has(nameOf(problem)),
      );
}

function errorsOf(design: Design): readonly string[] {
  return findingsOf(design)
    .filter(({ severity }) => severity === "error")
    .map(nameOf);
}

function nameOf({ code, path, message }: Problem): string {
  return `${code} ${printPath(path)} ${message}`;
}

function withNewNames(error: string, change: DesignChange): string {
  let text = error;
  for (const { id, to } of renamesIn(change))
    text = text.replaceAll(`\`${id}\``, () => `\`${to}\``);
  return text;
}
