import { printDesign } from "../../../core/index.ts";
import { saveFailure } from "../../text/storage.ts";
import { onEdit } from "../edit.ts";
import { getState, setSession, useApp, type OpenDocument } from "../store.ts";
import { writeJournal, type JournalEntry } from "./journal.ts";
import { announceSaved } from "./tabs.ts";
import { writeRecord, type StoredDesign } from "./records.ts";

const delay = 150;
let edits = 0;
/** How often a save was asked for: one that began earlier does not cover it. */
let asked = 0;
let journal: readonly JournalEntry[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;
let running: Promise<void> = Promise.resolve();

/** Starts saving: after every edit, and when the page is left. */
export function startAutosave(): void {
  onEdit((document, step) => {
    edits += 1;
    journal = [...journal, { edit: edits, step }];
    writeJournal(document.id, journal);
    scheduleSave();
  });
  useApp.subscribe((state, before) => {
    if (state.document === null || state.document.id !== before.document?.id)
      return;
    if (
      state.document.demo !== before.document.demo ||
      state.document.baseline !== before.document.baseline ||
      state.view !== before.view ||
      state.drafts !== before.drafts ||
      state.selection.key !== before.selection.key
    )
      scheduleSave();
  });
  addEventListener("pagehide", () => void saveNow());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") void saveNow();
  });
}

/** A design was opened that was saved after this many edits, with those that are in its journal only. */
export function countFrom(
  saved: number,
  unsaved: readonly JournalEntry[] = [],
): void {
  edits = unsaved.at(-1)?.edit ?? saved;
  journal = unsaved;
}

/** Saves soon. */
export function scheduleSave(): void {
  if (getState().session.readOnly) return;
  asked += 1;
  clearTimeout(timer);
  timer = setTimeout(() => void saveNow(), delay);
  if (getState().session.save.kind === "saved")
    setSession({ save: { kind: "saving" } });
}

/** Saves at once, after a save that still runs. */
export function saveNow(): Promise<void> {
  clearTimeout(timer);
  running = running.then(save);
  return running;
}

async function save(): Promise<void> {
  const { document, session } = getState();
  if (document === null || session.readOnly) return;
  const record = recordOf(document);
  const covers = asked;
  try {
    await writeRecord(record);
  } catch (error) {
    setSession({ save: { kind: "failed", reason: saveFailure(error) } });
    return;
  }
  if (getState().document?.id === record.id) {
    journal = journal.filter(({ edit }) => edit > record.edits);
    writeJournal(record.id, journal);
    setSession({ save: { kind: asked > covers ? "saving" : "saved" } });
  }
  announceSaved(record.id);
}

function recordOf({
  id,
  design,
  history,
  demo,
  baseline,
}: OpenDocument): StoredDesign {
  const { view, drafts, selection } = getState();
  return {
    id,
    name: design.name,
    keys: design.keys.length,
    text: printDesign(design),
    savedAt: Date.now(),
    edits,
    past: history.past,
    future: history.future,
    view,
    selectedKey: selection.key,
    drafts,
    demo,
    baseline: baseline && {
      name: baseline.name,
      text: printDesign(baseline.design),
    },
  };
}
