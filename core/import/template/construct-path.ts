import type { JsonObject } from "../../problem/json.ts";
import { isJsonObject } from "../../problem/json.ts";

/**
 * The construct ids below the stack that the CDK notes in the metadata of a resource; undefined where it noted none.
 * Source: aws-cdk-lib 2.276.0, `aws:cdk:path`.
 */
export function constructPath(
  resource: JsonObject,
): readonly string[] | undefined {
  const { Metadata: metadata } = resource;
  const path = isJsonObject(metadata) ? metadata["aws:cdk:path"] : undefined;
  return typeof path === "string" ? path.split("/").slice(1) : undefined;
}
