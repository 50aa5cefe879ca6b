import type { Json, JsonObject } from "../problem/json.ts";
import type { Path } from "../problem/problem.ts";

/** A CloudFormation template; sections and members stand in the order in which the CDK writes them. */
export interface Template {
  /** Sections that the CDK writes for nobody, of templates that were imported. */
  readonly [section: string]: Json | undefined;
  readonly Description?: string;
  readonly Parameters?: Readonly<Record<string, JsonObject>>;
  readonly Resources?: Readonly<Record<string, JsonObject>>;
  readonly Outputs?: Readonly<Record<string, JsonObject>>;
}

/** Where the parts of a resource came from in the design. */
export interface ResourceOrigins {
  /** The resource as a whole. */
  readonly resource: Path;
  /** Its properties and attributes by name, each with the property below the resource's path that it came from. */
  readonly parts: Readonly<Record<string, string>>;
  /** The properties and attributes that came from other places of the design, or from several, by name. */
  readonly elsewhere?: Readonly<Record<string, readonly Path[]>>;
  /** The property that holds its policy document, where it has one. */
  readonly policy?: string;
  /** The statements of its policy, in their order. */
  readonly statements: readonly (readonly Path[])[];
}

const nothing = {};
const none: readonly never[] = [];

/** The origins of a resource whose parts have none of their own. */
export function wholeFrom(resource: Path): ResourceOrigins {
  return { resource, parts: nothing, statements: none };
}

/** The template of one stack and where its parts came from. */
export interface SynthesizedStack {
  /** The stack's id. */
  readonly stack: string;
  readonly template: Template;
  /** By section and logical ID: `Resources.Key`. */
  readonly origins: Readonly<Record<string, ResourceOrigins>>;
}

/** The parts of the design that wrote the value at a place of the template; empty where it has no origin of its own. */
export function originsAt(
  { origins }: SynthesizedStack,
  place: readonly (string | number)[],
): readonly Path[] {
  const [section, logicalId, ...rest] = place;
  if (section === undefined || logicalId === undefined) return [];
  const resource = origins[`${section}.${logicalId}`];
  if (resource === undefined) return [];
  return originsInResource(resource, rest);
}

function originsInResource(
  { resource, parts, elsewhere, policy, statements }: ResourceOrigins,
  place: readonly (string | number)[],
): readonly Path[] {
  const [section, name, list, index, ...deeper] = place;
  if (section === undefined) return [resource];
  const part = section === "Properties" ? name : section;
  if (part === undefined) return [];
  if (list === undefined) {
    const property = parts[part];
    const others = elsewhere?.[part];
    if (others !== undefined) return others;
    return property === undefined ? [] : [[...resource, property]];
  }
  if (name !== policy || typeof index !== "number" || deeper.length > 0)
    return [];
  return statements[index] ?? [];
}

/** The template as JSON: a stack without anything in it is an empty object. */
export function templateJson(template: Template): JsonObject {
  return defined(template);
}

/** The template as the CDK serialises it: JSON, indented by one space. */
export function printTemplate(template: Template): string {
  return JSON.stringify(templateJson(template), null, 1);
}

/** The members that have a value. */
export function defined(
  members: Readonly<Record<string, Json | undefined>>,
): JsonObject {
  const result: Record<string, Json> = {};
  for (const name in members) {
    const member = members[name];
    if (member !== undefined) result[name] = member;
  }
  return result;
}

/** The object has no member. */
export function isEmpty(value: object): boolean {
  for (const _ in value) return false;
  return true;
}
