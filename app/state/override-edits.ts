import type {
  DesignChange,
  Json,
  Overrides,
  OwnedKey,
  Path,
  ResourcePart,
  SeparateAlias,
} from "../../core/index.ts";
import {
  intrinsicText,
  isIntrinsic,
  isJsonList,
  isJsonObject,
  ok,
  overrideOf,
  withOverride,
  withoutOverrides,
} from "../../core/index.ts";
import { templateText } from "../text/template.ts";
import { draftId } from "./draft-id.ts";
import type { TextControl } from "./drafts.ts";
import { edit } from "./edit.ts";
import { readValue } from "./json-object.ts";
import { keyChange } from "./key-edits.ts";

/** What is a resource of its own: a key, a replica or a separate alias, and where it stands. */
export type Resource =
  | {
      readonly list: "keys";
      readonly part: OwnedKey;
      readonly index: number;
    }
  | {
      readonly list: "aliases";
      readonly part: SeparateAlias;
      readonly index: number;
    };

/** The template gives the policy of the key as a whole. */
export function hasWholePolicy({ overrides }: OwnedKey): boolean {
  return overrideOf(overrides, keyPolicyPart) !== undefined;
}

/** The key policy as a part of the resource. */
export const keyPolicyPart: ResourcePart = {
  kind: "property",
  name: "KeyPolicy",
};

/** Where a part of the resource is said. */
export function placeIn({ list, index }: Resource, ...steps: Path): Path {
  return [list, index, ...steps];
}

/** Writes a value in place of a part of the resource. */
export function override(
  resource: Resource,
  part: ResourcePart,
  value: Json,
): void {
  edit({
    title: templateText.setPart(part.name, resource.part.id),
    change: changeOf(
      resource,
      withOverride(resource.part.overrides, part, value),
    ),
  });
}

/** Leaves parts of the resource to the settings. */
export function dropOverrides(
  title: string,
  resource: Resource,
  parts: readonly ResourcePart[],
): void {
  edit({
    title,
    change: changeOf(
      resource,
      withoutOverrides(resource.part.overrides, parts),
    ),
  });
}

/** A field for the JSON of what is written in place of a part. */
export function overrideControl(
  resource: Resource,
  part: ResourcePart,
  { label, path }: Pick<TextControl, "label" | "path">,
): TextControl {
  const { list, part: owner } = resource;
  const start = list === "keys" ? [owner.id] : [list, owner.id];
  return {
    id: draftId(...start, "overrides", part.kind, part.name),
    label,
    path,
    value: JSON.stringify(overrideOf(owner.overrides, part) ?? null, null, 2),
    title: templateText.setPart(part.name, owner.id),
    read: (text) => {
      const json = readValue(text);
      return json.ok
        ? ok(
            changeOf(resource, withOverride(owner.overrides, part, json.value)),
          )
        : json;
    },
  };
}

function changeOf(
  { list, part }: Resource,
  overrides: Overrides | undefined,
): DesignChange {
  const patch = { overrides: overrides ?? null };
  return list === "keys"
    ? keyChange(part, patch)
    : { type: "edit-alias", alias: part.id, patch };
}

/** What is written in place of a part, in words: a line for each member of a list. */
export function wordsOf(
  value: Json,
  parameters?: ReadonlySet<string>,
): readonly string[] {
  if (value === null) return [templateText.leftOut];
  const members = isJsonList(value) ? value : [value];
  return members.map((member) =>
    memberWords(member, (one) => intrinsicText(one, parameters)),
  );
}

/** Tags and the like read as their key and value. */
function memberWords(value: Json, say: (value: Json) => string): string {
  if (!isJsonObject(value) || isIntrinsic(value)) return say(value);
  const { Key: key, Value: text, ...others } = value;
  return key === undefined ||
    text === undefined ||
    Object.keys(others).length > 0
    ? say(value)
    : `${say(key)}: ${say(text)}`;
}
