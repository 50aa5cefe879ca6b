import * as z from "zod/mini";

import { parameterIdForm } from "./parameter-id.ts";
import { described, idOf, name, optional, tags, text } from "./schema-parts.ts";

const parameter = z.strictObject({
  id: described(
    z.string().check(z.regex(parameterIdForm)),
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
});
