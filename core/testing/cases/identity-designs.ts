import type {
  DefinedKey,
  Design,
  Grant,
  Principal,
  Stack,
} from "../../design/design.ts";

/** The design of a case, without the line and flags, which the mode decides. */
export type CaseDesign = Omit<Design, "cdk">;

const account = "111122223333";
const other = "444455556666";

/** A stack with the account and Region that most cases use. */
export const usEast: Stack = { id: "TestStack", account, region: "us-east-1" };

/** A design in one stack, `TestStack` unless another is given. */
export function caseOf(
  parts: Partial<Omit<CaseDesign, "stacks">> & {
    readonly stack?: Stack;
    readonly stacks?: readonly Stack[];
  },
): CaseDesign {
  const { stack = { id: "TestStack" }, ...rest } = parts;
  return {
    keywright: 1,
    name: "Case",
    stacks: [stack],
    principals: [],
    keys: [],
    ...rest,
  };
}

/** A key with nothing set but what is given. */
export function keyOf(id: string, parts: Partial<DefinedKey> = {}): DefinedKey {
  return {
    id,
    kind: "defined",
    stack: "TestStack",
    aliases: [],
    tags: [],
    administrators: [],
    policy: { mode: "amend", statements: [] },
    ...parts,
  };
}

/** Grants of the named permissions to one principal. */
export function grants(
  principal: string,
  ...permissions: readonly Grant["permission"][]
): readonly Grant[] {
  return permissions.map((permission) => ({ principal, permission }));
}

/** A new user in a stack. */
export function user(id: string, stack = "TestStack"): Principal {
  return { id, kind: "new-user", stack };
}

export const lambdaService: Principal = {
  id: "lambda",
  kind: "service",
  service: "lambda.amazonaws.com",
};

/** A key with grants to a new user. */
function userGrants(
  ...permissions: readonly Grant["permission"][]
): CaseDesign {
  return caseOf({
    principals: [user("MyUser")],
    keys: [keyOf("MyKey", { grants: grants("MyUser", ...permissions) })],
  });
}

function granted(
  principal: Principal,
  list: readonly Grant[],
  stack?: Stack,
): CaseDesign {
  return caseOf({
    ...(stack && { stack }),
    principals: [principal],
    keys: [keyOf("MyKey", { grants: list })],
  });
}

function importedRole(
  id: string,
  arn: string,
  more: { readonly mutable?: boolean } = {},
): Principal {
  return {
    id,
    kind: "imported-role",
    stack: "TestStack",
    identity: { arn },
    ...more,
  };
}

function trusted(principal: Principal, stack?: Stack): CaseDesign {
  return caseOf({
    ...(stack && { stack }),
    principals: [principal],
    keys: [keyOf("MyKey", { administrators: [principal.id] })],
  });
}

const admin = `arn:aws:iam::${account}:role/TrustedAdmin`;

/** Users, roles and groups, new and imported. */
export const identityCases: Readonly<Record<string, CaseDesign>> = {
  "alias-grants-forward": caseOf({
    principals: [
      user("MyUser"),
      { id: "logs", kind: "service", service: "logs.amazonaws.com" },
    ],
    keys: [
      keyOf("MyKey", {
        aliases: ["alias/foo"],
        grants: [
          ...grants("MyUser", "encryptDecrypt"),
          {
            principal: "logs",
            permission: "actions",
            actions: ["kms:Describe*"],
          },
        ],
      }),
    ],
  }),
  "grant-group": granted(
    { id: "MyGroup", kind: "new-group", stack: "TestStack" },
    grants("MyGroup", "decrypt"),
  ),
  "grant-imported-group": granted(
    {
      id: "Imported",
      kind: "imported-group",
      stack: "TestStack",
      identity: { arn: `arn:aws:iam::${account}:group/g` },
    },
    grants("Imported", "encrypt"),
    usEast,
  ),
  "grant-imported-role-agnostic": granted(
    importedRole("Imported", `arn:aws:iam::${account}:role/MyRole`),
    grants("Imported", "encrypt", "decrypt"),
  ),
  "grant-imported-role-other-account": granted(
    importedRole("Imported", `arn:aws:iam::${account}:role/MyRole`),
    grants("Imported", "encrypt", "decrypt"),
    { ...usEast, account: "999988887777" },
  ),
  "grant-imported-user-agnostic": granted(
    {
      id: "Imported",
      kind: "imported-user",
      stack: "TestStack",
      identity: { arn: `arn:aws:iam::${account}:user/me` },
    },
    grants("Imported", "encrypt"),
  ),
  "grant-imported-user-name": granted(
    {
      id: "Imported",
      kind: "imported-user",
      stack: "TestStack",
      identity: { name: "me" },
    },
    grants("Imported", "encrypt"),
  ),
  "grant-role-lambda": caseOf({
    principals: [
      lambdaService,
      {
        id: "MyRole",
        kind: "new-role",
        stack: "TestStack",
        assumedBy: "lambda",
      },
    ],
    keys: [keyOf("MyKey", { grants: grants("MyRole", "encryptDecrypt") })],
  }),
  "grant-user-custom": granted(user("MyUser"), [
    {
      principal: "MyUser",
      permission: "actions",
      actions: ["kms:GenerateRandom", "kms:DescribeKey", "kms:CreateGrant"],
    },
  ]),
  "grant-user-encrypt-decrypt": userGrants("encryptDecrypt"),
  "grant-user-generate-mac": userGrants("generateMac"),
  "grant-user-many": userGrants(
    "encrypt",
    "decrypt",
    "encryptDecrypt",
    "admin",
  ),
  "grant-user-sign-verify": userGrants("signVerify"),
  "key-grants-accessor": caseOf({
    principals: [
      user("User"),
      { id: "ec2", kind: "service", service: "ec2.amazonaws.com" },
    ],
    keys: [
      keyOf("Key", {
        grants: [
          ...grants("User", "encrypt", "sign"),
          ...grants("ec2", "admin"),
          {
            principal: "User",
            permission: "actions",
            actions: ["kms:DeriveSharedSecret", "kms:GetPublicKey"],
          },
        ],
      }),
    ],
  }),
  "key-grants-trust-false-override": caseOf({
    principals: [user("User")],
    keys: [
      keyOf("Key", {
        grants: [
          { principal: "User", permission: "decrypt", inBothPolicies: true },
        ],
      }),
    ],
  }),
  "key-hmac": caseOf({
    principals: [user("MyUser")],
    keys: [
      keyOf("MyKey", {
        keySpec: "HMAC_256",
        keyUsage: "GENERATE_VERIFY_MAC",
        grants: grants("MyUser", "generateMac", "verifyMac"),
      }),
    ],
  }),
  "policy-admins-imported": caseOf({
    principals: [importedRole("TrustedRole", admin)],
    keys: [
      keyOf("MyKey", { administrators: ["TrustedRole"] }),
      keyOf("MyKey2", { grants: grants("TrustedRole", "admin") }),
    ],
  }),
  "policy-admins-imported-immutable": trusted(
    importedRole("TrustedRole", admin, { mutable: false }),
    usEast,
  ),
  "policy-admins-imported-other-account": trusted(
    importedRole("TrustedRole", `arn:aws:iam::${other}:role/TrustedAdmin`),
    usEast,
  ),
  "policy-admins-role-path": trusted(
    importedRole(
      "TrustedRole",
      `arn:aws:iam::${account}:role/service/path/TrustedAdmin`,
    ),
    usEast,
  ),
};
