import type { Overrides } from "../../design/design.ts";
import type { JsonObject } from "../../problem/json.ts";
import { objectOf } from "../../problem/json.ts";
import { sameJson } from "../../problem/same-json.ts";

/** What has to be written in place of what is written, so that the wanted resource comes out; undefined where that is nothing. */
export function overridesFor(
  written: JsonObject,
  wanted: JsonObject,
): Overrides | undefined {
  const { Properties: writtenProperties, ...writtenAttributes } = written;
  const { Properties: wantedProperties, ...wantedAttributes } = wanted;
  const attributes = differences(writtenAttributes, wantedAttributes);
  const properties = differences(
    objectOf(writtenProperties),
    objectOf(wantedProperties),
  );
  const overrides: JsonObject = {
    ...attributes,
    ...(Object.keys(properties).length > 0 && { Properties: properties }),
  };
  return Object.keys(overrides).length > 0 ? overrides : undefined;
}

function differences(written: JsonObject, wanted: JsonObject): JsonObject {
  const names = new Set([...Object.keys(written), ...Object.keys(wanted)]);
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const value = wanted[name];
      return sameJson(written[name], value) ? [] : [[name, value ?? null]];
    }),
  );
}
