interface Member {
  readonly id: string;
}

/** Lists of a design never change, so where their members stand is found out once for each list. */
const known = new WeakMap<readonly Member[], ReadonlyMap<string, number>>();

function placesOf(members: readonly Member[]): ReadonlyMap<string, number> {
  const places = known.get(members) ?? placesById(members);
  known.set(members, places);
  return places;
}

/** Of members with one id the first counts. */
function placesById(members: readonly Member[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [place, { id }] of members.entries())
    if (!places.has(id)) places.set(id, place);
  return places;
}

/** Where the member with an id stands, or -1. */
export function indexOfId(members: readonly Member[], id: string): number {
  return placesOf(members).get(id) ?? -1;
}

/** The member with an id. */
export function memberWithId<T extends Member>(
  members: readonly T[],
  id: string,
): T | undefined {
  return members[indexOfId(members, id)];
}
