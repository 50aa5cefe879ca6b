import type { Json, JsonObject } from "../../problem/json.ts";
import { isJsonList, isJsonObject } from "../../problem/json.ts";
import type { Path } from "../../problem/problem.ts";

/** A template in a value that was read. */
export interface FoundTemplate {
  readonly template: JsonObject;
  /** Where it stands in the value. */
  readonly within: Path;
  /** How it stands there: whole, or only its resources, or one of them. */
  readonly form: "template" | "resources" | "resource";
}

/** The templates in a value: one as its root, in a list, or as the resources of the Serverless Framework. */
export function findTemplates(value: Json): readonly FoundTemplate[] {
  if (isJsonList(value))
    return value.flatMap((member, index) => found(member, [index]));
  return found(value, []);
}

function found(value: Json, within: Path): readonly FoundTemplate[] {
  if (!isJsonObject(value)) return [];
  if (isTemplate(value)) return [{ template: value, within, form: "template" }];
  const serverless = inServerless(value["resources"], [...within, "resources"]);
  if (serverless.length > 0) return serverless;
  if (isResource(value))
    return [
      { template: { Resources: { Key: value } }, within, form: "resource" },
    ];
  return areResources(value)
    ? [{ template: { Resources: value }, within, form: "resources" }]
    : [];
}

/** The Serverless Framework takes a template as `resources`, or several in a list. */
function inServerless(
  value: Json | undefined,
  within: Path,
): readonly FoundTemplate[] {
  if (isJsonList(value))
    return value.flatMap((member, index) =>
      inServerless(member, [...within, index]),
    );
  return isJsonObject(value) && isTemplate(value)
    ? [{ template: value, within, form: "template" }]
    : [];
}

function isTemplate(value: JsonObject): boolean {
  return areResources(value["Resources"]);
}

function areResources(value: Json | undefined): boolean {
  return isJsonObject(value) && Object.values(value).some(isResource);
}

/** The value has the type of a resource. Source: AWS CloudFormation User Guide, "Resources" and "Custom resources". */
function isResource(value: Json): boolean {
  return (
    isJsonObject(value) &&
    typeof value["Type"] === "string" &&
    /^(?:AWS|Alexa|Custom|[A-Za-z0-9]{2,64})(?:::[A-Za-z0-9_@-]+)+$/.test(
      value["Type"],
    )
  );
}

/** Texts and objects in a template that are templates themselves, such as the `TemplateBody` of a stack set. */
export function bodiesIn(template: JsonObject): readonly FoundBody[] {
  const resources = template["Resources"];
  if (!isJsonObject(resources)) return [];
  return Object.entries(resources).flatMap(([name, resource]) => {
    if (!isJsonObject(resource)) return [];
    const { Properties: properties } = resource;
    if (!isJsonObject(properties)) return [];
    const { TemplateBody: body } = properties;
    return body === undefined ? [] : [{ resource: name, body }];
  });
}

/** A template body inside a template. */
export interface FoundBody {
  /** The logical ID of the resource that has it. */
  readonly resource: string;
  readonly body: Json;
}
