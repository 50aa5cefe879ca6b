/** A member of a list with a key that is its own, also where others look the same. */
export interface Keyed<T> {
  readonly key: string;
  readonly item: T;
  readonly index: number;
}

/** Gives every member a key: its name, and the how-many-th of that name it is. */
export function keyed<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
): readonly Keyed<T>[] {
  const seen = new Map<string, number>();
  return items.map((item, index) => {
    const name = nameOf(item);
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return { key: `${name} ${count}`, item, index };
  });
}
