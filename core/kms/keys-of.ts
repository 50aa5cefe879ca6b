/** The row names of a table, in the order they are written. */
export function keysOf<Table extends object>(
  table: Table,
): readonly Extract<keyof Table, string>[] {
  const names: Extract<keyof Table, string>[] = [];
  for (const name in table) names.push(name);
  return names;
}

/** The table has a row of this name. */
export function hasKey<Table extends object>(
  table: Table,
  name: PropertyKey,
): name is keyof Table {
  return Object.hasOwn(table, name);
}
