import type { Doc } from "../code/doc.ts";
import { mark } from "../code/doc.ts";
import type {
  Arguments,
  Expression,
  Property,
  TypeName,
  Variable,
} from "../program/expression.ts";
import {
  bracketed,
  callArguments,
  exploded,
  formattedString,
  plainLiteral,
  stringLiteral,
} from "./literals.ts";
import { keywordArgument, moduleName, snakeCase } from "./names.ts";

/** Says how the place of an expression names a variable. */
export type Reference = (variable: Variable) => string;

/** A type by the name that its import gives it. */
export function typeCode({ module, name }: TypeName): string {
  return `${moduleName(module)}.${name}`;
}

/** An expression in Python. */
export function expressionCode(
  expression: Expression,
  reference: Reference,
): Doc {
  const write = (inner: Expression) => expressionCode(inner, reference);
  switch (expression.kind) {
    case "text":
      return textCode(expression.pieces, reference);
    case "literal":
      return typeof expression.value === "string"
        ? stringLiteral(expression.value)
        : plainLiteral(expression.value);
    case "list":
      return bracketed(["[", "]"], expression.members.map(write));
    case "map":
      return mapCode(expression, reference);
    case "struct":
      return [
        typeCode(expression.type),
        callArguments(keywordArguments(expression.properties, reference)),
      ];
    case "marked":
      return mark(expression.from, write(expression.value));
    case "cast":
      return write(expression.value);
    case "new":
    case "static-call":
    case "call":
      return callCode(expression, reference);
    default:
      return nameCode(expression, reference);
  }
}

type Named = Extract<
  Expression,
  { kind: "constant" | "variable" | "this" | "member" }
>;

function nameCode(expression: Named, reference: Reference): Doc {
  switch (expression.kind) {
    case "constant":
      return `${typeCode(expression.type)}.${expression.name}`;
    case "variable":
      return reference(expression.variable);
    case "this":
      return "self";
    case "member":
      return [
        expressionCode(expression.target, reference),
        `.${snakeCase(expression.name)}`,
      ];
  }
}

function callCode(
  expression: Extract<Expression, { kind: "new" | "static-call" | "call" }>,
  reference: Reference,
): Doc {
  const args = argumentsCode(expression.args, reference);
  if (expression.kind === "new") return [typeCode(expression.type), args];
  const target =
    expression.kind === "call"
      ? expressionCode(expression.target, reference)
      : typeCode(expression.type);
  return [target, `.${snakeCase(expression.method)}`, args];
}

/** Several properties get a line each. */
function argumentsCode(
  { positional, properties }: Arguments,
  reference: Reference,
): Doc {
  return argumentList(
    positional.map((arg) => expressionCode(arg, reference)),
    keywordArguments(properties, reference),
  );
}

/** The arguments of a call; several keyword arguments get a line each. */
export function argumentList(
  positional: readonly Doc[],
  keywords: readonly Doc[],
): Doc {
  const all = [...positional, ...keywords];
  return keywords.length > 1 ? exploded(["(", ")"], all) : callArguments(all);
}

/** Properties as keyword arguments. */
export function keywordArguments(
  properties: readonly Property[],
  reference: Reference,
): readonly Doc[] {
  return properties.map(({ name, value, from }) => {
    const code = [
      `${keywordArgument(name)}=`,
      expressionCode(value, reference),
    ];
    return from === undefined ? code : mark([from], code);
  });
}

function mapCode(
  { entries, isShort }: Extract<Expression, { kind: "map" }>,
  reference: Reference,
): Doc {
  const members = entries.map(([key, value]): Doc => [
    `${stringLiteral(key)}: `,
    expressionCode(value, reference),
  ]);
  return isShort || members.length < 2
    ? bracketed(["{", "}"], members)
    : exploded(["{", "}"], members);
}

/** A text as a string, or as one with its values in it. */
function textCode(
  pieces: Extract<Expression, { kind: "text" }>["pieces"],
  reference: Reference,
): Doc {
  const [first] = pieces;
  if (pieces.length === 1 && typeof first === "object")
    return expressionCode(first, reference);
  if (pieces.every((piece) => typeof piece === "string"))
    return stringLiteral(pieces.join(""));
  return formattedString(
    pieces.map((piece) =>
      typeof piece === "string" ? piece : [valueInText(piece, reference)],
    ),
  );
}

/** Values in a text are names and members of names. */
function valueInText(value: Expression, reference: Reference): string {
  switch (value.kind) {
    case "constant":
      return `${typeCode(value.type)}.${value.name}`;
    case "variable":
      return reference(value.variable);
    case "member":
      return `${valueInText(value.target, reference)}.${snakeCase(value.name)}`;
    default:
      // INVARIANT: the model puts nothing else into texts.
      throw new Error(`${value.kind} in a text`);
  }
}
