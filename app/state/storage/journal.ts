import type { Design, DesignChange } from "../../../core/index.ts";
import { applyChange } from "../../../core/index.ts";
import { readLocal, writeLocal } from "./local.ts";

/**
 * The edits since the last save, written at once and synchronously: a tab that crashes
 * before the database has the design loses nothing.
 */
export interface JournalEntry {
  /** The number of the edit, counted over the life of the design. */
  readonly edit: number;
  readonly change: DesignChange;
}

/** Writes the journal of a design; an empty one is removed. */
export function writeJournal(
  id: string,
  entries: readonly JournalEntry[],
): void {
  writeLocal(
    `journal/${id}`,
    entries.length === 0 ? null : JSON.stringify(entries),
  );
}

/** Reads the journal of a design; one that does not parse is as none. */
export function readJournal(id: string): readonly JournalEntry[] {
  const text = readLocal(`journal/${id}`);
  if (text === null) return [];
  try {
    const entries: unknown = JSON.parse(text);
    return Array.isArray(entries) ? entries.filter(isEntry) : [];
  } catch {
    return [];
  }
}

/** The design with the edits that the database had not seen; stops at one that does not apply. */
export function replayed(
  design: Design,
  savedEdits: number,
  entries: readonly JournalEntry[],
): { readonly design: Design; readonly edits: number } {
  let current = { design, edits: savedEdits };
  for (const { edit, change } of entries) {
    if (edit <= savedEdits) continue;
    const next = applyChange(current.design, change);
    if (!next.ok) break;
    current = { design: next.value, edits: edit };
  }
  return current;
}

function isEntry(value: unknown): value is JournalEntry {
  return (
    typeof value === "object" &&
    value !== null &&
    "edit" in value &&
    typeof value.edit === "number" &&
    "change" in value &&
    typeof value.change === "object" &&
    value.change !== null &&
    "type" in value.change
  );
}
