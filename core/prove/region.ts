import type { Bits } from "./bits.ts";
import {
  allBits,
  andBits,
  isEmptyBits,
  isWithinBits,
  meetBits,
  withoutBits,
} from "./bits.ts";

/**
 * A part of a dimension. Of one whose values are finitely many classes: the set of the classes. Of a condition key with
 * several values: whether the key may be absent, and which lists of values there are.
 */
export type Part = Bits | ListPart;

/** A part of the lists of values that a request can carry. */
export interface ListPart {
  /** The key may be absent. */
  readonly absent: boolean;
  /** Lists that are not empty; undefined where there is none. */
  readonly lists: Lists | undefined;
}

/** All lists of values of certain classes that have one of each of certain sets of classes. */
export interface Lists {
  /** The classes that every value is of. */
  readonly within: Bits;
  /** Of each of these some value is. */
  readonly hits: readonly Bits[];
}

/** A part for each dimension that is restricted; a dimension that is absent is whole. */
export type Box = ReadonlyMap<number, Part>;

function isClasses(part: Part): part is Bits {
  return part instanceof Uint32Array;
}

/** Nothing is in the part. */
export function isEmptyPart(part: Part): boolean {
  return isClasses(part)
    ? isEmptyBits(part)
    : !part.absent && part.lists === undefined;
}

/** What two parts of a dimension share. */
export function meetParts(a: Part, b: Part): Part {
  if (isClasses(a)) return isClasses(b) ? andBits(a, b) : b;
  if (isClasses(b)) return a;
  return {
    absent: a.absent && b.absent,
    lists: a.lists && b.lists && meetLists(a.lists, b.lists),
  };
}

function meetLists(a: Lists, b: Lists): Lists | undefined {
  return listsOf(andBits(a.within, b.within), [...a.hits, ...b.hits]);
}

/** The lists, in the shortest form; undefined where there is none. */
export function listsOf(
  within: Bits,
  hits: readonly Bits[],
): Lists | undefined {
  if (isEmptyBits(within)) return undefined;
  const needed: Bits[] = [];
  for (const hit of hits) {
    const inside = andBits(hit, within);
    if (isEmptyBits(inside)) return undefined;
    if (needed.some((other) => isWithinBits(other, inside))) continue;
    needed.push(inside);
  }
  return { within, hits: needed };
}

/** Two parts of a dimension share something. */
export function partsMeet(a: Part, b: Part): boolean {
  return isClasses(a) && isClasses(b)
    ? meetBits(a, b)
    : !isEmptyPart(meetParts(a, b));
}

/** All of the first part is in the second. */
export function isWithinPart(a: Part, b: Part): boolean {
  return isClasses(a) && isClasses(b)
    ? isWithinBits(a, b)
    : minusPart(a, b).length === 0;
}

/** What is in the first part and not in the second, as parts that are not empty. */
export function minusPart(a: Part, b: Part): readonly Part[] {
  if (isClasses(a)) {
    const rest = isClasses(b) ? withoutBits(a, b) : a;
    return isEmptyBits(rest) ? [] : [rest];
  }
  if (isClasses(b)) return [a];
  const absent = a.absent && !b.absent;
  const lists = a.lists === undefined ? [] : minusLists(a.lists, b.lists);
  const [first, ...others] = lists;
  if (!absent && first === undefined) return [];
  return [
    { absent, lists: first },
    ...others.map((other) => ({ absent: false, lists: other })),
  ];
}

/** Lists with a value outside, and lists that miss one of the sets. */
function minusLists(a: Lists, b: Lists | undefined): readonly Lists[] {
  if (b === undefined) return [a];
  const outside = withoutBits(a.within, b.within);
  const rests = [
    listsOf(a.within, [...a.hits, outside]),
    ...b.hits.map((hit) => listsOf(withoutBits(a.within, hit), a.hits)),
  ];
  return rests.filter((rest) => rest !== undefined);
}

/** The lists of all values of some classes, and the absent key. */
export function wholeLists(classes: number): ListPart {
  return { absent: true, lists: { within: allBits(classes), hits: [] } };
}

/** What two boxes share; undefined where that is nothing. */
export function meetBoxes(a: Box, b: Box): Box | undefined {
  const parts = new Map(a);
  for (const [dimension, part] of b) {
    const own = parts.get(dimension);
    const both = own === undefined ? part : meetParts(own, part);
    if (isEmptyPart(both)) return undefined;
    parts.set(dimension, both);
  }
  return parts;
}
