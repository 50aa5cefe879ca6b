import * as z from "zod/mini";

import { keysOf } from "../kms/keys-of.ts";
import {
  acceptedSchema,
  appliedRecipeSchema,
  claimSchema,
  settingsSchema,
  testSchema,
} from "./access-schema.ts";
import { consumerKinds } from "./consumer-kinds.ts";
import {
  booleanFlags,
  referenceFlag,
  referenceStrengths,
} from "./feature-flags.ts";
import { keySchema } from "./key-schema.ts";
import { principalSchema } from "./principal-schema.ts";
import { removalPolicies } from "./removal-policies.ts";
import {
  described,
  idOf,
  jsonObject,
  optional,
  switches,
  text,
} from "./schema-parts.ts";
import { stackSchema } from "./stack-schema.ts";

/** The name of this format's JSON Schema, as the page publishes it. */
export const schemaFile = "keywright-design.schema.json";

const constructId = described(
  z.string().check(z.minLength(1)),
  "the construct id, unique in the design",
);

const flags = z.strictObject({
  ...switches(booleanFlags),
  [referenceFlag]: z.exactOptional(z.enum(keysOf(referenceStrengths))),
});

const separateAlias = z.strictObject({
  id: constructId,
  stack: idOf("the stack of the alias"),
  name: described(z.string(), "the alias name, with or without `alias/`"),
  key: idOf("the key it stands for"),
  construct: optional(
    z.literal("CfnAlias"),
    "the L1 construct in place of the CDK's `Alias`",
  ),
  removalPolicy: z.exactOptional(z.enum(keysOf(removalPolicies))),
  logicalId: optional(z.string(), "the logical ID in the template"),
  overrides: optional(
    jsonObject,
    "what is written into the resource in place of what the settings say; `null` leaves a part out",
  ),
});

const consumer = z.strictObject({
  id: constructId,
  kind: z.enum(keysOf(consumerKinds)),
  stack: idOf("the stack of the resource"),
  key: idOf("the key it uses"),
});

/** The schema of a design document, from which the published JSON Schema is made. */
export const designSchema = z.strictObject({
  keywright: described(z.literal(1), "version of this format"),
  name: text,
  cdk: z.strictObject({
    line: described(z.enum(["v1", "v2"]), "the CDK line"),
    flags: optional(
      flags,
      "feature flags that differ from those the line starts with",
    ),
  }),
  stacks: z.array(stackSchema).check(z.minLength(1)),
  principals: z.array(principalSchema),
  keys: z.array(keySchema),
  aliases: optional(
    z.array(separateAlias),
    "aliases that are constructs of their own",
  ),
  consumers: optional(z.array(consumer), "resources that only refer to a key"),
  settings: optional(settingsSchema, "what verdicts about access assume"),
  claims: optional(
    z.array(claimSchema),
    "what is held to be true of the access to keys",
  ),
  tests: optional(
    z.array(testSchema),
    "requests with the answers that they should have",
  ),
  accepted: optional(z.array(acceptedSchema), "findings that are accepted"),
  recipes: optional(
    z.array(appliedRecipeSchema),
    "recipes that wrote statements of keys",
  ),
});

/** The JSON Schema of the design document, to publish. */
export function designJsonSchema(): object {
  return {
    ...z.toJSONSchema(designSchema),
    title: "Keywright design",
  };
}
