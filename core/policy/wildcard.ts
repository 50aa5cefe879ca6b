/** The text matches a pattern of a policy, where `*` is any run of characters and `?` one of them. */
export function matchesWildcard(
  pattern: string,
  text: string,
  options: { readonly ignoreCase: boolean } = { ignoreCase: false },
): boolean {
  return options.ignoreCase
    ? matches(pattern.toLowerCase(), text.toLowerCase())
    : matches(pattern, text);
}

/** Greedy matching with one point to come back to: linear in practice, and never worse than |pattern| x |text|. */
function matches(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let resumeAt = 0;
  while (t < text.length) {
    if (pattern[p] === "*") {
      star = p++;
      resumeAt = t;
    } else if (
      p < pattern.length &&
      (pattern[p] === "?" || pattern[p] === text[t])
    ) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++resumeAt;
    } else return false;
  }
  while (pattern[p] === "*") p++;
  return p === pattern.length;
}
