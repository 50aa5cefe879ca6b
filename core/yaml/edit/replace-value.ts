import type { Json } from "../../problem/json.ts";
import { blockLines, itemText, memberText } from "../block-text.ts";
import type { BlockText } from "../block-text.ts";
import { flowText } from "../flow-text.ts";
import type { TextNode } from "../text-node.ts";
import type { EditedText } from "./edited-text.ts";
import type { Place } from "./place.ts";
import type { TextStyle } from "./text-style.ts";

/** The text that is edited, and how to write in it. */
export interface Editing {
  readonly edited: EditedText;
  readonly style: TextStyle;
}

/** Writes a value in the place of a node, with its tag and anchor. */
export function replaceValue(
  editing: Editing,
  node: TextNode,
  { value, place }: { readonly value: Json; readonly place: Place },
): void {
  const { edited, style } = editing;
  if (place.flow !== undefined)
    replaceInLine(edited, node, flowText(value, place.flow, place.indent));
  else if (place.holder === "root") replaceRoot(editing, node, value);
  else {
    const textOf = place.holder === "item" ? itemText : memberText;
    replaceBlock(edited, node, { ...place, ...textOf(value, style.indents) });
  }
}

function replaceInLine(edited: EditedText, node: TextNode, text: string): void {
  const { start, end } = node.span;
  edited.replace(node.span, start === end ? ` ${text}` : text);
}

function replaceRoot(
  { edited, style }: Editing,
  { span: { start, end } }: TextNode,
  value: Json,
): void {
  const { lineEnd, text } = edited;
  const lines = blockLines(value, style.indents);
  if (start === end) {
    const before = /[^\r\n]$/.test(text) ? lineEnd : "";
    edited.insert(text.length, before + lines.join(lineEnd) + lineEnd);
    return;
  }
  const isFirst = edited.startsLine(start);
  const margin = isFirst ? edited.before(start) : "";
  // Behind the three dashes of a document is room for one line only.
  const before = isFirst || lines.length === 1 ? "" : lineEnd;
  const written = before + lines.join(lineEnd + margin);
  edited.replace({ start, end: edited.lineStop(end) }, written);
}

/** Writes a value behind a name or a dash; a comment on the line of a name stays there. */
function replaceBlock(
  edited: EditedText,
  node: TextNode,
  { lead, column, first, rest }: Pick<Place, "lead" | "column"> & BlockText,
): void {
  const { start, end } = node.span;
  const margin = edited.lineEnd + " ".repeat(column);
  const lines = rest.map((line) => margin + line).join("");
  const inline = first === "" ? "" : ` ${first}`;
  const leadStop = edited.lineStop(lead);
  const stop = edited.lineStop(end);
  if (start > leadStop) {
    edited.insert(lead, inline);
    edited.replace({ start: leadStop, end: stop }, lines);
  } else if (lines === "" && start < end && !isBlock(node))
    edited.replace(node.span, first);
  else if (stop === leadStop) {
    edited.replace({ start: lead, end }, inline);
    edited.insert(stop, lines);
  } else edited.replace({ start: lead, end: stop }, inline + lines);
}

/** What stands behind the value on its last line belongs to a part of it. */
function isBlock(node: TextNode): boolean {
  const bare = node.kind === "call" ? node.argument : node;
  return "layout" in bare && bare.layout === "block";
}
