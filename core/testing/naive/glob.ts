/** A text in which wildcards are characters that no text has, so that a star which came out of a variable is a letter. */
export type Pattern = string;

// Two of the characters that Unicode promises never to give a meaning.
const anyRun = "\uFFFE";
const anyOne = "\uFFFF";

/** The pattern of a text whose stars and question marks are wildcards. */
export function wild(text: string): Pattern {
  return text.replaceAll("*", anyRun).replaceAll("?", anyOne);
}

/** The pattern that only the text itself matches. */
export function literal(text: string): Pattern {
  return text;
}

export function isStar(pattern: Pattern): boolean {
  return pattern === anyRun;
}

/** A star is any run of characters, a question mark exactly one. */
export function isMatch(pattern: Pattern, text: string): boolean {
  if (!pattern.includes(anyRun) && !pattern.includes(anyOne))
    return pattern === text;
  const glyphs = Array.from(pattern);
  const letters = Array.from(text);
  const matches = (at: number, from: number): boolean => {
    const glyph = glyphs[at];
    if (glyph === undefined) return from === letters.length;
    if (glyph === anyRun && matches(at + 1, from)) return true;
    if (from === letters.length) return false;
    if (glyph === anyRun) return matches(at, from + 1);
    return (
      (glyph === anyOne || glyph === letters[from]) && matches(at + 1, from + 1)
    );
  };
  return matches(0, 0);
}

/** The parts between colons, six at most; the sixth keeps the rest. */
export function sixParts(text: string): readonly string[] {
  const parts = text.split(":");
  return parts.length < 6
    ? parts
    : [...parts.slice(0, 5), parts.slice(5).join(":")];
}
