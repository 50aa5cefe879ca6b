import type { OwnedKey } from "../../design/design.ts";
import { isL2 } from "../../design/key-parts.ts";
import type { Json } from "../../problem/json.ts";
import type { Path } from "../../problem/problem.ts";
import {
  findingsBehind,
  metadataOrigins,
  suppressionsOf,
  writtenMetadata,
} from "../../synth/suppressions.ts";
import type { WrittenMetadata } from "../../synth/suppressions.ts";
import type { Expression } from "./expression.ts";
import {
  call,
  literal,
  marked,
  staticCall,
  struct,
  typeIn,
} from "./expressions.ts";
import { addOverrides, ownMetadata } from "./override-code.ts";
import type { Place } from "./place.ts";

/** A key, and the resource that its construct makes. */
export interface Resource {
  readonly resource: Expression;
  readonly key: OwnedKey;
  readonly path: Path;
}

/** There is metadata that only an escape hatch can say. */
export function hasMetadata(key: OwnedKey, { design }: Place): boolean {
  return metadataIn(writtenMetadata(design, key)).length > 0;
}

/** Writes the metadata of a key, what cdk-nag is to leave alone, and what stands in place of its settings. */
export function addMetadata(
  { resource, key, path }: Resource,
  place: Place,
): void {
  const written = writtenMetadata(place.design, key);
  for (const [name, value] of metadataIn(written))
    place.do(
      call(resource, "addMetadata", [literal(name), place.json(value)]),
      metadataOrigins(place.design, key, { path, name }),
    );
  acknowledge({ resource, key, path }, place);
  addOverrides(resource, { overrides: written.overrides, path }, place);
}

/** The metadata that the CDK does not write itself, unless all of it is written in another way. */
function metadataIn({
  metadata = {},
  overrides = {},
}: WrittenMetadata): readonly (readonly [string, Json])[] {
  return "Metadata" in overrides
    ? []
    : Object.entries(metadata).filter(([name]) => name !== ownMetadata);
}

/**
 * What cdk-nag 3 is told: it reads what a program acknowledges, and not the metadata of resources, as cdk-nag 2 does.
 * It has no rule for replicas, and v1 no way to acknowledge one.
 * Source: cdk-nag 3.0.2, `NagPack.isAcknowledged`; aws-cdk-lib 2.276.0, `Validations`.
 */
function acknowledge({ resource, key }: Resource, place: Place): void {
  const asked = suppressionsOf(place.design, key.id).filter(
    ({ scanner }) => scanner === "cdkNag",
  );
  if (asked.length === 0 || key.kind === "replica" || place.line === "v1")
    return;
  const scope = isL2(key) ? place.key(key.id) : resource;
  const validations = staticCall(typeIn("cdk", "Validations"), "of", [scope]);
  const rules = asked.map(({ id, reason, from }) =>
    marked(
      from,
      struct(typeIn("cdk", "Acknowledgment"), [
        ["id", literal(id)],
        ["reason", place.text(reason)],
      ]),
    ),
  );
  place.do(call(validations, "acknowledge", rules), findingsBehind(asked));
}
