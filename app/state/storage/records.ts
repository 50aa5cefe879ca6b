import { createStore, del, get, set, values } from "idb-keyval";
import type { HistoryEntry } from "../history.ts";
import type { Draft } from "../store.ts";
import type { View } from "../view.ts";

/** A design as this browser keeps it. */
export interface StoredDesign {
  readonly id: string;
  readonly name: string;
  readonly keys: number;
  /** The design as `printDesign` writes it. */
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** How many edits it has seen; the journal counts on. */
  readonly edits: number;
  readonly past: readonly HistoryEntry[];
  readonly future: readonly HistoryEntry[];
  readonly view: View;
  readonly selectedKey: string | null;
  readonly drafts: Readonly<Record<string, Draft>>;
  readonly demo: string | null;
  /** What it is compared with: its name, and the design as `printDesign` writes it; older records have none. */
  readonly baseline?: { readonly name: string; readonly text: string } | null;
}

const openStore = lazily(() => createStore("keywright", "designs"));

/** Reads one design. */
export function readRecord(id: string): Promise<StoredDesign | undefined> {
  return attempt(() => get<StoredDesign>(id, openStore()));
}

/** Writes one design over what was stored under its id. */
export function writeRecord(record: StoredDesign): Promise<void> {
  return attempt(() => set(record.id, record, openStore()));
}

/** Deletes one design. */
export function deleteRecord(id: string): Promise<void> {
  return attempt(() => del(id, openStore()));
}

/** All designs, the latest first. */
export async function listRecords(): Promise<readonly StoredDesign[]> {
  const all = await attempt(() => values<StoredDesign>(openStore()));
  return all.toSorted((a, b) => b.savedAt - a.savedAt);
}

/** A browser without a database throws at once; callers expect a rejected promise. */
function attempt<T>(action: () => Promise<T>): Promise<T> {
  return Promise.resolve().then(action);
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
