import type { Design, DesignChange } from "../../core/index.ts";
import { applyChange } from "../../core/index.ts";
import type { Version } from "./step.ts";

/** The design before an edit, by its inverse: going back through hundreds of edits takes a while. */
const known = new WeakMap<DesignChange, Design>();

/** The design before all edits that can be undone. */
export function designBefore({ design, history }: Version): Design {
  const first = history.past[0]?.inverse;
  if (first === undefined) return design;
  const before = known.get(first) ?? undone({ design, history });
  known.set(first, before);
  return before;
}

function undone({ design, history }: Version): Design {
  let before = design;
  for (const { inverse } of history.past.toReversed()) {
    const next = applyChange(before, inverse);
    if (!next.ok) return before;
    before = next.value;
  }
  return before;
}
