import { flowMember, flowText } from "../flow-text.ts";
import type { FlowStyle } from "../flow-text.ts";
import type { Entry } from "../text-node.ts";
import type { EditedText } from "./edited-text.ts";
import type { AddedEntry, EntryChanges } from "./entry-changes.ts";

/** Takes entries out of brackets or braces, and puts new ones in. */
export function changeFlowEntries(
  edited: EditedText,
  entries: readonly Entry[],
  { kept, added, style }: EntryChanges & { readonly style: FlowStyle },
): void {
  removeRuns(edited, entries, kept);
  for (const entry of added) {
    const before = entries[entry.after];
    const beside = before ?? entries[kept.indexOf(true)];
    if (beside === undefined) continue;
    const indent = ownIndent(edited, beside);
    const text = entryText(entry, style, indent);
    const gap = indent === undefined ? " " : edited.lineEnd + indent;
    if (before === undefined)
      edited.insert(beside.span.start, `${text},${gap}`);
    else edited.insert(beside.span.end, `,${gap}${text}`);
  }
}

/** What the line of an entry begins with, if it is the first on it. */
export function ownIndent(
  edited: EditedText,
  { span }: Entry,
): string | undefined {
  return edited.startsLine(span.start) ? edited.before(span.start) : undefined;
}

function entryText(
  { name, value }: AddedEntry,
  style: FlowStyle,
  indent: string | undefined,
): string {
  const text = flowText(value, style, indent);
  return name === undefined ? text : flowMember(name, text, style);
}

/**
 * Entries that go take the comma behind them along, the last ones that before them, unless a comment stands behind it,
 * which belongs to what stays; YAML takes a comma at the end.
 */
function removeRuns(
  edited: EditedText,
  entries: readonly Entry[],
  kept: readonly boolean[],
): void {
  const last = kept.lastIndexOf(true);
  const tail = entries[last + 1]?.span.start;
  const behind = edited.text.slice(entries[last]?.span.end, tail);
  const keepsComma = behind.includes("#");
  for (const [index, { span }] of entries.entries()) {
    const next = entries[index + 1];
    const goesToNext = index < last || keepsComma;
    const previous = entries[index - 1];
    if (kept[index] === true) continue;
    if (goesToNext && next !== undefined)
      edited.remove(span.start, beginningOf(edited, span.end, next));
    else if (goesToNext || previous === undefined)
      edited.remove(span.start, commaEnd(edited, span.end));
    else edited.remove(previous.span.end, span.end);
  }
}

/** Where an entry begins with the comments above it; one on the line of the entry before is none of them. */
function beginningOf(
  edited: EditedText,
  previousEnd: number,
  { span }: Entry,
): number {
  const gap = edited.text.slice(previousEnd, span.start);
  const comment = /[\r\n][ \t]*(?=#)/.exec(gap);
  return comment === null
    ? span.start
    : previousEnd + comment.index + comment[0].length;
}

/** Behind the comma that follows, if one does. */
function commaEnd(edited: EditedText, end: number): number {
  const comma = /^\s*,/.exec(edited.text.slice(end));
  return end + (comma?.[0].length ?? 0);
}
