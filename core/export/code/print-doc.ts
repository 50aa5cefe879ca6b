import type { Path } from "../../problem/problem.ts";
import type { ExportSpan } from "../exported.ts";
import type { Doc } from "./doc.ts";
import { isList } from "./doc.ts";
import { textWidth } from "./text-width.ts";

const printWidth = 80;
const indentWidth = 2;

type Mode = "flat" | "broken";

/** Something still to print: a doc with its indent and mode, or the end of a mark. */
type Task =
  | { readonly indent: number; readonly mode: Mode; readonly doc: Doc }
  | { readonly endOf: number };

/** Lays a doc out within 80 columns, as prettier would. */
export function printDoc(doc: Doc): {
  readonly text: string;
  readonly spans: readonly ExportSpan[];
} {
  const printer = new Printer();
  printer.print(doc);
  return printer.finish();
}

interface OpenSpan {
  readonly start: number;
  readonly from: readonly Path[];
  end: number;
}

class Printer {
  #text = "";
  #column = 0;
  #pendingIndent = 0;
  #spans: OpenSpan[] = [];
  #tasks: Task[] = [];

  print(doc: Doc): void {
    this.#tasks.push({ indent: 0, mode: "broken", doc });
    for (
      let task = this.#tasks.pop();
      task !== undefined;
      task = this.#tasks.pop()
    ) {
      if ("endOf" in task) this.#close(task.endOf);
      else this.#step(task.doc, task.indent, task.mode);
    }
  }

  finish() {
    return { text: this.#text, spans: this.#spans };
  }

  #step(doc: Doc, indent: number, mode: Mode): void {
    if (typeof doc === "string") this.#write(doc);
    else if (isList(doc))
      for (const part of doc.toReversed())
        this.#tasks.push({ indent, mode, doc: part });
    else this.#stepInto(doc, indent, mode);
  }

  #stepInto(
    doc: Exclude<Doc, string | readonly Doc[]>,
    indent: number,
    mode: Mode,
  ): void {
    switch (doc.kind) {
      case "line":
        this.#line(doc, indent, mode);
        break;
      case "if-broken":
        if (mode === "broken") this.#write(doc.broken);
        break;
      case "fill":
        this.#fill(doc.items, indent, mode);
        break;
      case "indent":
        this.#push(doc.body, indent + indentWidth, mode);
        break;
      case "mark":
        this.#writeIndent();
        this.#spans.push({ start: this.#text.length, end: 0, from: doc.from });
        this.#tasks.push({ endOf: this.#spans.length - 1 });
        this.#push(doc.body, indent, mode);
        break;
      case "group":
        this.#group(doc, indent, mode);
        break;
      case "choice":
        this.#choice(doc, indent, mode);
        break;
    }
  }

  #push(doc: Doc, indent: number, mode: Mode): void {
    this.#tasks.push({ indent, mode, doc });
  }

  #group(
    { body, broken }: Extract<Doc, { kind: "group" }>,
    indent: number,
    mode: Mode,
  ): void {
    const flat =
      !broken &&
      (mode === "flat" || this.#fits({ indent, mode: "flat", doc: body }));
    this.#push(body, indent, flat ? "flat" : "broken");
  }

  #choice(
    { first, last }: Extract<Doc, { kind: "choice" }>,
    indent: number,
    mode: Mode,
  ): void {
    const flat: Task = { indent, mode: "flat", doc: first };
    if (mode === "flat" || this.#fits(flat)) this.#tasks.push(flat);
    else this.#push(last, indent, "broken");
  }

  #fill(items: readonly string[], indent: number, mode: Mode): void {
    for (const [index, item] of items.entries()) {
      const text = index === items.length - 1 ? item : `${item},`;
      if (index > 0) {
        const fits = this.#column + 1 + text.length <= printWidth;
        this.#line(
          { kind: "line", flat: " ", hard: false },
          indent,
          mode === "flat" || fits ? "flat" : "broken",
        );
      }
      this.#write(text);
    }
  }

  #line(
    { flat, hard }: Extract<Doc, { kind: "line" }>,
    indent: number,
    mode: Mode,
  ): void {
    if (mode === "flat" && !hard) {
      this.#write(flat);
      return;
    }
    this.#text += "\n";
    this.#pendingIndent = indent;
    this.#column = indent;
  }

  #write(text: string): void {
    if (text === "") return;
    this.#writeIndent();
    this.#text += text;
    this.#column += textWidth(text);
  }

  /** Spaces are written with what follows them, so that an empty line has none. */
  #writeIndent(): void {
    this.#text += " ".repeat(this.#pendingIndent);
    this.#pendingIndent = 0;
  }

  #close(index: number): void {
    const span = this.#spans[index];
    if (span !== undefined) span.end = this.#text.length;
  }

  /** What follows fits on the rest of the line, up to the first place where a line may or must end. */
  #fits(next: Task): boolean {
    let room = printWidth - this.#column;
    let restIndex = this.#tasks.length;
    const tasks: Task[] = [next];
    while (room >= 0) {
      if (tasks.length === 0 && restIndex === 0) return true;
      const task = tasks.pop() ?? this.#tasks[--restIndex];
      if (task === undefined || "endOf" in task) continue;
      const width = atomWidth(task);
      if (width === "line ends") return true;
      if (width === undefined) tasks.push(...parts(task));
      else room -= width;
    }
    return false;
  }
}

type DocTask = Extract<Task, { doc: Doc }>;

/** The columns of a doc without docs inside; undefined for one that has some. */
function atomWidth({ doc, mode }: DocTask): number | "line ends" | undefined {
  if (typeof doc === "string") return textWidth(doc);
  if (isList(doc)) return undefined;
  switch (doc.kind) {
    case "line":
      return mode === "broken" || doc.hard ? "line ends" : doc.flat.length;
    case "if-broken":
      return mode === "broken" ? doc.broken.length : 0;
    case "fill":
      return doc.items.join(", ").length;
    case "indent":
    case "mark":
    case "group":
    case "choice":
      return undefined;
  }
}

/** The docs inside a doc, the last one first, in the mode in which they have to fit. */
function parts(task: DocTask): readonly DocTask[] {
  const { doc, mode } = task;
  if (typeof doc === "string") return [];
  if (isList(doc))
    return doc.toReversed().map((part) => ({ ...task, doc: part }));
  switch (doc.kind) {
    case "choice":
      return [{ ...task, doc: mode === "broken" ? doc.last : doc.first }];
    case "group":
      return [{ ...task, mode: doc.broken ? "broken" : mode, doc: doc.body }];
    case "indent":
    case "mark":
      return [{ ...task, doc: doc.body }];
    case "line":
    case "if-broken":
    case "fill":
      return [];
  }
}
