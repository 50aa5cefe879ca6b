import type { Json } from "../problem/json.ts";
import { flowText, type FlowStyle } from "../yaml/flow-text.ts";
import { shortCall } from "../yaml/short-tags.ts";
import { flowScalar, quotedScalar, yamlScalar } from "../yaml/yaml-scalar.ts";
import type { Offer } from "./offer.ts";
import type { Read } from "./place-at.ts";
import type { Shape } from "./shape.ts";

/** A piece of text, and where the cursor is to stand in it when there is more to say. */
export interface Written {
  readonly insert: string;
  readonly caret?: number;
}

/** What a piece of text is written for: the form of what is there, and that of the value of the name. */
interface Forms {
  readonly outer: Shape["form"];
  readonly value: Shape["form"];
}

/** A name as it is written at a place, with the beginning of its value. */
export function writtenName(
  { label, beginning }: Offer,
  read: Read,
  forms: Forms,
): Written {
  const { place } = read;
  const name = writtenText(beginning ?? label, read);
  if (place.hasColon) return { insert: name };
  const dash = dashOf(read, forms.outer);
  const { value, caret } =
    place.style === "flow"
      ? flowValue(read, forms.value)
      : blockValue(place.column + dash.length, forms.value);
  const insert = `${dash}${name}:${value}`;
  const nameEnd = dash.length + name.length;
  // What is missing of the name comes before its closing quote.
  const isQuoted = /["']$/.test(name);
  return {
    insert,
    caret:
      beginning === undefined
        ? nameEnd + 1 + caret
        : nameEnd - (isQuoted ? 1 : 0),
  };
}

/** How a value begins between brackets or braces, closed, and where it goes on. */
function flowValue(read: Read, form: Shape["form"]) {
  const value = { mapping: " {}", list: " []", text: ' ""', choice: " " }[form];
  const caret = form === "choice" ? value.length : value.length - 1;
  return { value: `${value}${commaBehind(read)}`, caret };
}

function blockValue(column: number, form: Shape["form"]) {
  const line = `\n${" ".repeat(column + 2)}`;
  const value = { mapping: line, list: `${line}- `, text: " ", choice: " " }[
    form
  ];
  return { value, caret: value.length };
}

/** A value as it is written at a place. */
export function writtenValue(
  { label, value = label }: Offer,
  read: Read,
  form: Shape["form"],
): Written {
  const { text, place } = read;
  const isBehindColon = text.charAt(place.token.start - 1) === ":";
  const space = place.style === "flow" && isBehindColon ? " " : "";
  const comma = place.style === "flow" ? commaBehind(read) : "";
  const written =
    typeof value === "string"
      ? writtenText(value, read)
      : callText(value, read);
  return { insert: `${space}${dashOf(read, form)}${written}${comma}` };
}

/** A tag, with a blank before what it is put around. */
export function writtenTag({ label }: Offer, { text, place }: Read): Written {
  const isApart = text.charAt(place.token.end) === " ";
  const insert = isApart ? label : `${label} `;
  return { insert, caret: insert.length };
}

/** A text in the quotes that are there already, else in those that it needs. */
function writtenText(value: string, { text, place, isJson }: Read): string {
  const quote = text.charAt(place.token.start);
  if (isJson || quote === '"') return quotedScalar(value);
  if (quote === "'") return `'${value.replaceAll("'", "''")}'`;
  return place.style === "flow" ? flowScalar(value) : yamlScalar(value);
}

/** An intrinsic function or a plain value, in the short form where there is one. */
function callText(value: Json, { place, isJson }: Read): string {
  const style: FlowStyle = { isJson, step: "", lineEnd: "" };
  const call = isJson ? undefined : shortCall(value);
  return call !== undefined &&
    place.style === "block" &&
    typeof call.argument === "string"
    ? `${call.tag} ${yamlScalar(call.argument)}`
    : flowText(value, style);
}

/** The first item of a list on a line of its own begins with a dash, and so does one among others. */
function dashOf({ place }: Read, form: Shape["form"]): string {
  const isFirst = place.role === "either" && place.ownLine && form === "list";
  return place.lacksDash || isFirst ? "- " : "";
}

/** The comma before what follows in the same mapping or list. */
function commaBehind({ text, place }: Read): string {
  const next = /\S|$/.exec(text.slice(place.token.end))?.[0] ?? "";
  return /^["'{[\w!-]/.test(next) ? "," : "";
}
