import type { Place, SourceText } from "./source-text.ts";
import type { Span } from "../index.ts";

/** As much of a line as fits beside its number. */
const width = 100;

/** How much of a longer line stands before what is meant. */
const lead = 30;

/** The line that a range of a file begins in, with a mark under the range, as lines of text. */
export function excerpt(file: SourceText, span: Span): readonly string[] {
  const { line, column, endLine, endColumn } = file.regionOf(span);
  const text = printable(file.lineAt(line));
  // A brace alone says nothing: what it is the value of is before it.
  const isBrace = endLine > line && /^[[{]\s*$/.test(text.slice(column - 1));
  const start = isBrace ? text.search(/\S/) : column - 1;
  const end = endLine === line ? endColumn - 1 : text.trimEnd().length;
  const from = text.length <= width ? 0 : Math.max(0, start - lead);
  const shown = text.slice(from, from + width);
  const before = `${from > 0 ? "…" : ""}${text.slice(from, start)}`;
  const after = from + width < text.length ? "…" : "";
  const marked = Math.max(1, Math.min(end, from + width) - start);
  const number = String(line);
  return [
    `${number} | ${from > 0 ? "…" : ""}${shown}${after}`,
    `${" ".repeat(number.length)} | ${before.replaceAll(/[^\t]/g, " ")}${"^".repeat(marked)}`,
  ];
}

/**
 * A text without the characters that move the cursor, color what follows or turn its direction: what a file holds is
 * shown, not obeyed.
 */
export function printable(text: string): string {
  return text.replaceAll(
    /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    "\ufffd",
  );
}

/** A place as editors and terminals take it: `file:line:column`. */
export function placeText({ file, span }: Place): string {
  if (span === undefined) return file.name;
  const { line, column } = file.positionAt(span.start);
  return `${file.name}:${line}:${column}`;
}
