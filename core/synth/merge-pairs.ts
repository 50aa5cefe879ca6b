/** What two become, when they can become one. */
type Merge<T> = (a: T, b: T) => T | undefined;

/** Merges each with every later one that it can take in, in its place, until no two are left that merge. */
export function mergePairs<T>(
  all: readonly T[],
  merge: Merge<T>,
): readonly T[] {
  let current = all;
  for (;;) {
    const next = onePass(current, merge);
    if (next.length === current.length) return next;
    current = next;
  }
}

function onePass<T>(all: readonly T[], merge: Merge<T>): readonly T[] {
  const result: T[] = [];
  let open = all;
  for (let [first] = open; first !== undefined; [first] = open) {
    let growing = first;
    open = open.slice(1).filter((other) => {
      const both = merge(growing, other);
      growing = both ?? growing;
      return both === undefined;
    });
    result.push(growing);
  }
  return result;
}
