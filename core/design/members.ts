/** Where the member with an id stands, or -1. */
export function indexOfId(
  members: readonly { readonly id: string }[],
  id: string,
): number {
  return members.findIndex((member) => member.id === id);
}

/** The member with an id. */
export function memberWithId<T extends { readonly id: string }>(
  members: readonly T[],
  id: string,
): T | undefined {
  return members.find((member) => member.id === id);
}
