import fc from "fast-check";

/** Makes records with the prototype that parsed ones have. */
export const options = { noNullPrototype: true } as const;

/** A record with some of its properties. */
export const someOf = { requiredKeys: [], noNullPrototype: true };

/** The id of a member, or one that none has. */
export function nameOf(members: readonly { readonly id: string }[] = []) {
  return fc.constantFrom(...members.map(({ id }) => id), "Fresh", "Other");
}

/** A place in a list, perhaps beyond its end. */
export const index = fc.nat({ max: 3 });

/** The type of a change. */
export function typed<Type extends string>(type: Type) {
  return fc.constant(type);
}
