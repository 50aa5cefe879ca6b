import type { Path } from "../problem/problem.ts";
import type { ExportSpan } from "./exported.ts";

/** Collects text and the spans that say where its parts came from. */
export class SpanWriter {
  #chunks: string[] = [];
  #length = 0;
  #spans: ExportSpan[] = [];

  /** Appends text. */
  write(text: string): void {
    this.#chunks.push(text);
    this.#length += text.length;
  }

  /** Runs `body` and remembers what it wrote as coming from `from`, unless that is nothing. */
  within(from: readonly Path[], body: () => void): void {
    if (from.length === 0) {
      body();
      return;
    }
    const start = this.#length;
    const place = this.#spans.length;
    body();
    const end = this.#length;
    this.#spans.splice(place, 0, { start, end, from });
  }

  /** The whole text and its spans, outer ones before those inside them. */
  finish(): { readonly text: string; readonly spans: readonly ExportSpan[] } {
    return { text: this.#chunks.join(""), spans: this.#spans };
  }
}
