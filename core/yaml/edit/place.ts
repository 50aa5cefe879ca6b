import type { FlowStyle } from "../flow-text.ts";

/** Where a value stands: as a member, as an item, or as the whole of a text. */
export interface Place {
  readonly holder: "member" | "item" | "root";
  /** Behind the colon or the dash. */
  readonly lead: number;
  /** How far the entry is indented whose value it is; matters in block style. */
  readonly column: number;
  /** Between brackets or braces: how to write there; undefined in block style. */
  readonly flow: FlowStyle | undefined;
  /** Between brackets or braces: what its line begins with, if the entry begins a line. */
  readonly indent: string | undefined;
  /** How many values are around it. */
  readonly level: number;
}
