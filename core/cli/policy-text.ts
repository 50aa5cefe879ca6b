import { isJsonList, isJsonObject, readJson, templateTexts } from "../index.ts";
import type { Json, Path, Span } from "../index.ts";
import { jsonAt } from "./json-at.ts";

/** A key policy in a text. */
export interface PolicyText {
  /** The document, or statements alone. */
  readonly value: Json;
  /** The range of a part of it, or of the nearest part around it. */
  readonly spanOf: (path: Path) => Span | undefined;
}

/** The key policy in a text; undefined where there is none, or where its places cannot be told. */
export function policyText(text: string): PolicyText | undefined {
  // Read as a template would be: a member has its name in its range, and comments do not matter.
  const read = templateTexts.read(text);
  const path = read.ok ? pathToPolicy(read.value.value) : undefined;
  if (!read.ok || path === undefined) return undefined;
  const { value, spanOf } = read.value;
  const policy = jsonAt(value, path);
  if (policy === undefined) return undefined;
  return typeof policy === "string"
    ? policyInString(text, path)
    : { value: policy, spanOf: (place) => spanOf([...path, ...place]) };
}

/** The policy in a JSON string, as `get-key-policy` prints it. */
function policyInString(text: string, path: Path): PolicyText | undefined {
  const outer = readJson(text);
  const span = outer.ok ? outer.value.spanOf(path) : undefined;
  if (span === undefined) return undefined;
  const policy = outer.ok ? jsonAt(outer.value.value, path) : undefined;
  const inner = typeof policy === "string" && templateTexts.read(policy);
  if (inner === false || !inner.ok) return undefined;
  const literal = text.slice(span.start, span.end);
  const offsets = offsetsIn(literal).map((offset) => span.start + offset);
  const { value, spanOf } = inner.value;
  return {
    value,
    spanOf: (place) => {
      const found = spanOf(place);
      const start = offsets[found?.start ?? -1];
      const end = offsets[found?.end ?? -1];
      return start === undefined || end === undefined
        ? undefined
        : { start, end };
    },
  };
}

function pathToPolicy(value: Json): Path | undefined {
  if (isPolicy(value) || typeof value === "string") return [];
  if (!isJsonObject(value)) return undefined;
  const names = Object.keys(value);
  const name = "Policy" in value ? "Policy" : names[0];
  const named = jsonAt(value, [name ?? ""]);
  if (name === "Policy" && typeof named === "string") return [name];
  return names.length === 1 && name !== undefined && isPolicy(named)
    ? [name]
    : undefined;
}

/** A document, a list of statements, or a statement. */
function isPolicy(value: Json | undefined): boolean {
  if (isJsonList(value)) return true;
  return isJsonObject(value) && ("Statement" in value || "Effect" in value);
}

/** Where each character of a JSON string, and its end, stands in the literal that it is written as. */
function offsetsIn(literal: string): readonly number[] {
  const offsets: number[] = [];
  for (const { index } of literal
    .slice(1, -1)
    .matchAll(/\\u[\da-f]{4}|\\.|[^\\]/gis))
    offsets.push(index + 1);
  return [...offsets, literal.length - 1];
}
