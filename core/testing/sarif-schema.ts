import { Validator } from "@cfworker/json-schema";
import type { Schema } from "@cfworker/json-schema";
import { readFileSync } from "node:fs";

const file = new URL("schemas/sarif-2.1.0-rtm.5.json", import.meta.url);
const schema: unknown = JSON.parse(readFileSync(file, "utf8"));
const validator = isSchema(schema) && new Validator(schema, "4", false);

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && "definitions" in value;
}

/** What the schema of SARIF 2.1.0 finds fault with in a log. */
export function sarifProblems(log: unknown): readonly string[] {
  if (validator === false) throw new Error("the schema of SARIF is not there");
  return validator
    .validate(log)
    .errors.map(
      ({ instanceLocation, error }) => `${instanceLocation} ${error}`,
    );
}
