import { isIntrinsic } from "../../policy/intrinsic.ts";
import { pseudoParameters, textParts } from "../../policy/pseudo-parameters.ts";
import type { Json } from "../../problem/json.ts";
import { isJsonList, isJsonObject } from "../../problem/json.ts";
import type { Expression, TextPiece, Variable } from "./expression.ts";
import {
  constant,
  list,
  literal,
  map,
  member,
  typeIn,
  variable,
} from "./expressions.ts";

/** Finds the parameter of a stack by its id. */
export type ParameterOf = (id: string) => Variable | undefined;

/** A text of the design, with its pseudo parameters and parameters as values. */
export function textCode(text: string, parameterOf: ParameterOf): Expression {
  const pieces = textParts(text).flatMap((part): readonly TextPiece[] =>
    typeof part === "string"
      ? withParameters(part, parameterOf)
      : [constant(typeIn("cdk", "Aws"), pseudoParameters[part.ref])],
  );
  return { kind: "text", pieces };
}

/** Literal characters with the parameters among them; neighbouring characters stay in one piece. */
function withParameters(
  text: string,
  parameterOf: ParameterOf,
): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let start = 0;
  for (const match of text.matchAll(/\$\{([A-Za-z0-9]+)\}/g)) {
    const parameter = parameterOf(match[1] ?? "");
    if (parameter === undefined) continue;
    pieces.push(
      text.slice(start, match.index),
      member(variable(parameter), "valueAsString"),
    );
    start = match.index + match[0].length;
  }
  return [...pieces, text.slice(start)].filter((piece) => piece !== "");
}

/**
 * A JSON value of the design, with the texts in it as {@link textCode} has them; those in intrinsic functions stay as
 * they are.
 */
export function jsonCode(value: Json, parameterOf: ParameterOf): Expression {
  if (typeof value === "string") return textCode(value, parameterOf);
  return isIntrinsic(value)
    ? rawCode(value)
    : within(value, (one) => jsonCode(one, parameterOf));
}

/** A JSON value as it is, whatever its texts hold. */
export function rawCode(value: Json): Expression {
  return within(value, rawCode);
}

function within(value: Json, codeOf: (value: Json) => Expression): Expression {
  if (isJsonList(value)) return list(value.map(codeOf));
  if (isJsonObject(value))
    return map(Object.entries(value).map(([name, one]) => [name, codeOf(one)]));
  return literal(value);
}
