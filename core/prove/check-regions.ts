/*
 * Part of the checker of proofs, which shares nothing with the prover but the evaluator: sets of requests.
 */

/** Classes of values: a bit each. */
export type Classes = bigint;

/** Lists of values: the key may be absent; or each value is of `within`, and some value of each of `hits`. */
export interface ListSet {
  readonly absent: boolean;
  readonly within: Classes;
  readonly hits: readonly Classes[];
}

/** A part of a dimension. */
export type Side = Classes | ListSet;
/** A part for each dimension that is restricted. */
export type Region = ReadonlyMap<number, Side>;

/** All of so many classes. */
export function allClasses(count: number): Classes {
  return (1n << BigInt(count)) - 1n;
}

/** The classes of which something holds. */
export function where<Item>(
  items: readonly Item[],
  holds: (item: Item) => boolean,
): Classes {
  return items.reduce(
    (classes, item, at) =>
      holds(item) ? classes | (1n << BigInt(at)) : classes,
    0n,
  );
}

/** Nothing is in the part. */
export function isNothing(side: Side): boolean {
  return typeof side === "bigint"
    ? side === 0n
    : !side.absent && !hasLists(side);
}

function hasLists({ within, hits }: ListSet): boolean {
  return within !== 0n && hits.every((hit) => (hit & within) !== 0n);
}

/** What two parts share. */
export function meet(a: Side, b: Side): Side {
  if (typeof a === "bigint") return typeof b === "bigint" ? a & b : 0n;
  if (typeof b === "bigint") return 0n;
  const hits = [...a.hits, ...b.hits];
  return { absent: a.absent && b.absent, within: a.within & b.within, hits };
}

/** The parts of the first that are not in the second. */
export function minus(a: Side, b: Side): readonly Side[] {
  if (typeof a === "bigint")
    return typeof b === "bigint" && (a & ~b) === 0n
      ? []
      : [typeof b === "bigint" ? a & ~b : a];
  if (typeof b === "bigint") return [a];
  const absent = a.absent && !b.absent;
  const rests = hasLists(b)
    ? [
        { ...a, absent: false, hits: [...a.hits, a.within & ~b.within] },
        ...b.hits.map((hit) => ({
          ...a,
          absent: false,
          within: a.within & ~hit,
        })),
      ]
    : [{ ...a, absent: false }];
  const [first, ...others] = rests.filter(hasLists);
  if (first === undefined)
    return absent ? [{ absent, within: 0n, hits: [] }] : [];
  return [{ ...first, absent }, ...others];
}
