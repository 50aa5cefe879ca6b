import type { DefinedKey } from "../../design/design.ts";
import { keySpecs } from "../../kms/key-specs.ts";
import { keyUsages } from "../../kms/key-usages.ts";
import type { Path } from "../../problem/problem.ts";
import type { Expression } from "./expression.ts";
import {
  call,
  constant,
  create,
  list,
  literal,
  staticCall,
  typeIn,
} from "./expressions.ts";
import type { OptionalProperty } from "./expressions.ts";
import { keyPolicyCode } from "./key-policy-code.ts";
import type { Place } from "./place.ts";
import { days, optional, optionalText, removal, scopeAndId } from "./values.ts";

/** Creates a key with the CDK's `Key`. What a line lacks is refused before any code is written. */
export function addDefinedKey(key: DefinedKey, path: Path, place: Place): void {
  place.hold(
    place.variables.key(key),
    create(
      typeIn("kms", "Key"),
      scopeAndId(key, path),
      keyProps(key, path, place),
    ),
    [path],
  );
}

/** The tags of a key, for which its construct has no property. */
export function addTags(key: DefinedKey, path: Path, place: Place): void {
  for (const [index, tag] of key.tags.entries()) {
    const tags = staticCall(typeIn("cdk", "Tags"), "of", [place.key(key.id)]);
    place.do(call(tags, "add", [literal(tag.key), place.text(tag.value)]), [
      [...path, "tags", index],
    ]);
  }
}

function keyProps(
  key: DefinedKey,
  path: Path,
  place: Place,
): readonly OptionalProperty[] {
  const at = (...rest: Path): Path => [...path, ...rest];
  const isV2 = place.line === "v2";
  // v2 always trusts the account, and has no property to say so.
  const trust =
    isV2 && key.trustAccountIdentities === true
      ? undefined
      : key.trustAccountIdentities;
  const of = (
    property: keyof DefinedKey,
    value: Expression | undefined,
    name: string = property,
  ) => [name, value, at(property)] as const;
  return [
    ["alias", firstAlias(key, place), at("aliases", 0)],
    of("description", optionalText(key.description, place)),
    of("enabled", optional(key.enabled)),
    of("keySpec", keySpec(key, isV2)),
    of("keyUsage", keyUsage(key, isV2)),
    of("multiRegion", optional(key.multiRegion)),
    of("enableKeyRotation", optional(key.enableKeyRotation)),
    of(
      "rotationPeriodInDays",
      days(key.rotationPeriodInDays),
      "rotationPeriod",
    ),
    of("pendingWindowInDays", days(key.pendingWindowInDays), "pendingWindow"),
    of("removalPolicy", removal(key.removalPolicy)),
    of("trustAccountIdentities", optional(trust)),
    ["policy", keyPolicyCode(key, path, place), at("policy", "mode")],
    of("administrators", administrators(key, path, place), "admins"),
  ];
}

function firstAlias(key: DefinedKey, place: Place): Expression | undefined {
  const [first] = key.aliases;
  return first !== undefined && isAliasProperty(key, place)
    ? place.text(first)
    : undefined;
}

/** The first alias is a property of the key, unless something is done with the alias itself. */
export function isAliasProperty(
  { id, aliasRemovalPolicy }: DefinedKey,
  place: Place,
): boolean {
  return aliasRemovalPolicy === undefined && !place.isAliasNamed(id);
}

function keySpec(
  { keySpec: name }: DefinedKey,
  isV2: boolean,
): Expression | undefined {
  if (name === undefined) return undefined;
  const { cdkV1, cdkV2 } = keySpecs[name];
  return constant(typeIn("kms", "KeySpec"), (isV2 ? cdkV2 : cdkV1) ?? name);
}

function keyUsage(
  { keyUsage: name }: DefinedKey,
  isV2: boolean,
): Expression | undefined {
  if (name === undefined) return undefined;
  const { cdkV1, cdkV2 } = keyUsages[name];
  return constant(typeIn("kms", "KeyUsage"), (isV2 ? cdkV2 : cdkV1) ?? name);
}

function administrators(
  key: DefinedKey,
  path: Path,
  place: Place,
): Expression | undefined {
  if (key.administrators.length === 0) return undefined;
  return list(
    key.administrators.map((id, index) =>
      place.principal(id, [...path, "administrators", index]),
    ),
  );
}
