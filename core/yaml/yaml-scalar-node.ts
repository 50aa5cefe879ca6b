import type { Scalar } from "yaml";
import type { Json } from "../problem/json.ts";
import type { Span } from "../problem/problem.ts";
import { scalarNode } from "./make-node.ts";
import { plainValue } from "./plain-value.ts";
import { functionOf } from "./short-tags.ts";
import type { ScalarNode, ScalarStyle } from "./text-node.ts";

/** What stands before a value. */
export interface Before {
  /** Behind the colon or the dash, where the value can begin. */
  readonly lead: number;
  /** Its tag and its anchor. */
  readonly props: Span | undefined;
}

const styles: Readonly<Record<Scalar.Type, ScalarStyle>> = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "literal",
  BLOCK_FOLDED: "folded",
};

/** The node of a scalar that stands in `text`, without its tag and its anchor. */
export function yamlScalarNode(
  source: Scalar.Parsed,
  before: Before,
  text: string,
): ScalarNode {
  const marked = styles[source.type ?? "PLAIN"];
  const style = marked === "plain" && source.source === "" ? "empty" : marked;
  const isPlain = style === "plain" || style === "empty";
  const isText = source.tag !== undefined && !isPlainTag(source.tag);
  const written = isOpenBlock(source, text)
    ? source.source.replace(/\n$/, "")
    : source.source;
  const value = isPlain && !isText ? plainValue(written) : written;
  return scalarNode(isAttribute(source) ? attribute(written) : value, {
    style,
    isText,
    bare: style === "empty" ? emptySpan(before) : contentSpan(source, text),
  });
}

const CORE = "tag:yaml.org,2002:";

/** The tag is one of YAML itself, which says what a value is in any case. */
export function isCoreTag(tag: string): boolean {
  return tag === "!" || tag.startsWith(CORE);
}

/** A scalar with this tag is read as if it had none. */
function isPlainTag(tag: string): boolean {
  return isCoreTag(tag) && tag !== "!" && tag !== `${CORE}str`;
}

function isAttribute({ tag }: Scalar.Parsed): boolean {
  return tag !== undefined && functionOf(tag) === "Fn::GetAtt";
}

/** The names of resources have no dots, but those of attributes may. Source: AWS CLI, `yamlhelper.py`. */
function attribute(text: string): Json {
  const dot = text.indexOf(".");
  return dot === -1 ? [text] : [text.slice(0, dot), text.slice(dot + 1)];
}

function emptySpan({ lead, props }: Before): Span {
  const at = props?.end ?? lead;
  return { start: at, end: at };
}

function isBlock({ type }: Scalar.Parsed): boolean {
  return type === "BLOCK_LITERAL" || type === "BLOCK_FOLDED";
}

/** The text ends within the last line of a block scalar, which therefore has no line break for libyaml. */
function isOpenBlock(source: Scalar.Parsed, text: string): boolean {
  const isLast = source.range[1] === text.length && !text.endsWith("\n");
  return isLast && isBlock(source);
}

/** The line break that ends a block scalar is not part of it. */
function contentSpan(source: Scalar.Parsed, text: string): Span {
  const [start, end] = source.range;
  if (!isBlock(source)) return { start, end };
  const lineBreak = /\r?\n$/.exec(text.slice(end - 2, end));
  return { start, end: end - (lineBreak?.[0].length ?? 0) };
}
