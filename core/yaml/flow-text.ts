import type { Json } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";
import { shortCall } from "./short-tags.ts";
import { flowScalar, quotedScalar } from "./yaml-scalar.ts";

/** How values are written between brackets and braces. */
export interface FlowStyle {
  /** It has to be JSON, and not only YAML. */
  readonly isJson: boolean;
  /** One step of indentation. */
  readonly step: string;
  readonly lineEnd: string;
}

/** A value in flow style, in one line, or, where `indent` says how its first line is indented, in several. */
export function flowText(
  value: Json,
  style: FlowStyle,
  indent?: string,
): string {
  if (typeof value === "string") return flowString(value, style);
  const call = style.isJson ? undefined : shortCall(value);
  if (call !== undefined)
    return `${call.tag} ${flowText(call.argument, style, indent)}`;
  const inner = indent === undefined ? undefined : indent + style.step;
  if (isJsonList(value)) {
    const items = value.map((item) => flowText(item, style, inner));
    return enclosed("[]", items, { style, indent });
  }
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, member]) =>
    flowMember(name, flowText(member, style, inner), style),
  );
  return enclosed("{}", members, { style, indent });
}

/** A member with its name; YAML reads one of at most 1024 characters without being told that it is one. */
export function flowMember(
  name: string,
  value: string,
  style: FlowStyle,
): string {
  const text = flowString(name, style);
  return text.length <= 1000 || style.isJson
    ? `${text}: ${value}`
    : `? ${text} : ${value}`;
}

function flowString(text: string, style: FlowStyle): string {
  return style.isJson ? quotedScalar(text) : flowScalar(text);
}

function enclosed(
  [open, close]: string,
  parts: readonly string[],
  at: { readonly style: FlowStyle; readonly indent: string | undefined },
): string {
  const { style, indent } = at;
  if (indent === undefined || parts.length === 0)
    return `${open}${parts.join(", ")}${close}`;
  const line = `${style.lineEnd}${indent}`;
  return `${open}${line}${style.step}${parts.join(`,${line}${style.step}`)}${line}${close}`;
}
