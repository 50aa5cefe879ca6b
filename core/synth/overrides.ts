import type { Overrides } from "../design/design.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonObject } from "../problem/json.ts";
import { isEmpty } from "./template.ts";

/** A resource with what is written in place of what the settings say; `null` leaves a part out. */
export function withOverrides(
  resource: JsonObject,
  overrides: Overrides | undefined,
): JsonObject {
  if (overrides === undefined) return resource;
  const { Properties: properties, ...attributes } = overrides;
  const result = overridden(resource, attributes);
  if (!isJsonObject(properties)) return result;
  const own = result["Properties"];
  const next = overridden(isJsonObject(own) ? own : {}, properties);
  return isEmpty(next) && own === undefined
    ? result
    : { ...result, Properties: next };
}

function overridden(members: JsonObject, by: JsonObject): JsonObject {
  const result: Record<string, Json> = { ...members };
  for (const [name, value] of Object.entries(by))
    if (value === null) delete result[name];
    else result[name] = value;
  return result;
}
