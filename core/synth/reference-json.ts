import type { Json } from "../problem/json.ts";
import type { Reference } from "./assembly.ts";

/** A reference as its own stack writes it. */
export function referenceJson({ logicalId, attribute }: Reference): Json {
  return attribute === "Ref"
    ? { Ref: logicalId }
    : { "Fn::GetAtt": [logicalId, attribute] };
}
