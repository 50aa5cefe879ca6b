/** The members of a list, each once, in order: lists that say the same are equal then, member by member. */
export type MemberSet = readonly string[];

// Most statements have the actions of a grant, which is the same list for all of them.
const known = new WeakMap<readonly string[], MemberSet>();

/** The set that a list stands for. */
export function memberSet(members: readonly string[]): MemberSet {
  if (members.length < 2) return members;
  const set = known.get(members) ?? [...new Set(members)].toSorted();
  known.set(members, set);
  return set;
}

/** The sets have the same members. */
export function isSameSet(a: MemberSet, b: MemberSet): boolean {
  if (a === b) return true;
  return (
    a.length === b.length && a.every((member, index) => member === b[index])
  );
}

/** The members of either set. */
export function union(a: MemberSet, b: MemberSet): MemberSet {
  if (isSameSet(a, b)) return a;
  const members: string[] = [];
  let inA = 0;
  let inB = 0;
  for (;;) {
    const ofA = a[inA];
    const ofB = b[inB];
    if (ofA === undefined) return [...members, ...b.slice(inB)];
    if (ofB === undefined) return [...members, ...a.slice(inA)];
    members.push(ofB < ofA ? ofB : ofA);
    if (ofA <= ofB) inA++;
    if (ofB <= ofA) inB++;
  }
}
