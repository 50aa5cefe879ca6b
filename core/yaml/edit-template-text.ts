import type { Json } from "../problem/json.ts";
import { blockLines } from "./block-text.ts";
import { withClosedEnd } from "./edit/closed-end.ts";
import { EditedText } from "./edit/edited-text.ts";
import { sameJson } from "../problem/same-json.ts";
import { TextEditor } from "./edit/text-editor.ts";
import { styleOf } from "./edit/text-style.ts";
import { readTree } from "./read-tree.ts";
import type { TextTree } from "./read-tree.ts";

/**
 * The text of a template changed as little as possible, so that it reads as `value`: comments, order, anchors and style
 * of what did not change stay as they are, byte for byte. The value must be one that a template can have: not too deep,
 * not too large, without reserved names.
 */
export function editTemplateText(text: string, value: Json): string {
  const read = readTree(text);
  if (!read.ok) return printed(value, text);
  if (sameJson(read.value.value, value)) return text;
  for (const [tree, levels] of attempts(read.value)) {
    const edited = editedText(tree, value, levels);
    if (edited !== undefined && readsAs(edited, value)) return edited;
  }
  return printed(value, text);
}

/**
 * Offers ways to edit, the best first; what does not read as it should is tried again.
 * @yields a text that reads the same, and how deep inside parts of it are changed
 */
function* attempts(
  tree: TextTree,
): Generator<readonly [tree: TextTree, levels: number], void> {
  yield [tree, Infinity];
  const closed = withClosedEnd(tree.text, tree.root());
  const read = closed === undefined ? undefined : readTree(closed);
  if (read?.ok === true) yield [read.value, Infinity];
  for (const levels of [3, 1, -1]) yield [tree, levels];
}

function editedText(
  { text, root, language }: TextTree,
  value: Json,
  levels: number,
): string | undefined {
  const edited = new EditedText(text);
  const node = root();
  const style = styleOf(edited, node, language);
  new TextEditor({ edited, style }, levels).edit(node, value, {
    holder: "root",
    lead: node.span.start,
    column: edited.column(node.span.start),
    flow: language === "json" ? style.flow : undefined,
    indent: text.trim().includes(edited.lineEnd) ? "" : undefined,
    level: 0,
  });
  return edited.result();
}

function readsAs(text: string, value: Json): boolean {
  const read = readTree(text);
  return read.ok && sameJson(read.value.value, value);
}

/** The value alone, in the language and with the line ends of a text of which nothing else can stay. */
function printed(value: Json, text: string): string {
  const lines = /^\s*[{[]/.test(text)
    ? JSON.stringify(value, null, 2).split("\n")
    : blockLines(value, { map: 2, list: 2 });
  const { lineEnd } = new EditedText(text);
  return lines.join(lineEnd) + lineEnd;
}
