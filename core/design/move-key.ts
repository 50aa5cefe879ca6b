import type { DesignChange } from "./change.ts";
import { freeConstructId } from "./defaults.ts";
import type { Design, Key } from "./design.ts";

/**
 * Moves a key to another stack. Where a construct of that stack has the key's id,
 * the key gets a free one, and every use of it follows.
 */
export function moveKey(
  design: Design,
  key: Key,
  toStack: string,
): DesignChange {
  const others = {
    ...design,
    keys: design.keys.filter(({ id }) => id !== key.id),
  };
  const isTaken = constructIdsIn(others, toStack).has(key.id);
  const id = isTaken ? freeConstructId(design, toStack, key.id) : key.id;
  return {
    type: "edit-key",
    key: key.id,
    patch: { stack: toStack, ...(id !== key.id && { id }) },
  };
}

/** The ids of the constructs in a stack. */
function constructIdsIn(design: Design, stackId: string): ReadonlySet<string> {
  const { stacks, principals, keys, aliases = [], consumers = [] } = design;
  const stack = stacks.find(({ id }) => id === stackId);
  const inStack = [...principals, ...keys, ...aliases, ...consumers].filter(
    (one) => "stack" in one && one.stack === stackId,
  );
  return new Set(
    [...inStack, ...(stack?.parameters ?? []), ...(stack?.outputs ?? [])].map(
      ({ id }) => id,
    ),
  );
}
