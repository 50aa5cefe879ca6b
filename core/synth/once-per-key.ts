import type { Design, Key } from "../design/design.ts";

/** The same work done once for each key of a design, as neither ever changes. */
export function oncePerKey<K extends Key, Value extends object>(
  work: (design: Design, key: K) => Value,
): (design: Design, key: K) => Value {
  const known = new WeakMap<Design, Map<K, Value>>();
  return (design, key) => {
    const ofDesign = known.get(design) ?? new Map<K, Value>();
    known.set(design, ofDesign);
    const value = ofDesign.get(key) ?? work(design, key);
    ofDesign.set(key, value);
    return value;
  };
}
