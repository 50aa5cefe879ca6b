/** What stands between the parts of a name; no name of a key holds it. */
const separator = "\n";

/** The name of unfinished text: the key (or another owner) it belongs to, and where in it. A member of a list is named by its place. */
export function draftId(...parts: readonly (string | number)[]): string {
  return parts.join(separator);
}

/** The parts that made the name. */
export function draftParts(id: string): readonly string[] {
  return id.split(separator);
}

/** The text belongs to the part of the design whose name begins its own. */
export function isIn(id: string, part: string): boolean {
  return id === part || id.startsWith(part + separator);
}
