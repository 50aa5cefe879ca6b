import type { KeptTemplate } from "../design/design.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonObject, objectOf } from "../problem/json.ts";
import type { Path } from "../problem/problem.ts";
import { templateJson, wholeFrom } from "./template.ts";
import type { ResourceOrigins, Template } from "./template.ts";

/**
 * The template that a stack was imported from, with what the design says in it: its resources in the places that were
 * kept for them, new ones at the end.
 */
export function withKept(own: Template, { rest }: KeptTemplate): Template {
  const result: Record<string, Json> = { ...rest };
  for (const [section, members] of Object.entries(templateJson(own)))
    result[section] = isJsonObject(members)
      ? inPlaces(membersOf(rest, section), members)
      : members;
  const { Resources: resources } = result;
  // Without a resource of the design, places that were kept are left.
  if (isJsonObject(resources)) result["Resources"] = inPlaces(resources, {});
  return result;
}

function inPlaces(places: JsonObject, members: JsonObject): JsonObject {
  const result: Record<string, Json> = {};
  for (const [name, kept] of Object.entries(places)) {
    const value = kept ?? members[name];
    if (value !== undefined) result[name] = value;
  }
  for (const [name, member] of Object.entries(members)) result[name] ??= member;
  return result;
}

/** The members of a section of a template that is kept. */
export function membersOf(rest: JsonObject, section: string): JsonObject {
  return objectOf(rest[section]);
}

/** The sections whose members have origins of their own. */
const sections = ["Parameters", "Resources", "Outputs"] as const;

/** Where the parts of a kept template stand in the design. */
export function keptOrigins(
  { rest }: KeptTemplate,
  path: Path,
): Readonly<Record<string, ResourceOrigins>> {
  return Object.fromEntries(
    sections.flatMap((section) =>
      Object.keys(membersOf(rest, section)).map((name) => [
        `${section}.${name}`,
        wholeFrom([...path, "rest", section, name]),
      ]),
    ),
  );
}
