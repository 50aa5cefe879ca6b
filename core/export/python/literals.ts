import type { Doc } from "../code/doc.ts";
import {
  group,
  hardline,
  indent,
  join,
  line,
  softline,
  trailingComma,
} from "../code/doc.ts";

/** A text in the quotes that need fewer escapes, double ones where that is equal. */
export function stringLiteral(text: string): string {
  const quote = quoteFor(text);
  return quote + escaped(text, quote) + quote;
}

/** A string around literal characters and, in lists, the code of values. */
export function formattedString(
  pieces: readonly (string | readonly [code: string])[],
): string {
  const literal = pieces.filter((piece) => typeof piece === "string").join("");
  const quote = quoteFor(literal);
  const inside = pieces.map((piece) =>
    typeof piece === "string"
      ? escaped(piece, quote).replaceAll(/[{}]/g, "$&$&")
      : `{${piece[0]}}`,
  );
  return `f${quote}${inside.join("")}${quote}`;
}

function quoteFor(text: string): '"' | "'" {
  return text.split('"').length > text.split("'").length ? "'" : '"';
}

// Controls, invisible separators and half surrogates would not survive in a source file.
const invisible =
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function escaped(text: string, quote: string): string {
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll(quote, `\\${quote}`)
    .replaceAll(invisible, (character) =>
      character === "\n"
        ? "\\n"
        : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
}

/** A number, boolean or nothing. */
export function plainLiteral(value: number | boolean | null): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  return String(value).replace("e+", "e");
}

/** Members in brackets: on one line where they fit, else a line for each. */
export function bracketed(
  [open, close]: readonly [open: string, close: string],
  members: readonly Doc[],
): Doc {
  if (members.length === 0) return open + close;
  return group(open, indent(softline, separated(members)), softline, close);
}

/** Members in brackets with a line for each and a comma behind the last, which keeps black from joining the lines. */
export function exploded(
  [open, close]: readonly [open: string, close: string],
  members: readonly Doc[],
): Doc {
  return group(
    open,
    indent(hardline, join([",", hardline], members), ","),
    hardline,
    close,
  );
}

/** Arguments in parentheses: on the line of the call, else on one of their own, else a line for each. */
export function callArguments(args: readonly Doc[]): Doc {
  if (args.length === 0) return "()";
  return group("(", indent(softline, group(separated(args))), softline, ")");
}

/** A comma goes behind the last of several members that stand on lines of their own. */
function separated(members: readonly Doc[]): Doc {
  return [join([",", line], members), members.length > 1 ? trailingComma : ""];
}
