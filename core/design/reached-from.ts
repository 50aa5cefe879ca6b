/** The ids that an id leads to. */
export function reachedFrom(
  id: string,
  named: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...(named.get(id) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    for (const further of named.get(next) ?? []) open.push(further);
  }
  return reached;
}
