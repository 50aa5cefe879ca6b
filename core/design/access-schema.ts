import * as z from "zod/mini";

import { reasonForm } from "./accepted-finding.ts";
import { settingForms } from "./access-settings.ts";
import type { SettingForm } from "./access-settings.ts";
import { expectedAnswers } from "./kept-test.ts";
import {
  described,
  formed,
  idOf,
  jsonObject,
  name,
  optional,
  text,
} from "./schema-parts.ts";

function setting(kind: SettingForm) {
  const { form, words } = settingForms[kind];
  return formed(form, words);
}

const account = setting("account");
const accounts = z.array(account);

const organization = z.strictObject({
  id: setting("organization"),
  accounts: optional(
    accounts,
    "accounts that are in the organization; there may be others",
  ),
});

/** The schema of what verdicts about access assume. */
export const settingsSchema = z.strictObject({
  account: z.exactOptional(
    described(setting("account"), "the account of the stacks that name none"),
  ),
  organization: optional(organization, "the organization of the account"),
  trustedAccounts: optional(
    z.array(account),
    "accounts outside the organization that may have access",
  ),
  deployer: optional(setting("deployer"), "the ARN of whoever deploys"),
});

const claimPrincipal = z.union([
  z.strictObject({ principal: idOf("a principal of this design") }),
  z.strictObject({ arn: described(name, "the ARN of a principal") }),
]);

const claimBase = {
  id: described(z.string().check(z.minLength(1)), "unique among the claims"),
  keys: optional(
    z.array(name),
    "ids of keys of this design; absent: every key that the design creates",
  ),
  actions: described(
    z.array(name),
    "patterns of actions, such as `kms:Decrypt` and `kms:*`",
  ),
};

/** The schema of a claim. */
export const claimSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    ...claimBase,
    kind: z.literal("nobody-outside"),
    boundary: described(
      z.union([z.enum(["account", "organization"]), z.array(account)]),
      "the account of the key, the organization of the settings, or these accounts",
    ),
  }),
  z.strictObject({
    ...claimBase,
    kind: z.literal("never"),
    principal: claimPrincipal,
  }),
  z.strictObject({
    ...claimBase,
    kind: z.literal("only"),
    principals: z.array(claimPrincipal),
  }),
]);

const policies = z.array(jsonObject);

/** The schema of a request. */
export const requestSchema = z.strictObject({
  principal: described(
    z.string().check(z.minLength(1)),
    "who asks: an ARN, a service principal or an account ID",
  ),
  principalArn: z.exactOptional(name),
  action: described(z.string().check(z.minLength(1)), "such as `kms:Decrypt`"),
  resource: z.exactOptional(name),
  resourceAccount: z.exactOptional(name),
  context: optional(
    z.record(
      z.string(),
      z.union([text, z.boolean(), z.number(), z.array(text)]),
    ),
    "value or values, by condition key",
  ),
  identityPolicies: z.exactOptional(policies),
  permissionsBoundary: z.exactOptional(jsonObject),
  sessionPolicies: z.exactOptional(policies),
  serviceControlPolicies: z.exactOptional(policies),
  resourceControlPolicies: z.exactOptional(policies),
  endpointPolicy: z.exactOptional(jsonObject),
  grants: z.exactOptional(policies),
});

/** The schema of a test that is kept. */
export const testSchema = z.strictObject({
  id: described(z.string().check(z.minLength(1)), "unique among the tests"),
  key: idOf("the key that the request is for"),
  request: requestSchema,
  expected: z.enum(expectedAnswers),
});

/** The schema of a finding that is accepted. */
export const acceptedSchema = z.strictObject({
  id: described(
    z.string().check(z.minLength(1)),
    "unique among the accepted findings",
  ),
  rule: described(
    z.string().check(z.minLength(1)),
    "the code of the finding, which is the name of the rule",
  ),
  key: optional(
    z.string().check(z.minLength(1)),
    "id of the key; absent: a finding about the design as a whole",
  ),
  statement: optional(
    z.string().check(z.minLength(1)),
    "the Sid of the statement; absent: whatever statement",
  ),
  reason: described(
    formed(reasonForm.form, reasonForm.words),
    "why it is accepted; scanners of templates are told",
  ),
});

/** The schema of a recipe that wrote statements of a key. */
export const appliedRecipeSchema = z.strictObject({
  id: described(
    z.string().check(z.minLength(1)),
    "unique among the applied recipes",
  ),
  recipe: described(z.string().check(z.minLength(1)), "the name of the recipe"),
  key: idOf("the key that the statements are of"),
  answers: described(
    z.record(z.string(), z.union([text, z.array(text)])),
    "what was answered, by the names of the recipe's questions",
  ),
});
