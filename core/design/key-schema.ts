import * as z from "zod/mini";

import { keySpecNames, keyUsageNames, originNames } from "../kms/key-specs.ts";
import { keysOf } from "../kms/keys-of.ts";
import { grantsSchema, policySchema } from "./policy-schema.ts";
import { removalPolicies } from "./removal-policies.ts";
import {
  described,
  idOf,
  jsonObject,
  name,
  optional,
  principalIds,
  tags,
  text,
} from "./schema-parts.ts";

const id = described(
  z.string().check(z.minLength(1)),
  "the construct id, unique in the design",
);
const aliases = described(
  z.array(z.string()),
  "alias names, with or without `alias/`",
);
const removalPolicy = z.exactOptional(z.enum(keysOf(removalPolicies)));
const pendingWindowInDays = optional(z.int(), "days, 7 to 30");
/** What a key and a replica may have of a resource besides its settings. */
const resource = {
  logicalId: optional(z.string(), "the logical ID in the template"),
  overrides: optional(
    jsonObject,
    "what is written into the resource in place of what the settings say; `null` leaves a part out",
  ),
};

/** The settings that a key has in AWS. */
const settings = {
  description: z.exactOptional(text),
  enabled: z.exactOptional(z.boolean()),
  keySpec: z.exactOptional(z.enum(keySpecNames)),
  keyUsage: z.exactOptional(z.enum(keyUsageNames)),
  origin: z.exactOptional(z.enum(originNames)),
  multiRegion: z.exactOptional(z.boolean()),
  enableKeyRotation: z.exactOptional(z.boolean()),
  rotationPeriodInDays: optional(z.int(), "days, 90 to 2560"),
};

const defined = z.strictObject({
  id,
  kind: z.literal("defined"),
  stack: idOf("the stack that creates the key"),
  construct: optional(
    z.literal("CfnKey"),
    "the L1 construct in place of the CDK's `Key`",
  ),
  ...settings,
  pendingWindowInDays,
  bypassPolicyLockoutSafetyCheck: z.exactOptional(z.boolean()),
  removalPolicy,
  metadata: optional(jsonObject, "`Metadata` of the resource"),
  ...resource,
  existing: optional(
    name,
    "the ARN of the key where it exists already: the first deployment imports it",
  ),
  aliases,
  aliasRemovalPolicy: removalPolicy,
  tags,
  administrators: principalIds(),
  trustAccountIdentities: optional(
    z.boolean(),
    "CDK v1: IAM policies of the account are enough to use the key",
  ),
  policy: policySchema,
  grants: z.exactOptional(grantsSchema),
});

const replica = z.strictObject({
  id,
  kind: z.literal("replica"),
  stack: idOf("the stack that creates the replica"),
  primary: idOf("the multi-Region key that it is a replica of"),
  description: z.exactOptional(text),
  enabled: z.exactOptional(z.boolean()),
  pendingWindowInDays,
  removalPolicy,
  ...resource,
  aliases,
  tags,
  administrators: principalIds(),
  policy: policySchema,
});

const referred = {
  stack: idOf("the stack that refers to the key"),
  aliases,
  grants: z.exactOptional(grantsSchema),
};

const found = z.strictObject({
  ...settings,
  tags,
  aliases: z.array(z.string()),
  policyDocument: z.exactOptional(jsonObject),
});

const imported = z.strictObject({
  id,
  kind: z.literal("imported"),
  arn: name,
  found: optional(found, "what is known of the key, which exists"),
  ...referred,
});

const importedAlias = z.strictObject({
  id,
  kind: z.literal("imported-alias"),
  alias: name,
  target: z.exactOptional(idOf("the key behind the alias")),
  ...referred,
});

const lookedUp = z.strictObject({
  id,
  kind: z.literal("looked-up"),
  alias: name,
  keyId: optional(
    z.string().check(z.minLength(1)),
    "the key id that the look-up found",
  ),
  dummyWhenMissing: optional(
    z.boolean(),
    "go on with a dummy where there is no such key",
  ),
  ...referred,
});

/** The schema of a key of any kind. */
export const keySchema = z.discriminatedUnion("kind", [
  defined,
  replica,
  imported,
  importedAlias,
  lookedUp,
]);
