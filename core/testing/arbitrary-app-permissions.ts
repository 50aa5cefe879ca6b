import fc from "fast-check";

import type { Grant, Statement } from "../design/design.ts";
import { grantActions } from "../kms/grant-vocabulary.ts";
import { keysOf } from "../kms/keys-of.ts";

/** The principals that keys, statements and grants alike may name. */
export const named = [
  "lambda",
  "logs",
  "Root",
  "Account",
  "Arn",
  "Any",
  "Org",
  "Unit",
  "Saml",
  "Web",
  "Canonical",
  "Both",
  "ArnWhen",
  "RoleWhen",
  "ViaS3",
  "ViaAccount",
  "Role",
  "RoleOfBoth",
  "RoleOfWeb",
  "User",
  "OldRole",
  "OldUser",
  "OldGroup",
] as const;

/** Grants of a key, up to four. */
export function grants(): fc.Arbitrary<readonly Grant[]> {
  const permission = fc.constantFrom(...keysOf(grantActions));
  const principal = fc.constantFrom(...named, "Group");
  const grant = fc.oneof(
    { weight: 4, arbitrary: fc.record({ principal, permission }) },
    {
      weight: 1,
      arbitrary: fc.record({
        principal,
        permission,
        inBothPolicies: fc.constant(true),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        principal,
        permission: fc.constant("actions" as const),
        actions: fc.subarray(
          ["kms:DescribeKey", "kms:CreateGrant", "kms:GetPublicKey"],
          { minLength: 1 },
        ),
      }),
    },
  );
  return fc.array(grant, { maxLength: 4 });
}

/** A statement of a key policy, about the principals of an app. */
export function statement(): fc.Arbitrary<Statement> {
  return fc.record(
    {
      sid: fc.constantFrom("One", "Two"),
      effect: fc.constantFrom("Allow" as const, "Deny" as const),
      principals: fc.oneof(
        fc.constantFrom(...named, "Star").map((id) => [id]),
        fc.constantFrom(
          ["lambda", "Arn"],
          ["Role", "User"],
          ["Root", "Account"],
        ),
      ),
      actions: fc.subarray(
        ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:*"],
        { minLength: 1 },
      ),
      resources: fc.constant(["*"]),
      conditions: fc.constantFrom(
        { StringEquals: { "kms:CallerAccount": "111122223333" } },
        { Bool: { "aws:SecureTransport": "true" } },
      ),
      disabled: fc.constantFrom(true, false, false),
    },
    { requiredKeys: ["effect", "principals", "actions", "resources"] },
  );
}
