import type { Json, JsonObject } from "../../problem/json.ts";
import { isJsonList, isJsonObject } from "../../problem/json.ts";
import { sameJson } from "../../problem/same-json.ts";

/** A value, and what a text reads as that was written for it: `Fn::Join` reads as `Fn::Sub`, for one. */
export interface WrittenValue {
  readonly value: Json;
  readonly read: Json;
  /** Works out the functions of a value, where the text has none; undefined is what the text does not have. */
  readonly resolve?: (value: Json) => Json | undefined;
}

/** What an edited text reads as, with the parts that were not edited as the value has them. */
export function translated(edited: Json, written: WrittenValue): Json {
  const { value, read } = written;
  if (sameJson(edited, read)) return value;
  const branch = branchThatReadsAs(written);
  if (branch !== undefined) {
    const next = translated(edited, { ...written, value: branch.value });
    return { "Fn::If": branch.all.with(branch.index, next) };
  }
  if (isJsonList(edited) && isJsonList(read) && isJsonList(value))
    return inList(edited, { ...written, read, value });
  if (isJsonObject(edited) && isJsonObject(read) && isJsonObject(value))
    return inObject(edited, { ...written, read, value });
  return edited;
}

/** The branch of `Fn::If` that the text has in its stead. */
function branchThatReadsAs({ value, read, resolve }: WrittenValue) {
  const all = isJsonObject(value) ? value["Fn::If"] : undefined;
  if (resolve === undefined || !isJsonList(all)) return undefined;
  const index = all.findIndex(
    (one, at) => at > 0 && sameJson(resolve(one), read),
  );
  const branch = all[index];
  return branch === undefined ? undefined : { all, index, value: branch };
}

interface WrittenObject extends WrittenValue {
  readonly value: JsonObject;
  readonly read: JsonObject;
}

/** Members that the text does not have stay. */
function inObject(edited: JsonObject, written: WrittenObject): JsonObject {
  const { value, read, resolve } = written;
  const hidden = Object.entries(value).filter(
    ([name, one]) =>
      resolve !== undefined &&
      resolve(one) === undefined &&
      !Object.hasOwn(edited, name),
  );
  const members = Object.entries(edited).map(
    ([name, member]) =>
      [
        name,
        within(member, { ...written, value: value[name], read: read[name] }),
      ] as const,
  );
  return Object.fromEntries([...members, ...hidden]);
}

interface WrittenList extends WrittenValue {
  readonly value: readonly Json[];
  readonly read: readonly Json[];
}

/**
 * Members that were not edited are found wherever they stand now, the others in their places; those that the text does
 * not have stay, at the end.
 */
function inList(
  edited: readonly Json[],
  written: WrittenList,
): readonly Json[] {
  const { value, read, resolve = (one) => one } = written;
  const shown = value.filter((one) => resolve(one) !== undefined);
  const hidden = value.filter((one) => resolve(one) === undefined);
  const members = edited.map((member, index) => {
    const at = sameJson(member, read[index])
      ? index
      : read.findIndex((one) => sameJson(one, member));
    const place = at < 0 ? index : at;
    return within(member, {
      ...written,
      value: shown[place],
      read: read[place],
    });
  });
  return [...members, ...hidden];
}

/** A part that was there before; a new one is as it was typed. */
function within(
  edited: Json,
  {
    value,
    read,
    ...rest
  }: Pick<WrittenValue, "resolve"> & {
    readonly value: Json | undefined;
    readonly read: Json | undefined;
  },
): Json {
  return value === undefined || read === undefined
    ? edited
    : translated(edited, { ...rest, value, read });
}
