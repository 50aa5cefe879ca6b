import { stepped, type Step, type Version } from "../step.ts";
import { readLocal, writeLocal } from "./local.ts";

/**
 * The steps since the last save, written at once and synchronously: a tab that crashes
 * before the database has the design loses nothing, nor what can be undone.
 */
export interface JournalEntry {
  /** The number of the step, counted over the life of the design. */
  readonly edit: number;
  readonly step: Step;
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

/** The design and its history with the steps that the database had not seen, which are returned too; stops at one that does not apply. */
export function replayed(
  saved: Version,
  savedEdits: number,
  entries: readonly JournalEntry[],
): { readonly version: Version; readonly unsaved: readonly JournalEntry[] } {
  const unsaved: JournalEntry[] = [];
  let version = saved;
  for (const entry of entries) {
    if (entry.edit <= savedEdits) continue;
    const next = stepped(version, entry.step);
    if (next === undefined) break;
    version = next;
    unsaved.push(entry);
  }
  return { version, unsaved };
}

function isEntry(value: unknown): value is JournalEntry {
  return (
    isObject(value) &&
    "edit" in value &&
    typeof value.edit === "number" &&
    "step" in value &&
    isStep(value.step)
  );
}

function isStep(value: unknown): boolean {
  if (!isObject(value) || !("type" in value)) return false;
  if (value.type === "undo" || value.type === "redo") return true;
  return (
    value.type === "edit" &&
    "title" in value &&
    typeof value.title === "string" &&
    "change" in value &&
    isObject(value.change) &&
    "type" in value.change
  );
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
