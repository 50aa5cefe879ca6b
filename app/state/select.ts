import type { Path } from "../../core/index.ts";
import { getState, useApp, type Selection } from "./store.ts";
import type { KeyView, Pane, View } from "./view.ts";

/** Changes how the page is set up. */
export function setView(part: Partial<View>): void {
  useApp.setState(({ view }) => ({ view: { ...view, ...part } }));
}

/** Shows a key. */
export function selectKey(id: string): void {
  const { document } = getState();
  const index = document?.design.keys.findIndex((key) => key.id === id) ?? -1;
  if (index < 0) return;
  useApp.setState(({ view }) => ({
    selection: { key: id, index, path: ["keys", index], origin: "list" },
    view: { ...view, pane: "key", openStatement: null },
  }));
}

/** Points at a part of the design. */
export function selectPath(path: Path, origin: Selection["origin"]): void {
  const { document, selection, view } = getState();
  const key = keyAt(path);
  const id = key === undefined ? undefined : document?.design.keys[key]?.id;
  useApp.setState({
    selection: {
      key: id ?? selection.key,
      index: key ?? selection.index,
      path,
      origin,
    },
    view: origin === "control" ? view : { ...view, ...viewForPath(path, view) },
  });
}

/** The view that shows a part of the design, with the statement open where it is one. */
export function viewForPath(path: Path, view: View): Partial<View> {
  const [root, , property, part, statement] = path;
  if (root === "stacks") return { tab: "settings" };
  if (root !== "keys" || property === undefined) return {};
  if (property !== "policy") return { tab: "settings" };
  if (part !== "statements" || typeof statement !== "number")
    return { tab: "policy" };
  return {
    tab: "policy",
    statementFilter: "all",
    openStatement: view.openStatement === statement ? statement : null,
  };
}

/** Goes to where a problem can be mended. */
export function goTo(path: Path): void {
  selectPath(path, "list");
  const statement = path[3] === "statements" ? path[4] : undefined;
  setView({
    pane: paneForPath(path),
    ...(typeof statement === "number" && { openStatement: statement }),
  });
}

/** Shows one view of the key. */
export function showTab(tab: KeyView): void {
  setView({ tab, pane: "key" });
}

function paneForPath(path: Path): Pane {
  return path[0] === "principals" ? "design" : "key";
}

function keyAt(path: Path): number | undefined {
  return path[0] === "keys" && typeof path[1] === "number"
    ? path[1]
    : undefined;
}
