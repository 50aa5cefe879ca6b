import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonObject } from "../problem/json.ts";
import type { TemplateLike } from "./update.ts";

/** A resource of a template. */
export interface Resource {
  readonly logicalId: string;
  readonly type: string;
  readonly json: JsonObject;
  readonly properties: JsonObject;
}

/** The resources of a template by logical ID, in their order. */
export type Resources = ReadonlyMap<string, Resource>;

const nothing: JsonObject = {};

/** The resources of a template. */
export function resourcesOf({ Resources = {} }: TemplateLike): Resources {
  return new Map(
    Object.entries(Resources).map(([logicalId, json]) => [
      logicalId,
      resourceOf(logicalId, json),
    ]),
  );
}

function resourceOf(logicalId: string, json: JsonObject): Resource {
  const { Type: type, Properties: properties } = json;
  return {
    logicalId,
    type: typeof type === "string" ? type : "",
    json,
    properties: isJsonObject(properties) ? properties : nothing,
  };
}

/** Makes a key of its own, or a replica of one. */
export function isKey({ type }: Resource): boolean {
  return type === "AWS::KMS::Key" || type === "AWS::KMS::ReplicaKey";
}

/** Is an alias. */
export function isAlias({ type }: Resource): boolean {
  return type === "AWS::KMS::Alias";
}

/**
 * The resource stays in the account when it leaves the stack.
 * Source: CloudFormation Template Reference, "DeletionPolicy attribute".
 */
export function isRetained({ json }: Resource): boolean {
  return retains(json["DeletionPolicy"]);
}

/** A deletion or replacement policy that keeps the resource. */
export function retains(policy: Json | undefined): boolean {
  return policy === "Retain" || policy === "RetainExceptOnCreate";
}
