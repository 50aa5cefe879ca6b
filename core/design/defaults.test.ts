import { describe, expect, test } from "vitest";
import { designWith, role } from "../samples/parts.ts";
import {
  duplicateKey,
  effectiveKey,
  emptyDesign,
  freeConstructId,
  freeId,
  newKey,
  newReplica,
  newStack,
} from "./defaults.ts";
import { isDefined } from "./design.ts";
import type { DefinedKey, ImportedKey, Principal } from "./design.ts";
import { parseDesign } from "./parse-design.ts";
import { monthlyPrice } from "./price.ts";
import {
  principalForText,
  principalText,
  samePrincipal,
} from "./principal-text.ts";
import { principalsBehind, principalsOf } from "./references.ts";

const empty = emptyDesign();

const imported: ImportedKey = {
  id: "Imported",
  kind: "imported",
  stack: "KeyStack",
  arn: "arn:aws:kms:us-east-1:111122223333:key/k",
  aliases: ["alias/a"],
};

function keyWith(parts: Partial<DefinedKey>): DefinedKey {
  return { ...newKey(empty), ...parts };
}

describe("new things", () => {
  test("[D16] an empty design is a design", () => {
    expect(parseDesign(emptyDesign("Mine"))).toEqual({
      ok: true,
      value: emptyDesign("Mine"),
    });
  });

  test("[D16] a new key is a key of the design's stack", () => {
    expect(parseDesign({ ...empty, keys: [newKey(empty)] }).ok).toBe(true);
  });

  test("[D16] a new key takes the name that was wished for", () => {
    expect(newKey(empty, "DataKey").id).toBe("DataKey");
  });

  test("[D16] a name that is taken gets a number", () => {
    expect(freeId([{ id: "Key" }], "Key")).toBe("Key2");
  });

  test("[D16] the number after a taken name goes on", () => {
    expect(
      freeId([{ id: "Key2" }, { id: "Key" }, { id: "Key3" }], "Key3"),
    ).toBe("Key4");
  });

  test("[D16] a name of digits alone keeps them", () => {
    expect(freeId([{ id: "42" }], "42")).toBe("422");
  });

  test("[D16] a copy of a key has a name of its own and no aliases", () => {
    const key = keyWith({ aliases: ["alias/a"], description: "x" });
    expect(duplicateKey({ ...empty, keys: [key] }, key)).toEqual({
      ...key,
      id: "Key2",
      aliases: [],
    });
  });
});

describe("new things among others", () => {
  const design = designWith("Test", "Stack", {
    principals: [role("Key2")],
    keys: [{ id: "Key", multiRegion: true, description: "x" }],
  });

  test("[D16] a new stack has a name of its own", () => {
    expect(newStack(empty)).toEqual({ id: "KeyStack2" });
    expect(newStack(empty, "Other")).toEqual({ id: "Other" });
  });

  test("[D16] a new key can be put into another stack", () => {
    expect(newKey(design, "Data", "Second").stack).toBe("Second");
  });

  test("[D16] an id is free among constructs of every kind", () => {
    expect(newKey(design).id).toBe("Key3");
    const stacks = [
      {
        id: "Stack",
        outputs: [{ id: "Out", value: { text: "" } }],
        parameters: [{ id: "Env" }],
      },
      { id: "Second" },
    ];
    const full = { ...design, stacks };
    expect(freeConstructId(full, "Stack", "Out")).toBe("Out2");
    expect(freeConstructId(full, "Stack", "Env")).toBe("Env2");
    expect(freeConstructId(full, "Second", "Out")).toBe("Out");
  });

  test("[D16] a new replica has the policy of its primary, and none of its names", () => {
    const key = design.keys.find(isDefined);
    const stacks = [...design.stacks, { id: "Second" }];
    const replica = key && newReplica({ ...design, stacks }, key, "Second");
    expect(replica).toEqual({
      id: "KeyReplica",
      kind: "replica",
      stack: "Second",
      primary: "Key",
      description: "x",
      aliases: [],
      tags: [],
      administrators: [],
      policy: key?.policy,
    });
    const keys = [key, replica];
    expect(parseDesign({ ...design, stacks, keys }).ok).toBe(true);
  });

  test("[D16] a copy of a key has a logical ID of its own", () => {
    const key = keyWith({ logicalId: "MyKey" });
    expect(duplicateKey(empty, key)).not.toHaveProperty("logicalId");
  });

  test("[D16] a copy of a key that exists is one under another id", () => {
    expect(duplicateKey({ ...empty, keys: [imported] }, imported)).toEqual({
      ...imported,
      id: "Imported2",
      aliases: [],
    });
  });
});

describe("effective settings", () => {
  test("[D17] a bare key has the defaults of the CDK and CloudFormation", () => {
    expect(effectiveKey(keyWith({}))).toEqual({
      description: "",
      enabled: true,
      keySpec: "SYMMETRIC_DEFAULT",
      keyUsage: "ENCRYPT_DECRYPT",
      origin: "AWS_KMS",
      multiRegion: false,
      enableKeyRotation: false,
      rotationPeriodInDays: 365,
      pendingWindowInDays: 30,
      bypassPolicyLockoutSafetyCheck: false,
      removalPolicy: "retain",
    });
  });

  test("[D17] a rotation period turns rotation on", () => {
    expect(effectiveKey(keyWith({ rotationPeriodInDays: 90 }))).toMatchObject({
      enableKeyRotation: true,
      rotationPeriodInDays: 90,
    });
  });

  test("[D17] rotation that was turned off stays off", () => {
    const key = keyWith({ enableKeyRotation: false, rotationPeriodInDays: 90 });
    expect(effectiveKey(key).enableKeyRotation).toBe(false);
  });
});

describe("price", () => {
  test("[D18] a key costs one dollar a month", () => {
    expect(monthlyPrice(keyWith({}))).toEqual({
      amount: 1,
      amountAfterRotations: 1,
      lines: ["Storing the key costs $1.00 a month."],
    });
  });

  test("[D18] its first two rotations add a dollar each", () => {
    expect(monthlyPrice(keyWith({ rotationPeriodInDays: 180 }))).toEqual({
      amount: 1,
      amountAfterRotations: 3,
      lines: [
        "Storing the key costs $1.00 a month.",
        "The first 2 rotations, one every 180 days, add $1.00 a month each.",
      ],
    });
  });
});

describe("the price of other keys", () => {
  test("[D33] a replica costs as much as a key", () => {
    const primary = keyWith({ multiRegion: true });
    expect(monthlyPrice(newReplica(empty, primary, "KeyStack"))).toEqual({
      amount: 1,
      amountAfterRotations: 1,
      lines: ["Storing the replica costs $1.00 a month."],
    });
  });

  test("[D33] a key that exists adds nothing", () => {
    expect(monthlyPrice(imported)).toEqual({
      amount: 0,
      amountAfterRotations: 0,
      lines: [
        "The key exists already, so the design adds nothing to its price.",
      ],
    });
  });
});

describe("principals by text", () => {
  const design = designWith("Test", "S", {
    principals: [
      role("Admin"),
      { id: "Mine", kind: "account-root" },
      { id: "Other", kind: "account", account: "444455556666" },
    ],
    keys: [],
  });

  function principalFor(text: string): Principal | string {
    const result = principalForText(design, text);
    return result.ok ? result.value.principal : "not understood";
  }

  test.each<[string, Principal]>([
    [
      "arn:aws:iam::111122223333:role/path/App",
      {
        id: "App",
        kind: "arn",
        arn: "arn:aws:iam::111122223333:role/path/App",
      },
    ],
    [
      "arn:aws:sts::111122223333:assumed-role/App/session",
      {
        id: "session",
        kind: "arn",
        arn: "arn:aws:sts::111122223333:assumed-role/App/session",
      },
    ],
    [
      "arn:${AWS::Partition}:iam::${AWS::AccountId}:user/Me",
      {
        id: "Me",
        kind: "arn",
        arn: "arn:${AWS::Partition}:iam::${AWS::AccountId}:user/Me",
      },
    ],
    [
      "777788889999",
      { id: "Account777788889999", kind: "account", account: "777788889999" },
    ],
    [
      "arn:aws:iam::777788889999:root",
      { id: "Account777788889999", kind: "account", account: "777788889999" },
    ],
    [
      "logs.eu-west-1.amazonaws.com",
      { id: "Logs", kind: "service", service: "logs.eu-west-1.amazonaws.com" },
    ],
    [
      "kafka-connect.amazonaws.com",
      {
        id: "KafkaConnect",
        kind: "service",
        service: "kafka-connect.amazonaws.com",
      },
    ],
    ["*", { id: "Everyone", kind: "any" }],
    [
      "o-abc1234567",
      {
        id: "Organization",
        kind: "organization",
        organization: "o-abc1234567",
      },
    ],
    [
      "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111",
      {
        id: "OrganizationalUnit",
        kind: "organizational-unit",
        paths: ["o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*"],
      },
    ],
    [
      "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/ou-ab12-22222222/",
      {
        id: "OrganizationalUnit",
        kind: "organizational-unit",
        paths: ["o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/ou-ab12-22222222/"],
      },
    ],
    [
      "arn:aws:iam::111122223333:saml-provider/Okta",
      {
        id: "Okta",
        kind: "federated",
        provider: "arn:aws:iam::111122223333:saml-provider/Okta",
      },
    ],
    [
      "arn:aws:iam::111122223333:oidc-provider/token.actions.example.com",
      {
        id: "token.actions.example.com",
        kind: "web-identity",
        provider:
          "arn:aws:iam::111122223333:oidc-provider/token.actions.example.com",
      },
    ],
    [
      "accounts.google.com",
      { id: "Google", kind: "web-identity", provider: "accounts.google.com" },
    ],
    [
      "0123456789abcdef".repeat(4),
      {
        id: "CanonicalUser",
        kind: "canonical-user",
        canonicalUser: "0123456789abcdef".repeat(4),
      },
    ],
    [
      "arn:aws:iam::aws:role/Service",
      { id: "Service", kind: "arn", arn: "arn:aws:iam::aws:role/Service" },
    ],
  ])("[D19] %s is understood", (text, principal) => {
    expect(principalFor(` ${text} `)).toEqual(principal);
  });

  test.each([
    [""],
    ["admin"],
    ["11112222333"],
    ["arn:aws:s3:::bucket"],
    ["arn:aws:iam::111122223333:policy/P"],
    ["amazonaws.com"],
    ["Logs.amazonaws.com"],
    ["o-short"],
    ["o-a1b2c3d4e5/r-ab12"],
  ])("[D19] %j is not understood", (text) => {
    expect(principalFor(text)).toBe("not understood");
  });

  test("[D19] the id of a principal of the design is that principal", () => {
    expect(principalFor("Admin")).toEqual(role("Admin"));
  });

  test.each([
    ["root", "Mine"],
    ["ROOT", "Mine"],
    ["444455556666", "Other"],
    ["arn:aws:iam::444455556666:root", "Other"],
    ["arn:aws:iam::111122223333:role/Admin", "Admin"],
  ])("[D19] %s is a principal that the design has", (text, id) => {
    const result = principalForText(design, text);
    expect(result.ok && result.value).toMatchObject({
      isNew: false,
      principal: { id },
    });
  });

  test("[D19] a new principal gets an id that is free", () => {
    const arn = "arn:aws:iam::999988887777:role/Admin";
    expect(principalFor(arn)).toEqual({ id: "Admin2", kind: "arn", arn });
  });

  test("[D19] any and star have one text and are two principals", () => {
    const any: Principal = { id: "A", kind: "any" };
    const star: Principal = { id: "S", kind: "star" };
    expect(principalText(any)).toBe(principalText(star));
    expect(samePrincipal(any, star)).toBe(false);
  });
});

describe("the text of a principal", () => {
  test.each<[string, Principal]>([
    [
      "o-abc1234567",
      { id: "O", kind: "organization", organization: "o-abc1234567" },
    ],
    ["a, b", { id: "U", kind: "organizational-unit", paths: ["a", "b"] }],
    ["idp", { id: "F", kind: "federated", provider: "idp" }],
    ["idp", { id: "W", kind: "web-identity", provider: "idp" }],
    ["cafe", { id: "C", kind: "canonical-user", canonicalUser: "cafe" }],
    ["A, B", { id: "C", kind: "composite", members: ["A", "B"] }],
    [
      "A with conditions",
      { id: "C", kind: "with-conditions", base: "A", conditions: {} },
    ],
    ["* via s3", { id: "V", kind: "via-service", service: "s3" }],
    ["A via s3", { id: "V", kind: "via-service", service: "s3", base: "A" }],
    ["Ann", { id: "Ann", kind: "new-user", stack: "S" }],
    [
      "Ben",
      {
        id: "B",
        kind: "imported-role",
        stack: "S",
        identity: { name: "Ben" },
      },
    ],
  ])("[D34] %s: %j", (text, principal) => {
    expect(principalText(principal)).toBe(text);
  });

  test("[D34] principals with one text and other conditions are two", () => {
    const one: Principal = { id: "F", kind: "federated", provider: "idp" };
    const conditions = { Bool: { a: true } };
    expect(samePrincipal(one, { ...one, id: "G" })).toBe(true);
    expect(samePrincipal(one, { ...one, conditions })).toBe(false);
  });
});

describe("uses", () => {
  test("[D20] the principals of a key are listed once, in the order of their use", () => {
    const key = keyWith({
      administrators: ["B", "A"],
      policy: {
        mode: "amend",
        statements: [
          { effect: "Allow", principals: ["C", "A"] },
          { verbatim: { Principal: "X" } },
          { effect: "Deny", notPrincipals: ["D"] },
        ],
      },
    });
    expect(principalsOf(key)).toEqual(["B", "A", "C", "D"]);
  });

  test("[D20] principals of disabled statements count, and those of grants come last", () => {
    const key = keyWith({
      grants: [{ principal: "G", permission: "decrypt" }],
      administrators: ["A"],
      policy: {
        mode: "amend",
        statements: [{ effect: "Allow", principals: ["S"], disabled: true }],
      },
    });
    expect(principalsOf(key)).toEqual(["A", "S", "G"]);
  });

  test("[D20] a key that exists has the principals of its grants", () => {
    const grants = [{ principal: "G", permission: "decrypt" }] as const;
    expect(principalsOf({ ...imported, grants })).toEqual(["G"]);
  });

  test("[D20] principals that others are made of are behind them, who assumes a role is not", () => {
    const design = designWith("Test", "S", {
      principals: [
        role("App"),
        { id: "Both", kind: "composite", members: ["App", "Via"] },
        { id: "Via", kind: "via-service", service: "s", base: "Role" },
        { id: "Role", kind: "new-role", stack: "S", assumedBy: "Ec2" },
        { id: "Ec2", kind: "service", service: "ec2.amazonaws.com" },
      ],
      keys: [],
    });
    expect([...principalsBehind(design, ["Both"])].toSorted()).toEqual([
      "App",
      "Both",
      "Role",
      "Via",
    ]);
  });
});
