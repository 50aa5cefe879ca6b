import type { KeptTemplate } from "../../design/design.ts";
import type { Json, JsonObject } from "../../problem/json.ts";
import { isJsonList, isJsonObject } from "../../problem/json.ts";
import type { Path } from "../../problem/problem.ts";
import { membersOf } from "../../synth/kept-template.ts";
import { addConditions, conditionVariable } from "./condition-code.ts";
import type { Expression } from "./expression.ts";
import {
  call,
  create,
  literal,
  member,
  self,
  staticCall,
  typeIn,
  variable,
} from "./expressions.ts";
import type { OptionalProperty } from "./expressions.ts";
import type { Place } from "./place.ts";
import { rawCode } from "./text.ts";

/** A member of a section of a template that is kept, and where it stands in the design. */
export interface KeptMember {
  readonly name: string;
  readonly json: JsonObject;
  readonly path: Path;
}

/** What the CDK writes into every template itself. Source: aws-cdk-lib 2.276.0, default synthesizer and metadata. */
const cdkOwn: ReadonlySet<string> = new Set([
  "BootstrapVersion",
  "CDKMetadata",
  "CDKMetadataAvailable",
]);

/** The members of a section that the CDK does not write itself. */
export function keptMembers(
  { rest }: KeptTemplate,
  section: string,
  path: Path,
): readonly KeptMember[] {
  return Object.entries(membersOf(rest, section)).flatMap(([name, json]) =>
    isJsonObject(json) && !cdkOwn.has(name)
      ? [{ name, json, path: [...path, "rest", section, name] }]
      : [],
  );
}

/** Writes what stands in a template before its resources: settings, parameters, mappings and conditions. */
export function addKeptBeginning(
  kept: KeptTemplate,
  path: Path,
  place: Place,
): void {
  addTemplateOptions(kept, path, place);
  for (const { name, json, path: at } of keptMembers(kept, "Parameters", path))
    place.hold(
      place.variables.parameter({ id: name }, place.stack),
      create(
        typeIn("cdk", "CfnParameter"),
        [self, literal(name)],
        named(json, parameterProperties),
      ),
      [at],
    );
  for (const { name, json, path: at } of keptMembers(kept, "Mappings", path))
    place.do(
      create(
        typeIn("cdk", "CfnMapping"),
        [self, literal(name)],
        [["mapping", rawCode(json)]],
      ),
      [at],
    );
  addConditions(keptMembers(kept, "Conditions", path), place);
}

/** Writes the other resources of a template, and its outputs. */
export function addKeptEnd(kept: KeptTemplate, path: Path, place: Place): void {
  const resources = keptMembers(kept, "Resources", path);
  if (resources.length > 0)
    place.say("L1: the other resources of the template, as they are.");
  for (const resource of resources) addResource(resource, place);
  for (const output of keptMembers(kept, "Outputs", path))
    addOutput(output, place);
}

function addTemplateOptions(
  { rest }: KeptTemplate,
  path: Path,
  place: Place,
): void {
  const options = member(self, "templateOptions");
  const settings = [
    ["AWSTemplateFormatVersion", "templateFormatVersion"],
    ["Description", "description"],
    ["Metadata", "metadata"],
  ] as const;
  for (const [name, property] of settings) {
    const value = rest[name];
    if (value !== undefined)
      place.assign(member(options, property), rawCode(value), [
        [...path, "rest", name],
      ]);
  }
  for (const transform of transformsOf(rest["Transform"]))
    place.do(call(self, "addTransform", [literal(transform)]), [
      [...path, "rest", "Transform"],
    ]);
}

function transformsOf(value: Json | undefined): readonly string[] {
  const all = isJsonList(value) ? value : [value];
  return all.filter((one) => typeof one === "string");
}

const parameterProperties = [
  "Type",
  "Default",
  "AllowedPattern",
  "AllowedValues",
  "ConstraintDescription",
  "Description",
  "MaxLength",
  "MaxValue",
  "MinLength",
  "MinValue",
  "NoEcho",
] as const;

function named(
  json: JsonObject,
  names: readonly string[],
): readonly OptionalProperty[] {
  return names.flatMap((name): readonly OptionalProperty[] => {
    const value = json[name];
    return value === undefined
      ? []
      : [[name.charAt(0).toLowerCase() + name.slice(1), rawCode(value)]];
  });
}

function addResource({ name, json, path }: KeptMember, place: Place): void {
  const { Type: type, Properties: properties, ...attributes } = json;
  const held = place.variables.kept(
    name,
    typeIn("cdk", "CfnResource"),
    place.stack.id,
  );
  place.hold(
    held,
    create(
      held.type,
      [self, literal(name)],
      [
        ["type", rawCode(type ?? "")],
        [
          "properties",
          isJsonObject(properties) ? rawCode(properties) : undefined,
        ],
      ],
    ),
    [path],
  );
  for (const [attribute, value] of Object.entries(attributes))
    place.do(
      call(variable(held), "addOverride", [literal(attribute), rawCode(value)]),
      [[...path, attribute]],
    );
}

function addOutput({ name, json, path }: KeptMember, place: Place): void {
  const { Value: value, Export: exported, Description: description } = json;
  const exportName = isJsonObject(exported) ? exported["Name"] : undefined;
  const { Condition: condition } = json;
  place.do(
    create(
      typeIn("cdk", "CfnOutput"),
      [self, literal(name)],
      [
        ["value", textOf(value ?? "")],
        ["description", optionalTextOf(description)],
        ["exportName", optionalTextOf(exportName)],
        [
          "condition",
          typeof condition === "string"
            ? variable(conditionVariable(condition, place))
            : undefined,
        ],
      ],
    ),
    [path],
  );
}

function optionalTextOf(value: Json | undefined): Expression | undefined {
  return value === undefined ? undefined : textOf(value);
}

/** A value where a text is asked for. */
function textOf(value: Json): Expression {
  return typeof value === "string"
    ? literal(value)
    : staticCall(typeIn("cdk", "Token"), "asString", [rawCode(value)]);
}
