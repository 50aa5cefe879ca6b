import type { DefinedKey, Principal, Statement } from "../../design/design.ts";
import type { CaseDesign } from "./identity-designs.ts";
import { caseOf, grants, keyOf, user } from "./identity-designs.ts";

const accountRoot = "arn:aws:iam::111122223333:root";

function l1Key(id: string, parts: Partial<DefinedKey> = {}): DefinedKey {
  return keyOf(id, {
    construct: "CfnKey",
    policy: { mode: "replace", statements: [] },
    ...parts,
  });
}

function allowAll(principal: string): Statement {
  return {
    effect: "Allow",
    principals: [principal],
    actions: ["kms:*"],
    resources: ["*"],
  };
}

const root: Principal = { id: "Account", kind: "arn", arn: accountRoot };
const ec2: Principal = {
  id: "ec2",
  kind: "service",
  service: "ec2.amazonaws.com",
};
const byAccount = {
  mode: "replace",
  statements: [allowAll("Account")],
} as const;

/** The statement of a policy that is decided when the stack is deployed. */
function decidedLater(statement: object): CaseDesign {
  return caseOf({
    keys: [
      l1Key("CfnKey", {
        aliases: ["alias/wrapped"],
        policy: {
          mode: "replace",
          statements: [{ verbatim: { ...statement } }],
        },
      }),
    ],
  });
}

/** Programs with the L1 construct of a key. */
export const l1Cases: Readonly<Record<string, CaseDesign>> = {
  "cfn-key-external-origin": caseOf({
    keys: [
      l1Key("CfnKey", {
        origin: "EXTERNAL",
        bypassPolicyLockoutSafetyCheck: true,
        enabled: false,
        tags: [{ key: "a", value: "b" }],
      }),
    ],
  }),
  "cfn-key-wrap": caseOf({
    principals: [root, user("MyUser")],
    keys: [
      l1Key("CfnKey", {
        policy: byAccount,
        aliases: ["alias/cfn"],
        grants: grants("MyUser", "decrypt"),
      }),
    ],
  }),
  "cfn-key-wrap-getatt-principal": caseOf({
    principals: [user("U")],
    keys: [
      l1Key("CfnKey", {
        policy: { mode: "replace", statements: [allowAll("U")] },
        grants: grants("U", "decrypt"),
      }),
    ],
  }),
  "cfn-key-wrap-no-policy": caseOf({
    principals: [user("MyUser")],
    keys: [l1Key("CfnKey", { grants: grants("MyUser", "decrypt") })],
  }),
  "error-cfn-key-wrap-if-action": decidedLater({
    Effect: "Allow",
    Principal: "*",
    Resource: "*",
    Action: { "Fn::If": ["C", "kms:a", "kms:b"] },
  }),
  "error-cfn-key-wrap-if-statement": decidedLater({
    "Fn::If": ["C", {}, {}],
  }),
  "key-grants-l1-service-many": caseOf({
    principals: [root, ec2],
    keys: [
      l1Key("Key", {
        policy: byAccount,
        grants: grants("ec2", "encrypt", "decrypt"),
      }),
    ],
  }),
};
