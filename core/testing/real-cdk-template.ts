import { readFileSync } from "node:fs";

import { isJsonObject } from "../problem/json.ts";
import type { Json, JsonObject } from "../problem/json.ts";

/** A template as the CDK would write it, without what its default synthesizer adds to every stack. */
export interface RealTemplate {
  readonly text: string;
  readonly json: JsonObject;
}

export function readTemplate(file: string): RealTemplate {
  const written: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (!isJsonObject(written)) throw new Error("the template is no object");
  const json = withoutBootstrap(written);
  return { text: JSON.stringify(json, null, 1), json };
}

/** Without the parameter and the rule that the default synthesizer adds to every stack. */
export function withoutBootstrap(template: JsonObject): JsonObject {
  const parameters = without(template["Parameters"], "BootstrapVersion");
  const rules = without(template["Rules"], "CheckBootstrapVersion");
  return Object.fromEntries(
    Object.entries({ ...template, Parameters: parameters, Rules: rules })
      .filter(([, section]) => section !== undefined)
      .map(([name, section]) => [name, section ?? null]),
  );
}

function without(section: Json | undefined, name: string): Json | undefined {
  if (!isJsonObject(section)) return section;
  const rest = Object.entries(section).filter(([key]) => key !== name);
  return rest.length === 0 ? undefined : Object.fromEntries(rest);
}
