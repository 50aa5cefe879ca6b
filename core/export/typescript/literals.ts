import type { Doc } from "../code/doc.ts";
import {
  choice,
  fill,
  group,
  hardline,
  hasHardline,
  indent,
  join,
  line,
  softline,
  trailingComma,
} from "../code/doc.ts";

/** A text in the quotes that need fewer escapes, double ones where that is equal. */
export function stringLiteral(text: string): string {
  const doubles = text.split('"').length;
  const singles = text.split("'").length;
  return doubles > singles
    ? `'${escaped(text, /['\\]/g)}'`
    : `"${escaped(text, /["\\]/g)}"`;
}

/** A template literal of literal characters and, in lists, the code of values. */
export function templateLiteral(
  pieces: readonly (string | readonly [code: string])[],
): string {
  const inside = pieces.map((piece) =>
    typeof piece === "string"
      ? escaped(piece, /[`\\]|\$(?=\{)/g)
      : `\${${piece[0]}}`,
  );
  return `\`${inside.join("")}\``;
}

// Controls, invisible separators and half surrogates would not survive in a source file.
const invisible =
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function escaped(text: string, special: RegExp): string {
  return text
    .replaceAll(special, (character) => `\\${character}`)
    .replaceAll(invisible, (character) =>
      character === "\n"
        ? "\\n"
        : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
}

/** The name of a property, in quotes where it needs them. */
export function propertyName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : stringLiteral(name);
}

/** An object literal with a line for each property. */
export function objectLiteral(properties: readonly Doc[]): Doc {
  if (properties.length === 0) return "{}";
  return group(
    "{",
    indent(hardline, join([",", hardline], properties), ","),
    hardline,
    "}",
  );
}

/** An object literal that stays on one line where it fits. */
export function shortObjectLiteral(properties: readonly Doc[]): Doc {
  if (properties.length === 0) return "{}";
  return group(
    "{",
    indent(line, join([",", line], properties)),
    trailingComma,
    line,
    "}",
  );
}

/** A list: on one line where it fits, else a line for each member. */
export function arrayLiteral(members: readonly Doc[]): Doc {
  if (members.length === 0) return "[]";
  return group(
    "[",
    indent(softline, join([",", line], members)),
    trailingComma,
    softline,
    "]",
  );
}

/** A list with a line for each member. */
export function brokenArray(members: readonly Doc[]): Doc {
  return group(
    "[",
    indent(hardline, join([",", hardline], members), ","),
    hardline,
    "]",
  );
}

/** A list of several numbers and nothing else is filled line by line, as prettier does. */
export function numberList(numbers: readonly number[]): Doc {
  return group(
    "[",
    indent(softline, fill(numbers.map(String))),
    trailingComma,
    softline,
    "]",
  );
}

/** Arguments in parentheses; the last is hugged where it is an object literal. */
export function argumentList(args: readonly Doc[], isLastObject: boolean): Doc {
  const last = args.at(-1);
  if (last === undefined) return "()";
  if (!isLastObject || !hasHardline(last)) return fittingArguments(args);
  return hasHardline(args.slice(0, -1))
    ? brokenArguments(args)
    : choice(["(", join(", ", args), ")"], brokenArguments(args));
}

function fittingArguments(args: readonly Doc[]): Doc {
  return group(
    "(",
    indent(softline, join([",", line], args)),
    trailingComma,
    softline,
    ")",
  );
}

function brokenArguments(args: readonly Doc[]): Doc {
  return [
    "(",
    indent(hardline, join([",", hardline], args), ","),
    hardline,
    ")",
  ];
}
