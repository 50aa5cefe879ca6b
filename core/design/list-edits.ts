import type { Result } from "../problem/problem.ts";
import { failed, ok } from "../problem/problem.ts";
import { missing, taken } from "./change-problems.ts";
import { indexOfId } from "./members.ts";

interface Member {
  readonly id: string;
}

/** A list of a design, and what its members are called. */
export interface Edited<T extends Member> {
  readonly kind: string;
  readonly list: readonly T[];
}

/** The list with a member more, at a place. */
export function withAdded<T extends Member>(
  { kind, list }: Edited<T>,
  member: T,
  index: number,
): Result<readonly T[]> {
  return indexOfId(list, member.id) >= 0
    ? failed(taken(kind, member.id))
    : ok(list.toSpliced(index, 0, member));
}

/** The list without a member. */
export function withRemoved<T extends Member>(
  { kind, list }: Edited<T>,
  id: string,
): Result<readonly T[]> {
  const index = indexOfId(list, id);
  return index < 0 ? failed(missing(kind, id)) : ok(list.toSpliced(index, 1));
}

/** The list with one member in the place of another. */
export function withReplaced<T extends Member>(
  { kind, list }: Edited<T>,
  id: string,
  by: T,
): Result<readonly T[]> {
  const index = indexOfId(list, id);
  if (index < 0) return failed(missing(kind, id));
  if (by.id !== id && indexOfId(list, by.id) >= 0)
    return failed(taken(kind, by.id));
  return ok(list.with(index, by));
}

/** The list with a member at another place, counted in the list without it. */
export function withMoved<T extends Member>(
  { kind, list }: Edited<T>,
  id: string,
  to: number,
): Result<readonly T[]> {
  const index = indexOfId(list, id);
  const found = list[index];
  if (found === undefined) return failed(missing(kind, id));
  return ok(list.toSpliced(index, 1).toSpliced(to, 0, found));
}
