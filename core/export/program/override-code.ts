import type { Overrides } from "../../design/design.ts";
import type { Json } from "../../problem/json.ts";
import { isJsonObject } from "../../problem/json.ts";
import type { Path } from "../../problem/problem.ts";
import type { Expression } from "./expression.ts";
import { call, literal } from "./expressions.ts";
import type { Place } from "./place.ts";
import { rawCode } from "./text.ts";

/** Metadata that the CDK writes itself. */
export const ownMetadata = "aws:cdk:path";

/** Writes into an L1 construct what stands in place of its settings. */
export function addOverrides(
  resource: Expression,
  {
    overrides,
    path,
  }: { readonly overrides: Overrides | undefined; readonly path: Path },
  place: Place,
): void {
  const { Properties: properties, ...attributes } = overrides ?? {};
  const set = (method: string, name: string, value?: Json) => {
    const args = value === undefined ? [] : [rawCode(value)];
    place.do(call(resource, method, [literal(escaped(name)), ...args]), [
      [...path, "overrides"],
    ]);
  };
  for (const [name, value] of Object.entries(attributes))
    if (value === null) set("addDeletionOverride", name);
    else if (name !== "Metadata" || !isOwn(value))
      set("addOverride", name, value);
  if (!isJsonObject(properties)) return;
  for (const [name, value] of Object.entries(properties))
    if (value === null) set("addPropertyDeletionOverride", name);
    else set("addPropertyOverride", name, value);
}

function isOwn(metadata: Json): boolean {
  return (
    isJsonObject(metadata) &&
    Object.keys(metadata).every((name) => name === ownMetadata)
  );
}

/** A dot leads deeper into a resource. */
function escaped(name: string): string {
  return name.replaceAll(".", String.raw`\.`);
}
