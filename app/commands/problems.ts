import {
  fixesOf,
  printPath,
  startsWithPath,
  type Path,
} from "../../core/index.ts";
import { listedProblems, nameOfProblem } from "../state/findings.ts";
import { whenCurrent } from "../state/mend.ts";
import { chosenProblems, type FamilyOf } from "../state/problem-filter.ts";
import { goTo, setView } from "../state/select.ts";
import { selectedPath } from "../state/selectors.ts";
import {
  announce,
  getState,
  setSession,
  type AppState,
  type ListedProblem,
} from "../state/store.ts";
import { problemsText } from "../text/problems.ts";
import { focusControl } from "./focus.ts";

/** Goes to a place of the design and focuses its control. */
export function showPlace(path: Path): void {
  const [list] = path;
  if (list === "claims") return setView({ ...drawer, drawerTab: "proofs" });
  if (list === "tests") return setView({ ...drawer, drawerTab: "test" });
  goTo(path);
  wanted = path;
  const from = document.activeElement;
  requestAnimationFrame(() => focusSoon(path, { from, frames: patience }));
}

/** For so many frames the view that has the control may be on its way. */
const patience = 30;

/** The place that was asked for last. */
let wanted: Path = [];

interface Waiting {
  /** What had the focus: once the person moves on, nothing takes it away. */
  readonly from: Element | null;
  readonly frames: number;
}

function focusSoon(path: Path, { from, frames }: Waiting): void {
  const { activeElement } = document;
  const isMoved = activeElement !== from && activeElement !== document.body;
  if (path !== wanted || isMoved) return;
  const enough = path[3] === "statements" ? 5 : 3;
  if (frames === 0) focusNearest(path, 1);
  else if (!focusNearest(path, Math.min(path.length, enough)))
    requestAnimationFrame(() => focusSoon(path, { from, frames: frames - 1 }));
}

/** Focuses the control of a place, or of what is around it, as far as a path of this length. */
function focusNearest(path: Path, least: number): boolean {
  for (let length = path.length; length >= least; length--)
    if (focusControl(printPath(path.slice(0, length)))) return true;
  return false;
}

const drawer = { drawerOpen: true, pane: "problems" } as const;

/** Goes to the place of a problem, which the next one comes after. */
export function showProblem(problem: ListedProblem): void {
  setSession({ problem });
  showPlace(problem.path);
}

/** Goes to the problem after (or before) the last one, of those that are listed, and says which it is. */
export async function cycleProblem(step: 1 | -1): Promise<void> {
  const state = getState();
  const problems = chosenProblems(state, await familyOfChosen(state));
  const count = problems.length;
  const at = (nextPlace(state, problems, step) + count) % count;
  const next = problems[at];
  if (next === undefined) return announce(problemsText.noneListed);
  place = at;
  showProblem(next);
  announce(problemsText.position(next, at + 1, count));
}

/** Where the last problem stood that was gone to: the next one takes its place once it is mended. */
let place = 0;

function nextPlace(
  state: AppState,
  problems: readonly ListedProblem[],
  step: 1 | -1,
): number {
  const now = currentPlace(state, problems);
  if (now >= 0) return now + step;
  const { problem } = state.session;
  if (problem === null) return step === 1 ? 0 : -1;
  return step === 1 ? place : place - 1;
}

/** Where the problem stands that was gone to last, or the first one at what is selected; -1 where there is none. */
function currentPlace(
  state: AppState,
  problems: readonly ListedProblem[],
): number {
  const { problem } = state.session;
  if (problem === null) {
    const selected = selectedPath(state);
    return problems.findIndex(
      ({ path }) => selected !== null && startsWithPath(path, selected),
    );
  }
  const name = nameOfProblem(problem);
  return problems.findIndex((one) => nameOfProblem(one) === name);
}

/** The rules come when they are needed. */
async function familyOfChosen(state: AppState): Promise<FamilyOf> {
  if (state.view.problemFilter.family === null) return () => "";
  const { familyOf } = await import("../state/rules.ts");
  return familyOf;
}

/** Opens the window that shows what the ways to mend a problem do. */
export function openFix(problem: ListedProblem): void {
  whenCurrent(problem, (now) =>
    setSession({ problem: now, dialog: "fix-problem" }),
  );
}

/** Opens the window that accepts a problem, or changes why it is accepted. */
export function openAccept(problem: ListedProblem): void {
  setSession({ problem, dialog: "accept-problem" });
}

/** Opens the ways to mend the problem that was gone to last; where there are none, the list with what can be done. */
export function fixCurrent(): void {
  const problem = currentProblem();
  if (problem !== undefined && fixesOf(problem).length > 0)
    return openFix(problem);
  setView({ ...drawer, drawerTab: "problems" });
  announce(problemsText.noFix);
}

/** Opens what accepts the problem that was gone to last. */
export async function acceptCurrent(): Promise<void> {
  const problem = currentProblem();
  const { ruleOf } = await import("../state/rules.ts");
  if (problem !== undefined && ruleOf(problem.code) !== undefined)
    openAccept(problem);
  else announce(problemsText.notAcceptable);
}

function currentProblem(): ListedProblem | undefined {
  const state = getState();
  const problems = listedProblems(state);
  return problems[currentPlace(state, problems)];
}
