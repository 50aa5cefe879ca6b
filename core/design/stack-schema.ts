import * as z from "zod/mini";

import { parameterIdForm } from "./parameter-id.ts";
import {
  described,
  formed,
  idOf,
  jsonObject,
  name,
  optional,
  tags,
  text,
  texts,
} from "./schema-parts.ts";

const parameter = z.strictObject({
  id: described(
    formed(parameterIdForm, "letters and digits only"),
    "the logical ID, unique in the design; texts use the parameter as `${id}`",
  ),
  type: z.exactOptional(text),
  default: z.exactOptional(text),
  description: z.exactOptional(text),
  allowedPattern: z.exactOptional(text),
});

const outputValue = z.union([
  z.strictObject({
    key: idOf("a key"),
    attribute: z.enum(["arn", "id", "alias-name", "alias-arn"]),
  }),
  z.strictObject({
    alias: idOf("a separate alias"),
    attribute: z.enum(["name", "arn"]),
  }),
  z.strictObject({ text }),
]);

const output = z.strictObject({
  id: described(
    z.string().check(z.minLength(1)),
    "the construct id, unique in the stack",
  ),
  value: outputValue,
  exportName: z.exactOptional(text),
  description: z.exactOptional(text),
});

const template = z.strictObject({
  rest: described(
    jsonObject,
    "the template besides keys, replicas and aliases, in whose place `null` stands",
  ),
  source: optional(text, "the text that the template was read from"),
  within: optional(
    z.array(z.union([text, z.int()])),
    "where the template stands in that text",
  ),
});

const assumed = z.strictObject({
  parameters: optional(
    z.record(z.string(), z.union([text, texts])),
    "value or values, by parameter",
  ),
  conditions: optional(
    z.record(z.string(), z.boolean()),
    "true or false, by condition of the template",
  ),
});

/** The schema of a stack. */
export const stackSchema = z.strictObject({
  id: described(
    z.string().check(z.minLength(1)),
    "the construct id of the stack",
  ),
  name: optional(
    z.string().check(z.minLength(1)),
    "its name in CloudFormation; its id where absent",
  ),
  account: z.exactOptional(text),
  region: z.exactOptional(text),
  description: z.exactOptional(text),
  terminationProtection: z.exactOptional(z.boolean()),
  tags: z.exactOptional(tags),
  dependencies: optional(
    z.array(name),
    "ids of the stacks that are deployed before this one",
  ),
  parameters: z.exactOptional(z.array(parameter)),
  outputs: z.exactOptional(z.array(output)),
  template: optional(template, "the template that the stack was imported from"),
  assumed: optional(
    assumed,
    "what is assumed where only the deployment decides",
  ),
});
