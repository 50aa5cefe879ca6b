import type { Design, Path } from "../../core/index.ts";
import { listedProblems } from "./findings.ts";
import { designOf } from "./selectors.ts";
import type { AppState, ListedProblem } from "./store.ts";
import type { ProblemFilter } from "./view.ts";

/** What a problem is about, by its code; input that is not in the design has none. */
export type FamilyOf = (code: string | undefined) => string;

/** The `id` of the key that a place is in; empty for what is not in a key. */
export function keyAt({ keys }: Design, [list, index]: Path): string {
  return list === "keys" ? (keys[Number(index)]?.id ?? "") : "";
}

/** The problems that a filter lets through; one for a key that is gone lets everything through. */
export function filtered<Problem extends ListedProblem>(
  problems: readonly Problem[],
  { severities, family, key }: ProblemFilter,
  {
    design,
    familyOf,
  }: { readonly design: Design; readonly familyOf: FamilyOf },
): readonly Problem[] {
  const isOfKey = (path: Path) =>
    key === null || !isThere(design, key) || keyAt(design, path) === key;
  return problems.filter(
    (problem) =>
      (severities.length === 0 || severities.includes(problem.severity)) &&
      isOfKey(problem.path) &&
      (family === null || familyOf(problem.code) === family),
  );
}

function isThere({ keys }: Design, key: string): boolean {
  return key === "" || keys.some(({ id }) => id === key);
}

/** The problems that are listed: all of them, or those that the person has chosen. */
export function chosenProblems(
  state: AppState,
  familyOf: FamilyOf,
): readonly ListedProblem[] {
  return filtered(listedProblems(state), state.view.problemFilter, {
    design: designOf(state),
    familyOf,
  });
}
