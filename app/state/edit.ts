import type { Design, DesignChange, Path, Result } from "../../core/index.ts";
import { applyChange, failed, invertChange } from "../../core/index.ts";
import { readOnlyProblem } from "../text/storage.ts";
import { recorded, sealed, stepBack, stepForward } from "./history.ts";
import { movedDrafts } from "./moved-drafts.ts";
import { announce, getState, useApp, type OpenDocument } from "./store.ts";

/** An edit of the design: its name for the undo tooltip and what it does. */
export interface Edit {
  readonly title: string;
  readonly change: DesignChange;
  /** Keystrokes in one field are undone together. */
  readonly field?: string;
  /** What follows from the edit, to be said beside the control at `path`. */
  readonly said?: {
    readonly path: Path;
    readonly sentences: readonly string[];
  };
}

/** Listens to every change of the design that is to be saved. */
export type EditListener = (
  document: OpenDocument,
  change: DesignChange,
) => void;

let listener: EditListener = () => {};

/** Who saves; there is one. */
export function onEdit(next: EditListener): void {
  listener = next;
}

/** Makes an edit. Nothing happens where the change does not apply. */
export function edit({ title, change, field, said }: Edit): Result<Design> {
  const { document, session } = getState();
  if (document === null || session.readOnly) return failed(readOnlyProblem);
  const next = designAfter(document.design, change);
  if (!next.ok || next.value === document.design) return next;
  const entry = {
    title,
    change,
    inverse: invertChange(document.design, change),
    ...(field !== undefined && { field }),
  };
  const history = recorded(document.history, entry);
  commit({ ...document, design: next.value, history }, change);
  useApp.setState({ said: said ?? null });
  followRename(change);
  return next;
}

let lastApplied:
  | {
      readonly design: Design;
      readonly change: DesignChange;
      readonly next: Result<Design>;
    }
  | undefined;

/** The design after a change. A change is tried before it is made: both times it gives the same object, which is checked once. */
export function designAfter(
  design: Design,
  change: DesignChange,
): Result<Design> {
  if (lastApplied?.design !== design || lastApplied.change !== change)
    lastApplied = { design, change, next: applyChange(design, change) };
  return lastApplied.next;
}

/** Takes the last edit back. */
export function undo(): void {
  const { document, session } = getState();
  const last = document?.history.past.at(-1);
  if (document === null || last === undefined || session.readOnly) return;
  move(document, last.inverse, stepBack(document.history));
  announce(`Undone: ${last.title}`);
}

/** Makes the edit again that was undone last. */
export function redo(): void {
  const { document, session } = getState();
  const next = document?.history.future.at(-1);
  if (document === null || next === undefined || session.readOnly) return;
  move(document, next.change, stepForward(document.history));
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

function move(
  document: OpenDocument,
  change: DesignChange,
  history: OpenDocument["history"],
): void {
  const next = applyChange(document.design, change);
  if (!next.ok) return;
  commit({ ...document, design: next.value, history }, change);
  useApp.setState({ said: null });
  followRename(change);
}

function commit(document: OpenDocument, change: DesignChange): void {
  useApp.setState((state) => ({
    document,
    drafts: movedDrafts(
      state.drafts,
      state.document?.design ?? document.design,
      document.design,
    ),
    session: { ...state.session, edits: state.session.edits + 1 },
  }));
  listener(document, change);
}

/** Keeps the selected key selected when its name changes. */
function followRename(change: DesignChange): void {
  if (change.type === "batch") {
    for (const part of change.changes) followRename(part);
    return;
  }
  if (change.type !== "edit-key") return;
  const { id } = change.patch;
  const { selection } = getState();
  if (id === undefined || selection.key !== change.key) return;
  useApp.setState({ selection: { ...selection, key: id } });
}
