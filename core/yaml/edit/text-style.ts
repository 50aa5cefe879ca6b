import type { Indents } from "../block-text.ts";
import type { FlowStyle } from "../flow-text.ts";
import type { Entry, TextNode } from "../text-node.ts";
import type { EditedText } from "./edited-text.ts";

/** How a text is written, so that what is added looks like the rest. */
export interface TextStyle {
  readonly indents: Indents;
  readonly flow: FlowStyle;
}

/** The style of a text: that of the first places where it shows. */
export function styleOf(
  at: EditedText,
  root: TextNode,
  language: "yaml" | "json",
): TextStyle {
  const step = /(?:\n|\r)([ \t]+)\S/.exec(at.text)?.[1];
  return {
    indents: {
      map: indentOf(at, root, "map") ?? 2,
      list: indentOf(at, root, "list") ?? 2,
    },
    flow: {
      isJson: language === "json",
      step: step === undefined || language === "yaml" ? "  " : step,
      lineEnd: at.lineEnd,
    },
  };
}

/** How far the first mapping or list is indented that stands under a name. */
function indentOf(
  at: EditedText,
  node: TextNode,
  kind: "map" | "list",
): number | undefined {
  const outer = node.kind === "call" ? node.argument : node;
  if (outer.kind !== "map" && outer.kind !== "list") return undefined;
  for (const entry of outer.entries) {
    const here =
      outer.kind === "map" ? indentUnder(at, entry, kind) : undefined;
    const indent = here ?? indentOf(at, entry.node, kind);
    if (indent !== undefined) return indent;
  }
  return undefined;
}

function indentUnder(
  at: EditedText,
  { node, span }: Entry,
  kind: "map" | "list",
): number | undefined {
  const inner = node.kind === "call" ? node.argument : node;
  if (inner.kind !== kind || inner.layout !== "block") return undefined;
  return at.column(inner.bare.start) - at.column(span.start);
}
