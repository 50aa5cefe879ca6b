/** Texts of more characters are refused before they are read. */
const maximumLength = 10_000_000;

/** So are texts of more parts: no document of ours comes near, and reading them takes seconds. */
const maximumParts = 250_000;

/** The size of a text that keeps it from being read, in words; undefined where it can be read. */
export function excessiveSize(text: string): string | undefined {
  const { length } = text;
  if (length > maximumLength)
    return `${length} characters, more than ${maximumLength}`;
  return length > maximumParts && hasTooManyParts(text)
    ? `more than ${maximumParts} lines, members and items`
    : undefined;
}

/** What begins a part is counted wherever it stands, in texts too: that is quick, and never too few. */
function hasTooManyParts(text: string): boolean {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (
      code === LINE_FEED ||
      code === COMMA ||
      code === BRACKET ||
      code === BRACE
    )
      count++;
    if (count > maximumParts) return true;
  }
  return false;
}

const LINE_FEED = 10;
const COMMA = 44;
const BRACKET = 91;
const BRACE = 123;
