import { describe, expect, test } from "vitest";
import type { Design, Key, Statement } from "../design/design.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { printPath } from "../problem/problem.ts";
import { designWith, role } from "../samples/parts.ts";
import { samples } from "../samples/registry.ts";
import { cdkRefusals } from "./refusals.ts";

function designOf(key: Partial<Key>): Design {
  return designWith("Test", "Stack", {
    principals: [
      role("Admin"),
      { id: "Star", kind: "star" },
      { id: "Star2", kind: "star" },
    ],
    keys: [{ id: "Key", ...key }],
  });
}

/** Code and place of each refusal, the place without `keys[0].`. */
function refusalsOf(design: Design): readonly string[] {
  return cdkRefusals(design).map(
    ({ code, path }) => `${code} ${printPath(path).replace("keys[0].", "")}`,
  );
}

function ofKey(key: Partial<Key>): readonly string[] {
  return refusalsOf(designOf(key));
}

function ofStatement(statement: Statement): readonly string[] {
  return ofKey({ policy: { mode: "amend", statements: [statement] } }).map(
    (text) => text.replace("policy.statements[0].", ""),
  );
}

const whole = {
  effect: "Allow",
  principals: ["Admin"],
  actions: ["kms:Decrypt"],
  resources: ["*"],
} as const satisfies Statement;

const wholeJson: JsonObject = {
  Effect: "Allow",
  Principal: { AWS: "*" },
  Action: "kms:Decrypt",
  Resource: "*",
};

describe("nothing to refuse", () => {
  test.each(
    Object.entries(samples).filter(([, { kind }]) => kind === "template"),
  )("[Y10] template %s", (_, { design }) => {
    expect(cdkRefusals(design)).toEqual([]);
  });

  test("[Y10] a whole statement", () => {
    expect(ofStatement(whole)).toEqual([]);
  });

  test("[Y10] a whole statement kept as JSON", () => {
    expect(ofStatement({ verbatim: wholeJson })).toEqual([]);
  });
});

describe("stacks and names", () => {
  test("[Y11] a design without keys has no template", () => {
    expect(refusalsOf(designWith("Test", "Stack", { keys: [] }))).toEqual([
      "design/no-keys keys",
    ]);
  });

  test.each([["1Stack"], ["a_b"], ["-a"], ["é"], ["a b"]])(
    "[Y11] stack name %j",
    (name) => {
      const design = designWith("Test", name, { keys: [{ id: "Key" }] });
      expect(refusalsOf(design)).toEqual(["stack/name stacks[0].id"]);
    },
  );

  test.each([["A"], ["a-"], ["a".repeat(128)]])(
    "[Y11] stack name %j is allowed",
    (name) => {
      const design = designWith("Test", name, { keys: [{ id: "Key" }] });
      expect(refusalsOf(design)).toEqual([]);
    },
  );

  test("[Y11] a stack of more than 500 resources", () => {
    const keys = Array.from({ length: 251 }, (_, index) => ({
      id: `Key${index}`,
      aliases: [`alias/${index}`],
    }));
    expect(refusalsOf(designWith("Test", "Stack", { keys }))).toEqual([
      "stack/resources stacks[0]",
    ]);
    expect(
      refusalsOf(designWith("Test", "Stack", { keys: keys.slice(1) })),
    ).toEqual([]);
  });

  test("[Y12] two keys that are one construct", () => {
    const keys = [{ id: "a/b" }, { id: "a--b" }];
    expect(refusalsOf(designWith("Test", "Stack", { keys }))).toEqual([
      "construct/id-taken keys[1].id",
    ]);
  });

  test.each([["constructor"], ["toString"], ["__proto__"]])(
    "[Y12] %s is a name that the constructs library has already",
    (id) => {
      expect(ofKey({ id })).toEqual(["construct/id-reserved id"]);
    },
  );
});

describe("settings of a key", () => {
  test.each<[Partial<Key>, string]>([
    [{ keySpec: "ECC_NIST_P256" }, "key/usage-not-of-spec keyUsage"],
    [{ keyUsage: "SIGN_VERIFY" }, "key/usage-not-of-spec keyUsage"],
    [{ keySpec: "ML_KEM_768" }, "key/spec-not-in-cloudformation keySpec"],
    [{ keyUsage: "ENCAPSULATE_DECAPSULATE" }, "key/usage-not-of-spec keyUsage"],
    [{ pendingWindowInDays: 6 }, "key/pending-window pendingWindowInDays"],
    [{ pendingWindowInDays: 31 }, "key/pending-window pendingWindowInDays"],
    [{ rotationPeriodInDays: 89 }, "key/rotation-period rotationPeriodInDays"],
    [
      { rotationPeriodInDays: 2561 },
      "key/rotation-period rotationPeriodInDays",
    ],
    [
      { rotationPeriodInDays: 90, enableKeyRotation: false },
      "key/rotation-period-without-rotation rotationPeriodInDays",
    ],
    [
      {
        keySpec: "HMAC_256",
        keyUsage: "GENERATE_VERIFY_MAC",
        enableKeyRotation: true,
      },
      "key/rotation-not-of-spec enableKeyRotation",
    ],
    [{ description: "x".repeat(8193) }, "key/description-length description"],
  ])("[Y13] %j", (key, refusal) => {
    expect(ofKey(key)).toEqual([refusal]);
  });

  test.each<[Partial<Key>]>([
    [{ pendingWindowInDays: 7 }],
    [{ pendingWindowInDays: 30 }],
    [{ rotationPeriodInDays: 90 }],
    [{ rotationPeriodInDays: 2560 }],
    [{ description: "x".repeat(8192) }],
    [{ keySpec: "ECC_NIST_EDWARDS25519" }],
    [
      {
        keySpec: "RSA_2048",
        keyUsage: "SIGN_VERIFY",
        rotationPeriodInDays: 90,
      },
    ],
  ])("[Y13] the CDK lets through %j", (key) => {
    expect(ofKey(key)).toEqual([]);
  });

  test("[Y13] every wrong setting is reported at once", () => {
    expect(
      ofKey({
        keySpec: "HMAC_256",
        enableKeyRotation: true,
        rotationPeriodInDays: 1,
        pendingWindowInDays: 1,
      }),
    ).toEqual([
      "key/usage-not-of-spec keyUsage",
      "key/rotation-period rotationPeriodInDays",
      "key/rotation-not-of-spec enableKeyRotation",
      "key/pending-window pendingWindowInDays",
    ]);
  });
});

describe("aliases", () => {
  test.each([
    ["", "alias/empty"],
    ["alias/", "alias/empty"],
    ["aws/s3", "alias/reserved"],
    ["alias/AWS/s3", "alias/reserved"],
    ["a b", "alias/name"],
    ["alias/é", "alias/name"],
    ["alias/x${aws:username}", "alias/name"],
    [`alias/${"a".repeat(251)}`, "alias/name"],
    ["a".repeat(251), "alias/name"],
  ])("[Y14] alias %j", (name, code) => {
    expect(ofKey({ aliases: [name] })).toEqual([`${code} aliases[0]`]);
  });

  test.each([
    ["alias/a"],
    ["a"],
    ["Alias/a"],
    ["alias/a:b/c_d-E9"],
    [`alias/${"a".repeat(250)}`],
    ["${AWS::StackName}"],
    ["alias/${AWS::StackName}-x"],
    ["alias/awsome"],
  ])("[Y14] alias %j is allowed", (name) => {
    expect(ofKey({ aliases: [name] })).toEqual([]);
  });

  test("[Y14] an alias twice, with and without its prefix", () => {
    expect(ofKey({ aliases: ["alias/a", "a"] })).toEqual([
      "alias/repeated aliases[1]",
    ]);
  });

  test("[Y14] an alias of two keys", () => {
    const keys = ["A", "B"].map((id) => ({ id, aliases: ["alias/a"] }));
    expect(refusalsOf(designWith("Test", "Stack", { keys }))).toEqual([
      "alias/repeated keys[1].aliases[0]",
    ]);
  });

  test("[Y14] a pseudo parameter in a later alias", () => {
    expect(ofKey({ aliases: ["a", "x-${AWS::Region}"] })).toEqual([
      "alias/token-not-first aliases[1]",
    ]);
  });

  test("[Y14] the literal beginning of an alias with a pseudo parameter", () => {
    expect(ofKey({ aliases: ["alias/aws/${AWS::Region}"] })).toEqual([
      "alias/reserved aliases[0]",
    ]);
  });
});

describe("statements in parts", () => {
  test.each<[Statement, string]>([
    [{ ...whole, actions: [] }, "statement/no-action actions"],
    [{ ...whole, principals: [] }, "statement/no-principal principals"],
    [{ ...whole, resources: [] }, "statement/no-resource resources"],
    [
      { ...whole, notActions: ["kms:Sign"] },
      "statement/both-actions notActions",
    ],
    [
      { ...whole, notPrincipals: ["Admin"] },
      "statement/both-principals notPrincipals",
    ],
    [
      { ...whole, notResources: ["x"] },
      "statement/both-resources notResources",
    ],
    [{ ...whole, actions: ["Decrypt"] }, "statement/action-form actions[0]"],
    [
      { ...whole, actions: ["kms:Decrypt", "kms:De?rypt"] },
      "statement/action-form actions[1]",
    ],
    [
      {
        effect: "Deny",
        principals: ["Admin"],
        notActions: ["kms:"],
        resources: ["*"],
      },
      "statement/action-form notActions[0]",
    ],
    [
      { ...whole, principals: ["Admin", "Star"] },
      "statement/star-with-others principals",
    ],
  ])("[Y15] %j", (statement, refusal) => {
    expect(ofStatement(statement)).toEqual([refusal]);
  });

  test.each<[Statement]>([
    [{ ...whole, principals: ["Star", "Star2"] }],
    [{ ...whole, actions: ["*", "kms:*", "s3:GetObject"] }],
    [{ ...whole, notActions: [] }],
  ])("[Y15] the CDK lets through %j", (statement) => {
    expect(ofStatement(statement)).toEqual([]);
  });
});

describe("statements kept as JSON", () => {
  const changed = (change: Record<string, Json | undefined>): Statement => ({
    verbatim: Object.fromEntries(
      Object.entries({ ...wholeJson, ...change }).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value]],
      ),
    ),
  });

  test.each<[Record<string, Json | undefined>, string]>([
    [{ Actoin: "x" }, "statement/unknown-element verbatim.Actoin"],
    [{ action: "x" }, "statement/unknown-element verbatim.action"],
    [{ Action: undefined }, "statement/missing-element verbatim"],
    [{ Principal: undefined }, "statement/missing-element verbatim"],
    [{ Resource: undefined }, "statement/missing-element verbatim"],
    [{ Action: [] }, "statement/missing-element verbatim"],
    [{ NotAction: "kms:Sign" }, "statement/both-elements verbatim"],
    [{ Action: "Decrypt" }, "statement/element-form verbatim.Action"],
    [{ Action: [1] }, "statement/element-form verbatim.Action"],
    [{ Resource: { Ref: "X" } }, "statement/element-form verbatim.Resource"],
    [{ Sid: 1 }, "statement/element-form verbatim.Sid"],
    [{ Effect: "Alow" }, "statement/element-form verbatim.Effect"],
    [{ Principal: "arn" }, "statement/element-form verbatim.Principal"],
    [{ Principal: { AWS: 1 } }, "statement/element-form verbatim.Principal"],
    [{ Condition: "x" }, "statement/element-form verbatim.Condition"],
    [{ Condition: { Bool: 1 } }, "statement/element-form verbatim.Condition"],
    [
      { Condition: { Bool: { a: null } } },
      "statement/element-form verbatim.Condition",
    ],
  ])("[Y16] %j", (change, refusal) => {
    expect(ofStatement(changed(change))).toEqual([refusal]);
  });

  test.each<[Record<string, Json | undefined>]>([
    [{ Effect: undefined }],
    [{ Principal: "*" }],
    [{ Principal: { AWS: { "Fn::GetAtt": ["R", "Arn"] } } }],
    [{ Action: ["kms:Sign", "kms:Verify"] }],
    [{ Condition: {} }],
    [{ Sid: "with spaces" }],
  ])("[Y16] the CDK lets through %j", (change) => {
    expect(ofStatement(changed(change))).toEqual([]);
  });
});

describe("how it is said", () => {
  const broken = designWith("Test", "1", {
    keys: [
      {
        id: "Key",
        keySpec: "HMAC_256",
        enableKeyRotation: true,
        rotationPeriodInDays: 1,
        aliases: ["", "a b", "aws/x", "x${AWS::Region}"],
        policy: { mode: "amend", statements: [{ effect: "Allow" }] },
      },
    ],
  });

  test("[Y17] every refusal is an error that says what to do", () => {
    const refusals = cdkRefusals(broken);
    expect(refusals.length).toBeGreaterThan(8);
    for (const { severity, message, help } of refusals) {
      expect(severity).toBe("error");
      expect(message).toMatch(/^(?:[^A-Z]|AWS|CloudFormation)/);
      expect(`${message}${help}`).not.toMatch(/\.$/);
      expect(help.length).toBeGreaterThan(5);
    }
  });
});
