import type { Json } from "../problem/json.ts";
import type { Resource, Resources } from "./resource.ts";
import type { Effects } from "./update.ts";

/** A resource that is in both templates of its stack, and all that are in them. */
export interface Pair {
  readonly before: Resource;
  readonly after: Resource;
  readonly base: Resources;
  readonly head: Resources;
}

/** The value of a property or attribute before and after; undefined where it is absent. */
export interface Values {
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/** A part of a resource that changed, and what that does. */
export interface PartChange extends Values {
  readonly property: string;
  readonly effects: Effects;
}
