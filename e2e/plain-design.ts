import { emptyDesign, newKey, type Design } from "../core/index.ts";

const empty = emptyDesign("Ledger");

/** A design with one key, which is not rotated. */
export const plainDesign: Design = manyKeys(1);

/** A design with so many keys, none of which is rotated. */
export function manyKeys(count: number): Design {
  const keys = Array.from({ length: count }, (_, at) => ({
    ...newKey(empty),
    id: count === 1 ? "Key" : `Key${at}`,
  }));
  return { ...empty, keys };
}
