import type { Design, Key, Path } from "../../core/index.ts";
import { checkDesign, emptyDesign, startsWithPath } from "../../core/index.ts";
import { indexOfMember, listAt, type Member } from "./members.ts";
import type { AppState, DesignPane, Shown, ShownList } from "./store.ts";

const noDesign = emptyDesign();

/** The design on the screen; an empty one while there is none. */
export function designOf(state: AppState): Design {
  return state.document?.design ?? noDesign;
}

/** Where the key stands whose views are shown; -1 in a design without keys. */
export function keyIndexOf(state: AppState): number {
  const { keys } = designOf(state);
  const found = keys.findIndex((key) => key.id === state.selection.key);
  return found >= 0 ? found : Math.min(state.selection.index, keys.length - 1);
}

/** The key whose views are shown. */
export function keyOf(state: AppState): Key | undefined {
  return designOf(state).keys[keyIndexOf(state)];
}

/** What is shown in place of the key; nothing where the design has it no more. */
export function shownOf(state: AppState): Shown | null {
  const { shown } = state.selection;
  if (shown === null || typeof shown === "string") return shown;
  return indexOfMember(designOf(state), shown) < 0 ? null : shown;
}

/** What the middle of the page is about. */
export function shownKind(state: AppState): ShownList | "keys" | DesignPane {
  const shown = shownOf(state);
  if (shown === null) return "keys";
  return typeof shown === "string" ? shown : shown.list;
}

/** The settings of this part of the design are shown. */
export function isShown(state: AppState, { list, id }: Member): boolean {
  const shown = shownOf(state);
  return (
    shown !== null &&
    typeof shown === "object" &&
    shown.list === list &&
    shown.id === id
  );
}

/** The member of the design whose settings are shown: what a command acts on. */
export function subjectOf(state: AppState): Member | undefined {
  const shown = shownOf(state);
  if (typeof shown === "string") return undefined;
  const key = keyOf(state);
  return shown ?? (key && { list: "keys", id: key.id });
}

/** The key whose views are shown, while nothing else is. */
export function shownKeyOf(state: AppState): Key | undefined {
  return shownOf(state) === null ? keyOf(state) : undefined;
}

/** The selected part of the design, as it stands now. */
export function selectedPath(state: AppState): Path | null {
  const { path, member } = state.selection;
  if (path === null || member === null) return path;
  const [root, , ...rest] = path;
  if (root === "keys") return ["keys", keyIndexOf(state), ...rest];
  const list = listAt(path);
  if (list === undefined) return path;
  const index = indexOfMember(designOf(state), { list, id: member });
  return index < 0 ? null : [list, index, ...rest];
}

/** The control at `path` wrote what is selected, or is part of it. */
export function isSelected(state: AppState, path: Path): boolean {
  const selected = selectedPath(state);
  return selected !== null && startsWithPath(selected, path);
}

/** What is wrong with a design as far as it is seen at once, computed once for each design. */
export const findingsOf = remembered((design: Design) => checkDesign(design));

/** Remembers every answer as long as its argument lives. */
export function remembered<In extends object, Out>(
  compute: (input: In) => Out,
): (input: In) => Out {
  const answers = new WeakMap<In, { readonly output: Out }>();
  return (input) => {
    const known = answers.get(input) ?? { output: compute(input) };
    answers.set(input, known);
    return known.output;
  };
}

/** Remembers the last answer, for the same argument. */
export function latest<In extends object, Out>(
  compute: (input: In) => Out,
): (input: In) => Out {
  let last: { readonly input: In; readonly output: Out } | undefined;
  return (input) => {
    if (last?.input !== input) last = { input, output: compute(input) };
    return last.output;
  };
}
