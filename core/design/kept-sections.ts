import { isIntrinsic } from "../policy/intrinsic.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import type { KeptTemplate } from "./design.ts";

/** A section of a template that is kept. */
export interface KeptSection {
  readonly name: string;
  readonly json: Json;
  /** Its members by name; none where the section is one value. */
  readonly members: readonly KeptMember[];
}

/** A member of a section: a parameter, a condition, a resource or the like. */
export interface KeptMember {
  readonly name: string;
  readonly json: Json;
  /** The type of a resource or a parameter. */
  readonly type?: string;
}

/** What is kept of a template, section by section, less the places of what is in the design. */
export function keptSections({ rest }: KeptTemplate): readonly KeptSection[] {
  return Object.entries(rest).flatMap(([name, json]) => {
    const members = isJsonObject(json) ? membersOf(json) : [];
    return name === "Resources" && members.length === 0
      ? []
      : [{ name, json, members }];
  });
}

function membersOf(section: JsonObject): readonly KeptMember[] {
  return Object.entries(section).flatMap(([name, json]) =>
    json === null ? [] : [{ name, json, ...typeOf(json) }],
  );
}

function typeOf(json: Json): Pick<KeptMember, "type"> {
  const type = isJsonObject(json) ? json["Type"] : undefined;
  return typeof type === "string" ? { type } : {};
}

/** The logical IDs that a member of a template names: by `Ref`, `Fn::GetAtt`, `Fn::Sub` or `DependsOn`. */
export function namesIn(member: Json): ReadonlySet<string> {
  const after = isJsonObject(member) ? member["DependsOn"] : undefined;
  const first = (isJsonList(after) ? after : [after]).filter(isText);
  return new Set([...first, ...referencesIn(member)]);
}

function referencesIn(value: Json): readonly string[] {
  if (isJsonList(value)) return value.flatMap(referencesIn);
  if (!isJsonObject(value)) return [];
  if (!isIntrinsic(value)) return Object.values(value).flatMap(referencesIn);
  return Object.entries(value).flatMap(([name, argument]) =>
    referencesOf(name, argument),
  );
}

function referencesOf(name: string, argument: Json): readonly string[] {
  switch (name) {
    case "Ref":
      return [argument].filter(isText);
    case "Fn::GetAtt": {
      const [first] = isJsonList(argument) ? argument : [argument];
      return isText(first) ? [owner(first)] : [];
    }
    case "Fn::Sub":
      return inSub(argument);
    default:
      return referencesIn(argument);
  }
}

/** A name that the text is given a value for is none of the template's. */
function inSub(argument: Json): readonly string[] {
  const [text, variables = {}] = isJsonList(argument) ? argument : [argument];
  if (!isText(text)) return [];
  const own = isJsonObject(variables) ? Object.keys(variables) : [];
  const names = [...text.matchAll(/\$\{([^!}][^}]*)\}/g)].map(([, name = ""]) =>
    name.trim(),
  );
  return [
    ...names.filter((name) => !own.includes(name)).map(owner),
    ...referencesIn(variables),
  ];
}

/** The resource of an attribute. */
function owner(name: string): string {
  return name.split(".")[0] ?? name;
}

function isText(value: Json | undefined): value is string {
  return typeof value === "string";
}
