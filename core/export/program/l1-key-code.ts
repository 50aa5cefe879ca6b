import type { DefinedKey } from "../../design/design.ts";
import { hasJsonPolicy } from "../../design/as-written.ts";
import { isUsed } from "../../design/key-parts.ts";
import type { Path } from "../../problem/problem.ts";
import { addL1Settings, l1Properties } from "./escape-hatch.ts";
import { call, create, staticCall, typeIn, variable } from "./expressions.ts";
import type { OptionalProperty } from "./expressions.ts";
import { l1PolicyCode } from "./key-policy-code.ts";
import type { Place } from "./place.ts";
import {
  cfnTags,
  optional,
  optionalText,
  removal,
  scopeAndId,
} from "./values.ts";

/** Creates a key with its L1 construct, and what stands for it where an `IKey` is asked for. */
export function addL1Key(key: DefinedKey, path: Path, place: Place): void {
  const held = place.variables.cfnKey(key);
  place.hold(
    held,
    create(
      typeIn("kms", "CfnKey"),
      scopeAndId(key, path),
      l1Props(key, path, place),
    ),
    [path],
  );
  const policy = removal(key.removalPolicy);
  if (policy !== undefined)
    place.do(call(variable(held), "applyRemovalPolicy", [policy]), [
      [...path, "removalPolicy"],
    ]);
  addL1Settings(key, path, place);
  if (!hasJsonPolicy(place.design, key) && isUsed(place.design, key))
    place.hold(
      place.variables.key(key),
      staticCall(typeIn("kms", "Key"), "fromCfnKey", [variable(held)]),
      [path],
    );
}

/** A setting whose name and value are those of the L1 construct. */
type PlainSetting =
  | "enabled"
  | "keySpec"
  | "keyUsage"
  | "multiRegion"
  | "enableKeyRotation"
  | "rotationPeriodInDays"
  | "pendingWindowInDays";

function l1Props(
  key: DefinedKey,
  path: Path,
  place: Place,
): readonly OptionalProperty[] {
  const of = (property: PlainSetting): OptionalProperty => [
    property,
    optional(key[property]),
    [...path, property],
  ];
  return [
    [
      "description",
      optionalText(key.description, place),
      [...path, "description"],
    ],
    of("enabled"),
    of("keySpec"),
    of("keyUsage"),
    of("multiRegion"),
    of("enableKeyRotation"),
    of("rotationPeriodInDays"),
    of("pendingWindowInDays"),
    ...l1Properties(key, path, place),
    ["keyPolicy", l1PolicyCode(key, path, place), [...path, "policy"]],
    ["tags", cfnTags(key.tags, path, place), [...path, "tags"]],
  ];
}
