import * as z from "zod/mini";

import {
  conditions,
  described,
  idOf,
  intrinsic,
  name,
  optional,
} from "./schema-parts.ts";
import { principalElements } from "./principal.ts";

const physicalName = optional(
  z.union([z.strictObject({ name }), z.literal("generate")]),
  "its name, or that the CDK makes one where another environment needs it",
);

const identity = described(
  z.union([z.strictObject({ arn: name }), z.strictObject({ name })]),
  "its ARN or its name",
);

const mutable = optional(
  z.boolean(),
  "whether grants may attach a policy to the role",
);

const created = { stack: idOf("the stack that creates it"), physicalName };
const existing = { stack: idOf("the stack that imports it"), identity };
const provider = described(
  z.string().check(z.minLength(1)),
  "an identity provider: its ARN or its name",
);

/** The schema of a principal. */
export const principalSchema = z.discriminatedUnion("kind", [
  z.strictObject({ id: name, kind: z.literal("arn"), arn: name }),
  z.strictObject({ id: name, kind: z.literal("account"), account: name }),
  z.strictObject({ id: name, kind: z.literal("account-root") }),
  z.strictObject({ id: name, kind: z.literal("service"), service: name }),
  z.strictObject({ id: name, kind: z.literal("any") }),
  z.strictObject({ id: name, kind: z.literal("star") }),
  z.strictObject({
    id: name,
    kind: z.literal("organization"),
    organization: name,
  }),
  z.strictObject({
    id: name,
    kind: z.literal("organizational-unit"),
    paths: z.array(name),
  }),
  z.strictObject({
    id: name,
    kind: z.literal("federated"),
    provider,
    conditions: z.exactOptional(conditions),
  }),
  z.strictObject({
    id: name,
    kind: z.literal("web-identity"),
    provider,
    conditions: z.exactOptional(conditions),
  }),
  z.strictObject({
    id: name,
    kind: z.literal("canonical-user"),
    canonicalUser: name,
  }),
  z.strictObject({
    id: name,
    kind: z.literal("composite"),
    members: described(z.array(name), "ids of other principals"),
  }),
  z.strictObject({
    id: name,
    kind: z.literal("with-conditions"),
    base: idOf("another principal"),
    conditions,
  }),
  z.strictObject({
    id: name,
    kind: z.literal("via-service"),
    service: name,
    base: z.exactOptional(idOf("another principal")),
  }),
  z.strictObject({
    id: name,
    kind: z.literal("template-value"),
    element: described(
      z.enum(principalElements),
      "the type of principal, or `Principal` for the whole element",
    ),
    value: intrinsic,
  }),
  z.strictObject({
    id: name,
    kind: z.literal("new-role"),
    ...created,
    assumedBy: idOf("the principal that may assume the role"),
    mutable,
  }),
  z.strictObject({ id: name, kind: z.literal("new-user"), ...created }),
  z.strictObject({ id: name, kind: z.literal("new-group"), ...created }),
  z.strictObject({
    id: name,
    kind: z.literal("imported-role"),
    ...existing,
    mutable,
  }),
  z.strictObject({ id: name, kind: z.literal("imported-user"), ...existing }),
  z.strictObject({ id: name, kind: z.literal("imported-group"), ...existing }),
]);
