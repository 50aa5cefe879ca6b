/** What is known of a question: yes, no, or (undefined) that AWS does not say or that a part is missing. */
export type Truth = boolean | undefined;

/** All of them hold. */
export function every<Item>(
  items: readonly Item[],
  holds: (item: Item) => Truth,
): Truth {
  let truth: Truth = true;
  for (const item of items) {
    const one = holds(item);
    if (one === false) return false;
    if (one === undefined) truth = undefined;
  }
  return truth;
}

/** One of them holds. */
export function some<Item>(
  items: readonly Item[],
  holds: (item: Item) => Truth,
): Truth {
  return not(every(items, (item) => not(holds(item))));
}

/** The contrary. */
export function not(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}
