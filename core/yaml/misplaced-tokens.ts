import type { CST } from "yaml";

/**
 * Finds what cannot stand where it does, behind a value or before one.
 * @yields the tokens in question, in no order
 */
export function* misplacedTokens(
  token: CST.Token,
): Generator<CST.SourceToken, void> {
  // The first token at the end of brackets or braces closes them.
  const own = token.type === "flow-collection" ? 1 : 0;
  if ("end" in token) yield* (token.end ?? []).slice(own).filter(isNoSpace);
  if (token.type === "document") yield* part(token);
  if ("items" in token) for (const item of token.items) yield* part(item);
}

function* part({
  start,
  key,
  sep,
  value,
}: CST.CollectionItem): Generator<CST.SourceToken, void> {
  for (const props of [start, sep ?? []]) {
    yield* props.filter(({ type }) => type === "anchor").slice(1);
    yield* props.filter(({ type }) => type === "tag").slice(1);
  }
  if (key) yield* misplacedTokens(key);
  if (value) yield* misplacedTokens(value);
}

function isNoSpace({ type }: CST.SourceToken): boolean {
  return type !== "space" && type !== "newline" && type !== "comment";
}
