import * as z from "zod/mini";

import { keySpecNames, originNames, keyUsageNames } from "../kms/key-specs.ts";
import { removalPolicies } from "./removal-policies.ts";
import { keysOf } from "../kms/keys-of.ts";

// Without this zod probes `new Function`, which the page's security policy reports as a violation.
z.config({ jitless: true });

/** The name of this format's JSON Schema, as the page publishes it. */
export const schemaFile = "keywright-design.schema.json";

const text = z.string();
const name = z.string().check(z.minLength(1));

function described<T extends z.ZodMiniType>(schema: T, description: string): T {
  z.globalRegistry.add(schema, { description });
  return schema;
}

function optional<T extends z.ZodMiniType>(schema: T, description: string) {
  return z.exactOptional(described(schema, description));
}

const principal = z.discriminatedUnion("kind", [
  z.strictObject({ id: name, kind: z.literal("arn"), arn: name }),
  z.strictObject({ id: name, kind: z.literal("account"), account: name }),
  z.strictObject({ id: name, kind: z.literal("account-root") }),
  z.strictObject({ id: name, kind: z.literal("service"), service: name }),
  z.strictObject({ id: name, kind: z.literal("any") }),
  z.strictObject({ id: name, kind: z.literal("star") }),
]);

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const conditions = z.record(
  z.string(),
  z.record(z.string(), z.union([scalar, z.array(scalar)])),
);

const structuredStatement = z.strictObject({
  sid: z.exactOptional(text),
  effect: z.enum(["Allow", "Deny"]),
  principals: optional(z.array(name), "ids of principals of this design"),
  notPrincipals: optional(z.array(name), "ids of principals of this design"),
  actions: z.exactOptional(z.array(text)),
  notActions: z.exactOptional(z.array(text)),
  resources: z.exactOptional(z.array(text)),
  notResources: z.exactOptional(z.array(text)),
  conditions: optional(conditions, "operator, condition key, value or values"),
});

const verbatimStatement = z.strictObject({
  verbatim: described(
    z.record(z.string(), z.json()),
    "a statement kept as the JSON it was written in",
  ),
});

const key = z.strictObject({
  id: described(name, "the construct id, unique in the design"),
  kind: z.literal("defined"),
  stack: described(name, "id of the stack that creates the key"),
  description: z.exactOptional(text),
  enabled: z.exactOptional(z.boolean()),
  keySpec: z.exactOptional(z.enum(keySpecNames)),
  keyUsage: z.exactOptional(z.enum(keyUsageNames)),
  origin: z.exactOptional(z.enum(originNames)),
  multiRegion: z.exactOptional(z.boolean()),
  enableKeyRotation: z.exactOptional(z.boolean()),
  rotationPeriodInDays: optional(z.int(), "days, 90 to 2560"),
  pendingWindowInDays: optional(z.int(), "days, 7 to 30"),
  bypassPolicyLockoutSafetyCheck: z.exactOptional(z.boolean()),
  removalPolicy: z.exactOptional(z.enum(keysOf(removalPolicies))),
  aliases: described(z.array(text), "alias names, with or without `alias/`"),
  tags: z.array(z.strictObject({ key: text, value: text })),
  administrators: described(z.array(name), "ids of principals of this design"),
  policy: z.strictObject({
    mode: described(
      z.enum(["amend", "replace"]),
      "whether the statements come on top of the default policy or in its place",
    ),
    statements: z.array(z.union([structuredStatement, verbatimStatement])),
  }),
});

const stack = z.strictObject({
  id: described(name, "the construct id and name of the stack"),
  account: z.exactOptional(text),
  region: z.exactOptional(text),
});

/** The schema of a design document, from which the published JSON Schema is made. */
export const designSchema = z.strictObject({
  keywright: described(z.literal(1), "version of this format"),
  name: text,
  cdk: z.strictObject({
    line: z.literal("v2"),
    flags: optional(
      z.strictObject({
        "@aws-cdk/aws-iam:minimizePolicies": z.exactOptional(z.boolean()),
        "@aws-cdk/core:enablePartitionLiterals": z.exactOptional(z.boolean()),
      }),
      "feature flags that differ from what `cdk init` 2.276.0 writes",
    ),
  }),
  stacks: z.array(stack).check(z.minLength(1), z.maxLength(1)),
  principals: z.array(principal),
  keys: z.array(key),
});

/** The JSON Schema of the design document, to publish. */
export function designJsonSchema(): object {
  return {
    ...z.toJSONSchema(designSchema),
    title: "Keywright design",
  };
}
