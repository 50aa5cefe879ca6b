import type { Path } from "../../problem/problem.ts";
import type { ExportSpan } from "../exported.ts";
import type { Doc } from "./doc.ts";
import { isList } from "./doc.ts";
import { textWidth } from "./text-width.ts";

/** The width of a line and of a step of indentation, in columns. */
export interface Layout {
  readonly lineWidth: number;
  readonly indentWidth: number;
}

type Mode = "flat" | "broken";

/** Something still to print: a doc with its indent and mode, or the end of a mark. */
type Task =
  | { readonly indent: number; readonly mode: Mode; readonly doc: Doc }
  | { readonly endOf: number };

/** How prettier lays code out. */
const prettier: Layout = { lineWidth: 80, indentWidth: 2 };

/** Lays a doc out in lines that are no longer than they have to be. */
export function printDoc(
  doc: Doc,
  layout = prettier,
): {
  readonly text: string;
  readonly spans: readonly ExportSpan[];
} {
  const printer = new Printer(layout);
  printer.print(doc);
  return printer.finish();
}

interface OpenSpan {
  readonly start: number;
  readonly from: readonly Path[];
  end: number;
}

class Printer {
  readonly #layout: Layout;
  #text = "";
  #column: number;
  #pendingIndent = 0;
  #spans: OpenSpan[] = [];
  #tasks: Task[] = [];

  constructor(layout: Layout, column = 0) {
    this.#layout = layout;
    this.#column = column;
  }

  print(doc: Doc, indent = 0): void {
    this.#tasks.push({ indent, mode: "broken", doc });
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
      case "beginning":
        this.#beginning(doc, indent, mode);
        break;
      case "whole":
        this.#push(
          this.#fitsWhole(doc.first, indent) ? doc.first : doc.last,
          indent,
          mode,
        );
        break;
      case "indent":
        this.#push(doc.body, indent + this.#layout.indentWidth, mode);
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

  #beginning(
    { first, last }: Extract<Doc, { kind: "beginning" }>,
    indent: number,
    mode: Mode,
  ): void {
    const task: Task = { indent, mode, doc: first };
    if (mode === "flat" || this.#fits(task)) this.#tasks.push(task);
    else this.#push(last, indent, mode);
  }

  #fill(items: readonly string[], indent: number, mode: Mode): void {
    for (const [index, item] of items.entries()) {
      const text = index === items.length - 1 ? item : `${item},`;
      if (index > 0) {
        const fits = this.#column + 1 + text.length <= this.#layout.lineWidth;
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

  /** Every line of the doc fits, when it is laid out here. */
  #fitsWhole(doc: Doc, indent: number): boolean {
    const trial = new Printer(this.#layout, this.#column);
    trial.print(doc, indent);
    const [first = "", ...others] = trial.finish().text.split("\n");
    const { lineWidth } = this.#layout;
    return (
      this.#column + textWidth(first) <= lineWidth &&
      others.every((text) => textWidth(text) <= lineWidth)
    );
  }

  /** What follows fits on the rest of the line, up to the first place where a line may or must end. */
  #fits(next: Task): boolean {
    let room = this.#layout.lineWidth - this.#column;
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
    default:
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
    case "beginning":
    case "whole":
      return [{ ...task, doc: doc.first }];
    case "indent":
    case "mark":
      return [{ ...task, doc: doc.body }];
    case "line":
    case "if-broken":
    case "fill":
      return [];
  }
}
