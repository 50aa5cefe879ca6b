import type * as lazyProblems from "../lazy/problems.ts";
import { addNotice } from "../state/storage/open.ts";
import { notLoadedNotice } from "../text/project.ts";

/** Does something with the problems of the design; what knows them comes with the first design that is open. */
export function withProblems(
  action: (problems: typeof lazyProblems) => void | Promise<void>,
): void {
  void import("../lazy/problems.ts")
    .then(action)
    .catch(() => addNotice(notLoadedNotice));
}
