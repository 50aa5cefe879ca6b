/** Any run of characters, also none. */
export const ANY = 0;
/** Exactly one character. */
export const ONE = 1;

/** A pattern, character by character (UTF-16 units, as JavaScript counts them); `*` and `?` can stand for themselves in it. */
export type Glob = readonly (string | typeof ANY | typeof ONE)[];

/** The pattern of a text in which `*` is any run of characters and `?` one of them. */
export function globOf(text: string): Glob {
  return text.split("").map((char) => {
    if (char === "*") return ANY;
    return char === "?" ? ONE : char;
  });
}

/** As a pattern the text has a wildcard. */
export function hasWildcard(text: string): boolean {
  return text.includes("*") || text.includes("?");
}

/** The pattern that only the text itself matches. */
export function literalGlob(text: string): Glob {
  return text.split("");
}

/** The text, where the pattern has only one; undefined where it has wildcards. */
export function textOfGlob(glob: Glob): string | undefined {
  return glob.every((part) => typeof part === "string")
    ? glob.join("")
    : undefined;
}

/** A letter from A to Z in lower case, every other character as it is: how AWS folds case beyond ASCII is not documented. */
export function foldCase(text: string): string {
  return /^[\0-\x7F]*$/.test(text)
    ? text.toLowerCase()
    : text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** The text matches the pattern. Greedy with one point to come back to: never worse than |pattern| x |text|. */
export function matchesGlob(glob: Glob, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let resumeAt = 0;
  while (t < text.length) {
    const part = glob[p];
    if (part === ANY) {
      star = p++;
      resumeAt = t;
    } else if (part === ONE || (part !== undefined && part === text[t])) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++resumeAt;
    } else return false;
  }
  while (glob[p] === ANY) p++;
  return p === glob.length;
}
