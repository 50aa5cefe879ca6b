import { printPath, samePath, type Path } from "../../core/index.ts";
import { goTo } from "../state/select.ts";
import { designOf, listedProblems, selectedPath } from "../state/selectors.ts";
import { announce, getState } from "../state/store.ts";
import { focusControl } from "./focus.ts";

/** Goes to a place of the design and focuses its control. */
export function showPlace(path: Path): void {
  goTo(path);
  requestAnimationFrame(() => focusNearest(path));
}

/** Goes to the problem after (or before) the selected place. */
export function cycleProblem(step: 1 | -1): void {
  const state = getState();
  const problems = listedProblems(designOf(state), state.drafts);
  const selected = selectedPath(state);
  const now = problems.findIndex(
    ({ path }) => selected !== null && samePath(path, selected),
  );
  const count = problems.length;
  const start = step === 1 ? -1 : count;
  const next = problems[((now < 0 ? start : now) + step + count) % count];
  if (next === undefined) return;
  showPlace(next.path);
  announce(next.message);
}

function focusNearest(path: Path): void {
  for (let length = path.length; length > 0; length--)
    if (focusControl(printPath(path.slice(0, length)))) return;
}
