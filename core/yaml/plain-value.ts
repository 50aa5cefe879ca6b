import type { Json } from "../problem/json.ts";

const words: ReadonlyMap<string, Json> = new Map<string, Json>([
  ...["", "~", "null", "Null", "NULL"].map((text) => [text, null] as const),
  ...["true", "True", "TRUE"].map((text) => [text, true] as const),
  ...["false", "False", "FALSE"].map((text) => [text, false] as const),
]);

/**
 * What a scalar without quotes stands for: the words of the core schema of YAML 1.2, and numbers.
 * A number that would be written in another way is a text, and dates are texts: an account like 012345678901 keeps its
 * zero, and the version 2012-10-17 is none of a day.
 */
export function plainValue(text: string): Json {
  const word = words.get(text);
  if (word !== undefined) return word;
  const isNumber = /^-?\d/.test(text) && String(Number(text)) === text;
  return isNumber ? Number(text) : text;
}
