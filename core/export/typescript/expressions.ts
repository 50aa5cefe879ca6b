import type { Doc } from "../code/doc.ts";
import { group, indent, mark, softline } from "../code/doc.ts";
import type {
  Arguments,
  Expression,
  Property,
  TypeName,
  Variable,
} from "../program/expression.ts";
import { assigned, isShortName } from "./assignment.ts";
import {
  argumentList,
  arrayLiteral,
  brokenArray,
  numberList,
  objectLiteral,
  propertyName,
  shortObjectLiteral,
  stringLiteral,
  templateLiteral,
} from "./literals.ts";

/** Says how the place of an expression names a variable. */
export type Reference = (variable: Variable) => string;

/** A type by the name that its import gives it. */
export function typeCode({ module, name }: TypeName): string {
  return `${module}.${name}`;
}

/** An expression in TypeScript. */
export function expressionCode(
  expression: Expression,
  reference: Reference,
): Doc {
  const write = (inner: Expression) => expressionCode(inner, reference);
  switch (expression.kind) {
    case "marked":
      return mark(expression.from, write(expression.value));
    case "list":
      return listCode(expression.members, reference);
    case "map":
    case "struct":
      return objectCode(expression, reference);
    case "cast":
      return [write(expression.value), ` as ${typeCode(expression.type)}`];
    case "new":
      return [
        `new ${typeCode(expression.type)}`,
        argumentsCode(expression.args, reference),
      ];
    case "static-call":
      return [
        `${typeCode(expression.type)}.${expression.method}`,
        argumentsCode(expression.args, reference),
      ];
    case "call":
      return [
        write(expression.target),
        `.${expression.method}`,
        argumentsCode(expression.args, reference),
      ];
    default:
      return simpleCode(expression, reference);
  }
}

type Simple = Extract<
  Expression,
  { kind: "text" | "literal" | "constant" | "variable" | "this" | "member" }
>;

/** What has no place to break a line at. */
function simpleCode(expression: Simple, reference: Reference): Doc {
  switch (expression.kind) {
    case "text":
      return textCode(expression.pieces, reference);
    case "literal":
      return typeof expression.value === "string"
        ? stringLiteral(expression.value)
        : String(expression.value);
    case "constant":
      return `${typeCode(expression.type)}.${expression.name}`;
    case "variable":
      return reference(expression.variable);
    case "this":
      return "this";
    case "member":
      return memberCode(expression, reference);
  }
}

/** A line may break before each name of a chain, but not after a single name at its beginning. */
function memberCode(
  { target, name }: Extract<Expression, { kind: "member" }>,
  reference: Reference,
): Doc {
  const chain = chainCode(target, reference);
  return typeof chain === "string" ? `${chain}.${name}` : [chain, link(name)];
}

function chainCode(target: Expression, reference: Reference): Doc {
  switch (target.kind) {
    case "member":
      return [chainCode(target.target, reference), link(target.name)];
    case "variable": {
      const [first = "", ...rest] = reference(target.variable).split(".");
      return rest.length === 0 ? first : [first, rest.map(link)];
    }
    default:
      return expressionCode(target, reference);
  }
}

function link(name: string): Doc {
  return group(indent(softline, `.${name}`));
}

/** A text as a string, or as a template literal around its values. */
function textCode(
  pieces: Extract<Expression, { kind: "text" }>["pieces"],
  reference: Reference,
): Doc {
  const [first] = pieces;
  if (pieces.length === 1 && typeof first === "object")
    return expressionCode(first, reference);
  if (pieces.every((piece) => typeof piece === "string"))
    return stringLiteral(pieces.join(""));
  return templateLiteral(
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
      return `${valueInText(value.target, reference)}.${value.name}`;
    default:
      // INVARIANT: the model puts nothing else into texts.
      throw new Error(`${value.kind} in a text`);
  }
}

function listCode(members: readonly Expression[], reference: Reference): Doc {
  const numbers = members.flatMap((member) =>
    member.kind === "literal" && typeof member.value === "number"
      ? [member.value]
      : [],
  );
  if (members.length > 1 && numbers.length === members.length)
    return numberList(numbers);
  const codes = members.map((member) => expressionCode(member, reference));
  return members.length > 1 && members.every(isLongObject)
    ? brokenArray(codes)
    : arrayLiteral(codes);
}

/** Prettier breaks lists of objects that have several properties. */
function isLongObject(expression: Expression): boolean {
  switch (expression.kind) {
    case "marked":
      return isLongObject(expression.value);
    case "struct":
      return expression.properties.length > 1;
    case "map":
      return expression.entries.length > 1;
    default:
      return false;
  }
}

function objectCode(
  object: Extract<Expression, { kind: "map" | "struct" }>,
  reference: Reference,
): Doc {
  if (object.kind === "struct")
    return shortObjectLiteral(propertiesCode(object.properties, reference));
  const entries = object.entries.map(([name, value]) =>
    propertyCode({ name, value }, reference),
  );
  return object.isShort ? shortObjectLiteral(entries) : objectLiteral(entries);
}

/** The properties of an object literal. */
export function propertiesCode(
  properties: readonly Property[],
  reference: Reference,
): readonly Doc[] {
  return properties.map((property) => {
    const code = propertyCode(property, reference);
    return property.from === undefined ? code : mark([property.from], code);
  });
}

function propertyCode({ name, value }: Property, reference: Reference): Doc {
  const key = propertyName(name);
  const code = expressionCode(value, reference);
  return isShortName(key)
    ? [key, ": ", code]
    : assigned([key, ":"], value, code);
}

function argumentsCode(
  { positional, properties }: Arguments,
  reference: Reference,
): Doc {
  const args = positional.map((arg) => expressionCode(arg, reference));
  if (properties.length > 0)
    return argumentList(
      [...args, objectLiteral(propertiesCode(properties, reference))],
      true,
    );
  return argumentList(args, isObject(positional.at(-1)));
}

function isObject(value: Expression | undefined): boolean {
  if (value?.kind === "marked") return isObject(value.value);
  return value?.kind === "map" || value?.kind === "struct";
}
