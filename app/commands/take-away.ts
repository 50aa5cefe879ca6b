import type * as lazyCode from "../lazy/code.ts";
import { addNotice } from "../state/storage/open.ts";
import { notLoadedNotice } from "../text/project.ts";

/** Does something with the code of the design; what writes code comes with the first design that is open. */
export function takeAway(
  action: (code: typeof lazyCode) => void | Promise<void>,
): void {
  void import("../lazy/code.ts")
    .then(action)
    .catch(() => addNotice(notLoadedNotice));
}
