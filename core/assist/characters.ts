/** Kinds of characters, by their codes: a text is looked through at every keystroke. */
export const code = {
  tab: 9,
  lineFeed: 10,
  return: 13,
  space: 32,
  exclamation: 33,
  doubleQuote: 34,
  hash: 35,
  dollar: 36,
  ampersand: 38,
  singleQuote: 39,
  comma: 44,
  dash: 45,
  colon: 58,
  greater: 62,
  openBracket: 91,
  backslash: 92,
  closeBracket: 93,
  openBrace: 123,
  bar: 124,
  closeBrace: 125,
} as const;

/** A blank inside a line; a carriage return belongs to the end of its line. */
export function isBlank(character: number): boolean {
  return (
    character === code.space ||
    character === code.tab ||
    character === code.return
  );
}

/** A blank, or the end of the text. */
export function isGap(character: number): boolean {
  return (
    isBlank(character) || character === code.lineFeed || Number.isNaN(character)
  );
}

/** The first place from here that is not a blank. */
export function pastBlanks(text: string, from: number): number {
  let at = from;
  for (; ; at++) {
    const character = text.charCodeAt(at);
    // Nearly every character of an indentation is a blank.
    if (character !== code.space && !isBlank(character)) return at;
  }
}

/** The end of the line, before its line feed. */
export function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}

/** The start of the line. */
export function startOfLine(text: string, from: number): number {
  return from === 0 ? 0 : text.lastIndexOf("\n", from - 1) + 1;
}

/** Where a text in quotes ends, behind its closing quote; undefined where it does not end in its line, before `limit`. */
export function endOfQuoted(
  text: string,
  start: number,
  limit: number,
): number | undefined {
  const quote = text.charCodeAt(start);
  for (let at = start + 1; at < limit; at++) {
    const character = text.charCodeAt(at);
    if (character === code.lineFeed) return undefined;
    if (character === code.backslash && quote === code.doubleQuote) at++;
    else if (character === quote) {
      // Two single quotes are one in the text.
      if (quote === code.doubleQuote || text.charCodeAt(at + 1) !== quote)
        return at + 1;
      at++;
    }
  }
  return undefined;
}

/** Where the blanks before a place begin. */
export function trimmedEnd(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}
