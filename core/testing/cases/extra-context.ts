import type { JsonObject } from "../../problem/json.ts";

/** References by `Fn::ImportValue`, by `Fn::GetStackOutput`, or by both, for the deployment in between. */
const CROSS_STACK = "@aws-cdk/core:defaultCrossStackReferences";
const both = { [CROSS_STACK]: "both" };
const strong = { [CROSS_STACK]: "strong" };

/** What some cases add to the context of every mode, by the name of the case. */
export const extraContext: Readonly<Record<string, JsonObject>> = {
  "cross-account-alias-both": both,
  "cross-account-alias-strong": strong,
  "cross-region-alias-both": both,
  "cross-stack-grant-role-both": both,
  "cross-stack-grant-role-dep-both": both,
  "cross-stack-grant-role-strong": strong,
  "lookup-add-alias": {
    "key-provider:account=111122223333:aliasName=alias/KeyAlias:region=us-east-1":
      { keyId: "8a1b2c3d-aaaa-bbbb-cccc-0123456789ab" },
  },
};
