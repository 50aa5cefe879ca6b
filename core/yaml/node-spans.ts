import type { Path, Span } from "../problem/problem.ts";
import { mergedMembers } from "./make-node.ts";
import type { Entry, TextNode } from "./text-node.ts";

/** A value inside another one: its node, unless it has none of its own, and the range that stands for it. */
interface Part {
  readonly node: TextNode | undefined;
  readonly span: Span;
}

/**
 * The range of the value at a path, or of the nearest value around it. That of a member has its name in it; what an
 * alias or a merge key brings is where the alias or the merge key stands.
 */
export function spanAt(root: TextNode, path: Path): Span {
  let at: Part = { node: root, span: root.span };
  for (const name of path) {
    const part = at.node && partOf(at.node, name);
    if (part === undefined) return at.span;
    at = part;
  }
  return at.span;
}

function partOf(node: TextNode, name: string | number): Part | undefined {
  if (node.kind === "call")
    return name === node.name
      ? { node: node.argument, span: node.span }
      : undefined;
  if (node.kind === "list") {
    const item = typeof name === "number" ? node.entries[name] : undefined;
    return item && { node: item.node, span: item.node.span };
  }
  if (node.kind !== "map" || typeof name === "number") return undefined;
  const member = node.members.get(name);
  return member ?? mergeOf(node.entries, name);
}

function mergeOf(entries: readonly Entry[], name: string): Part | undefined {
  const merge = entries.findLast(
    ({ isMerge, node }) =>
      isMerge && Object.hasOwn(mergedMembers(node.value) ?? {}, name),
  );
  return merge && { node: undefined, span: merge.span };
}

/** Visits the places that have a text of their own in its order, what is around others before them. */
export function visitSpans(
  node: TextNode,
  visit: (path: Path, span: Span) => void,
): void {
  visitPart({ node, span: node.span }, [], visit);
}

function visitPart(
  { node, span }: Pick<Entry, "node" | "span">,
  path: Path,
  visit: (path: Path, span: Span) => void,
): void {
  visit(path, span);
  if (node.kind === "call")
    visitPart(
      { node: node.argument, span: node.span },
      [...path, node.name],
      visit,
    );
  else if (node.kind === "list")
    for (const [index, item] of node.entries.entries())
      visitPart({ ...item, span: item.node.span }, [...path, index], visit);
  else if (node.kind === "map")
    for (const entry of node.entries)
      if (node.members.get(entry.name) === entry)
        visitPart(entry, [...path, entry.name], visit);
}
