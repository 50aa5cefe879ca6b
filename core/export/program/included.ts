import type { KeptTemplate, Stack } from "../../design/design.ts";
import { namesIn } from "../../design/kept-sections.ts";
import type { Json, JsonObject } from "../../problem/json.ts";
import { isJsonList, isJsonObject } from "../../problem/json.ts";
import { membersOf } from "../../synth/kept-template.ts";
import { fileStem } from "../file-name.ts";

/** The part of a template that a project leaves to CfnInclude, in a file of its own. */
export interface Included {
  readonly fileName: string;
  readonly template: JsonObject;
}

/** The sections of which a part may be left to the program. */
const divided = ["Resources", "Outputs"] as const;

/** What CfnInclude reads of a resource; it refuses all else. Source: aws-cdk-lib 2.276.0, `cfn-parse` and `cfn-include`. */
const attributes: ReadonlySet<string> = new Set([
  "Type",
  "Properties",
  "Condition",
  "DependsOn",
  "Metadata",
  "CreationPolicy",
  "UpdatePolicy",
  "DeletionPolicy",
  "UpdateReplacePolicy",
]);

/** The functions that it knows. */
const functions: ReadonlySet<string> = new Set(
  [
    ["And", "Base64", "Cidr", "Equals", "FindInMap", "GetAZs", "GetAtt", "If"],
    ["ImportValue", "Join", "Not", "Or", "Select", "Split", "Sub", "Transform"],
  ]
    .flat()
    .map((name) => `Fn::${name}`),
);

/**
 * What CfnInclude can read of the template that a stack was imported from: all but the resources and outputs that need
 * a resource of the program, which it would not find. Undefined where there is nothing for it.
 */
export function includedOf({
  id,
  template: kept,
}: Stack): Included | undefined {
  if (kept === undefined) return undefined;
  const { Resources: _, Outputs: __, ...whole } = kept.rest;
  if (!isKnown(whole)) return undefined;
  const template = { ...whole, ...includedMembers(kept) };
  return Object.keys(template).length === 0
    ? undefined
    : { fileName: `templates/${fileStem(id)}.json`, template };
}

/** What of the template is left for the program to say. */
export function withoutIncluded(
  { rest }: KeptTemplate,
  included: Included | undefined,
): KeptTemplate {
  if (included === undefined) return { rest };
  const left = divided.map((section) => {
    const taken = membersOf(included.template, section);
    const members = Object.entries(membersOf(rest, section));
    return [
      section,
      Object.fromEntries(
        members.filter(([name]) => !Object.hasOwn(taken, name)),
      ),
    ] as const;
  });
  return { rest: Object.fromEntries(left) };
}

function includedMembers({ rest }: KeptTemplate): JsonObject {
  const resources = new Map(
    Object.entries(membersOf(rest, "Resources")).filter(
      ([, member]) =>
        isJsonObject(member) &&
        isKnown(member) &&
        Object.keys(member).every((name) => attributes.has(name)),
    ),
  );
  const parameters = membersOf(rest, "Parameters");
  const isThere = (name: string) =>
    name.startsWith("AWS::") ||
    Object.hasOwn(parameters, name) ||
    resources.has(name);
  const isWhole = (member: Json) => [...namesIn(member)].every(isThere);
  // One that goes may be what another one needs.
  for (let before = -1; before !== resources.size;) {
    before = resources.size;
    for (const [name, member] of resources)
      if (!isWhole(member)) resources.delete(name);
  }
  const outputs = Object.entries(membersOf(rest, "Outputs")).filter(
    ([, member]) => isKnown(member) && isWhole(member),
  );
  return {
    ...(resources.size > 0 && { Resources: Object.fromEntries(resources) }),
    ...(outputs.length > 0 && { Outputs: Object.fromEntries(outputs) }),
  };
}

function isKnown(value: Json): boolean {
  if (isJsonList(value)) return value.every(isKnown);
  if (!isJsonObject(value)) return true;
  return Object.entries(value).every(
    ([name, member]) =>
      (!name.startsWith("Fn::") || functions.has(name)) && isKnown(member),
  );
}
