import { isJsonObject, objectOf } from "../problem/json.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import type { Overrides } from "./design.ts";

/** A part of a resource by its name: a property, or an attribute such as `Condition`. */
export interface ResourcePart {
  readonly kind: "property" | "attribute";
  readonly name: string;
}

/** What is written in place of a part; `null` leaves it out, undefined leaves it to the settings. */
export function overrideOf(
  overrides: Overrides | undefined,
  { kind, name }: ResourcePart,
): Json | undefined {
  const { Properties: properties, ...attributes } = overrides ?? {};
  return (kind === "property" ? objectOf(properties) : attributes)[name];
}

/** The parts that something else is written in place of, attributes first. */
export function overriddenParts(
  overrides: Overrides | undefined,
): readonly ResourcePart[] {
  const { Properties: properties, ...attributes } = overrides ?? {};
  return [
    ...partsOfKind("attribute", attributes),
    ...partsOfKind("property", objectOf(properties)),
  ];
}

/** The overrides with a value for a part. */
export function withOverride(
  overrides: Overrides | undefined,
  { kind, name }: ResourcePart,
  value: Json,
): Overrides {
  if (kind === "attribute") return { ...overrides, [name]: value };
  const properties = objectOf(overrides?.["Properties"]);
  return { ...overrides, Properties: { ...properties, [name]: value } };
}

/** The overrides without these parts; undefined where nothing is left. */
export function withoutOverrides(
  overrides: Overrides | undefined,
  parts: readonly ResourcePart[],
): Overrides | undefined {
  const { Properties: properties, ...attributes } = overrides ?? {};
  const left: JsonObject = {
    ...less(attributes, "attribute", parts),
    ...(properties !== undefined && {
      Properties: isJsonObject(properties)
        ? less(properties, "property", parts)
        : properties,
    }),
  };
  const { Properties: some, ...others } = left;
  const kept = isJsonObject(some) && isEmpty(some) ? others : left;
  return isEmpty(kept) ? undefined : kept;
}

function partsOfKind(
  kind: ResourcePart["kind"],
  members: JsonObject,
): readonly ResourcePart[] {
  return Object.keys(members).map((name) => ({ kind, name }));
}

function less(
  members: JsonObject,
  kind: ResourcePart["kind"],
  parts: readonly ResourcePart[],
): JsonObject {
  const gone = new Set(
    parts.filter((part) => part.kind === kind).map(({ name }) => name),
  );
  return Object.fromEntries(
    Object.entries(members).filter(([name]) => !gone.has(name)),
  );
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0;
}
