import * as z from "zod/mini";

import { grantActions } from "../kms/grant-vocabulary.ts";
import { keysOf } from "../kms/keys-of.ts";
import { statementLists } from "./statement-lists.ts";
import {
  conditions,
  described,
  idOf,
  intrinsic,
  jsonObject,
  name,
  optional,
  principalIds,
  text,
  texts,
} from "./schema-parts.ts";

const disabled = optional(
  z.boolean(),
  "the statement is kept in the design and left out of the policy",
);

const recipe = optional(
  name,
  "id of the applied recipe that wrote the statement",
);

const structuredStatement = z.strictObject({
  sid: z.exactOptional(text),
  effect: z.enum(["Allow", "Deny"]),
  principals: z.exactOptional(principalIds()),
  notPrincipals: z.exactOptional(principalIds()),
  actions: z.exactOptional(texts),
  notActions: z.exactOptional(texts),
  resources: z.exactOptional(texts),
  notResources: z.exactOptional(texts),
  conditions: z.exactOptional(conditions),
  when: optional(
    z.strictObject({ condition: z.string(), is: z.boolean() }),
    "the condition of the template that decides whether the statement is there",
  ),
  lists: optional(
    z.array(z.enum(statementLists)),
    "elements with one member that are written as lists",
  ),
  disabled,
  recipe,
});

const verbatimStatement = z.strictObject({
  verbatim: described(
    jsonObject,
    "a statement kept as the JSON it was written in",
  ),
  raw: optional(
    z.boolean(),
    "no parameter is looked for in its texts: every part is written as it is",
  ),
  disabled,
  recipe,
});

/** The schema of a key policy. */
export const policySchema = z.strictObject({
  mode: described(
    z.enum(["amend", "replace"]),
    "whether the statements come on top of the default policy or in its place",
  ),
  version: optional(
    z.enum(["2008-10-17", "none"]),
    "the version of the policy language where it is not 2012-10-17",
  ),
  id: optional(
    z.union([z.string(), intrinsic]),
    "the `Id` of the policy document",
  ),
  single: optional(
    z.boolean(),
    "the only statement is written without a list around it",
  ),
  minimize: optional(
    z.boolean(),
    "whether statements are merged; what the feature flag says where absent",
  ),
  statements: z.array(z.union([structuredStatement, verbatimStatement])),
});

/** The schema of permissions given after a key was created. */
export const grantsSchema = z.array(
  z.strictObject({
    principal: idOf("the principal that gets the permission"),
    permission: z.enum([...keysOf(grantActions), "actions"]),
    actions: z.exactOptional(texts),
    inBothPolicies: optional(
      z.boolean(),
      "CDK v2: written into the key policy too, even where IAM policies are trusted",
    ),
  }),
);
