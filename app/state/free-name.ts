/** The name, or the first of `name 2` and so on that no member of a list has. */
export function freeName(
  members: readonly { readonly id: string }[],
  name: string,
): string {
  const taken = new Set(members.map(({ id }) => id));
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name} ${number}`)) number += 1;
  return `${name} ${number}`;
}
