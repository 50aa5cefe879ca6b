import type { Json } from "../../problem/json.ts";
import type { Path } from "../../problem/problem.ts";
import { pseudoParameters, textParts } from "../../policy/pseudo-parameters.ts";
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
  mark,
  softline,
  trailingComma,
} from "../code/doc.ts";

/** A property of an object literal and where it came from; undefined leaves it out. */
export type Property = readonly [
  name: string,
  value: Doc | undefined,
  from?: Path,
];

/** An expression that ends in an object or array literal, which an argument list hugs. */
export interface Literal {
  readonly literal: Doc;
}

/** A text as a string, or as a template literal around its pseudo parameters. */
export function textLiteral(text: string): Doc {
  const parts = textParts(text);
  const [first] = parts;
  if (parts.length === 1 && typeof first === "object")
    return `cdk.Aws.${pseudoParameters[first.ref]}`;
  if (parts.every((part) => typeof part === "string"))
    return stringLiteral(text);
  const pieces = parts.map((part) =>
    typeof part === "string"
      ? escaped(part, /[`\\]|\$(?=\{)/g)
      : `\${cdk.Aws.${pseudoParameters[part.ref]}}`,
  );
  return `\`${pieces.join("")}\``;
}

/** A text in the quotes that need fewer escapes, double ones where that is equal. */
export function stringLiteral(text: string): string {
  const doubles = text.split('"').length;
  const singles = text.split("'").length;
  return doubles > singles
    ? `'${escaped(text, /['\\]/g)}'`
    : `"${escaped(text, /["\\]/g)}"`;
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

/** A JSON value as an expression. */
export function jsonLiteral(value: Json): Doc {
  if (typeof value === "string") return textLiteral(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return listLiteral(value);
  return objectLiteral(
    Object.entries(value).map(([name, member]) => [name, jsonLiteral(member)]),
  ).literal;
}

/** Lists of nothing but numbers are filled line by line, as prettier does. */
function listLiteral(values: readonly Json[]): Doc {
  if (values.length < 2 || !values.every((value) => typeof value === "number"))
    return arrayLiteral(values.map(jsonLiteral));
  return group(
    "[",
    indent(softline, fill(values.map(String))),
    trailingComma,
    softline,
    "]",
  );
}

/** An object literal with a line for each property. */
export function objectLiteral(properties: readonly Property[]): Literal {
  const present = presentProperties(properties);
  if (present.length === 0) return { literal: "{}" };
  return {
    literal: group(
      "{",
      indent(hardline, join([",", hardline], present), ","),
      hardline,
      "}",
    ),
  };
}

/** An object literal that stays on one line where it fits. */
export function shortObjectLiteral(properties: readonly Property[]): Doc {
  return group(
    "{",
    indent(line, join([",", line], presentProperties(properties))),
    trailingComma,
    line,
    "}",
  );
}

function presentProperties(properties: readonly Property[]): readonly Doc[] {
  return properties.flatMap(([name, value, from]) => {
    if (value === undefined) return [];
    const code = property(name, value);
    return [from === undefined ? code : mark([from], code)];
  });
}

/** A string or name that does not fit behind its property goes to a line of its own. */
function property(name: string, value: Doc): Doc {
  const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : stringLiteral(name);
  return typeof value === "string" && !value.startsWith("`")
    ? [key, ":", group(indent(line, value))]
    : [key, ": ", value];
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

/** A call or a `new`: the last argument is hugged when it is an object literal. */
export function call(callee: Doc, args: readonly Doc[], last?: Literal): Doc {
  if (last === undefined)
    return args.length === 0 ? [callee, "()"] : [callee, argumentList(args)];
  const all = [...args, last.literal];
  const hugged: Doc = ["(", join(", ", all), ")"];
  if (!hasHardline(last.literal)) return [callee, argumentList(all)];
  return [callee, choice(hugged, brokenArguments(all))];
}

function argumentList(args: readonly Doc[]): Doc {
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
