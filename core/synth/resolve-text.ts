import { textParts } from "../policy/pseudo-parameters.ts";
import type { Json } from "../problem/json.ts";

/** A text as the CDK puts it into a template: itself, a `Ref`, or an `Fn::Join` around its pseudo parameters. */
export function resolveText(text: string): Json {
  const parts = textParts(text);
  const [first] = parts;
  if (first === undefined) return text;
  if (parts.length > 1) return { "Fn::Join": ["", parts.map(partJson)] };
  return partJson(first);
}

function partJson(part: ReturnType<typeof textParts>[number]): Json {
  return typeof part === "string" ? part : { Ref: part.ref };
}

/** A JSON value with every text in it resolved; names stay as they are. */
export function resolveJson(value: Json): Json {
  if (typeof value === "string") return resolveText(value);
  if (Array.isArray(value)) return value.map(resolveJson);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, resolveJson(member)]),
  );
}
