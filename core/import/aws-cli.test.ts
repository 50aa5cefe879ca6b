import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";

import { applyChange } from "../design/apply-change.ts";
import { emptyDesign } from "../design/defaults.ts";
import { adoptionOf } from "../export/adoption.ts";
import { synthesize } from "../synth/synthesize.ts";
import { bringUnderManagement } from "./bring-under-management.ts";
import { importText } from "./import-text.ts";

function read(...outputs: readonly object[]) {
  return importText(outputs.map((one) => JSON.stringify(one)).join("\n"));
}

function codesOf(imported: ReturnType<typeof importText>): readonly string[] {
  const problems = imported.ok ? imported.value.warnings : imported.problems;
  return problems.map(({ code }) => code);
}

const policy = {
  Policy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      { Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" },
    ],
  }),
};
const metadata = {
  KeyMetadata: {
    AWSAccountId: "111122223333",
    KeyId: "1234abcd",
    Arn: "arn:aws:kms:us-west-2:111122223333:key/1234abcd",
    Description: "Of the ledger",
    KeyState: "Disabled",
    KeyManager: "CUSTOMER",
    KeySpec: "RSA_4096",
    KeyUsage: "SIGN_VERIFY",
    Origin: "EXTERNAL",
    MultiRegion: true,
  },
};
const aliases = {
  Aliases: [
    { AliasName: "alias/ledger", TargetKeyId: "1234abcd" },
    { AliasName: "alias/other", TargetKeyId: "5678efgh" },
    { AliasName: "alias/aws/s3", TargetKeyId: "1234abcd" },
    { AliasName: "alias/aws/ebs" },
  ],
};

describe("what commands of aws kms print", () => {
  test("[I5] all outputs of a key are read together, in any order", () => {
    const rotation = { KeyRotationEnabled: true, RotationPeriodInDays: 180 };
    const tags = { Tags: [{ TagKey: "team", TagValue: "ledger" }] };
    const all = [aliases, rotation, policy, tags, metadata];
    for (const outputs of [all, all.toReversed()]) {
      const imported = read(...outputs);
      expect(imported).toMatchObject({
        ok: true,
        value: {
          source: "aws-cli",
          design: {
            stacks: [{ account: "111122223333", region: "us-west-2" }],
            keys: [
              {
                kind: "imported",
                arn: "arn:aws:kms:us-west-2:111122223333:key/1234abcd",
                aliases: [],
                found: {
                  description: "Of the ledger",
                  enabled: false,
                  keySpec: "RSA_4096",
                  keyUsage: "SIGN_VERIFY",
                  origin: "EXTERNAL",
                  multiRegion: true,
                  enableKeyRotation: true,
                  rotationPeriodInDays: 180,
                  aliases: ["alias/ledger"],
                  tags: [{ key: "team", value: "ledger" }],
                  policyDocument: { Version: "2012-10-17" },
                },
              },
            ],
          },
        },
      });
      expect(codesOf(imported)).toEqual([
        "import/other-aliases",
        "import/not-managed",
      ]);
    }
  });

  test("[I23] a key that exists is brought under management with all that is known of it, and no second one is made", () => {
    const imported = read(aliases, policy, metadata);
    const { design } = imported.ok ? imported.value : { design: emptyDesign() };
    const change = bringUnderManagement(design, "Key");
    const next = change && applyChange(design, change);
    const managed = next?.ok === true ? next.value : emptyDesign();
    expect(managed.principals).toEqual([{ id: "Public", kind: "star" }]);
    expect(managed.keys).toMatchObject([
      {
        kind: "defined",
        existing: "arn:aws:kms:us-west-2:111122223333:key/1234abcd",
        removalPolicy: "retain",
        keySpec: "RSA_4096",
        aliases: ["alias/ledger"],
        aliasRemovalPolicy: "retain",
        policy: { mode: "replace", statements: [{ actions: ["kms:*"] }] },
      },
    ]);
    const adoption = adoptionOf(managed, "KeyStack");
    const resources = synthesize(managed)[0]?.template.Resources ?? {};
    expect(JSON.parse(adoption?.resourcesToImport ?? "")).toEqual(
      Object.entries(resources).map(([LogicalResourceId, { Type }]) => ({
        ResourceType: Type,
        LogicalResourceId,
        ResourceIdentifier:
          Type === "AWS::KMS::Key"
            ? { KeyId: "1234abcd" }
            : { AliasName: "alias/ledger" },
      })),
    );
    expect(Object.values(resources)).toMatchObject([
      { DeletionPolicy: "Retain" },
      { DeletionPolicy: "Retain" },
    ]);
    expect(JSON.parse(adoption?.resourceMapping ?? "")).toEqual(
      Object.fromEntries(
        Object.entries(resources).map(([id, { Type }]) => [
          id,
          Type === "AWS::KMS::Key"
            ? { KeyId: "1234abcd" }
            : { AliasName: "alias/ledger" },
        ]),
      ),
    );
    expect(adoption?.terraform).toContain('id = "1234abcd"');
  });

  test("[I5] without its policy a key has the default one, which is told", () => {
    const imported = read({ KeyMetadata: { KeyId: "k" } });
    expect(imported).toMatchObject({
      ok: true,
      value: { design: { keys: [{ policy: { mode: "amend" } }] } },
    });
    expect(codesOf(imported)).toContain("import/no-policy");
  });

  test("[I5] settings that are the defaults are not written, older names are known", () => {
    const plain = { Origin: "AWS_KMS", KeyState: "Enabled", Description: "" };
    const spec = { CustomerMasterKeySpec: "SYMMETRIC_DEFAULT" };
    const imported = read({ KeyMetadata: { ...plain, ...spec } });
    expect(imported.ok && imported.value.design.keys).toEqual([
      {
        id: "Key",
        kind: "defined",
        stack: "KeyStack",
        aliases: [],
        tags: [],
        administrators: [],
        policy: { mode: "amend", statements: [] },
      },
    ]);
    expect(
      read({ KeyMetadata: { CustomerMasterKeySpec: "RSA_2048" } }),
    ).toMatchObject({
      value: { design: { keys: [{ keySpec: "RSA_2048" }] } },
    });
  });

  test("[I5] of aliases without their key, those of one key are its own", () => {
    const one = { AliasName: "alias/a", TargetKeyId: "k" };
    expect(read({ Aliases: [one] })).toMatchObject({
      value: { design: { keys: [{ aliases: ["alias/a"] }] } },
    });
    const several = read(aliases);
    expect(several).toMatchObject({
      value: { design: { keys: [{ aliases: [] }] } },
    });
    expect(codesOf(several)).toContain("import/other-aliases");
  });

  test.each([
    [
      "a replica",
      { MultiRegionConfiguration: { MultiRegionKeyType: "REPLICA" } },
      "import/replica",
    ],
    [
      "a key that will be deleted",
      { KeyState: "PendingDeletion" },
      "import/pending-deletion",
    ],
    [
      "a key in a custom key store",
      { CustomKeyStoreId: "cks-1" },
      "import/custom-key-store",
    ],
  ])("[I5] %s is told", (_name, parts, code) => {
    expect(codesOf(read({ KeyMetadata: { KeyId: "k", ...parts } }))).toContain(
      code,
    );
  });

  test("[I5] a key that AWS manages is refused, grants alone are no key", () => {
    expect(codesOf(read({ KeyMetadata: { KeyManager: "AWS" } }))).toEqual([
      "import/aws-managed",
    ]);
    expect(codesOf(read({ Grants: [] }))).toEqual(["import/not-recognised"]);
    expect(codesOf(read(metadata, { Grants: [] }))).toContain(
      "import/output-not-used",
    );
  });

  test("[I5] a policy that is cut off is refused", () => {
    expect(codesOf(read({ Policy: '{"Version":' }))).toContain(
      "import/not-recognised",
    );
  });

  test("[I1] commands over several lines are no JSON", () => {
    const text = `$ aws kms describe-key \\
    --key-id 1234abcd
${JSON.stringify(metadata)}
aws kms get-key-policy --key-id 1234abcd
${JSON.stringify(policy)}`;
    const imported = importText(text);
    expect(imported).toMatchObject({
      value: {
        statements: 1,
        design: { keys: [{ found: { keySpec: "RSA_4096" } }] },
      },
    });
    expect(codesOf(imported)).toEqual(["import/not-managed"]);
  });
});

const corpus = new URL(
  "../../../shared/corpus/cli-outputs.json",
  import.meta.url,
);

describe.skipIf(!existsSync(corpus))(
  "../shared/corpus/cli-outputs.json (skipped where that is absent)",
  () => {
    test("[I5] every output of a key opens; the others say why not", () => {
      const outputs = z
        .array(z.object({ text: z.string() }))
        .parse(JSON.parse(readFileSync(corpus, "utf8")));
      const refused = outputs.flatMap(({ text }) => {
        const imported = importText(text);
        return imported.ok ? [] : [text];
      });
      // Grants alone, the names of policies, and a policy that is cut off.
      const isOther = /"Grants"|"PolicyNames"|^b'/;
      expect(refused.filter((text) => !isOther.test(text))).toEqual([]);
    });
  },
);
