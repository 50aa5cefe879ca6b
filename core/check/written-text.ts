import { isIntrinsic } from "../policy/intrinsic.ts";
import type { Json } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";
import type { StatementView } from "./policy-view.ts";

const texts = new WeakMap<StatementView, ReadonlySet<string>>();

/** The person wrote a text of a statement as it is: CloudFormation fills nothing in, and nothing stands for it. */
export function isLiteral(statement: StatementView, text: string): boolean {
  if (text.includes("${")) return false;
  const known = texts.get(statement) ?? new Set(textsIn(statement.written));
  texts.set(statement, known);
  return known.has(text);
}

/** The values are texts, numbers or truth values that the person wrote as they are. */
export function areLiteral(
  statement: StatementView,
  values: readonly Json[],
): boolean {
  return values.every((value) =>
    typeof value === "string"
      ? isLiteral(statement, value)
      : typeof value !== "object",
  );
}

function textsIn(value: Json): readonly string[] {
  if (typeof value === "string") return [value];
  if (isJsonList(value)) return value.flatMap(textsIn);
  if (!isJsonObject(value) || isIntrinsic(value)) return [];
  return Object.values(value).flatMap(textsIn);
}
