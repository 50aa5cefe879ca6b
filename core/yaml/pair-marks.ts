import type { CST, Pair, ParsedNode } from "yaml";
import type { Span } from "../problem/problem.ts";

/** The tag and the anchor among these tokens. */
export function propsIn(tokens: readonly CST.SourceToken[]): Span | undefined {
  let span: Span | undefined;
  for (const { type, offset, source } of tokens)
    if (type === "anchor" || type === "tag")
      span = { start: span?.start ?? offset, end: offset + source.length };
  return span;
}

/** A pair of a mapping as it comes from the parser. */
export type SourcePair = Pair<ParsedNode, ParsedNode | null>;

/** What stands in a pair besides its name and its value. */
export interface PairMarks {
  /** Where the question mark is that some names begin with. */
  readonly question: number | undefined;
  readonly colon: number | undefined;
  readonly nameProps: Span | undefined;
  readonly valueProps: Span | undefined;
}

/** The marks of a pair. */
export function marksOf({ srcToken }: SourcePair): PairMarks {
  const { start = [], sep = [] } = srcToken ?? {};
  return {
    question: start.find(({ type }) => type === "explicit-key-ind")?.offset,
    colon: sep.find(({ type }) => type === "map-value-ind")?.offset,
    nameProps: propsIn(start),
    valueProps: propsIn(sep),
  };
}

/** What is wrong with a pair that the parser takes all the same, losing a part of it or inventing an empty name. */
export function mistakeIn({ srcToken }: SourcePair): string | undefined {
  const { start = [], key, sep = [], value } = srcToken ?? {};
  const isMarked = start.some(({ type }) => type === "explicit-key-ind");
  const hasColon = sep.some(({ type }) => type === "map-value-ind");
  if (!key && !isMarked) return "there is no name before the colon";
  return value && !hasColon ? "there is no colon behind the name" : undefined;
}

const itemMarks: readonly string[] = [
  "seq-item-ind",
  "explicit-key-ind",
  "anchor",
  "tag",
];

/** The token stands for an item; the comments at the end of a list stand in one that is none. */
export function isItem({
  start,
  key,
  sep,
  value,
}: CST.CollectionItem): boolean {
  return (
    Boolean(key ?? sep ?? value) ||
    start.some(({ type }) => itemMarks.includes(type))
  );
}
