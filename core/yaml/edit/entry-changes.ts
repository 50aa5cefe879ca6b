import type { Json } from "../../problem/json.ts";
import type { ListNode, MapNode } from "../text-node.ts";
import type { Place } from "./place.ts";

/** A new member or item. */
export interface AddedEntry {
  /** The position of the entry that stays and stands before it, -1 at the beginning. */
  readonly after: number;
  /** Undefined for an item. */
  readonly name: string | undefined;
  readonly value: Json;
}

/** What becomes of the entries of a collection. */
export interface EntryChanges {
  /** Whether each of the entries stays; one of them does at least. */
  readonly kept: readonly boolean[];
  readonly added: readonly AddedEntry[];
}

/** A collection and where it stands. */
export interface Outer<Node extends MapNode | ListNode = MapNode | ListNode> {
  readonly node: Node;
  readonly place: Place;
}
