import { describe, expect, it } from "vitest";
import { applyChange } from "../design/apply-change.ts";
import type { DesignChange } from "../design/change.ts";
import { emptyDesign, newKey } from "../design/defaults.ts";
import type {
  DefinedKey,
  Design,
  Principal,
  Statement,
} from "../design/design.ts";
import { isDefined } from "../design/design.ts";
import type { KmsAction } from "../kms/actions.ts";
import { accessChange, principalNames } from "./access-changes.ts";
import type { AccessWish } from "./access-changes.ts";
import type { RowHead } from "./matrix-rows.ts";

const principals: readonly Principal[] = [
  { id: "App", kind: "arn", arn: "arn:aws:iam::111122223333:role/App" },
  { id: "Batch", kind: "arn", arn: "arn:aws:iam::111122223333:role/Batch" },
  { id: "Partner", kind: "account", account: "444455556666" },
  { id: "Logs", kind: "service", service: "logs.us-east-1.amazonaws.com" },
  { id: "Everyone", kind: "any" },
];

function designWith(
  statements: readonly Statement[],
  more: Partial<DefinedKey> = {},
): Design {
  const design = emptyDesign();
  const [stack] = design.stacks;
  const key = newKey(design, "Key", stack?.id ?? "");
  return {
    ...design,
    stacks: design.stacks.map((one) => ({ ...one, account: "111122223333" })),
    principals,
    keys: [{ ...key, ...more, policy: { mode: "amend", statements } }],
  };
}

function keyOf({ keys: [key] }: Design): DefinedKey {
  if (key === undefined || !isDefined(key)) throw new Error("no key");
  return key;
}

const role = (name: string): RowHead => ({
  id: name,
  group: "account",
  kind: "role",
  text: `arn:aws:iam::111122223333:role/${name}`,
});

function changeFor(
  design: Design,
  row: RowHead,
  [wish, ...actions]: readonly [AccessWish, ...KmsAction[]],
): DesignChange | undefined {
  return accessChange(design, keyOf(design), {
    target: { row, actions },
    wish,
  });
}

function keyAfter(
  design: Design,
  row: RowHead,
  wish: readonly [AccessWish, ...KmsAction[]],
): DefinedKey | undefined {
  const change = changeFor(design, row, wish);
  const next = change && applyChange(design, change);
  return next?.ok === true ? keyOf(next.value) : undefined;
}

const allow: AccessWish = { say: "allow" };
const deny: AccessWish = { say: "deny" };
const nothing: AccessWish = { say: "nothing" };

function statement(
  ids: readonly string[],
  actions: readonly string[],
  effect: "Allow" | "Deny" = "Allow",
) {
  return { effect, principals: ids, actions, resources: ["*"] } as const;
}

describe("what a cell is set to", () => {
  it("[V20] Allow is the CDK's own grant where the actions are those of one", () => {
    const key = keyAfter(designWith([]), role("App"), [allow, "kms:Decrypt"]);
    expect(key?.grants).toEqual([{ principal: "App", permission: "decrypt" }]);
    expect(key?.policy.statements).toEqual([]);
  });

  it("[V20] Allow is a grant in both policies where the CDK would write the identity policy alone", () => {
    const design = designWith([]);
    const imported: Principal = {
      id: "App",
      kind: "imported-role",
      stack: design.stacks[0]?.id ?? "",
      identity: { arn: "arn:aws:iam::111122223333:role/App" },
    };
    const key = keyAfter({ ...design, principals: [imported] }, role("App"), [
      allow,
      "kms:Decrypt",
    ]);
    expect(key?.grants).toEqual([
      { principal: "App", permission: "decrypt", inBothPolicies: true },
    ]);
  });

  it("[V20] Allow of other actions is a statement, with the patterns that people write", () => {
    const key = keyAfter(designWith([]), role("App"), [
      allow,
      "kms:GenerateDataKey",
      "kms:GenerateDataKeyWithoutPlaintext",
      "kms:GenerateDataKeyPair",
      "kms:GenerateDataKeyPairWithoutPlaintext",
    ]);
    expect(key?.policy.statements).toEqual([
      statement(["App"], ["kms:GenerateDataKey*"]),
    ]);
  });

  it("[V20] Allow becomes part of a statement that says the same of other actions", () => {
    const design = designWith([statement(["App"], ["kms:Sign"])]);
    const key = keyAfter(design, role("App"), [allow, "kms:Encrypt"]);
    expect(key?.policy.statements).toEqual([
      statement(["App"], ["kms:Sign", "kms:Encrypt"]),
    ]);
  });

  it("[V20] Allow takes away what denies it to the principal, and is none where others are denied too", () => {
    const own = designWith([statement(["App"], ["kms:Encrypt"], "Deny")]);
    expect(
      keyAfter(own, role("App"), [allow, "kms:Encrypt"])?.policy.statements,
    ).toEqual([statement(["App"], ["kms:Encrypt"])]);
    const all = designWith([statement(["Everyone"], ["kms:Encrypt"], "Deny")]);
    expect(changeFor(all, role("App"), [allow, "kms:Encrypt"])).toBeUndefined();
  });

  it("[V20] Allow if is a statement with the condition in place of the one without", () => {
    const conditions = { Bool: { "aws:MultiFactorAuthPresent": "true" } };
    const design = designWith([statement(["App", "Batch"], ["kms:Encrypt"])]);
    const key = keyAfter(design, role("App"), [
      { say: "allow", conditions },
      "kms:Encrypt",
    ]);
    expect(key?.policy.statements).toEqual([
      statement(["Batch"], ["kms:Encrypt"]),
      { ...statement(["App"], ["kms:Encrypt"]), conditions },
    ]);
  });

  it("[V20] Deny adds a Deny and leaves what allows", () => {
    const design = designWith([statement(["App"], ["kms:Encrypt"])]);
    const key = keyAfter(design, role("App"), [deny, "kms:Encrypt"]);
    expect(key?.policy.statements).toEqual([
      statement(["App"], ["kms:Encrypt"]),
      statement(["App"], ["kms:Encrypt"], "Deny"),
    ]);
  });

  it("[V20] no Deny is offered for everybody of AWS: it would be one for the account too", () => {
    const row: RowHead = {
      id: "everyone else",
      group: "public",
      kind: "everyone-else",
      text: "",
    };
    expect(
      changeFor(designWith([]), row, [deny, "kms:Encrypt"]),
    ).toBeUndefined();
  });

  it("[V20] nothing takes the principal and the actions out of statements, and leaves the rest", () => {
    const design = designWith([
      { ...statement(["App", "Batch"], ["kms:ReEncrypt*"]), sid: "Use" },
    ]);
    const key = keyAfter(design, role("App"), [nothing, "kms:ReEncryptTo"]);
    expect(key?.policy.statements).toEqual([
      { ...statement(["Batch"], ["kms:ReEncrypt*"]), sid: "Use" },
      statement(["App"], ["kms:ReEncryptFrom"]),
    ]);
  });

  it("[V20] nothing of a grant leaves its other actions", () => {
    const design = designWith([], {
      grants: [{ principal: "App", permission: "encryptDecrypt" }],
    });
    const key = keyAfter(design, role("App"), [nothing, "kms:Decrypt"]);
    expect(key?.grants).toEqual([
      {
        principal: "App",
        permission: "actions",
        actions: ["kms:Encrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*"],
      },
    ]);
  });

  it("[V20] nothing of an administrator leaves a statement with the other actions", () => {
    const design = designWith([], { administrators: ["App"] });
    const key = keyAfter(design, role("App"), [
      nothing,
      "kms:ScheduleKeyDeletion",
    ]);
    expect(key?.administrators).toEqual([]);
    const [rest] = key?.policy.statements ?? [];
    expect(rest).toMatchObject({ principals: ["App"] });
    expect(JSON.stringify(rest)).not.toContain("ScheduleKeyDeletion");
    expect(JSON.stringify(rest)).toContain("kms:CancelKeyDeletion");
  });

  it("[V20] nothing can be said of those whom no statement names", () => {
    for (const kind of ["root", "rest-of-account", "other-services"] as const) {
      const row: RowHead = { id: kind, group: "account", kind, text: "" };
      expect(
        changeFor(designWith([]), row, [allow, "kms:Encrypt"]),
      ).toBeUndefined();
    }
  });

  it("[V20] somebody whom the design lacks is added in the same change", () => {
    const change = changeFor(designWith([]), role("New"), [deny, "kms:Sign"]);
    expect(change).toMatchObject({
      type: "batch",
      changes: [
        {
          type: "add-principal",
          principal: { arn: "arn:aws:iam::111122223333:role/New" },
        },
        { type: "edit-key" },
      ],
    });
  });

  it("[V20] principals of the design are known by how the policy names them", () => {
    const design = designWith([]);
    expect(principalNames(design, keyOf(design))).toEqual(
      new Map([
        ["arn:aws:iam::111122223333:role/App", "App"],
        ["arn:aws:iam::111122223333:role/Batch", "Batch"],
        ["444455556666", "Partner"],
        ["logs.us-east-1.amazonaws.com", "Logs"],
        ["*", "Everyone"],
      ]),
    );
  });
});
