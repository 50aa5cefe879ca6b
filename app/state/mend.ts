import type { Finding, Fix } from "../../core/index.ts";
import { fixesOf } from "../../core/index.ts";
import { notCheckedNotice, problemsText } from "../text/problems.ts";
import { edit } from "./edit.ts";
import {
  isCurrent,
  listedProblems,
  nameOfProblem,
  openFindings,
} from "./findings.ts";
import { designOf } from "./selectors.ts";
import { addNotice } from "./storage/open.ts";
import { announce, getState, useApp, type ListedProblem } from "./store.ts";

/** How long the worker may take to look at the design again, in milliseconds. */
const patience = 5000;

/** Does what mends a problem. */
export function mend(problem: ListedProblem, { title }: Fix): void {
  whenCurrent(problem, (now) => {
    const fix = fixesOf(now).find((one) => one.title === title);
    if (fix === undefined || !edit(fix).ok) return;
    const name = nameOfProblem(now);
    dropFound((one) => nameOfProblem(one) === name);
    announce(problemsText.mended(fix.title));
  });
}

/** Does what mends every open problem of a code, in one step. */
export async function mendAll(code: string): Promise<void> {
  const { fixAll } = await import("../lazy/checks.ts");
  const state = getState();
  const count = mendable(openFindings(state), code);
  const fix = fixAll(designOf(state), code);
  if (fix === undefined) return;
  const title = problemsText.manyTimes(fix.title, count);
  if (!edit({ title, change: fix.change }).ok) return;
  dropFound((one) => one.code === code && one.fix !== undefined);
  announce(problemsText.mended(title));
}

/** Takes what was just mended off the list at once; the worker looks whether it really is. */
function dropFound(isMended: (finding: Finding) => boolean): void {
  useApp.setState(({ checked }) => ({
    checked: checked && {
      ...checked,
      findings: checked.findings.filter((one) => !isMended(one)),
    },
  }));
}

/** How many problems of a code can be mended. */
export function mendable(
  problems: readonly ListedProblem[],
  code: string | undefined,
): number {
  return mendableByCode(problems).get(code) ?? 0;
}

/** How many problems of each code can be mended. */
export function mendableByCode(
  problems: readonly ListedProblem[],
): ReadonlyMap<string | undefined, number> {
  const counts = new Map<string | undefined, number>();
  for (const { code, fix } of problems)
    if (fix !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/**
 * Does something with a problem of the design as it is now. What mends a problem that the worker found in an older
 * design would take newer edits back, so it is looked for again once the worker has looked.
 */
export function whenCurrent(
  problem: ListedProblem,
  act: (problem: ListedProblem) => void,
): void {
  if (isCurrent(getState(), problem)) return act(problem);
  let timer = setTimeout(giveUp, patience);
  const unsubscribe = useApp.subscribe((state, before) => {
    if (state.checked === before.checked) return;
    clearTimeout(timer);
    if (!isCurrent(state, problem)) {
      // What else waited was done first, and the worker looks once more.
      timer = setTimeout(giveUp, patience);
      return;
    }
    unsubscribe();
    const now = again(listedProblems(state), problem);
    if (now === undefined) announce(problemsText.gone);
    else act(now);
  });
  function giveUp(): void {
    unsubscribe();
    addNotice(notCheckedNotice);
  }
}

/** The problem among newer ones. What was mended beside it may have changed its place, or what it says. */
function again(
  problems: readonly ListedProblem[],
  problem: ListedProblem,
): ListedProblem | undefined {
  const name = nameOfProblem(problem);
  const alike = problems.filter(({ code }) => code === problem.code);
  return (
    alike.find((one) => nameOfProblem(one) === name) ??
    alike.find(({ message }) => message === problem.message) ??
    alike.find(
      (one) => isOfSameMember(one, problem) && hasSameFix(one, problem),
    )
  );
}

function isOfSameMember(
  { path: a }: ListedProblem,
  { path: b }: ListedProblem,
) {
  return a[0] === b[0] && a[1] === b[1];
}

function hasSameFix({ fix: a }: ListedProblem, { fix: b }: ListedProblem) {
  return a !== undefined && a.title === b?.title;
}
