import type { TextNode } from "../text-node.ts";

/**
 * The same text, but a block scalar that it ends in says that no line break ends it, so that lines can follow;
 * undefined where the text does not end in such a scalar.
 */
export function withClosedEnd(
  text: string,
  root: TextNode,
): string | undefined {
  const { bare } = lastNode(root);
  const header = /^[|>]\d?\+?(?=[\s#])/.exec(text.slice(bare.start))?.[0];
  if (header === undefined || bare.end < text.length) return undefined;
  const behind = text.slice(bare.start + header.length);
  return `${text.slice(0, bare.start)}${header.replace("+", "")}-${behind}`;
}

function lastNode(node: TextNode): TextNode {
  if (node.kind === "call") return lastNode(node.argument);
  const last = "entries" in node ? node.entries.at(-1) : undefined;
  return last === undefined ? node : lastNode(last.node);
}
