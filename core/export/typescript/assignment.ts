import type { Doc } from "../code/doc.ts";
import { fluid, group, indent, line } from "../code/doc.ts";
import type { Expression } from "../program/expression.ts";
import { stringLiteral } from "./literals.ts";

/**
 * A value behind `=` or the colon of a property, as prettier breaks the line between them:
 * a string or a chain of names goes to a line of its own where it does not fit, other values where nothing of them does.
 *
 * Source: prettier 3, src/language-js/print/assignment.js.
 */
export function assigned(left: Doc, value: Expression, code: Doc): Doc {
  if (neverMoves(value)) return [left, " ", code];
  return movesWhole(value)
    ? [left, group(indent(line, code))]
    : [left, fluid(code)];
}

/** A property whose name is so short that moving its value to the next line would gain nothing. */
export function isShortName(name: string): boolean {
  return name.length < 5;
}

function neverMoves(value: Expression): boolean {
  switch (value.kind) {
    case "marked":
      return neverMoves(value.value);
    case "literal":
      return (
        typeof value.value === "number" || typeof value.value === "boolean"
      );
    case "text":
      return (
        value.pieces.length > 1 &&
        value.pieces.some((piece) => typeof piece !== "string")
      );
    default:
      return false;
  }
}

function movesWhole(value: Expression): boolean {
  switch (value.kind) {
    case "marked":
      return movesWhole(value.value);
    case "text":
      return true;
    case "literal":
      return typeof value.value === "string";
    default:
      return isPlainChain(value);
  }
}

/** Names and calls in a chain that has no good place to break: each call has at most one short argument. */
function isPlainChain(value: Expression): boolean {
  switch (value.kind) {
    case "marked":
      return isPlainChain(value.value);
    case "member":
      return isPlainChain(value.target);
    case "call":
      return hasShortArguments(value.args) && isPlainChain(value.target);
    case "static-call":
      return hasShortArguments(value.args);
    case "constant":
    case "variable":
    case "this":
      return true;
    default:
      return false;
  }
}

const shortArgument = 20;

function hasShortArguments({
  positional: [only, ...others],
  properties,
}: Extract<Expression, { kind: "call" }>["args"]): boolean {
  if (others.length > 0 || properties.length > 0) return false;
  return only === undefined || isShort(only);
}

function isShort(value: Expression): boolean {
  switch (value.kind) {
    case "marked":
      return isShort(value.value);
    case "literal":
      return (
        typeof value.value !== "string" ||
        stringLiteral(value.value).length <= shortArgument
      );
    case "text":
      return (
        value.pieces.every((piece) => typeof piece === "string") &&
        stringLiteral(value.pieces.join("")).length <= shortArgument
      );
    case "this":
      return true;
    default:
      return false;
  }
}
