import type { Json, JsonObject } from "../problem/json.ts";
import type { Span } from "../problem/problem.ts";

/** A value as it stands in a text. */
export type TextNode = ScalarNode | MapNode | ListNode | CallNode | AliasNode;

interface Written {
  /** What it reads as. */
  readonly value: Json;
  /** From its tag or anchor, if it has one, to its end, without the line break. */
  readonly span: Span;
  /** The same without tag and anchor. */
  readonly bare: Span;
  readonly anchor: string | undefined;
  /** It has an anchor, is an alias or holds one of them: other places of the text have to do with it. */
  readonly isLinked: boolean;
  /** How many values it is with all aliases written out. */
  readonly size: number;
  /** How deep it nests with all aliases written out. */
  readonly depth: number;
}

/** How a scalar is written; `empty` where nothing stands for null. */
export type ScalarStyle =
  "plain" | "single" | "double" | "literal" | "folded" | "empty";

export interface ScalarNode extends Written {
  readonly kind: "scalar";
  readonly style: ScalarStyle;
  /** Its tag makes it a text, whatever is written. */
  readonly isText: boolean;
}

/** `pair` is a mapping of one member in a list, without braces: `[a: 1]`. */
export type Layout = "block" | "flow" | "pair";

export interface MapNode extends Written {
  readonly kind: "map";
  readonly value: JsonObject;
  readonly layout: Layout;
  readonly entries: readonly Entry[];
  /** The members that count: of those with one name, the last. */
  readonly members: ReadonlyMap<string, Entry>;
}

export interface ListNode extends Written {
  readonly kind: "list";
  readonly value: readonly Json[];
  readonly layout: Layout;
  readonly entries: readonly Entry[];
}

/** An intrinsic function in its short form: `!Sub text` is the value `{"Fn::Sub": "text"}`. */
export interface CallNode extends Written {
  readonly kind: "call";
  /** The long name of the function. */
  readonly name: string;
  readonly argument: ScalarNode | MapNode | ListNode;
}

export interface AliasNode extends Written {
  readonly kind: "alias";
  readonly name: string;
}

/** A member of a mapping or an item of a list. */
export interface Entry {
  /** The name of a member, "" for an item. */
  readonly name: string;
  /** The member is a merge key: what it holds are members of the mapping. */
  readonly isMerge: boolean;
  /** From the name or the dash to the end of the value. */
  readonly span: Span;
  /** Behind the colon or the dash, where the value can begin; undefined where there is no colon. */
  readonly lead: number | undefined;
  readonly node: TextNode;
  /** Its name or its value has to do with other places of the text. */
  readonly isLinked: boolean;
}
