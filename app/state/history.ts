import type { DesignChange } from "../../core/index.ts";
import { renamesIn } from "./renames.ts";

/** One edit that was made: its name, the change and the way back. */
export interface HistoryEntry {
  readonly title: string;
  readonly change: DesignChange;
  readonly inverse: DesignChange;
  /** The field that is still being typed in; its keystrokes are one entry. */
  readonly field?: string;
}

/** What can be undone and redone, the latest last. */
export interface History {
  readonly past: readonly HistoryEntry[];
  readonly future: readonly HistoryEntry[];
}

/** How many edits are kept. */
const keptEntries = 500;

/** No edit yet. */
export const emptyHistory: History = { past: [], future: [] };

/** The history after a new edit; what had been undone is gone. Keystrokes in one field become one entry. */
export function recorded(history: History, entry: HistoryEntry): History {
  const last = history.past.at(-1);
  if (
    last !== undefined &&
    entry.field !== undefined &&
    last.field === entry.field
  ) {
    const merged = isAbsolute(entry.change)
      ? { ...entry, inverse: last.inverse }
      : together(last, entry);
    return { past: history.past.with(-1, merged), future: [] };
  }
  return { past: [...history.past, entry].slice(-keptEntries), future: [] };
}

/** The history in which the next keystroke starts an entry of its own. */
export function sealed(history: History): History {
  const last = history.past.at(-1);
  if (last?.field === undefined) return history;
  const { title, change, inverse } = last;
  return {
    ...history,
    past: history.past.with(-1, { title, change, inverse }),
  };
}

/** The history after undoing its last entry. */
export function stepBack(history: History): History {
  const last = history.past.at(-1);
  if (last === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    future: [...history.future, last],
  };
}

/** The history after redoing the entry undone last. */
export function stepForward(history: History): History {
  const next = history.future.at(-1);
  if (next === undefined) return history;
  return {
    past: [...history.past, next],
    future: history.future.slice(0, -1),
  };
}

/** The change can be made to the design before the edit it takes the place of: it does not name what that renamed. */
function isAbsolute(change: DesignChange): boolean {
  return change.type !== "rename-parameter" && renamesIn(change).length === 0;
}

function together(first: HistoryEntry, second: HistoryEntry): HistoryEntry {
  return {
    ...second,
    change: { type: "batch", changes: [first.change, second.change] },
    inverse: { type: "batch", changes: [second.inverse, first.inverse] },
  };
}
