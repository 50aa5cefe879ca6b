import type { DefinedKey, RemovalPolicy, Tag } from "../../design/design.ts";
import { removalPolicies } from "../../design/removal-policies.ts";
import { keySpecs, keyUsages } from "../../kms/key-specs.ts";
import { keysOf } from "../../kms/keys-of.ts";
import { origins } from "../../kms/origins.ts";
import type { Json, JsonObject } from "../../problem/json.ts";
import { isJsonList, isJsonObject } from "../../problem/json.ts";
import { isIn } from "../in-table.ts";

/** The settings that the properties of a resource name plainly; the others are for overrides to say. */
export function keySettings(properties: JsonObject): Partial<DefinedKey> {
  const { KeySpec, KeyUsage, Origin } = properties;
  const booleans = {
    enabled: properties["Enabled"],
    multiRegion: properties["MultiRegion"],
    enableKeyRotation: properties["EnableKeyRotation"],
    bypassPolicyLockoutSafetyCheck:
      properties["BypassPolicyLockoutSafetyCheck"],
  };
  const numbers = {
    rotationPeriodInDays: properties["RotationPeriodInDays"],
    pendingWindowInDays: properties["PendingWindowInDays"],
  };
  return {
    ...descriptionOf(properties),
    ...pick(booleans, (value) => typeof value === "boolean"),
    ...(isIn(keySpecs, KeySpec) && { keySpec: KeySpec }),
    ...(isIn(keyUsages, KeyUsage) && { keyUsage: KeyUsage }),
    ...(isIn(origins, Origin) && { origin: Origin }),
    ...pick(numbers, Number.isSafeInteger),
    ...tagsOf(properties["Tags"]),
  };
}

/** The settings that replicas have as well. */
export function replicaSettings(properties: JsonObject) {
  const { description, enabled, pendingWindowInDays, tags } =
    keySettings(properties);
  return {
    ...(description !== undefined && { description }),
    ...(enabled !== undefined && { enabled }),
    ...(pendingWindowInDays !== undefined && { pendingWindowInDays }),
    ...(tags !== undefined && { tags }),
  };
}

function descriptionOf({ Description: text }: JsonObject) {
  return typeof text === "string" ? { description: text } : {};
}

function pick<Name extends string>(
  values: Readonly<Record<Name, Json | undefined>>,
  isFit: (value: Json | undefined) => boolean,
) {
  return Object.fromEntries(
    Object.entries<Json | undefined>(values).filter(([, value]) =>
      isFit(value),
    ),
  );
}

function tagsOf(value: Json | undefined): { readonly tags?: readonly Tag[] } {
  if (!isJsonList(value)) return {};
  const tags = value.flatMap((member): readonly Tag[] => {
    if (!isJsonObject(member)) return [];
    const { Key: key, Value: text } = member;
    return typeof key === "string" && typeof text === "string"
      ? [{ key, value: text }]
      : [];
  });
  return tags.length === value.length && tags.length > 0 ? { tags } : {};
}

/**
 * The removal policy of a resource by its `DeletionPolicy`, else by what happens when it is replaced; the rest is for
 * overrides to say.
 */
export function removalOf(resource: JsonObject): {
  readonly removalPolicy?: RemovalPolicy;
} {
  const { DeletionPolicy: deletion, UpdateReplacePolicy: replacement } =
    resource;
  const fits = keysOf(removalPolicies).filter(
    (name) => removalPolicies[name].deletionPolicy === deletion,
  );
  const best =
    fits.find(
      (name) => removalPolicies[name].updateReplacePolicy === replacement,
    ) ?? fits[0];
  return best === undefined ? {} : { removalPolicy: best };
}
