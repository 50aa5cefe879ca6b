import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { Json, JsonObject } from "../problem/json.ts";
import { compareTemplates } from "./compare-templates.ts";
import type { Impact, StackTemplate, TemplateLike, Update } from "./update.ts";

type Members = Readonly<Record<string, JsonObject>>;

const numRuns = process.env["KEYWRIGHT_DEEP"] === "1" ? 10_000 : 300;

function resource(type: string) {
  return (properties: JsonObject = {}, attributes: JsonObject = {}) => ({
    Type: `AWS::${type}`,
    Properties: properties,
    ...attributes,
  });
}

const key = resource("KMS::Key");
const replica = resource("KMS::ReplicaKey");
const alias = resource("KMS::Alias");
const bucket = resource("S3::Bucket");
const retain = { DeletionPolicy: "Retain" };
const arnOf = (id: string) => ({ "Fn::GetAtt": [id, "Arn"] });
const named = (name: string, target: string) =>
  alias({ AliasName: name, TargetKeyId: arnOf(target) });

function stack(template: TemplateLike, name = "Stack"): StackTemplate {
  return { stack: name, template };
}

/** What happens when a stack with these resources becomes one with those. */
function compare(before: Members, after: Members): readonly Update[] {
  return compareTemplates(
    [stack({ Resources: before })],
    [stack({ Resources: after })],
  );
}

/** Each update in short: what it is of, for whom, and its impact. */
function inShort(updates: readonly Update[]): readonly string[] {
  return updates.map(({ logicalId, property, target, impact }) =>
    [logicalId, property, target, impact].filter(Boolean).join(" "),
  );
}

function changed(before: JsonObject, after: JsonObject) {
  return compare({ Key: key(before) }, { Key: key(after) });
}

function reasonsOf(updates: readonly Update[]) {
  return updates.map(({ reason }) => reason);
}

describe("what a key cannot change", () => {
  test.each<readonly [string, readonly [Json, Json], string]>([
    ["KeySpec", ["RSA_2048", "RSA_4096"], "customer_master_key_spec"],
    ["KeyUsage", ["ENCRYPT_DECRYPT", "SIGN_VERIFY"], "key_usage"],
    ["MultiRegion", [false, true], "multi_region"],
    ["Origin", ["AWS_KMS", "EXTERNAL"], "aws_kms_external_key"],
  ])(
    "[U4] %s: CloudFormation refuses it, Terraform replaces the key",
    (property, [before, after], argument) => {
      const updates = changed({ [property]: before }, { [property]: after });
      expect(updates).toMatchObject([
        {
          stack: "Stack",
          logicalId: "Key",
          property,
          target: "cloudformation",
          impact: "fails",
          reason: `CloudFormation refuses to change ${property}: the update fails and rolls back; create a new key`,
          change: "changed",
          before,
          after,
        },
        { property, target: "terraform", impact: "replaces" },
      ]);
      expect(updates[1]?.reason).toContain(argument);
      expect(updates[1]?.reason).toContain("unrecoverable");
    },
  );

  test("[U4] a value other than the default that is added or removed is a change", () => {
    const spec = { KeySpec: "RSA_2048" };
    expect(changed({}, spec)).toMatchObject([
      { impact: "fails", change: "added", after: "RSA_2048" },
      { impact: "replaces" },
    ]);
    expect(changed(spec, {})).toMatchObject([
      { impact: "fails", change: "removed", before: "RSA_2048" },
      { impact: "replaces" },
    ]);
  });

  test.each<readonly [Json, Json]>([
    ["RSA_2048", { Ref: "Spec" }],
    [{ "Fn::If": ["Big", "RSA_4096", "RSA_2048"] }, "RSA_2048"],
  ])("[U4] from %j to %j it fails if the value changes", (before, after) => {
    const [update] = changed({ KeySpec: before }, { KeySpec: after });
    expect(update).toMatchObject({ impact: "fails" });
    expect(update?.reason).toMatch(/^if the value changes: CloudFormation/);
  });

  test("[U4] a replica of another primary key is another replica", () => {
    const primary = (id: string) => replica({ PrimaryKeyArn: id });
    const updates = compare({ R: primary("a") }, { R: primary("b") });
    expect(inShort(updates)).toEqual([
      "R PrimaryKeyArn cloudformation replaces",
      "R PrimaryKeyArn terraform replaces",
    ]);
    expect(updates[0]?.reason).toContain("related multi-Region key");
  });

  test("[U4] UpdateReplacePolicy keeps the old replica, which is replaced all the same", () => {
    const primary = (id: string) =>
      replica({ PrimaryKeyArn: id }, { UpdateReplacePolicy: "Retain" });
    const [update] = compare({ R: primary("a") }, { R: primary("b") });
    expect(update?.impact).toBe("replaces");
    expect(update?.reason).toContain("keeps this replica in the account");
  });
});

describe("what is the same", () => {
  test("[U5] equal templates have no updates, whatever the order of names", () => {
    expect(
      compare(
        { Key: { Type: "AWS::KMS::Key", Properties: { a: 1, b: [2] } } },
        { Key: { Properties: { b: [2], a: 1 }, Type: "AWS::KMS::Key" } },
      ),
    ).toEqual([]);
  });

  test.each<readonly [JsonObject, JsonObject]>([
    [{}, { KeySpec: "SYMMETRIC_DEFAULT" }],
    [{ KeyUsage: "ENCRYPT_DECRYPT" }, {}],
    [{}, { MultiRegion: false, Origin: "AWS_KMS", Enabled: true }],
    [{ EnableKeyRotation: false }, {}],
    [{}, { RotationPeriodInDays: 365, PendingWindowInDays: 30 }],
    [{ Description: "" }, { Tags: [] }],
    [{ KeySpec: { Ref: "AWS::NoValue" } }, { KeySpec: "SYMMETRIC_DEFAULT" }],
  ])("[U5] from %j to %j the default stays in force", (before, after) => {
    const updates = changed(before, after);
    expect(new Set(updates.map(({ impact }) => impact))).toEqual(
      new Set(["none"]),
    );
    expect(reasonsOf(updates)[0]).toContain("default");
  });

  test.each<readonly [JsonObject, JsonObject]>([
    [{ Enabled: "false" }, { Enabled: false }],
    [{ PendingWindowInDays: "7" }, { PendingWindowInDays: 7 }],
    [
      {
        Tags: [
          { Key: "a", Value: "1" },
          { Key: "b", Value: "2" },
        ],
      },
      {
        Tags: [
          { Value: "2", Key: "b" },
          { Key: "a", Value: "1" },
        ],
      },
    ],
  ])("[U5] %j and %j are the same in another spelling", (before, after) => {
    const updates = changed(before, after);
    expect(updates).toMatchObject([{ impact: "none" }, { impact: "none" }]);
    expect(reasonsOf(updates)[0]).toContain("another spelling");
  });

  test("[U5] AWS::NoValue is a property that is not there", () => {
    expect(changed({}, { Description: { Ref: "AWS::NoValue" } })).toEqual([]);
  });

  test.each<Json>([
    { Ref: "Key" },
    { "Fn::GetAtt": "Key.Arn" },
    { "Fn::GetAtt": ["Key", "KeyId"] },
    { "Fn::Sub": "${Key.Arn}" },
  ])("[U5] %j and the ARN of a key name the same key", (target) => {
    const to = (value: Json) =>
      alias({ AliasName: "alias/a", TargetKeyId: value });
    expect(
      inShort(compare({ A: to(target) }, { A: to(arnOf("Key")) })),
    ).toEqual([
      "A TargetKeyId cloudformation none",
      "A TargetKeyId terraform none",
    ]);
  });

  test("[U5] comparing a template with itself finds nothing, and comparing any two never throws", () => {
    const value = fc.letrec<{ value: Json }>((tie) => ({
      value: fc.oneof(
        { depthSize: "small" },
        fc.constantFrom<Json>("Key", "alias/a", true, "true", 7, null),
        fc.array(tie("value"), { maxLength: 2 }),
        fc.dictionary(
          fc.constantFrom("Ref", "Fn::GetAtt", "Fn::Sub", "Statement", "AWS"),
          tie("value"),
          { maxKeys: 2 },
        ),
      ),
    })).value;
    const properties = fc.dictionary(
      fc.constantFrom(
        "KeySpec",
        "Enabled",
        "KeyPolicy",
        "Tags",
        "AliasName",
        "TargetKeyId",
        "PrimaryKeyArn",
        "Other",
      ),
      value,
      { maxKeys: 5 },
    );
    const one = fc.record({
      Type: fc.constantFrom(
        "AWS::KMS::Key",
        "AWS::KMS::ReplicaKey",
        "AWS::KMS::Alias",
        "AWS::S3::Bucket",
      ),
      Properties: properties,
      DeletionPolicy: fc.constantFrom("Retain", "Delete"),
      Condition: value,
    });
    const template = fc.record({
      Resources: fc.dictionary(fc.constantFrom("Key", "B", "C"), one),
    });
    fc.assert(
      fc.property(template, template, (a, b) => {
        expect(compareTemplates([stack(a)], [stack(a)])).toEqual([]);
        for (const { reason, impact } of compareTemplates(
          [stack(a)],
          [stack(b)],
        )) {
          expect(reason).not.toBe("");
          expect(impact).not.toBe("");
        }
      }),
      { numRuns, seed: 1 },
    );
  });
});

describe("what changes in place", () => {
  test.each<readonly [string, readonly [Json, Json], string]>([
    ["Description", ["a", "b"], "cryptographic operations go on"],
    ["EnableKeyRotation", [false, true], "turned on"],
    ["EnableKeyRotation", [true, false], "turned off"],
    ["RotationPeriodInDays", [90, 180], "period"],
    ["PendingWindowInDays", [7, 30], "when the key is deleted"],
    ["Tags", [[], [{ Key: "a", Value: "b" }]], "allow or deny"],
    ["Enabled", [false, true], "enabled"],
  ])(
    "[U6] %s from one to the other of %j",
    (property, [before, after], words) => {
      const updates = changed({ [property]: before }, { [property]: after });
      expect(inShort(updates)).toEqual([
        `Key ${property} cloudformation in-place`,
        `Key ${property} terraform in-place`,
      ]);
      expect(updates[0]?.reason).toContain(words);
    },
  );

  test("[U6] a replica changes in place as a key does", () => {
    expect(
      inShort(
        compare(
          { R: replica({ Description: "a", PendingWindowInDays: 7 }) },
          { R: replica({ Description: "b" }) },
        ),
      ),
    ).toEqual([
      "R Description cloudformation in-place",
      "R Description terraform in-place",
      "R PendingWindowInDays cloudformation in-place",
      "R PendingWindowInDays terraform in-place",
    ]);
  });

  test("[U6] the lockout check is bypassed only when the policy is set", () => {
    const bypass = { BypassPolicyLockoutSafetyCheck: true };
    expect(inShort(changed({}, bypass))).toEqual([
      "Key BypassPolicyLockoutSafetyCheck cloudformation none",
      "Key BypassPolicyLockoutSafetyCheck terraform none",
    ]);
  });

  test("[U6] Terraform keeps a policy and a period that are left out", () => {
    const policy = { KeyPolicy: { Statement: [] }, RotationPeriodInDays: 90 };
    expect(inShort(changed(policy, {}))).toEqual([
      "Key KeyPolicy cloudformation in-place",
      "Key KeyPolicy terraform none",
      "Key RotationPeriodInDays cloudformation in-place",
      "Key RotationPeriodInDays terraform none",
    ]);
  });

  test("[U6] of a property that is not known, it is said that it is not", () => {
    const [update, ...others] = changed({}, { CustomKeyStoreId: "x" });
    expect(others).toEqual([]);
    expect(update).toMatchObject({ impact: "in-place" });
    expect(update?.reason).toContain("not known here");
  });
});

describe("enabling and disabling", () => {
  test.each<readonly [JsonObject, JsonObject]>([
    [{}, { Enabled: false }],
    [{ Enabled: true }, { Enabled: "false" }],
  ])(
    "[U7] from %j to %j all use of the key is interrupted",
    (before, after) => {
      const updates = changed(before, after);
      expect(updates).toMatchObject([
        { property: "Enabled", impact: "interrupts" },
        { property: "Enabled", impact: "interrupts" },
      ]);
      expect(updates[0]?.reason).toContain("refuses all cryptographic use");
    },
  );

  test("[U7] a function may disable the key", () => {
    const [update] = changed({}, { Enabled: { Ref: "On" } });
    expect(update?.impact).toBe("interrupts");
    expect(update?.reason).toMatch(/^if the value changes/);
  });

  test("[U7] rotation of a key that stays disabled cannot change", () => {
    const off = { Enabled: false };
    const rotated = { EnableKeyRotation: true };
    expect(changed(off, { ...off, ...rotated })).toMatchObject([
      { property: "EnableKeyRotation", impact: "fails" },
      { property: "EnableKeyRotation", impact: "fails" },
    ]);
    expect(changed(off, rotated).map(({ impact }) => impact)).not.toContain(
      "fails",
    );
  });
});

describe("key policies", () => {
  const statement = {
    Effect: "Allow",
    Principal: { AWS: "arn:aws:iam::111122223333:root" },
    Action: ["kms:Sign", "kms:Verify"],
    Resource: "*",
  };
  const withPolicy = (members: JsonObject) => ({
    KeyPolicy: { Statement: [{ ...statement, ...members }] },
  });

  test("[U3] another spelling of the same policy changes nothing", () => {
    const updates = changed(
      withPolicy({}),
      withPolicy({
        Principal: { AWS: ["111122223333"] },
        Action: ["kms:Verify", "kms:Sign"],
        Resource: ["*"],
      }),
    );
    expect(inShort(updates)).toEqual([
      "Key KeyPolicy cloudformation none",
      "Key KeyPolicy terraform none",
    ]);
  });

  test("[U3] another policy is put at once, if the lockout check lets it", () => {
    const updates = changed(withPolicy({}), withPolicy({ Action: "kms:Sign" }));
    expect(inShort(updates)).toEqual([
      "Key KeyPolicy cloudformation in-place",
      "Key KeyPolicy terraform in-place",
    ]);
    expect(updates[0]?.reason).toContain("lockout check");
  });
});

describe("keys that come and go", () => {
  test("[U8] a key that is removed is unusable at once and lost after its window", () => {
    const updates = compare(
      { Key: key({ PendingWindowInDays: 7 }), Other: key() },
      { Other: key() },
    );
    expect(updates).toMatchObject([
      {
        logicalId: "Key",
        property: "",
        target: "cloudformation",
        impact: "deletes",
        change: "removed",
      },
      { target: "terraform", impact: "deletes" },
    ]);
    const words =
      "unusable at once; what it encrypted is unrecoverable after the pending window of 7 days";
    for (const reason of reasonsOf(updates)) expect(reason).toContain(words);
  });

  test("[U8] the window is 30 days where the key has none, and open where a function gives it", () => {
    const [plain] = compare({ Key: key() }, {});
    expect(plain?.reason).toContain("pending window of 30 days");
    const [given] = compare(
      { Key: key({ PendingWindowInDays: { Ref: "Days" } }) },
      {},
    );
    expect(given?.reason).toContain("pending window of 7 to 30 days");
  });

  test("[U8] a primary key waits for its replicas, and a replica's data is not lost", () => {
    const [primary] = compare({ Key: key({ MultiRegion: true }) }, {});
    expect(primary?.reason).toContain("when its last replica is deleted");
    const [other] = compare({ R: replica({ PrimaryKeyArn: "a" }) }, {});
    expect(other?.impact).toBe("deletes");
    expect(other?.reason).toContain("related multi-Region key");
  });

  test.each(["Retain", "RetainExceptOnCreate"])(
    "[U8] with %s the key stays in the account; Terraform has no such thing",
    (DeletionPolicy) => {
      const updates = compare({ Key: key({}, { DeletionPolicy }) }, {});
      expect(inShort(updates)).toEqual([
        "Key cloudformation in-place",
        "Key terraform deletes",
      ]);
      expect(updates[0]?.reason).toContain(
        "stays in the account, no longer managed",
      );
      expect(updates[1]?.reason).toContain("`removed` block");
    },
  );

  test("[U8] a new key does nothing to what exists", () => {
    expect(compare({}, { Key: key() })).toMatchObject([
      { change: "added", impact: "none", reason: "a new key is created" },
      { change: "added", impact: "none" },
    ]);
  });
});

describe("changed logical IDs", () => {
  const same = { Description: "Payments" };

  test("[U9] an equal key under another logical ID is a new key, and the old one is deleted", () => {
    const updates = compare({ Old: key(same) }, { New: key(same) });
    expect(inShort(updates)).toEqual([
      "Old cloudformation deletes",
      "Old terraform replaces",
      "New cloudformation none",
      "New terraform none",
    ]);
    expect(updates[0]?.reason).toContain(
      "the logical ID changed to New: a new key is created and the old one is deleted",
    );
    expect(updates[1]?.reason).toContain("`moved` block");
    expect(updates[2]?.reason).toContain("in place of Old");
  });

  test("[U9] a retained key is replaced as well: nothing new can read what it encrypted", () => {
    const [update] = compare(
      { Old: key(same, retain) },
      { New: key(same, retain) },
    );
    expect(update?.impact).toBe("replaces");
    expect(update?.reason).toContain("the old one is retained");
  });

  test("[U9] an alias that moved tells which key takes the place", () => {
    const updates = compare(
      { Old: key({ Description: "a" }), A: named("alias/a", "Old") },
      {
        Other: key({ Description: "c" }),
        New: key({ Description: "b" }),
        A: named("alias/a", "New"),
      },
    );
    expect(updates[0]?.reason).toContain("the logical ID changed to New");
    expect(updates.find(({ logicalId }) => logicalId === "Other")?.reason).toBe(
      "a new key is created",
    );
  });

  test("[U9] keys that have nothing in common are no pair", () => {
    const updates = compare(
      { Old: key({ Description: "a" }) },
      { New: key({ Description: "b" }) },
    );
    expect(updates[0]?.reason).not.toContain("logical ID");
    expect(updates[2]?.reason).toBe("a new key is created");
  });

  test("[U9] an alias that moved and was renamed tells it as well", () => {
    const [update] = compare(
      { Old: key({ Description: "a" }), A: named("alias/a", "Old") },
      { New: key({ Description: "b" }), A: named("alias/b", "New") },
    );
    expect(update?.reason).toContain("the logical ID changed to New");
  });

  test("[U9] a new key takes the place of one key only, and of its own type", () => {
    const updates = compare(
      { One: key(same), Two: key(same) },
      { New: key(same) },
    );
    const isPaired = updates.map(({ reason }) => reason.includes("New"));
    expect(isPaired).toEqual([true, true, false, false, false, false]);
    const [other] = compare({ Old: key(same) }, { New: replica(same) });
    expect(other?.reason).not.toContain("logical ID");
  });

  test("[U9] a key of the same stack comes before one of another", () => {
    const updates = compareTemplates(
      [stack({}, "A"), stack({ Resources: { Old: key(same) } }, "B")],
      [
        stack({ Resources: { New: key(same) } }, "A"),
        stack({ Resources: { New: key(same) } }, "B"),
      ],
    );
    expect(
      updates
        .filter(({ target }) => target === "cloudformation")
        .map((update) => `${update.stack} ${update.reason.slice(0, 35)}`),
    ).toEqual([
      "A a new key is created",
      "B the logical ID changed to New: a ne",
      "B a new key is created in place of Ol",
    ]);
  });

  test("[U9] a key that moves to another stack is a new key there", () => {
    const updates = compareTemplates(
      [stack({ Resources: { Key: key(same) } }, "A"), stack({}, "B")],
      [stack({}, "A"), stack({ Resources: { Key: key(same) } }, "B")],
    );
    expect(updates[0]).toMatchObject({ stack: "A", impact: "deletes" });
    expect(updates[0]?.reason).toContain("it moved to Key in the stack B");
  });
});

describe("aliases", () => {
  const two = { One: key(), Two: key() };

  test("[U10] a renamed alias interrupts who uses the old name", () => {
    const updates = compare(
      { ...two, A: named("alias/a", "One") },
      { ...two, A: named("alias/b", "One") },
    );
    expect(inShort(updates)).toEqual([
      "A AliasName cloudformation interrupts",
      "A AliasName terraform interrupts",
    ]);
    expect(updates[0]?.reason).toContain("deletes the old one");
  });

  test("[U10] UpdateReplacePolicy keeps the old name", () => {
    const kept = (name: string) =>
      alias(
        { AliasName: name, TargetKeyId: "k" },
        { UpdateReplacePolicy: "Retain" },
      );
    const [update] = compare({ A: kept("alias/a") }, { A: kept("alias/b") });
    expect(update).toMatchObject({ impact: "in-place" });
    expect(update?.reason).toContain("keeps the old one");
  });

  test.each<readonly [string, Members]>([
    ["is removed", {}],
    ["stays", { A: named("alias/a", "One") }],
    ["gets another name", { A: named("alias/c", "One") }],
  ])(
    "[U10] a name that another logical ID holds cannot be taken, where that one %s",
    (_, rest) => {
      const updates = compare(
        { ...two, A: named("alias/a", "One") },
        { ...two, ...rest, B: named("alias/a", "Two") },
      );
      const clash = updates.filter(({ logicalId }) => logicalId === "B");
      expect(inShort(clash)).toEqual([
        "B cloudformation fails",
        "B terraform interrupts",
      ]);
      expect(clash[0]?.reason).toContain(
        "alias/a exists already while the other logical ID A still holds it: the update fails",
      );
    },
  );

  test("[U10] two aliases cannot swap names", () => {
    const updates = compare(
      { ...two, A: named("alias/a", "One"), B: named("alias/b", "One") },
      { ...two, A: named("alias/b", "One"), B: named("alias/a", "One") },
    );
    expect(
      inShort(updates.filter(({ target }) => target === "cloudformation")),
    ).toEqual([
      "A AliasName cloudformation fails",
      "B AliasName cloudformation fails",
    ]);
  });

  test("[U10] a name that a function gives is the same name", () => {
    const given = (id: string) =>
      alias({
        AliasName: { "Fn::Sub": "alias/${AWS::StackName}" },
        TargetKeyId: arnOf(id),
      });
    const updates = compare(
      { ...two, A: given("One") },
      { ...two, B: given("One") },
    );
    expect(updates.find(({ logicalId }) => logicalId === "B")?.impact).toBe(
      "fails",
    );
  });

  test("[U10] the same name in another stack is no clash: it may be in another Region", () => {
    const updates = compareTemplates(
      [stack({ Resources: { A: named("alias/a", "k") } }, "A"), stack({}, "B")],
      [
        stack({ Resources: { A: named("alias/a", "k") } }, "A"),
        stack({ Resources: { B: named("alias/a", "k") } }, "B"),
      ],
    );
    expect(updates.map(({ impact }) => impact)).toEqual(["none", "none"]);
  });

  test("[U10] an alias that is removed interrupts who names it, unless it is retained", () => {
    const updates = compare({ ...two, A: named("alias/a", "One") }, two);
    expect(inShort(updates)).toEqual([
      "A cloudformation interrupts",
      "A terraform interrupts",
    ]);
    const [kept] = compare(
      { A: { ...named("alias/a", "One"), ...retain } },
      {},
    );
    expect(kept).toMatchObject({ impact: "in-place" });
    expect(kept?.reason).toContain("creates it again fails");
  });

  test("[U10] only an alias holds a name", () => {
    const nameless = alias({ TargetKeyId: "k" });
    const updates = compare(two, { ...two, A: nameless });
    expect(updates.map(({ impact }) => impact)).toEqual(["none", "none"]);
  });

  test("[U10] a new alias is created", () => {
    const [update] = compare(two, { ...two, A: named("alias/a", "One") });
    expect(update).toMatchObject({
      impact: "none",
      reason: "alias/a is created",
    });
  });
});

describe("moving an alias to another key", () => {
  function moved(one: JsonObject, two: JsonObject) {
    const keys = { One: key(one), Two: key(two) };
    return compare(
      { ...keys, A: named("alias/a", "One") },
      { ...keys, A: named("alias/a", "Two") },
    );
  }
  const signing = { KeySpec: "RSA_2048", KeyUsage: "SIGN_VERIFY" };

  test.each<readonly [JsonObject, JsonObject, string]>([
    [{}, {}, "decrypted by the old key, which must stay enabled"],
    [
      signing,
      { ...signing, KeySpec: "ECC_NIST_P256" },
      "signed with the new key",
    ],
    [
      { KeySpec: "RSA_2048", KeyUsage: "ENCRYPT_DECRYPT" },
      { KeySpec: "RSA_4096", KeyUsage: "ENCRYPT_DECRYPT" },
      "decrypted by naming the old key",
    ],
    [
      { KeySpec: "HMAC_256", KeyUsage: "GENERATE_VERIFY_MAC" },
      { KeySpec: "HMAC_512", KeyUsage: "GENERATE_VERIFY_MAC" },
      "verified by the old key",
    ],
  ])(
    "[U11] from %j to %j it says what the keys do from then on",
    (one, two, words) => {
      const updates = moved(one, two);
      expect(inShort(updates)).toEqual([
        "A TargetKeyId cloudformation in-place",
        "A TargetKeyId terraform in-place",
      ]);
      expect(updates[0]?.reason).toContain(words);
      expect(updates[0]?.reason).toContain("alias/a");
    },
  );

  test.each<readonly [JsonObject, JsonObject]>([
    [{}, { KeySpec: "RSA_2048", KeyUsage: "ENCRYPT_DECRYPT" }],
    [{}, { KeySpec: "HMAC_256", KeyUsage: "GENERATE_VERIFY_MAC" }],
    [signing, { KeySpec: "RSA_2048", KeyUsage: "ENCRYPT_DECRYPT" }],
  ])("[U11] from %j to %j KMS does not move an alias", (one, two) => {
    const updates = moved(one, two);
    expect(updates).toMatchObject([{ impact: "fails" }, { impact: "fails" }]);
    expect(updates[0]?.reason).toContain("KMS does not move alias/a");
  });

  test("[U11] an alias that gets another name is made anew, and may be of any key", () => {
    const keys = { One: key(), Two: key(signing) };
    const updates = compare(
      { ...keys, A: named("alias/a", "One") },
      { ...keys, A: named("alias/b", "Two") },
    );
    expect(
      inShort(updates.filter(({ target }) => target === "cloudformation")),
    ).toEqual([
      "A AliasName cloudformation interrupts",
      "A TargetKeyId cloudformation in-place",
    ]);
  });

  test("[U11] of a key whose spec a function gives, the condition is told", () => {
    const [update] = moved({}, { KeySpec: { Ref: "Spec" } });
    expect(update).toMatchObject({ impact: "in-place" });
    expect(update?.reason).toContain("must be of the same type and usage");
  });

  test("[U11] of a key outside the template, the condition is told", () => {
    const to = (target: string) =>
      alias({ AliasName: "alias/a", TargetKeyId: target });
    const [update] = compare({ A: to("k-1") }, { A: to("k-2") });
    expect(update).toMatchObject({ impact: "in-place" });
    expect(update?.reason).toContain("of the same type and usage");
  });
});

describe("attributes", () => {
  function changedAttributes(before: JsonObject, after: JsonObject) {
    return compare({ Key: key({}, before) }, { Key: key({}, after) });
  }

  test.each<readonly [JsonObject, JsonObject, readonly [Impact, string]]>([
    [retain, { DeletionPolicy: "Delete" }, ["in-place", "is deleted when"]],
    [retain, {}, ["in-place", "is deleted when it leaves the template"]],
    [{}, retain, ["in-place", "stays in the account"]],
    [{}, { DeletionPolicy: "Delete" }, ["none", "nothing changes"]],
    [
      retain,
      { DeletionPolicy: "RetainExceptOnCreate" },
      ["none", "nothing changes"],
    ],
    [{}, { UpdateReplacePolicy: "Retain" }, ["none", "replaces the key"]],
    [{}, { Metadata: { a: 1 } }, ["none", "only takes note"]],
    [{ DependsOn: "A" }, { DependsOn: "B" }, ["none", "only takes note"]],
    [{ Condition: "C" }, {}, ["in-place", "without a condition"]],
    [{}, { Condition: "C" }, ["deletes", "is deleted"]],
    [retain, { ...retain, Condition: "C" }, ["in-place", "no longer managed"]],
    [{ Condition: "C" }, { Condition: "D" }, ["deletes", "is false"]],
  ])("[U12] from %j to %j: %j", (before, after, [impact, words]) => {
    const updates = changedAttributes(before, after);
    expect(updates).toMatchObject([{ target: "cloudformation", impact }]);
    expect(updates[0]?.reason).toContain(words);
  });

  test("[U12] a condition that says something else may take the key away", () => {
    const under = (value: string) => [
      stack({
        Resources: { Key: key({}, { Condition: "C" }), Other: key() },
        Conditions: { C: { "Fn::Equals": [{ Ref: "P" }, value] } },
      }),
    ];
    expect(inShort(compareTemplates(under("a"), under("b")))).toEqual([
      "Key Condition cloudformation deletes",
    ]);
  });

  test("[U12] another condition is told once, whatever the old one says now", () => {
    const under = (name: string, value: string) => [
      stack({
        Resources: { Key: key({}, { Condition: name }) },
        Conditions: { C: value, D: value },
      }),
    ];
    expect(inShort(compareTemplates(under("C", "a"), under("D", "b")))).toEqual(
      ["Key Condition cloudformation deletes"],
    );
  });

  test("[U12] CloudFormation does not change the type of a resource", () => {
    expect(
      compare({ Key: bucket({ Tags: [] }) }, { Key: key({ Enabled: false }) }),
    ).toMatchObject([
      {
        property: "Type",
        impact: "fails",
        before: "AWS::S3::Bucket",
        after: "AWS::KMS::Key",
      },
    ]);
  });
});

describe("other resources", () => {
  test.each<readonly [Members, Members, readonly [string, Impact]]>([
    [{}, { B: bucket() }, ["added", "none"]],
    [{ B: bucket() }, { B: bucket({ Tags: [] }) }, ["changed", "in-place"]],
    [{ B: bucket() }, {}, ["removed", "deletes"]],
    [{ B: bucket({}, retain) }, {}, ["removed", "in-place"]],
  ])(
    "[U13] from %j to %j: %j, and more is not known",
    (before, after, [change, impact]) => {
      const updates = compare(before, after);
      expect(updates).toMatchObject([
        {
          logicalId: "B",
          property: "",
          target: "cloudformation",
          change,
          impact,
        },
      ]);
      expect(updates[0]?.reason).toContain(
        "another resource: see CloudFormation's documentation of AWS::S3::Bucket",
      );
    },
  );

  test("[U13] another resource that is the same is left out", () => {
    expect(compare({ B: bucket({ a: 1 }) }, { B: bucket({ a: 1 }) })).toEqual(
      [],
    );
  });
});

describe("stacks", () => {
  const one = (name: string, description: string) =>
    stack({ Resources: { Key: key({ Description: description }) } }, name);

  test("[U14] stacks are compared by name, each update with its stack", () => {
    const updates = compareTemplates(
      [one("A", "a"), one("B", "a")],
      [one("B", "b"), one("A", "a")],
    );
    expect(updates.map((update) => update.stack)).toEqual(["B", "B"]);
  });

  test("[U14] the only stack on each side is the same, whatever its name", () => {
    const updates = compareTemplates([one("A", "a")], [one("B", "b")]);
    expect(updates).toMatchObject([
      { stack: "B", property: "Description" },
      { stack: "B", property: "Description" },
    ]);
  });

  test("[U14] a stack that is not among the new ones is told by what happens when it is deleted", () => {
    const updates = compareTemplates(
      [one("A", "a"), one("B", "b")],
      [one("A", "a")],
    );
    expect(updates[0]).toMatchObject({ stack: "B", impact: "deletes" });
    expect(updates[0]?.reason).toMatch(/^the stack is not among the new ones/);
  });
});

describe("exports", () => {
  const exporting = (target: string, name: string) =>
    stack(
      {
        Resources: { Key: key({}, retain), Other: key({}, retain) },
        Outputs: { Arn: { Value: arnOf(target), Export: { Name: name } } },
      },
      "Keys",
    );
  const importing = (name: string) =>
    stack(
      { Resources: { B: bucket({ Key: { "Fn::ImportValue": name } }) } },
      "Use",
    );

  test("[U15] an export that another stack imports cannot change its value", () => {
    const updates = compareTemplates(
      [exporting("Key", "arn"), importing("arn")],
      [exporting("Other", "arn"), importing("arn")],
    );
    expect(updates).toMatchObject([
      {
        stack: "Keys",
        logicalId: "Arn",
        property: "Value",
        target: "cloudformation",
        impact: "fails",
        change: "changed",
      },
    ]);
    expect(updates[0]?.reason).toContain("while the stack Use imports it");
  });

  test("[U15] nor can it go, though the new importer names another", () => {
    const updates = compareTemplates(
      [exporting("Key", "arn"), importing("arn")],
      [exporting("Key", "other"), importing("other")],
    );
    expect(inShort(updates)).toEqual([
      "Arn cloudformation fails",
      "B cloudformation in-place",
    ]);
  });

  test("[U15] an export that nothing imports may change", () => {
    expect(
      compareTemplates(
        [exporting("Key", "arn"), importing("else")],
        [exporting("Other", "arn"), importing("else")],
      ),
    ).toEqual([]);
  });
});
