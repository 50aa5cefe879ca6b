import { itemLines, memberLines } from "../block-text.ts";
import type { Entry } from "../text-node.ts";
import type { EditedText } from "./edited-text.ts";
import type { AddedEntry, EntryChanges } from "./entry-changes.ts";
import type { Editing } from "./replace-value.ts";

/** Takes the lines of entries out of a collection in block style, and puts new ones in. */
export function changeBlockEntries(
  editing: Editing,
  entries: readonly Entry[],
  { kept, added }: EntryChanges,
): void {
  const { edited } = editing;
  const places = entries.map((entry, index) => ({
    entry,
    previous: entries[index - 1],
    isKept: kept[index] === true,
  }));
  const staying = places.find(({ isKept }) => isKept);
  if (staying === undefined) return;
  const head = places.slice(0, places.indexOf(staying));
  const [{ entry: first } = staying] = head;
  // The first entry may share its line with the dash around it; then the first one that stays takes its place.
  const isShared = !edited.startsLine(first.span.start);
  if (isShared) edited.remove(first.span.start, beginning(edited, staying));
  for (const place of isShared ? places.slice(head.length) : places)
    if (!place.isKept) removeLines(edited, place);
  for (const entry of added) {
    const lines = linesOf(editing, entry);
    const before = entries[entry.after];
    if (before === undefined) addBefore(edited, staying, lines);
    else addBehind(edited, before, lines);
  }
}

/** An entry and the one before it. */
interface EntryPlace {
  readonly entry: Entry;
  readonly previous: Entry | undefined;
}

function linesOf(
  { style }: Editing,
  { name, value }: AddedEntry,
): readonly string[] {
  return name === undefined
    ? itemLines(value, style.indents)
    : memberLines(name, value, style.indents);
}

function addBehind(
  edited: EditedText,
  { span }: Entry,
  lines: readonly string[],
): void {
  const margin = edited.lineEnd + " ".repeat(edited.column(span.start));
  const text = lines.map((line) => margin + line).join("");
  edited.insert(edited.lineStop(span.end), text);
}

function addBefore(
  edited: EditedText,
  place: EntryPlace,
  lines: readonly string[],
): void {
  const margin =
    edited.lineEnd + " ".repeat(edited.column(place.entry.span.start));
  const text = lines.map((line) => line + margin).join("");
  edited.insert(beginning(edited, place), text);
}

/** Where an entry begins with the comments directly above it. */
function beginning(edited: EditedText, place: EntryPlace): number {
  const { start } = place.entry.span;
  return edited.startsLine(start)
    ? commentsAbove(edited, place) + edited.column(start)
    : start;
}

/** Removes the lines of an entry, and empty lines that would stand where none did, or beside others. */
function removeLines(edited: EditedText, place: EntryPlace): void {
  const { entry, previous } = place;
  const top = standsAlone(edited, entry)
    ? commentsAbove(edited, place)
    : edited.lineStart(entry.span.start);
  let stop = edited.lineStop(entry.span.end);
  let next = edited.nextLine(stop);
  let from = edited.lineBefore(top);
  if (from === undefined) {
    edited.remove(top, next ?? stop);
    return;
  }
  if (previous === undefined || isBlank(edited, from))
    while (next !== undefined && isBlank(edited, next)) {
      stop = edited.lineStop(next);
      next = edited.nextLine(next);
    }
  const floor = previous === undefined ? 0 : edited.lineStop(previous.span.end);
  if (next === undefined)
    while (from > floor && isBlank(edited, from))
      from = edited.lineBefore(from) ?? floor;
  edited.remove(Math.max(from, floor), stop);
}

/**
 * A comment above several entries in a row may speak of all of them; above one with an empty line, a comment or the end
 * of the collection behind it, the comment belongs to it.
 */
function standsAlone(edited: EditedText, { span }: Entry): boolean {
  const next = edited.nextLine(edited.lineStop(span.end));
  const line = next === undefined ? "" : edited.line(next);
  const column = /^ *(?=[^ #])/.exec(line)?.[0].length ?? -1;
  return line.trim() === "" || column < edited.column(span.start);
}

/** The beginning of the comments directly above an entry; a comment at the very top belongs to the whole text. */
function commentsAbove(
  edited: EditedText,
  { entry, previous }: EntryPlace,
): number {
  const { start } = entry.span;
  const own = edited.lineStart(start);
  const floor = previous?.span.end ?? -1;
  const comment = `${edited.before(start)}#`;
  let top = own;
  for (;;) {
    const above = edited.lineBefore(top);
    if (above === undefined) return own;
    const line = edited.lineStart(above);
    if (line <= floor || !edited.line(line).startsWith(comment)) return top;
    top = line;
  }
}

function isBlank(edited: EditedText, at: number): boolean {
  return edited.line(at).trim() === "";
}
