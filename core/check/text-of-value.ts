import { intrinsicText, isIntrinsic } from "../policy/intrinsic.ts";
import type { Json } from "../problem/json.ts";
import { isJsonObject } from "../problem/json.ts";

/** A text, or what a function of a template puts together of texts and references, which stand in it as `${Name}`. */
export function textOfValue(value: Json): string | undefined {
  if (typeof value === "string") return value;
  const isText =
    isIntrinsic(value) &&
    isJsonObject(value) &&
    ("Fn::Sub" in value || "Fn::Join" in value);
  return isText ? intrinsicText(value) : undefined;
}
