/** Names in backticks as people list them: `a`, `b` and 3 others. */
export function listOfNames(names: readonly string[], most = 4): string {
  const quoted = names.map((name) => `\`${name}\``);
  if (quoted.length <= most) return joined(quoted);
  const shown = quoted.slice(0, most - 1);
  return `${shown.join(", ")} and ${quoted.length - shown.length} others`;
}

function joined(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}
