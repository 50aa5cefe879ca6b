import type { Key, Principal, Stack } from "../../design/design.ts";
import {
  caseOf,
  grants,
  keyOf,
  lambdaService,
  user,
} from "./identity-designs.ts";
import type { CaseDesign } from "./identity-designs.ts";

const account = "111122223333";
const other = "444455556666";
const east = { account, region: "us-east-1" };
const west = { account, region: "eu-west-1" };
const otherEast = { account: other, region: "us-east-1" };

type Env = Pick<Stack, "account" | "region">;

function stacks(
  key: Env,
  use: Env,
  more: Partial<Stack> = {},
): readonly Stack[] {
  return [
    { id: "KeyStack", ...key },
    { id: "UseStack", ...use, ...more },
  ];
}

function myKey(parts: Parameters<typeof keyOf>[1] = {}): Key {
  return keyOf("MyKey", { stack: "KeyStack", ...parts });
}

function role(
  physicalName?: "generate" | { readonly name: string },
): readonly Principal[] {
  return [
    lambdaService,
    {
      id: "MyRole",
      kind: "new-role",
      stack: "UseStack",
      assumedBy: "lambda",
      ...(physicalName && { physicalName }),
    },
  ];
}

const both = { grants: grants("MyRole", "encryptDecrypt") };

function aliasOf(envs: readonly Stack[]): CaseDesign {
  return caseOf({
    stacks: envs,
    keys: [myKey()],
    aliases: [
      { id: "Alias", stack: "UseStack", name: "alias/foo", key: "MyKey" },
    ],
  });
}

function grantOf(
  envs: readonly Stack[],
  name?: Parameters<typeof role>[0],
): CaseDesign {
  return caseOf({ stacks: envs, principals: role(name), keys: [myKey(both)] });
}

const anybody: Principal = { id: "Anybody", kind: "any" };
const importedArn =
  "arn:aws:kms:eu-west-1:444455556666:key/12345678-1234-1234-1234-123456789012";

/** Keys and those who use them in different stacks. */
export const crossCases: Readonly<Record<string, CaseDesign>> = {
  "cross-account-agnostic-vs-concrete": grantOf(stacks({}, otherEast), {
    name: "my-role",
  }),
  "cross-account-alias-both": aliasOf(stacks(east, otherEast)),
  "cross-account-alias-strong": aliasOf(stacks(east, otherEast)),
  "cross-account-grant-role-generated": grantOf(
    stacks(east, otherEast),
    "generate",
  ),
  "cross-account-grant-user-named": caseOf({
    stacks: stacks(east, otherEast),
    principals: [
      {
        id: "MyUser",
        kind: "new-user",
        stack: "UseStack",
        physicalName: { name: "bob" },
      },
    ],
    keys: [myKey({ grants: grants("MyUser", "decrypt", "encrypt") })],
  }),
  "cross-account-immutable-role-dependent": caseOf({
    stacks: [
      { id: "KeyStack", ...east },
      {
        id: "PrincipalStack",
        account: "222233334444",
        region: "us-east-1",
        dependencies: ["KeyStack"],
      },
    ],
    principals: [
      anybody,
      {
        id: "Role",
        kind: "new-role",
        stack: "PrincipalStack",
        assumedBy: "Anybody",
        physicalName: { name: "MyRolePhysicalName" },
        mutable: false,
      },
    ],
    keys: [
      keyOf("Key", { stack: "KeyStack", grants: grants("Role", "encrypt") }),
    ],
  }),
  "cross-account-imported-key-same-as-grantee": caseOf({
    stacks: stacks(east, { account: other, region: "eu-west-1" }),
    principals: [user("Filler", "KeyStack"), ...role({ name: "my-role" })],
    keys: [
      {
        id: "Imported",
        kind: "imported",
        stack: "KeyStack",
        arn: importedArn,
        aliases: [],
        ...both,
      },
    ],
  }),
  "cross-region-agnostic-account": caseOf({
    stacks: [
      { id: "PrincipalStack", region: "us-east-1" },
      { id: "KeyStack", region: "eu-west-1" },
    ],
    principals: [
      anybody,
      {
        id: "Role",
        kind: "new-role",
        stack: "PrincipalStack",
        assumedBy: "Anybody",
        physicalName: { name: "MyRolePhysicalName" },
      },
    ],
    keys: [
      keyOf("Key", { stack: "KeyStack", grants: grants("Role", "encrypt") }),
    ],
  }),
  "cross-region-alias-both": aliasOf(stacks(east, west)),
  "cross-region-alias-refs": aliasOf(stacks(east, west)),
  "cross-region-grant-role-generated": grantOf(stacks(east, west), "generate"),
  "cross-region-imported-key-role-in-key-region": caseOf({
    stacks: [
      { id: "test-stack", account, region: "us-west-2" },
      { id: "RoleStack", account, region: "eu-north-1" },
    ],
    principals: [
      { id: "Own", kind: "account", account },
      user("Filler", "test-stack"),
      { id: "Role", kind: "new-role", stack: "RoleStack", assumedBy: "Own" },
    ],
    keys: [
      {
        id: "Key",
        kind: "imported",
        stack: "test-stack",
        arn: "arn:aws:kms:eu-north-1:111122223333:key/e3ab59e5-3dc3-4bc4-9c3f-c790231d2287",
        aliases: [],
        grants: grants("Role", "encryptDecrypt"),
      },
    ],
  }),
  "cross-stack-add-to-resource-policy-cycle": caseOf({
    stacks: stacks(
      {},
      {},
      { outputs: [{ id: "Arn", value: { key: "MyKey", attribute: "arn" } }] },
    ),
    principals: role(),
    keys: [
      myKey({
        policy: {
          mode: "amend",
          statements: [
            {
              effect: "Allow",
              principals: ["MyRole"],
              actions: ["kms:Decrypt"],
              resources: ["*"],
            },
          ],
        },
      }),
    ],
  }),
  "cross-stack-admins": caseOf({
    stacks: stacks({}, {}).toReversed(),
    principals: role(),
    keys: [myKey({ administrators: ["MyRole"] })],
  }),
  "cross-stack-alias": aliasOf(stacks({}, {})),
  "cross-stack-alias-from-alias": caseOf({
    stacks: stacks(
      {},
      {},
      {
        outputs: [
          { id: "AliasArn", value: { key: "MyKey", attribute: "alias-arn" } },
          { id: "AliasName", value: { key: "MyKey", attribute: "alias-name" } },
        ],
      },
    ),
    principals: [user("U", "UseStack")],
    keys: [myKey({ aliases: ["alias/one"] })],
  }),
  "cross-stack-grant-role-both": grantOf(stacks({}, {})),
  "cross-stack-grant-role-dep-both": grantOf(
    stacks({}, {}, { dependencies: ["KeyStack"] }),
  ),
  "cross-stack-grant-role-strong": grantOf(stacks({}, {})),
  "cross-stack-key-id-and-arn": caseOf({
    stacks: stacks(
      {},
      {},
      {
        outputs: [
          { id: "Id", value: { key: "MyKey", attribute: "id" } },
          { id: "Arn", value: { key: "MyKey", attribute: "arn" } },
        ],
      },
    ),
    principals: [user("U", "UseStack")],
    keys: [myKey()],
  }),
  "cross-stack-seed": caseOf({
    stacks: stacks({}, {}),
    keys: [myKey({ removalPolicy: "destroy" })],
    aliases: [
      { id: "Alias", stack: "UseStack", name: "alias/foo", key: "MyKey" },
    ],
  }),
};
