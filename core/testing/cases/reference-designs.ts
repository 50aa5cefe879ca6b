import type { Key, Output, Principal, Stack } from "../../design/design.ts";
import { caseOf, grants, keyOf, usEast, user } from "./identity-designs.ts";
import type { CaseDesign } from "./identity-designs.ts";

const keyArn =
  "arn:aws:kms:us-east-1:111122223333:key/12345678-1234-1234-1234-123456789012";

function imported(id: string, arn: string, more: Partial<Key> = {}): Key {
  return {
    id,
    kind: "imported",
    stack: "TestStack",
    arn,
    aliases: [],
    ...pick(more),
  };
}

function importedAlias(
  id: string,
  alias: string,
  more: Partial<Key> = {},
): Key {
  return {
    id,
    kind: "imported-alias",
    stack: "TestStack",
    alias,
    aliases: [],
    ...pick(more),
  };
}

function pick(more: Partial<Key>) {
  return {
    ...(more.aliases && { aliases: more.aliases }),
    ...("grants" in more && more.grants && { grants: more.grants }),
    ...("target" in more &&
      more.target !== undefined && { target: more.target }),
  };
}

function withOutputs(
  outputs: readonly Output[],
  parts: Parameters<typeof caseOf>[0],
): CaseDesign {
  return caseOf({ ...parts, stack: { id: "TestStack", outputs } });
}

function keyOutput(
  id: string,
  key: string,
  attribute: "arn" | "id" | "alias-name" | "alias-arn",
): Output {
  return { id, value: { key, attribute } };
}

function withUser(
  key: Key,
  stack?: Stack,
  others: readonly Principal[] = [],
): CaseDesign {
  const id = "grants" in key ? (key.grants?.[0]?.principal ?? "U") : "U";
  return caseOf({
    ...(stack && { stack }),
    principals: [user(id), ...others],
    keys: [key],
  });
}

/** Aliases of their own, imported and looked-up keys, outputs and parameters. */
export const referenceCases: Readonly<Record<string, CaseDesign>> = {
  "alias-construct": caseOf({
    keys: [keyOf("MyKey")],
    aliases: [
      { id: "Alias", stack: "TestStack", name: "alias/foo", key: "MyKey" },
    ],
  }),
  "alias-construct-removal-destroy": caseOf({
    keys: [keyOf("MyKey", { removalPolicy: "destroy" })],
    aliases: [
      {
        id: "Alias",
        stack: "TestStack",
        name: "alias/foo",
        key: "MyKey",
        removalPolicy: "destroy",
      },
    ],
  }),
  "alias-name-token": caseOf({
    stack: { id: "TestStack", parameters: [{ id: "Name" }] },
    keys: [keyOf("MyKey")],
    aliases: [
      ["Alias", "${Name}"],
      ["Alias2", "alias/x-${Name}"],
      ["Alias3", "y-${Name}"],
      ["Alias4", "alias/x-${AWS::Region}"],
    ].map(([id = "", name = ""]) => ({
      id,
      stack: "TestStack",
      name,
      key: "MyKey",
    })),
  }),
  "alias-name-token-no-prefix": caseOf({
    stack: { id: "TestStack", parameters: [{ id: "Name" }] },
    keys: [keyOf("MyKey")],
    aliases: [
      { id: "Alias", stack: "TestStack", name: "${Name}", key: "MyKey" },
    ],
  }),
  "alias-outputs": withOutputs(
    [
      keyOutput("KeyArn", "MyKey", "arn"),
      keyOutput("KeyId", "MyKey", "id"),
      keyOutput("AliasName", "MyKey", "alias-name"),
      keyOutput("AliasArn", "MyKey", "alias-arn"),
      keyOutput("AliasKeyId", "MyKey", "alias-name"),
      keyOutput("TargetArn", "MyKey", "arn"),
    ],
    { keys: [keyOf("MyKey", { aliases: ["alias/foo"] })] },
  ),
  "import-alias-attributes": withOutputs(
    [
      keyOutput("Arn", "Imported", "arn"),
      keyOutput("Name", "Imported", "alias-name"),
      keyOutput("Id", "Imported", "id"),
    ],
    {
      principals: [user("MyUser")],
      keys: [
        imported("Target", keyArn),
        importedAlias("Imported", "alias/imported", {
          target: "Target",
          aliases: ["alias/another"],
          grants: grants("MyUser", "encrypt"),
        }),
      ],
    },
  ),
  "import-alias-attributes-own-key": caseOf({
    principals: [{ id: "sqs", kind: "service", service: "sqs.amazonaws.com" }],
    keys: [
      keyOf("MyKey"),
      importedAlias("Imported", "alias/imported", {
        target: "MyKey",
        aliases: ["alias/another"],
        grants: grants("sqs", "encrypt"),
      }),
    ],
  }),
  "import-alias-name-env": withUser(
    importedAlias("myKey", "alias/my-key", {
      grants: grants("MyUser", "decrypt", "encrypt", "sign"),
    }),
    usEast,
  ),
  "import-alias-name-no-prefix": withOutputs(
    [keyOutput("Arn", "myKey", "arn")],
    {
      principals: [user("MyUser")],
      keys: [
        importedAlias("myKey", "my-key", {
          grants: grants("MyUser", "decrypt"),
        }),
      ],
    },
  ),
  "import-alias-name-seed": withOutputs(
    [keyOutput("Arn", "myKey", "arn"), keyOutput("Id", "myKey", "id")],
    {
      principals: [user("MyUser")],
      keys: [
        importedAlias("myKey", "alias/aws/s3", {
          grants: grants("MyUser", "encryptDecrypt"),
        }),
      ],
    },
  ),
  "import-key-arn-alias-arn": withUser(
    imported("K", "arn:aws:kms:us-east-1:111122223333:alias/foo", {
      grants: grants("U", "encrypt"),
    }),
  ),
  "import-key-arn-colon-format": withUser(
    imported("iKey", "arn:aws:kms:eu-west-2:222222222222:key:key-name", {
      grants: grants("U", "decrypt"),
    }),
    usEast,
  ),
  "import-key-arn-grants": withUser(
    imported("MyImportedKey", keyArn, {
      grants: [
        ...grants("MyUser", "encryptDecrypt"),
        ...grants("sns", "decrypt"),
      ],
    }),
    undefined,
    [{ id: "sns", kind: "service", service: "sns.amazonaws.com" }],
  ),
  "import-key-arn-grants-same-env": withUser(
    imported("MyImportedKey", keyArn, {
      grants: grants("MyUser", "encryptDecrypt"),
    }),
    usEast,
  ),
  "import-key-arn-other-account-region": withUser(
    imported(
      "MyImportedKey",
      "arn:aws:kms:eu-west-1:444455556666:key/12345678-1234-1234-1234-123456789012",
      { grants: grants("MyUser", "encryptDecrypt") },
    ),
    usEast,
  ),
  "import-key-arn-seed": caseOf({
    keys: [
      imported(
        "MyImportedKey",
        "arn:aws:kms:us-east-1:012345678910:key/12345678-1234-1234-1234-123456789012",
        { aliases: ["alias/foo"] },
      ),
    ],
  }),
  "lookup-add-alias": caseOf({
    stack: usEast,
    keys: [
      {
        id: "L",
        kind: "looked-up",
        stack: "TestStack",
        alias: "alias/KeyAlias",
        keyId: "8a1b2c3d-aaaa-bbbb-cccc-0123456789ab",
        aliases: ["alias/other"],
      },
    ],
  }),
  "lookup-return-dummy": caseOf({
    stack: usEast,
    principals: [user("U")],
    keys: [
      {
        id: "L",
        kind: "looked-up",
        stack: "TestStack",
        alias: "alias/nope",
        dummyWhenMissing: true,
        aliases: [],
        grants: grants("U", "encrypt"),
      },
    ],
  }),
  "stack-props": caseOf({
    stack: {
      id: "TestStack",
      name: "custom-name",
      description: "desc",
      tags: [{ key: "a", value: "b" }],
      terminationProtection: true,
    },
    keys: [keyOf("MyKey")],
  }),
  "svc-loggroup": caseOf({
    keys: [keyOf("MyKey")],
    consumers: [
      { id: "L", kind: "log-group", stack: "TestStack", key: "MyKey" },
    ],
  }),
};
