import type { Design, Path } from "../../core/index.ts";

/** Where a place of a design is in a later one; undefined where what stood there is gone. */
export function placeAfter(
  path: Path,
  before: Design,
  after: Design,
): Path | undefined {
  const moved: (string | number)[] = [];
  let was: unknown = before;
  let now: unknown = after;
  for (const [depth, step] of path.entries()) {
    if (was === now) return [...moved, ...path.slice(depth)];
    const next = stepAfter(was, now, step);
    if (next === undefined) return undefined;
    moved.push(next);
    was = valueIn(was, step);
    now = valueIn(now, next);
  }
  return moved;
}

/** Where a member of a list is in the list as it is later; undefined where it is gone. */
export function memberAfter(
  before: unknown,
  after: unknown,
  at: number,
): number | undefined {
  if (!Array.isArray(before) || !Array.isArray(after)) return undefined;
  if (before[at] === after[at]) return at;
  const found = after.indexOf(before[at]);
  if (found >= 0) return found;
  // Not there as it was: it was edited in its place, or removed.
  return before.length === after.length ? at : undefined;
}

function stepAfter(
  was: unknown,
  now: unknown,
  step: string | number,
): string | number | undefined {
  // A setting that is not written stays where it would be.
  if (valueIn(was, step) === undefined) return step;
  if (typeof step === "string")
    return valueIn(now, step) === undefined ? undefined : step;
  const id = valueIn(valueIn(was, step), "id");
  return indexOfName(now, id, step) ?? memberAfter(was, now, step);
}

/** Where the member of a list is that has this name, which is most often where it was. */
function indexOfName(
  list: unknown,
  id: unknown,
  at: number,
): number | undefined {
  if (!Array.isArray(list) || id === undefined) return undefined;
  if (valueIn(valueIn(list, at), "id") === id) return at;
  const found = list.findIndex((member) => valueIn(member, "id") === id);
  return found < 0 ? undefined : found;
}

function valueIn(value: unknown, step: string | number): unknown {
  return typeof value === "object" &&
    value !== null &&
    Object.hasOwn(value, step)
    ? Reflect.get(value, step)
    : undefined;
}
