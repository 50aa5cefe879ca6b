import type { MergedEntry, PolicyEntry } from "../../../core/index.ts";
import { isInKeyPolicy, samePath } from "../../../core/index.ts";

/** An entry and the number that the view gives it. */
export interface Numbered {
  readonly entry: PolicyEntry;
  readonly number: number;
}

/** The entries, counted from 1. */
export function numbered(entries: readonly PolicyEntry[]): readonly Numbered[] {
  return entries.map((entry, index) => ({ entry, number: index + 1 }));
}

/** The numbers of the entries that a merged statement came from. */
export function numbersOf(
  { entries: parts }: MergedEntry,
  entries: readonly PolicyEntry[],
): readonly number[] {
  return parts.flatMap(({ path }) =>
    numbered(entries)
      .filter(({ entry }) => samePath(entry.path, path))
      .map(({ number }) => number),
  );
}

/** The numbers of the other entries that the CDK puts into one statement with this one. */
export function mergedWith(
  { path }: PolicyEntry,
  entries: readonly PolicyEntry[],
  merged: readonly MergedEntry[],
): readonly number[] {
  const own = merged.find((one) =>
    one.entries.some((part) => samePath(part.path, path)),
  );
  if (own === undefined) return [];
  const numbers = numbersOf(own, entries);
  const mine = entries.findIndex((entry) => samePath(entry.path, path)) + 1;
  return numbers.filter((number) => number !== mine).toSorted((a, b) => a - b);
}

/** The template has other statements than the list, or another order. */
export function rendersOtherwise(
  entries: readonly PolicyEntry[],
  merged: readonly MergedEntry[],
): boolean {
  const written = entries.filter(isInKeyPolicy);
  return (
    merged.length > 0 &&
    (merged.length !== written.length ||
      merged.some(({ entries: [first] }, index) => {
        const there = written[index];
        return (
          first !== undefined &&
          there !== undefined &&
          !samePath(first.path, there.path)
        );
      }))
  );
}
