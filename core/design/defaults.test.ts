import { describe, expect, test } from "vitest";
import { designWith, role } from "../samples/parts.ts";
import {
  duplicateKey,
  effectiveKey,
  emptyDesign,
  freeId,
  newKey,
} from "./defaults.ts";
import type { Key, Principal } from "./design.ts";
import { parseDesign } from "./parse-design.ts";
import { monthlyPrice } from "./price.ts";
import {
  principalForText,
  principalText,
  samePrincipal,
} from "./principal-text.ts";
import { principalsOf } from "./references.ts";

const empty = emptyDesign();

function keyWith(parts: Partial<Key>): Key {
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
});
