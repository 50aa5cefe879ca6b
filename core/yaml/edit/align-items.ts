import { isJsonList, isJsonObject } from "../../problem/json.ts";
import type { Json } from "../../problem/json.ts";
import { sameJson } from "../../problem/same-json.ts";

/** An item of a list before and after: their positions. */
export type Match = readonly [from: number, to: number];

/**
 * Which item of a list has become which, in order. Equal items are matched first, then those that have most in common;
 * of what is left between them, the first has become the first.
 */
export function alignItems(
  old: readonly Json[],
  now: readonly Json[],
): readonly Match[] {
  const head = sameAtStart(old, now);
  const rest = [old.slice(head), now.slice(head)] as const;
  const tail = sameAtStart(rest[0].toReversed(), rest[1].toReversed());
  const matches = [
    ...Array.from({ length: head }, (_, index): Match => [index, index]),
    ...bestMatches(
      rest[0].slice(0, rest[0].length - tail),
      rest[1].slice(0, rest[1].length - tail),
    ).map(([from, to]): Match => [head + from, head + to]),
    ...Array.from({ length: tail }, (_, index): Match => {
      const behind = tail - index;
      return [old.length - behind, now.length - behind];
    }),
  ];
  return withGapsFilled(matches, [old.length, now.length]);
}

function sameAtStart(a: readonly Json[], b: readonly Json[]): number {
  const differs = a.findIndex((item, index) => !sameJson(item, b[index]));
  return differs === -1 ? a.length : differs;
}

/** More comparisons than this are not made. */
const maximumComparisons = 250_000;

/** The matches, in order, that have most in common altogether. */
function bestMatches(
  old: readonly Json[],
  now: readonly Json[],
): readonly Match[] {
  if (old.length * now.length > maximumComparisons) return [];
  const likenesses = old.map((a) => now.map((b) => likeness(a, b)));
  const like = (from: number, to: number) => likenesses[from]?.[to] ?? 0;
  // What the items from two positions on have in common at most.
  const most = old.map(() => now.map(() => 0));
  const best = (from: number, to: number) => most[from]?.[to] ?? 0;
  const matched = (from: number, to: number) =>
    like(from, to) > 0 ? like(from, to) + best(from + 1, to + 1) : 0;
  for (const [from, row] of [...most.entries()].toReversed())
    for (let to = now.length - 1; to >= 0; to--)
      row[to] = Math.max(
        best(from + 1, to),
        best(from, to + 1),
        matched(from, to),
      );
  const matches: Match[] = [];
  let [from, to] = [0, 0];
  while (best(from, to) > 0)
    if (best(from, to) === matched(from, to)) matches.push([from++, to++]);
    else if (best(from, to) === best(from + 1, to)) from++;
    else to++;
  return matches;
}

/** How much two values have in common; 0 when one is better put in the place of the other. */
function likeness(a: Json, b: Json): number {
  if (sameJson(a, b)) return 4;
  if (isJsonObject(a) && isJsonObject(b)) {
    const names = Object.keys(a);
    const same = names.filter((name) => sameJson(a[name], b[name]));
    return 1 + same.length / Math.max(names.length, Object.keys(b).length, 1);
  }
  if (isJsonList(a) || isJsonList(b))
    return isJsonList(a) && isJsonList(b) ? 1 : 0;
  return isJsonObject(a) || isJsonObject(b) ? 0 : 0.5;
}

/** The same with matches of what is left between two of them, as far as both lists have something there. */
function withGapsFilled(
  matches: readonly Match[],
  end: Match,
): readonly Match[] {
  const filled: Match[] = [];
  let [from, to] = [0, 0];
  for (const match of [...matches, end]) {
    while (from < match[0] && to < match[1]) filled.push([from++, to++]);
    [from, to] = [match[0] + 1, match[1] + 1];
    if (match !== end) filled.push(match);
  }
  return filled;
}
