import type { Design } from "../../core/index.ts";
import { compareDesigns } from "../../core/index.ts";
import type { DesignChanges, Questions, Work } from "./questions.ts";

/** Compares the policies of every key that one of two designs has. */
export function compareWork({
  base,
  head,
  keys,
}: Questions["compare"]["question"]): Work<"compare"> {
  const before = new Set(idsIn(base));
  const shared = idsIn(head).filter((id) => before.has(id));
  const meant =
    keys === undefined ? shared : shared.filter((id) => keys.includes(id));
  return {
    head: null,
    parts: [
      ...meant.map((keyId) => () => compareDesigns(base, head, { keyId })),
      () => others(base, head, new Set(shared)),
    ],
  };
}

function idsIn({ keys }: Design): readonly string[] {
  return keys.map(({ id }) => id);
}

/** Keys that only one side has by that name; one may be the other under a new name. */
function others(
  base: Design,
  head: Design,
  shared: ReadonlySet<string>,
): DesignChanges {
  const removed = idsIn(base).filter((id) => !shared.has(id));
  const added = idsIn(head).filter((id) => !shared.has(id));
  if (removed.length === 0 || added.length === 0)
    return { keys: [], added, removed };
  const all = compareDesigns(base, head);
  return {
    keys: all.keys.filter(({ key }) => !shared.has(key)),
    added: all.added.filter((id) => !shared.has(id)),
    removed: all.removed.filter((id) => !shared.has(id)),
  };
}
