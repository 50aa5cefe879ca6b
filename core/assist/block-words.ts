import {
  code,
  endOfQuoted,
  isBlank,
  isGap,
  pastBlanks,
  trimmedEnd,
} from "./characters.ts";
import type { Reading } from "./reading.ts";
import type { Member, Scalar } from "./tree.ts";

/** A line that is being read. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** What the next word is the value of; undefined where it could only be a name. */
  owner: Member | undefined;
  /** Whether something stands before the next word. */
  begun: boolean;
  at: number;
}

/** The name that begins there, when a colon follows it. */
export function nameAt(reading: Reading, line: Line): Scalar | undefined {
  const { text } = reading;
  const { at: start } = line;
  const first = text.charCodeAt(start);
  if (first === code.doubleQuote || first === code.singleQuote) {
    const end = endOfQuoted(text, start, line.end);
    return end !== undefined &&
      text.charCodeAt(pastBlanks(text, end)) === code.colon
      ? { kind: "scalar", start, end }
      : undefined;
  }
  if (first === code.openBrace || first === code.openBracket) return undefined;
  for (let at = start; at < line.end; at++) {
    const character = text.charCodeAt(at);
    if (character === code.hash && isBlank(text.charCodeAt(at - 1)))
      return undefined;
    if (character === code.colon && isGap(text.charCodeAt(at + 1)))
      return isUnfinished(reading, line, at)
        ? undefined
        : { kind: "scalar", start, end: trimmedEnd(text, start, at) };
  }
  return undefined;
}

/** A word that goes on behind its colon is being typed, such as `kms:`. */
function isUnfinished({ text, offset }: Reading, line: Line, colon: number) {
  return (
    offset === colon + 1 &&
    pastBlanks(text, offset) >= line.end &&
    /^(?:kms|aws|arn|AWS:|Fn:?|ForAnyValue|ForAllValues)$/.test(
      text.slice(line.at, colon),
    )
  );
}

/** The scalar that begins there, up to the end of its line. */
export function scalarAt({ text }: Reading, line: Line): Scalar {
  const { at: start } = line;
  const first = text.charCodeAt(start);
  const isQuoted = first === code.doubleQuote || first === code.singleQuote;
  const quoted = isQuoted ? endOfQuoted(text, start, line.end) : undefined;
  return { kind: "scalar", start, end: quoted ?? plainEnd(text, line) };
}

function plainEnd(text: string, line: Line): number {
  let end = line.at;
  while (end < line.end) {
    const isComment =
      text.charCodeAt(end) === code.hash && isBlank(text.charCodeAt(end - 1));
    if (isComment) break;
    end++;
  }
  return Math.max(trimmedEnd(text, line.at, end), line.at + 1);
}
