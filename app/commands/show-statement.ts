import { printPath } from "../../core/index.ts";
import type { PolicyPlace } from "../state/policy-places.ts";
import { selectPath, setView, showTab } from "../state/select.ts";
import { focusControl } from "./focus.ts";

/** Shows a statement in the policy view, open. */
export function showStatement({ path, row }: PolicyPlace): void {
  selectPath(path, "control");
  showTab("policy");
  setView({ openStatement: row, statementFilter: "all" });
  requestAnimationFrame(() => {
    requestAnimationFrame(() => focusControl(printPath(path)));
  });
}
