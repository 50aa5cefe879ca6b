import type { Example, ExampleDesign } from "../../core/check/example.ts";
import type { Json } from "../../core/problem/json.ts";

/** What a page shows of an example: what is found fault with, where, and the same mended. */
export function exampleText({ bad, at, good }: Example): string {
  const places = (typeof at === "string" ? [at] : at)
    .map((place) => `\`${place}\``)
    .join(", ");
  return [
    `Found at ${places}:`,
    blockOf(bad),
    "Not found:",
    blockOf(good),
  ].join("\n\n");
}

function blockOf({ template, json, ...parts }: ExampleDesign): string {
  if (template !== undefined) return fenced("yaml", template.trim());
  if (json !== undefined && Object.keys(parts).length === 0)
    return fenced("json", textOf(json.length === 1 ? json[0] : json));
  return fenced(
    "json",
    textOf({ ...parts, ...(json && { statements: json }) }),
  );
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

function textOf(value: unknown): string {
  const plain: unknown = JSON.parse(JSON.stringify(value));
  return JSON.stringify(shortened(plain), null, 2);
}

const LONGEST_TEXT = 120;
const LONGEST_LIST = 6;

/** Examples of limits are long: a reader needs to see that they are, not all of them. */
function shortened(value: unknown): Json {
  if (typeof value === "string")
    return value.length > LONGEST_TEXT
      ? `${value.slice(0, 20)}… (${value.length} characters)`
      : value;
  if (Array.isArray(value)) return shortList(value);
  if (typeof value !== "object" || value === null) return scalar(value);
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, shortened(one)]),
  );
}

function shortList(list: readonly unknown[]): Json {
  const shown = list.slice(0, LONGEST_LIST).map(shortened);
  const more = list.length - shown.length;
  return more > 0 ? [...shown, `… (${more} more)`] : shown;
}

function scalar(value: unknown): Json {
  return typeof value === "number" || typeof value === "boolean" ? value : null;
}
