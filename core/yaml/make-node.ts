import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";
import type { Span } from "../problem/problem.ts";
import type {
  CallNode,
  Entry,
  Layout,
  ListNode,
  MapNode,
  ScalarNode,
} from "./text-node.ts";

/** How a collection is written, and where. */
interface Written {
  readonly layout: Layout;
  /** Without tag and anchor. */
  readonly bare: Span;
  readonly entries: readonly Entry[];
}

/** A list without tag and anchor. */
export function listNode(written: Written): ListNode {
  const value = written.entries.map(({ node }) => node.value);
  return { kind: "list", value, ...written, ...sums(written) };
}

/** A mapping without tag and anchor. */
export function mapNode(written: Written): MapNode {
  const merged: [string, Json][] = [];
  const members = new Map<string, Entry>();
  for (const entry of written.entries) {
    const { isMerge, name, node } = entry;
    if (!isMerge) members.set(name, entry);
    else
      for (const member of Object.entries(mergedMembers(node.value) ?? {}))
        merged.push(member);
  }
  for (const [name, { node }] of members) merged.push([name, node.value]);
  const value = Object.fromEntries(merged);
  return { kind: "map", value, members, ...written, ...sums(written) };
}

function sums({ entries, bare }: Written) {
  let size = 1;
  let depth = 0;
  for (const { node } of entries) {
    size += node.size;
    depth = Math.max(depth, node.depth);
  }
  return {
    span: bare,
    anchor: undefined,
    isLinked: entries.some(({ isLinked }) => isLinked),
    size,
    depth: depth + 1,
  };
}

/** A function in its short form; `span` is that of its tag and its argument. */
export function callNode(
  name: string,
  argument: CallNode["argument"],
  span: Span,
): CallNode {
  const { bare, anchor, isLinked } = argument;
  return {
    kind: "call",
    name,
    argument,
    value: { [name]: argument.value },
    span,
    bare,
    anchor,
    isLinked,
    size: argument.size + 1,
    depth: argument.depth + 1,
  };
}

/** A scalar without anchor. */
export function scalarNode(
  value: Json,
  parts: Pick<ScalarNode, "style" | "isText" | "bare">,
): ScalarNode {
  // Only `!GetAtt` makes a list of a text.
  const items = isJsonList(value) ? value.length : 0;
  return {
    kind: "scalar",
    value,
    ...parts,
    span: parts.bare,
    anchor: undefined,
    isLinked: false,
    size: 1 + items,
    depth: items > 0 ? 1 : 0,
  };
}

/** Nothing, which is read as null. */
export function emptyNode(at: number): ScalarNode {
  const bare = { start: at, end: at };
  return scalarNode(null, { style: "empty", isText: false, bare });
}

/** The members that a merge key brings with this value, of several sources the first; undefined where it is no merge. */
export function mergedMembers(value: Json | undefined): JsonObject | undefined {
  const sources = isJsonList(value) ? value : [value];
  const members = sources.filter((one) => isJsonObject(one));
  if (members.length < sources.length) return undefined;
  const entries = members.toReversed().flatMap((one) => Object.entries(one));
  return Object.fromEntries(entries);
}
