import type { Span } from "../../problem/problem.ts";
import { withLineFeeds } from "../line-feeds.ts";

interface Change extends Span {
  readonly text: string;
}

/** A text with the changes that are to be made to it; all places are those of the text before. */
export class EditedText {
  readonly text: string;
  /** What its lines end with. */
  readonly lineEnd: string;
  /** The text with line breaks that are found easily, at the same places. */
  readonly #lines: string;
  readonly #changes: Change[] = [];

  constructor(text: string) {
    this.text = text;
    this.lineEnd = /\r?\n|\r/.exec(text)?.[0] ?? "\n";
    this.#lines = withLineFeeds(text);
  }

  /** Puts a text in the place of a range. */
  replace({ start, end }: Span, text: string): void {
    this.#changes.push({ start, end, text });
  }

  /** Puts a text before the character at a place; of several ones there, the first stands first. */
  insert(at: number, text: string): void {
    this.replace({ start: at, end: at }, text);
  }

  remove(start: number, end: number): void {
    this.replace({ start, end }, "");
  }

  /** The changed text; undefined when two texts would stand in one place. What is removed twice is removed. */
  result(): string | undefined {
    const parts: string[] = [];
    let at = 0;
    for (const { start, end, text } of this.#changes.toSorted(byPlace)) {
      if (start < at && text !== "") return undefined;
      parts.push(this.text.slice(at, Math.max(at, start)), text);
      at = Math.max(at, end);
    }
    return parts.join("") + this.text.slice(at);
  }

  /** Where the line begins that a place is in; a byte order mark is part of no line. */
  lineStart(at: number): number {
    const start = at === 0 ? 0 : this.#lines.lastIndexOf("\n", at - 1) + 1;
    return start === 0 && this.text.startsWith("\ufeff") ? 1 : start;
  }

  /** Where the line ends that a place is in, before its line break. */
  lineStop(at: number): number {
    const found = this.#lines.indexOf("\n", at);
    const stop = found === -1 ? this.text.length : found;
    return stop > at && this.#lines[stop - 1] === "\r" ? stop - 1 : stop;
  }

  /** The beginning of the line behind that of a place; undefined in the last line. */
  nextLine(at: number): number | undefined {
    const next = this.#lines.indexOf("\n", at) + 1;
    return next === 0 || next === this.text.length ? undefined : next;
  }

  /** The end of the line before, without its line break; undefined in the first line. */
  lineBefore(at: number): number | undefined {
    const start = this.lineStart(at);
    if (start === 0 || this.#lines[start - 1] !== "\n") return undefined;
    return start >= 2 && this.#lines[start - 2] === "\r"
      ? start - 2
      : start - 1;
  }

  /** The line that a place is in, without its line break. */
  line(at: number): string {
    return this.text.slice(this.lineStart(at), this.lineStop(at));
  }

  column(at: number): number {
    return at - this.lineStart(at);
  }

  /** What stands in the line before a place. */
  before(at: number): string {
    return this.text.slice(this.lineStart(at), at);
  }

  /** Nothing but space stands before a place in its line. */
  startsLine(at: number): boolean {
    return this.before(at).trim() === "";
  }
}

function byPlace(a: Change, b: Change): number {
  return a.start - b.start || a.end - b.end;
}
