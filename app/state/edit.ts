import type { Design, DesignChange, Result } from "../../core/index.ts";
import { failed } from "../../core/index.ts";
import { readOnlyProblem } from "../text/storage.ts";
import { sealed } from "./history.ts";
import { movedDrafts } from "./moved-drafts.ts";
import { renamesIn, type Rename } from "./renames.ts";
import { changeOf, designAfter, stepped, type Step } from "./step.ts";
import {
  announce,
  getState,
  useApp,
  type OpenDocument,
  type Said,
  type Shown,
} from "./store.ts";

/** An edit of the design: its name for the undo tooltip and what it does. */
export interface Edit {
  readonly title: string;
  readonly change: DesignChange;
  /** Keystrokes in one field are undone together. */
  readonly field?: string;
  /** What follows from the edit, to be said beside the control at `path`. */
  readonly said?: Said;
}

/** Listens to every step that is to be saved. */
export type EditListener = (document: OpenDocument, step: Step) => void;

let listener: EditListener = () => {};

/** Who saves; there is one. */
export function onEdit(next: EditListener): void {
  listener = next;
}

/** Makes an edit. Nothing happens where the change does not apply, or leaves the design as it is. */
export function edit({ title, change, field, said }: Edit): Result<Design> {
  const { document, session } = getState();
  if (document === null || session.readOnly) return failed(readOnlyProblem);
  const next = designAfter(document.design, change);
  if (!next.ok) return next;
  const step: Step = {
    type: "edit",
    title,
    change,
    ...(field !== undefined && { field }),
    sealed: document.history.past.at(-1)?.field === undefined,
  };
  take(document, step, said);
  return next;
}

/** Takes the last edit back. */
export function undo(): void {
  const { document, session } = getState();
  const last = document?.history.past.at(-1);
  if (document === null || last === undefined || session.readOnly) return;
  take(document, { type: "undo" });
  announce(`Undone: ${last.title}`);
}

/** Makes the edit again that was undone last. */
export function redo(): void {
  const { document, session } = getState();
  const next = document?.history.future.at(-1);
  if (document === null || next === undefined || session.readOnly) return;
  take(document, { type: "redo" });
  announce(`Redone: ${next.title}`);
}

/** The field was left: the next keystroke in it is an edit of its own. */
export function sealEdit(): void {
  const { document } = getState();
  if (document === null) return;
  const history = sealed(document.history);
  if (history !== document.history)
    useApp.setState({ document: { ...document, history } });
}

function take(
  document: OpenDocument,
  step: Step,
  said: Said | null = null,
): void {
  const change = changeOf(document.history, step);
  const next = stepped(document, step);
  if (change === undefined || next === undefined || next === document) return;
  const { design, history } = next;
  const after = { ...document, design, history };
  useApp.setState(({ drafts, session }) => ({
    document: after,
    drafts: movedDrafts(drafts, document.design, design),
    said,
    session: { ...session, edits: session.edits + 1 },
  }));
  listener(after, step);
  for (const rename of renamesIn(change)) followRename(rename);
}

/** Keeps what is selected and shown under its new name. */
function followRename({ list, id, to }: Rename): void {
  const { selection, view } = getState();
  const { key, shown, member, path } = selection;
  useApp.setState({
    selection: {
      ...selection,
      key: list === "keys" && key === id ? to : key,
      shown: followedShown(shown, { list, id, to }),
      member: path?.[0] === list && member === id ? to : member,
    },
  });
  if (list === "stacks" && view.codeStack === id)
    useApp.setState({ view: { ...view, codeStack: to } });
}

function followedShown(
  shown: Shown | null,
  { list, id, to }: Rename,
): Shown | null {
  return shown !== null &&
    typeof shown === "object" &&
    shown.list === list &&
    shown.id === id
    ? { ...shown, id: to }
    : shown;
}
