import type { Json } from "../../problem/json.ts";
import { isJsonList, isJsonObject } from "../../problem/json.ts";

/** The logical ID of the resource whose id or ARN a value is; undefined where it is anything else. */
export function logicalIdOf(value: Json | undefined): string | undefined {
  if (!isJsonObject(value)) return undefined;
  const { Ref: ref, "Fn::GetAtt": attribute } = value;
  if (typeof ref === "string") return ref;
  if (isJsonList(attribute)) {
    const [name] = attribute;
    return typeof name === "string" ? name : undefined;
  }
  return typeof attribute === "string" ? attribute.split(".")[0] : undefined;
}
