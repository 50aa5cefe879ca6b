import type { Span, TextFile } from "../index.ts";

/** A place in a text as editors count it, from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A range of a text as editors count it: its last column is the first one behind it. */
export interface Region extends Position {
  readonly endLine: number;
  readonly endColumn: number;
}

/** A file that was read, and where its lines are. */
export interface SourceText extends TextFile {
  readonly positionAt: (offset: number) => Position;
  readonly regionOf: (span: Span) => Region;
  /** A line without its line break. */
  readonly lineAt: (line: number) => string;
}

/** A place in a file: a range of it, or the file as a whole. */
export interface Place {
  readonly file: SourceText;
  readonly span?: Span;
}

/** The file as a whole where there is only one: of several nobody knows which. */
export function onlyFile([file, ...others]: readonly SourceText[]):
  Place | undefined {
  return file === undefined || others.length > 0 ? undefined : { file };
}

/** A file with its lines, which are looked for when the first place is asked for. */
export function sourceText({ name, text }: TextFile): SourceText {
  let known: readonly number[] | undefined;
  const starts = () => (known ??= lineStarts(text));
  // A byte order mark is no character of the first line. Source: SARIF 2.1.0, section 3.30.2; editors do the same.
  const mark = text.startsWith("\ufeff") ? 1 : 0;
  const positionAt = (offset: number): Position => {
    const line = lineOf(starts(), offset);
    const before = offset - (starts()[line - 1] ?? 0);
    const column = line === 1 ? Math.max(0, before - mark) : before;
    return { line, column: column + 1 };
  };
  return {
    name,
    text,
    positionAt,
    regionOf: (span) => {
      const start = positionAt(span.start);
      const end = positionAt(endOf(text, span));
      return { ...start, endLine: end.line, endColumn: end.column };
    },
    lineAt: (line) => {
      const start = (starts()[line - 1] ?? 0) + (line === 1 ? mark : 0);
      const end = starts()[line];
      const whole = text.slice(start, end === undefined ? end : end - 1);
      return whole.replace(/\r$/, "");
    },
  };
}

/** Where the lines begin; a carriage return alone ends none. Source: SARIF 2.1.0, section 3.14.22, its default. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1))
    starts.push(at + 1);
  return starts;
}

/** The number of the line that an offset is in. */
function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}

/** The end of a range without the space at its end, which YAML counts to what is before it. */
function endOf(text: string, { start, end }: Span): number {
  const written = text.slice(start, end).trimEnd();
  return written === "" ? end : start + written.length;
}
