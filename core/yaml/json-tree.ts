import { parseTree, visit } from "jsonc-parser";
import type { Node } from "jsonc-parser";
import type { Json } from "../problem/json.ts";
import type { Problem, Span } from "../problem/problem.ts";
import { emptyNode, listNode, mapNode, scalarNode } from "./make-node.ts";
import {
  duplicateName,
  maximumSyntaxProblems,
  reservedName,
} from "./template-problem.ts";
import type { Entry, TextNode } from "./text-node.ts";

/** The nodes of a valid JSON text that does not nest deeper than `maximumDepth`. */
export function jsonTree(text: string): TextNode {
  const root = parseTree(text);
  return root === undefined ? emptyNode(0) : nodeOf(root);
}

function nodeOf(node: Node): TextNode {
  const bare = spanOf(node);
  const parts = node.children ?? [];
  if (node.type === "array")
    return listNode({ layout: "flow", bare, entries: parts.map(itemOf) });
  if (node.type === "object")
    return mapNode({ layout: "flow", bare, entries: parts.map(memberOf) });
  return scalarNode(valueOf(node), { style: "double", isText: false, bare });
}

function valueOf(node: Node): Json {
  const value: unknown = node.value;
  return typeof value === "string" ||
    typeof value === "number" ||
    typeof value === "boolean"
    ? value
    : null;
}

function itemOf(node: Node): Entry {
  const span = spanOf(node);
  return entryOf(node, { name: "", span, lead: span.start });
}

function memberOf(property: Node): Entry {
  const { children: [key, value] = [], colonOffset = 0 } = property;
  return entryOf(value ?? property, {
    name: String(key?.value),
    span: spanOf(property),
    lead: colonOffset + 1,
  });
}

function entryOf(
  value: Node,
  parts: Pick<Entry, "name" | "span" | "lead">,
): Entry {
  return { ...parts, isMerge: false, node: nodeOf(value), isLinked: false };
}

function spanOf({ offset, length }: Node): Span {
  return { start: offset, end: offset + length };
}

/** The names of a JSON text: those that are there twice, and those that cannot be names. */
export function jsonNames(text: string): {
  readonly duplicates: readonly Problem[];
  readonly reserved: readonly Problem[];
} {
  const duplicates: Problem[] = [];
  const open: Set<string>[] = [];
  const reserved: Problem[] = [];
  visit(text, {
    onObjectBegin: () => {
      open.push(new Set());
    },
    onObjectEnd: () => {
      open.pop();
    },
    onObjectProperty: (...[name, offset, length, , , pathOf]) => {
      const names = open.at(-1);
      const span = { start: offset, end: offset + length };
      if (names?.has(name))
        duplicates.push(
          duplicateName(name, { path: [...pathOf(), name], span }),
        );
      names?.add(name);
      if (name === "__proto__" && reserved.length < maximumSyntaxProblems)
        reserved.push(...reservedName(name, { path: pathOf(), span }));
    },
  });
  return { duplicates, reserved };
}
