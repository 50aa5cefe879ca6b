import type { DesignChange, Path, Result } from "../../core/index.ts";
import { isIn } from "./draft-id.ts";
import { edit } from "./edit.ts";
import { newProblems } from "./new-problems.ts";
import { getState, useApp, type AppState, type Draft } from "./store.ts";

/** A control with text: what it edits and how its text is read. */
export interface TextControl {
  /** Names the draft; unique on the page. */
  readonly id: string;
  readonly label: string;
  readonly path: Path;
  /** The text of the value in the design. */
  readonly value: string;
  readonly title: string;
  /** Names what is typed in one go, where the control changes its own `id`. @default the `id` */
  readonly field?: string;
  /** The edit that the text stands for. */
  readonly read: (text: string) => Result<DesignChange>;
}

/** What a control shows: the draft where there is one, else the value. */
export function shownText(
  drafts: AppState["drafts"],
  control: Pick<TextControl, "id" | "value">,
): string {
  return draftOf(drafts, control)?.text ?? control.value;
}

/** The draft of a control, unless the value under it has changed since. */
export function draftOf(
  drafts: AppState["drafts"],
  control: Pick<TextControl, "id" | "value">,
): Draft | undefined {
  const draft = drafts[control.id];
  return draft?.base === control.value ? draft : undefined;
}

/** Takes what was typed: into the design when it is right, else it stays a draft with its problems. */
export function enterText(control: TextControl, text: string): void {
  const { document } = getState();
  if (document === null) return;
  const change = control.read(text);
  const problems = change.ok
    ? newProblems(document.design, change.value)
    : change.problems;
  if (!change.ok || problems.length > 0) {
    setDraft(control.id, {
      text,
      base: control.value,
      path: control.path,
      label: control.label,
      problems,
    });
    return;
  }
  dropDraft(control.id);
  const made = edit({
    title: control.title,
    change: change.value,
    field: control.field ?? control.id,
  });
  if (!made.ok)
    setDraft(control.id, {
      text,
      base: control.value,
      path: control.path,
      label: control.label,
      problems: made.problems,
    });
}

/** Keeps text that is not in the design. */
export function setDraft(id: string, draft: Draft): void {
  useApp.setState(({ drafts }) => ({ drafts: { ...drafts, [id]: draft } }));
}

/** Forgets text that is not in the design. */
export function dropDraft(id: string): void {
  const { [id]: dropped, ...drafts } = getState().drafts;
  if (dropped !== undefined) useApp.setState({ drafts });
}

/** There is unfinished text in a part of the design. */
export function hasDraft(drafts: AppState["drafts"], part: string): boolean {
  return Object.keys(drafts).some((id) => isIn(id, part));
}

/** Forgets all unfinished text in a part of the design. */
export function dropDrafts(part: string): void {
  const kept = Object.entries(getState().drafts).filter(
    ([id]) => !isIn(id, part),
  );
  useApp.setState({ drafts: Object.fromEntries(kept) });
}

/** The part of the design has another name and place now. */
export function moveDrafts(from: string, to: string, path: Path): void {
  const moved = Object.entries(getState().drafts).map(
    ([id, draft]): [string, Draft] =>
      isIn(id, from)
        ? [to + id.slice(from.length), { ...draft, path }]
        : [id, draft],
  );
  useApp.setState({ drafts: Object.fromEntries(moved) });
}
