import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DefinedKey, Design } from "../design/design.ts";
import { removalPolicies } from "../design/removal-policies.ts";
import { keysOf } from "../kms/keys-of.ts";
import type { JsonObject } from "../problem/json.ts";
import { isJsonObject } from "../problem/json.ts";
import { printPath } from "../problem/problem.ts";
import type { KeyParts } from "../samples/parts.ts";
import { designWith, role } from "../samples/parts.ts";
import {
  arbitraryAnyDesign,
  arbitraryDesign,
} from "../testing/arbitrary-design.ts";
import { valueAt } from "../testing/value-at.ts";
import { changedFlags, flagsOf, startFlags } from "./flags.ts";
import { cdkRefusals } from "./refusals.ts";
import { cdkLogicalId } from "./logical-id.ts";
import { resolveJson, resolveText } from "./resolve-text.ts";
import { fullAliasName } from "./alias-name.ts";
import {
  pathOfKey,
  stackOf,
  synthesize,
  synthesizeKeyPolicy,
} from "./synthesize.ts";
import type { SynthesizedStack } from "./template.ts";
import { originsAt, printTemplate, templateJson } from "./template.ts";

const numRuns = process.env["KEYWRIGHT_DEEP"] === "1" ? 5000 : 200;

function designOf(...keys: readonly KeyParts[]): Design {
  return designWith("Test", "Stack", {
    principals: [role("Admin"), { id: "Root", kind: "account-root" }],
    keys,
  });
}

function stackOfDesign(
  design: Design,
  ids?: "cdk" | "readable",
): SynthesizedStack {
  const [stack] = synthesize(design, ids);
  if (stack === undefined) throw new Error("no stack");
  return stack;
}

function resourcesOf({ template }: SynthesizedStack) {
  return template.Resources ?? {};
}

function propertiesOf(key: Partial<DefinedKey>): JsonObject {
  const stack = stackOfDesign(designOf({ id: "Key", ...key }));
  const properties = Object.values(resourcesOf(stack))[0]?.["Properties"];
  return isJsonObject(properties) ? properties : {};
}

describe("a key", () => {
  test("[Y4] only what was set is written, in alphabetical order", () => {
    const properties = propertiesOf({
      tags: [{ key: "a", value: "b" }],
      rotationPeriodInDays: 90,
      pendingWindowInDays: 7,
      origin: "EXTERNAL",
      multiRegion: false,
      keyUsage: "ENCRYPT_DECRYPT",
      keySpec: "SYMMETRIC_DEFAULT",
      enabled: false,
      enableKeyRotation: true,
      description: "",
      bypassPolicyLockoutSafetyCheck: true,
    });
    expect(Object.keys(properties)).toEqual([
      "BypassPolicyLockoutSafetyCheck",
      "Description",
      "EnableKeyRotation",
      "Enabled",
      "KeyPolicy",
      "KeySpec",
      "KeyUsage",
      "MultiRegion",
      "Origin",
      "PendingWindowInDays",
      "RotationPeriodInDays",
      "Tags",
    ]);
  });

  test("[Y4] a bare key has its policy and nothing else", () => {
    expect(Object.keys(propertiesOf({}))).toEqual(["KeyPolicy"]);
  });

  test("[Y4] a rotation period turns rotation on in the template", () => {
    expect(propertiesOf({ rotationPeriodInDays: 90 })).toMatchObject({
      EnableKeyRotation: true,
      RotationPeriodInDays: 90,
    });
  });

  test("[Y4] a key whose replacing policy is empty has no properties", () => {
    const stack = stackOfDesign(
      designOf({ id: "Key", policy: { mode: "replace", statements: [] } }),
    );
    expect(Object.values(resourcesOf(stack))).toEqual([
      {
        Type: "AWS::KMS::Key",
        UpdateReplacePolicy: "Retain",
        DeletionPolicy: "Retain",
      },
    ]);
  });

  test("[Y4] tags are sorted by key, and the last of two counts", () => {
    const tags = [
      { key: "b", value: "1" },
      { key: "a", value: "${AWS::Region}" },
      { key: "b", value: "2" },
    ];
    expect(propertiesOf({ tags })["Tags"]).toEqual([
      { Key: "a", Value: { Ref: "AWS::Region" } },
      { Key: "b", Value: "2" },
    ]);
  });

  test.each(keysOf(removalPolicies))(
    "[Y5] removal policy %s is written as both attributes",
    (removalPolicy) => {
      const stack = stackOfDesign(designOf({ id: "Key", removalPolicy }));
      const { deletionPolicy, updateReplacePolicy } =
        removalPolicies[removalPolicy];
      expect(Object.values(resourcesOf(stack))[0]).toMatchObject({
        DeletionPolicy: deletionPolicy,
        UpdateReplacePolicy: updateReplacePolicy,
      });
    },
  );

  test("[Y5] an alias has neither attribute", () => {
    const stack = stackOfDesign(
      designOf({ id: "Key", aliases: ["a"], removalPolicy: "destroy" }),
    );
    expect(Object.values(resourcesOf(stack))[1]).toEqual({
      Type: "AWS::KMS::Alias",
      Properties: {
        AliasName: "alias/a",
        TargetKeyId: { "Fn::GetAtt": ["Key961B73FD", "Arn"] },
      },
    });
  });
});

describe("aliases", () => {
  test.each([
    ["a", "alias/a"],
    ["alias/a", "alias/a"],
    ["Alias/a", "alias/Alias/a"],
    ["alias", "alias/alias"],
    ["${AWS::StackName}", "${AWS::StackName}"],
    ["x${AWS::StackName}", "alias/x${AWS::StackName}"],
  ])("[Y6] %s is completed to %s", (name, full) => {
    expect(fullAliasName(name)).toBe(full);
  });

  test("[Y6] the first alias is called Alias, later ones carry their name as written", () => {
    const stack = stackOfDesign(
      designOf({ id: "Key", aliases: ["alias/a", "alias/b", "c"] }),
    );
    expect(Object.keys(resourcesOf(stack)).slice(1)).toEqual(
      [
        ["Key", "Alias"],
        ["Key", "Aliasalias--b"],
        ["Key", "Aliasc"],
      ].map((path) => cdkLogicalId([...path, "Resource"])),
    );
  });
});

describe("texts", () => {
  test("[Y7] a plain text stays", () => {
    expect(resolveText("a ${b}")).toBe("a ${b}");
    expect(resolveText("")).toBe("");
  });

  test("[Y7] a pseudo parameter alone is a Ref", () => {
    expect(resolveText("${AWS::Region}")).toEqual({ Ref: "AWS::Region" });
  });

  test("[Y7] a pseudo parameter in a text makes a Join", () => {
    expect(resolveText("a${AWS::Region}b")).toEqual({
      "Fn::Join": ["", ["a", { Ref: "AWS::Region" }, "b"]],
    });
  });

  test("[Y7] texts inside a JSON value are resolved, names are not", () => {
    expect(
      resolveJson({ "${AWS::Region}": ["${AWS::Region}", 1, null] }),
    ).toEqual({ "${AWS::Region}": [{ Ref: "AWS::Region" }, 1, null] });
  });
});

describe("statements of a key", () => {
  const own = {
    effect: "Allow",
    principals: ["Root"],
    actions: ["kms:Sign"],
    resources: ["*"],
  } as const;

  function sourcesOf(mode: "amend" | "replace"): readonly string[] {
    const design: Design = {
      ...designOf({
        id: "Key",
        administrators: ["Admin"],
        policy: { mode, statements: [own] },
      }),
      cdk: {
        line: "v2",
        flags: { "@aws-cdk/aws-iam:minimizePolicies": false },
      },
    };
    const [key] = design.keys;
    const origins = key ? synthesizeKeyPolicy(design, key).origins : [];
    return origins.flat().map(printPath);
  }

  test("[Y8] amended: the account default, administrators, own statements", () => {
    expect(sourcesOf("amend")).toEqual([
      "keys[0].policy.mode",
      "keys[0].administrators[0]",
      "principals[0]",
      "keys[0].policy.statements[0]",
      "principals[1]",
    ]);
  });

  test("[Y8] replaced: own statements, then administrators", () => {
    expect(sourcesOf("replace")).toEqual([
      "keys[0].policy.statements[0]",
      "principals[1]",
      "keys[0].administrators[0]",
      "principals[0]",
    ]);
  });

  test("[Y8] a statement that was merged names everything it came from", () => {
    const design = designOf({
      id: "Key",
      policy: { mode: "amend", statements: [own, own, own] },
    });
    const [key] = design.keys;
    const origins = key && synthesizeKeyPolicy(design, key).origins;
    expect(origins?.map((from) => from.map(printPath))).toEqual([
      ["keys[0].policy.mode"],
      [
        "keys[0].policy.statements[0]",
        "keys[0].policy.statements[1]",
        "keys[0].policy.statements[2]",
        "principals[1]",
      ],
    ]);
  });

  test("[Y8] a key that the design does not have has no stack", () => {
    const design = designOf({ id: "Key" });
    const [key] = design.keys;
    expect(() => key && stackOf({ ...design, stacks: [] }, key)).toThrow(
      "no stack Stack",
    );
    expect(key && pathOfKey(design, key)).toEqual(["keys", 0]);
  });
});

describe("flags", () => {
  test("[Y9] a design without flags has those of cdk init", () => {
    expect(flagsOf({ line: "v2" })).toEqual(startFlags("v2"));
    expect(changedFlags({ line: "v2" })).toEqual([]);
  });

  test("[Y9] a flag that is set as cdk init sets it has not changed", () => {
    const flags = { "@aws-cdk/aws-iam:minimizePolicies": true };
    expect(changedFlags({ line: "v2", flags })).toEqual([]);
  });

  test("[Y9] a flag that is set otherwise has changed", () => {
    const flags = { "@aws-cdk/core:enablePartitionLiterals": false };
    expect(changedFlags({ line: "v2", flags })).toEqual([
      ["@aws-cdk/core:enablePartitionLiterals", false],
    ]);
  });
});

describe("templates", () => {
  test("[Y18] a stack without keys is an empty object", () => {
    expect(printTemplate(stackOfDesign(designOf()).template)).toBe("{}");
  });

  test("[Y18] resources stand in the order of keys, each before its aliases", () => {
    const stack = stackOfDesign(
      designOf({ id: "B", aliases: ["b", "c"] }, { id: "A", aliases: ["a"] }),
      "readable",
    );
    expect(Object.keys(resourcesOf(stack))).toEqual([
      "B",
      "BAlias",
      "BAliasc",
      "A",
      "AAlias",
    ]);
  });

  test("[Y18] keys of another stack are not in the template", () => {
    const design = designOf({ id: "A" });
    const elsewhere: Design = {
      ...design,
      stacks: [{ id: "Stack" }, { id: "Other" }],
    };
    expect(
      synthesize(elsewhere).map((stack) => [
        stack.stack,
        Object.keys(resourcesOf(stack)).length,
      ]),
    ).toEqual([
      ["Stack", 1],
      ["Other", 0],
    ]);
  });

  test("[Y18] every design has a template whose resources are keys and aliases", () => {
    fc.assert(
      fc.property(arbitraryDesign(), (design) => {
        const stack = stackOfDesign(design, "readable");
        const count = design.keys.reduce(
          (sum, { aliases }) => sum + 1 + aliases.length,
          0,
        );
        expect(Object.keys(resourcesOf(stack))).toHaveLength(count);
      }),
      { numRuns, seed: 21 },
    );
  });
});

describe("origins", () => {
  const design = designOf({
    id: "Key",
    description: "x",
    aliases: ["a"],
    policy: {
      mode: "amend",
      statements: [{ effect: "Deny", principals: ["Root"], sid: "S" }],
    },
  });
  const stack = stackOfDesign(design, "readable");

  test.each<[readonly (string | number)[], readonly string[]]>([
    [["Resources", "Key"], ["keys[0]"]],
    [["Resources", "Key", "Type"], []],
    [["Resources", "Key", "DeletionPolicy"], ["keys[0].removalPolicy"]],
    [
      ["Resources", "Key", "Properties", "Description"],
      ["keys[0].description"],
    ],
    [["Resources", "Key", "Properties"], []],
    [["Resources", "Key", "Properties", "KeyPolicy"], ["keys[0].policy"]],
    [
      ["Resources", "Key", "Properties", "KeyPolicy", "Statement", 0],
      ["keys[0].policy.mode"],
    ],
    [
      ["Resources", "Key", "Properties", "KeyPolicy", "Statement", 1],
      ["keys[0].policy.statements[0]", "principals[1]"],
    ],
    [
      ["Resources", "Key", "Properties", "KeyPolicy", "Statement", 1, "Sid"],
      [],
    ],
    [["Resources", "KeyAlias"], ["keys[0].aliases[0]"]],
    [["Resources", "KeyAlias", "Properties", "AliasName"], []],
    [["Resources"], []],
    [["Resources", "None"], []],
    [["Outputs", "Key"], []],
  ])("[Y19] %j came from %j", (place, paths) => {
    expect(originsAt(stack, place).map(printPath)).toEqual(paths);
  });

  test("[Y19] every origin of a random design leads to something in it", () => {
    fc.assert(
      fc.property(arbitraryAnyDesign, (random) => {
        const { origins } = stackOfDesign(random);
        for (const { resource, statements } of Object.values(origins))
          for (const path of [resource, ...statements.flat()])
            expect(valueAt(random, path)).toBeDefined();
      }),
      { numRuns, seed: 22 },
    );
  });

  test("[Y19] the text of a template is its JSON, indented by one", () => {
    expect(JSON.parse(printTemplate(stack.template))).toEqual(
      templateJson(stack.template),
    );
    expect(printTemplate(stack.template)).toMatch(
      /^\{\n "Resources": \{\n {2}"/,
    );
  });
});

describe("what a key has of its own", () => {
  const user = { id: "User", kind: "new-user", stack: "Stack" } as const;
  const design: Design = {
    ...designOf({
      id: "Key",
      aliases: ["a", "b"],
      aliasRemovalPolicy: "retain",
      metadata: { note: ["kept"] },
      grants: [
        { principal: "User", permission: "decrypt", inBothPolicies: true },
      ],
    }),
    principals: [user],
  };
  const resources = Object.values(
    synthesize(design)[0]?.template.Resources ?? {},
  );

  test("[Y24] a grant that asks for it is in both policies", () => {
    expect(JSON.stringify(resources).match(/"kms:Decrypt"/g)).toHaveLength(2);
  });

  test("[Y24] a key that exists has no policy that could be asked for", () => {
    const { keys, ...rest } = design;
    const [key] = keys;
    const existing: Design = {
      ...rest,
      keys: [
        {
          id: "Old",
          kind: "imported",
          stack: "Stack",
          arn: "arn:aws:kms:eu-west-1:111122223333:key/1",
          aliases: [],
          grants: key && "grants" in key ? (key.grants ?? []) : [],
        },
      ],
    };
    expect(
      JSON.stringify(synthesize(existing)).match(/kms:Decrypt/g),
    ).toHaveLength(1);
  });

  test("[Y24] aliases have the removal policy of their own", () => {
    const aliases = resources.filter(
      (one) => isJsonObject(one) && one["Type"] === "AWS::KMS::Alias",
    );
    expect(aliases).toHaveLength(2);
    for (const alias of aliases)
      expect(alias).toMatchObject({
        UpdateReplacePolicy: "Retain",
        DeletionPolicy: "Retain",
      });
  });

  test("[Y24] metadata is what a resource ends with", () => {
    const key = resources.find(
      (one) => isJsonObject(one) && one["Type"] === "AWS::KMS::Key",
    );
    expect(Object.entries(key ?? {}).at(-1)).toEqual([
      "Metadata",
      { note: ["kept"] },
    ]);
  });
});

describe("a key by its L1 construct", () => {
  const twice = {
    effect: "Allow",
    principals: ["Root"],
    actions: ["kms:Decrypt", "kms:Decrypt", "kms:*"],
    resources: ["*"],
  } as const;
  const l1 = (parts: Partial<DefinedKey> = {}) =>
    synthesize(
      designOf({
        id: "Key",
        construct: "CfnKey",
        policy: { mode: "replace", statements: [twice, twice] },
        ...parts,
      }),
    )[0]?.template.Resources ?? {};

  test("[Y29] its policy is not merged, sorted or rid of repetitions", () => {
    const json = JSON.stringify(l1()["Key"]);
    expect(json.match(/\["kms:Decrypt","kms:\*"\]/g)).toHaveLength(2);
  });

  test("[Y29] it has no hash, and no removal policy that nobody asked for", () => {
    expect(Object.keys(l1())).toEqual(["Key"]);
    expect(Object.keys(l1()["Key"] ?? {})).toEqual(["Type", "Properties"]);
    expect(l1({ removalPolicy: "retain" })["Key"]).toMatchObject({
      DeletionPolicy: "Retain",
    });
  });

  test("[Y29] a rotation period alone does not turn rotation on", () => {
    expect(JSON.stringify(l1({ rotationPeriodInDays: 100 }))).not.toContain(
      "EnableKeyRotation",
    );
  });

  test("[Y29] what uses it needs a policy to add to", () => {
    const bare: Partial<DefinedKey> = {
      construct: "CfnKey",
      policy: { mode: "replace", statements: [] },
    };
    const codes = (parts: Partial<DefinedKey>) =>
      cdkRefusals(designOf({ id: "Key", ...bare, ...parts })).map(
        ({ code }) => code,
      );
    expect(codes({})).toEqual([]);
    expect(codes({ aliases: ["a"] })).toEqual(["l1-key/no-policy"]);
    expect(codes({ trustAccountIdentities: true })).toEqual(["l1-key/trust"]);
  });
});
