import { isJsonList } from "../../problem/json.ts";
import type { Json } from "../../problem/json.ts";
import type { ScalarNode } from "../text-node.ts";
import {
  flowScalar,
  isUnprintable,
  quotedScalar,
  yamlScalar,
} from "../yaml-scalar.ts";
import { attributeText } from "../yaml-tags.ts";
import { blockScalarLike } from "./block-scalar.ts";
import type { EditedText } from "./edited-text.ts";
import type { Place } from "./place.ts";

/** Another scalar in the place of one, as much as possible in its style; undefined where its tag forbids it. */
export function scalarText(
  node: ScalarNode,
  value: Json,
  at: { readonly edited: EditedText; readonly place: Place },
): string | undefined {
  if (isJsonList(node.value)) {
    const text = attributeText(value);
    return text === undefined ? undefined : stringText(node, text, at);
  }
  if (typeof value === "string") return stringText(node, value, at);
  const isScalar = typeof value !== "object" || value === null;
  return isScalar && !node.isText ? JSON.stringify(value) : undefined;
}

function stringText(
  node: ScalarNode,
  text: string,
  { edited, place }: { readonly edited: EditedText; readonly place: Place },
): string {
  if (place.flow?.isJson === true) return quotedScalar(text);
  const plain = place.flow === undefined ? yamlScalar : flowScalar;
  switch (node.style) {
    case "single":
      return isOneLine(text) ? `'${text.replaceAll("'", "''")}'` : plain(text);
    case "double":
      return quotedScalar(text);
    case "literal":
    case "folded":
      return blockLike(node, text, edited) ?? plain(text);
    case "plain":
    case "empty":
      return plain(text);
  }
}

function blockLike(
  { bare: { start, end } }: ScalarNode,
  text: string,
  { text: whole }: EditedText,
): string | undefined {
  // At the very end of a text is no line break that a block could end with.
  const isOpen = end === whole.length && text.endsWith("\n");
  return isOpen ? undefined : blockScalarLike(whole.slice(start, end), text);
}

function isOneLine(text: string): boolean {
  return !/[\t\n]/.test(text) && !isUnprintable(text);
}
