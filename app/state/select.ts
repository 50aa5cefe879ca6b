import type { Path } from "../../core/index.ts";
import { indexOfMember, memberAt, stackAt, type Member } from "./members.ts";
import { designOf } from "./selectors.ts";
import {
  getState,
  useApp,
  type DesignPane,
  type Selection,
  type Shown,
  type ShownList,
} from "./store.ts";
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
  selectPath(["keys", index], "list");
  setView({ pane: "key", openStatement: null });
}

/** Shows a stack, a separate alias or a resource in place of the key. */
export function selectMember(list: ShownList, id: string): void {
  const index = indexOfMember(designOf(getState()), { list, id });
  if (index < 0) return;
  selectPath([list, index], "list");
  setView({ pane: "key" });
}

/** Shows the settings of the design in place of the key. */
export function selectDesignSettings(): void {
  selectDesignPane("cdk");
}

/** Shows what verdicts about access assume in place of the key. */
export function selectAccountSettings(): void {
  selectDesignPane("settings");
}

function selectDesignPane(pane: DesignPane): void {
  selectPath([pane], "list");
  setView({ pane: "key" });
}

/** Points at a part of the design. */
export function selectPath(path: Path, origin: Selection["origin"]): void {
  const state = getState();
  const { selection, view } = state;
  const design = designOf(state);
  const member = memberAt(design, path);
  const isKey = member?.list === "keys";
  useApp.setState({
    selection: {
      key: isKey ? member.id : selection.key,
      index: isKey ? indexOfMember(design, member) : selection.index,
      shown:
        origin === "control"
          ? selection.shown
          : shownFor(path, member, selection.shown),
      path,
      member: member?.id ?? null,
      origin,
    },
    view: {
      ...view,
      codeStack: stackAt(design, path) ?? view.codeStack,
      ...(origin === "control" ? {} : viewForPath(path, view)),
    },
  });
}

/** A principal is shown in the outline only; whatever was beside it stays. */
function shownFor(
  [root]: Path,
  member: Member | undefined,
  before: Shown | null,
): Shown | null {
  if (root === "cdk" || root === "settings") return root;
  if (root === "keys") return null;
  if (member === undefined) return before;
  const { list, id } = member;
  return list === "stacks" || list === "aliases" || list === "consumers"
    ? { list, id }
    : before;
}

/** The view that shows a part of the design, with the statement open where it is one. */
export function viewForPath(path: Path, view: View): Partial<View> {
  const [root, , property, part, statement] = path;
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
  useApp.setState(({ selection }) => ({
    selection: { ...selection, shown: null },
  }));
  setView({ tab, pane: "key" });
}

function paneForPath(path: Path): Pane {
  return path[0] === "principals" ? "design" : "key";
}
