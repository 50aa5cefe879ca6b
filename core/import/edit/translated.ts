import type { Json, JsonObject } from "../../problem/json.ts";
import { isJsonList, isJsonObject } from "../../problem/json.ts";
import { sameJson } from "../../problem/same-json.ts";

/** A value, and what a text reads as that was written for it: `Fn::Join` reads as `Fn::Sub`, for one. */
export interface WrittenValue {
  readonly value: Json;
  readonly read: Json;
}

/** What an edited text reads as, with the parts that were not edited as the value has them. */
export function translated(edited: Json, written: WrittenValue): Json {
  const { value, read } = written;
  if (sameJson(edited, read)) return value;
  if (isJsonList(edited) && isJsonList(read) && isJsonList(value))
    return inList(edited, value, read);
  if (isJsonObject(edited) && isJsonObject(read) && isJsonObject(value))
    return inObject(edited, value, read);
  return edited;
}

function inObject(
  edited: JsonObject,
  value: JsonObject,
  read: JsonObject,
): JsonObject {
  return Object.fromEntries(
    Object.entries(edited).map(([name, member]) => [
      name,
      within(member, value[name], read[name]),
    ]),
  );
}

/** Members that were not edited are found wherever they stand now, the others in their places. */
function inList(
  edited: readonly Json[],
  value: readonly Json[],
  read: readonly Json[],
): readonly Json[] {
  return edited.map((member, index) => {
    const at = sameJson(member, read[index])
      ? index
      : read.findIndex((one) => sameJson(one, member));
    const place = at < 0 ? index : at;
    return within(member, value[place], read[place]);
  });
}

function within(
  edited: Json,
  value: Json | undefined,
  read: Json | undefined,
): Json {
  return value === undefined || read === undefined
    ? edited
    : translated(edited, { value, read });
}
