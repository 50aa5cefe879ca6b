import type { Path } from "../../problem/problem.ts";

/**
 * A piece of code before it is laid out in lines, after Wadler's "A prettier printer" as prettier does it:
 * a group is written on one line where it fits, and with all its lines broken where it does not.
 */
export type Doc =
  | string
  | readonly Doc[]
  | { readonly kind: "line"; readonly flat: string; readonly hard: boolean }
  | { readonly kind: "indent"; readonly body: Doc }
  | { readonly kind: "group"; readonly body: Doc; readonly broken: boolean }
  | { readonly kind: "choice"; readonly first: Doc; readonly last: Doc }
  | { readonly kind: "fill"; readonly items: readonly string[] }
  | { readonly kind: "beginning"; readonly first: Doc; readonly last: Doc }
  | { readonly kind: "whole"; readonly first: Doc; readonly last: Doc }
  | { readonly kind: "if-broken"; readonly broken: string }
  | {
      readonly kind: "mark";
      readonly from: readonly Path[];
      readonly body: Doc;
    };

/** A space, or a new line in a broken group. */
export const line: Doc = { kind: "line", flat: " ", hard: false };

/** Nothing, or a new line in a broken group. */
export const softline: Doc = { kind: "line", flat: "", hard: false };

/** Always a new line. */
export const hardline: Doc = { kind: "line", flat: "", hard: true };

/** A comma in a broken group only. */
export const trailingComma: Doc = { kind: "if-broken", broken: "," };

/** What is inside starts its lines one step further in. */
export function indent(...body: readonly Doc[]): Doc {
  return { kind: "indent", body };
}

/** One line where it fits; broken where it does not, and always when a line inside is hard. */
export function group(...body: readonly Doc[]): Doc {
  return { kind: "group", body, broken: hasHardline(body) };
}

/** `first` where its first line fits, else `last` with its lines broken. */
export function choice(first: Doc, last: Doc): Doc {
  return { kind: "choice", first, last };
}

/** `first` where its beginning fits, up to where it may break; else `last`. */
export function beginning(first: Doc, last: Doc): Doc {
  return { kind: "beginning", first, last };
}

/** `first` where every line of it fits, else `last`. */
export function whole(first: Doc, last: Doc): Doc {
  return { kind: "whole", first, last };
}

/** Behind a space where its beginning fits; else on a line of its own. */
export function fluid(...body: readonly Doc[]): Doc {
  return beginning([" ", body], indent(hardline, body));
}

/** Items with commas, as many on a line as fit. */
export function fill(items: readonly string[]): Doc {
  return { kind: "fill", items };
}

/** Remembers which parts of the design wrote the body. */
export function mark(from: readonly Path[], body: Doc): Doc {
  return { kind: "mark", from, body };
}

/** The docs with a separator between each two. */
export function join(separator: Doc, docs: readonly Doc[]): Doc {
  return docs.map((doc, index) => (index === 0 ? doc : [separator, doc]));
}

/** A hard line breaks every group around it, but not the last form of a choice. */
export function hasHardline(doc: Doc): boolean {
  if (typeof doc === "string") return false;
  if (isList(doc)) return doc.some(hasHardline);
  switch (doc.kind) {
    case "line":
      return doc.hard;
    case "group":
      return doc.broken;
    case "beginning":
    case "whole":
    case "choice":
      return hasHardline(doc.first);
    case "indent":
    case "mark":
      return hasHardline(doc.body);
    case "if-broken":
    case "fill":
      return false;
  }
}

/** The doc is a sequence of docs. */
export function isList(doc: Doc): doc is readonly Doc[] {
  return Array.isArray(doc);
}
