import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { applyChange } from "../design/apply-change.ts";
import { newKey, newReplica } from "../design/defaults.ts";
import type {
  DefinedKey,
  Design,
  Grant,
  ImportedAlias,
  ImportedKey,
  Key,
  KeyPolicy,
  LookedUpKey,
  Principal,
  ReplicaKey,
  Stack,
  Statement,
} from "../design/design.ts";
import type { JsonObject } from "../problem/json.ts";
import type { Severity } from "../problem/problem.ts";
import { printPath } from "../problem/problem.ts";
import { designWith, role } from "../samples/parts.ts";
import { checkDesign } from "./check-design.ts";
import { rules } from "./registry.ts";
import { fixesOf } from "./rule.ts";
import type { Rule } from "./rule.ts";

type RuleName = keyof typeof rules;

interface DesignParts {
  readonly key?: Partial<DefinedKey>;
  readonly statement?: Partial<Statement>;
  readonly principal?: Principal;
  readonly stack?: Partial<Stack>;
  /** Parts of the design that take the place of those above. */
  readonly design?: Partial<Design>;
}

/** A design with one key that `App` may use with one statement, less or more what the parts say. */
function designOf({ design: parts, ...rest }: DesignParts): Design {
  return { ...simpleDesign(rest), ...parts };
}

function simpleDesign({
  key,
  statement,
  principal,
  stack,
}: Omit<DesignParts, "design">): Design {
  const design = designWith("Test", "Stack", {
    principals: [principal ?? role("App")],
    keys: [
      {
        id: "Key",
        policy: {
          mode: "amend",
          statements: [
            (statement !== undefined && "verbatim" in statement
              ? statement
              : {
                  effect: "Allow",
                  principals: [principal?.id ?? "App"],
                  actions: ["kms:Decrypt"],
                  resources: ["*"],
                  ...statement,
                }) as Statement,
          ],
        },
        ...key,
      },
    ],
  });
  return { ...design, stacks: [{ id: "Stack", ...stack }] };
}

interface Example {
  /** A design that the rule finds fault with. */
  readonly bad: DesignParts;
  /** Where. */
  readonly at: string;
  /** The same design mended. */
  readonly good: DesignParts;
}

const arn = (text: string): DesignParts => ({
  principal: { id: "App", kind: "arn", arn: text },
});
const tags = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    key: `k${index}`,
    value: "v",
  }));
const someRole = "arn:aws:iam::111122223333:role/Other";
const importedRole: Principal = {
  id: "App",
  kind: "imported-role",
  stack: "Stack",
  identity: { name: "App" },
};
const replacedBy = (verbatim: JsonObject): KeyPolicy => ({
  mode: "replace",
  statements: [{ verbatim: { Effect: "Allow", Resource: "*", ...verbatim } }],
});
/** `App` is granted to decrypt, and the policy that replaces the default lets it do this. */
const grantedInReplaced = (action: string): DesignParts => ({
  principal: importedRole,
  key: {
    grants: [{ principal: "App", permission: "decrypt" }],
    policy: {
      mode: "replace",
      statements: [
        {
          effect: "Allow",
          principals: ["App"],
          actions: [action],
          resources: ["*"],
        },
      ],
    },
  },
});
const statement0 = "keys[0].policy.statements[0]";

const keyArn = "arn:aws:kms:us-east-1:111122223333:key/k";
const east: Stack = {
  id: "Stack",
  account: "111122223333",
  region: "us-east-1",
};
const west: Stack = { ...east, id: "West", region: "us-west-2" };

/** A design with one key that exists already. */
function existing(
  key:
    | Omit<ImportedKey, "id" | "stack" | "aliases">
    | Omit<ImportedAlias, "id" | "stack" | "aliases">
    | Omit<LookedUpKey, "id" | "stack" | "aliases">,
  more: Partial<Design> = {},
): DesignParts {
  return {
    design: {
      stacks: [east],
      keys: [{ id: "Key", stack: "Stack", aliases: [], ...key }],
      ...more,
    },
  };
}

/** A grant on a key to a principal. */
function granted(
  permission: Grant["permission"],
  principal: Principal = role("App"),
  stack: Stack = east,
): DesignParts {
  return {
    key: { grants: [{ principal: principal.id, permission }] },
    principal,
    stack,
  };
}

/** An alias of its own in another stack than the key. */
function aliasIn(stack: Stack): Partial<Design> {
  return {
    stacks: [east, stack],
    aliases: [{ id: "A", stack: stack.id, name: "alias/a", key: "Key" }],
  };
}

/** A key with a replica in another stack. */
function replicaIn(stack: Stack, primary: Partial<DefinedKey>): DesignParts {
  const design = simpleDesign({ key: primary, stack: east });
  const [key] = design.keys;
  const replica: ReplicaKey = {
    id: "Replica",
    kind: "replica",
    stack: stack.id,
    primary: "Key",
    aliases: [],
    tags: [],
    administrators: [],
    policy: { mode: "amend", statements: [] },
  };
  return {
    design: {
      stacks: [east, stack],
      keys: key === undefined ? [] : [key, replica],
    },
  };
}

const examples: Readonly<Record<RuleName, readonly Example[]>> = {
  "action-in-key-policy": [
    {
      bad: { statement: { actions: ["kms:Decrypt", "kms:Decrpyt"] } },
      at: `${statement0}.actions[1]`,
      good: { statement: { actions: ["kms:Decrypt", "KMS:decrypt"] } },
    },
    {
      bad: { statement: { actions: ["kms:ListKeys"] } },
      at: `${statement0}.actions[0]`,
      good: { statement: { actions: ["kms:List*"] } },
    },
    {
      bad: { statement: { actions: ["s3:GetObject"] } },
      at: `${statement0}.actions[0]`,
      good: { statement: { actions: ["*"] } },
    },
  ],
  "alias-colon": [
    {
      bad: { key: { aliases: ["alias/a", "alias/b:c"] } },
      at: "keys[0].aliases[1]",
      good: { key: { aliases: ["alias/${AWS::StackName}"] } },
    },
  ],
  "alias-elsewhere": [
    {
      bad: { design: aliasIn(west) },
      at: "aliases[0].stack",
      good: { design: aliasIn({ ...east, id: "West" }) },
    },
    {
      bad: { design: aliasIn({ ...west, account: "444455556666" }) },
      at: "aliases[0].stack",
      good: { design: aliasIn({ id: "West" }) },
    },
  ],
  "alias-of-alias": [
    {
      bad: existing(
        { kind: "imported-alias", alias: "alias/aws/s3" },
        aliasIn({ ...east, id: "West" }),
      ),
      at: "aliases[0].key",
      good: existing(
        { kind: "imported", arn: keyArn },
        aliasIn({ ...east, id: "West" }),
      ),
    },
  ],
  "alias-repeated": [
    {
      bad: {
        key: { aliases: ["a"] },
        design: aliasIn({ ...east, id: "West" }),
        stack: east,
      },
      at: "aliases[0].name",
      good: { key: { aliases: ["a"] }, design: aliasIn(west), stack: east },
    },
    {
      bad: {
        key: { aliases: ["alias/a", "a"] },
        design: {
          cdk: {
            line: "v2",
            flags: { "@aws-cdk/core:validateAgainstDefaultRules": false },
          },
        },
      },
      at: "keys[0].aliases[1]",
      good: { key: { aliases: ["alias/a", "b"] } },
    },
  ],
  "description-length": [
    {
      bad: {
        key: { description: "x".repeat(8193) },
        design: { cdk: { line: "v1" } },
      },
      at: "keys[0].description",
      good: {
        key: { description: "x".repeat(8192) },
        design: { cdk: { line: "v1" } },
      },
    },
  ],
  "grant-nowhere": [
    {
      bad: granted("decrypt", {
        id: "App",
        kind: "imported-role",
        stack: "Stack",
        identity: { arn: "arn:aws:iam::111122223333:role/App" },
        mutable: false,
      }),
      at: "keys[0].grants[0]",
      good: granted("decrypt", {
        id: "App",
        kind: "imported-role",
        stack: "Stack",
        identity: { arn: "arn:aws:iam::111122223333:role/App" },
      }),
    },
    {
      bad: existing(
        {
          kind: "imported",
          arn: keyArn,
          grants: [{ principal: "s3", permission: "decrypt" }],
        },
        {
          principals: [
            { id: "s3", kind: "service", service: "s3.amazonaws.com" },
          ],
        },
      ),
      at: "keys[0].grants[0]",
      good: granted("decrypt", {
        id: "s3",
        kind: "service",
        service: "s3.amazonaws.com",
      }),
    },
  ],
  "grant-usage": [
    {
      bad: granted("sign"),
      at: "keys[0].grants[0].permission",
      good: granted("encrypt"),
    },
  ],
  "identity-elsewhere": [
    {
      bad: granted("decrypt", {
        id: "App",
        kind: "imported-user",
        stack: "Stack",
        identity: { arn: "arn:aws:iam::444455556666:user/me" },
      }),
      at: "keys[0].grants[0].principal",
      good: granted("decrypt", {
        id: "App",
        kind: "imported-user",
        stack: "Stack",
        identity: { arn: "arn:aws:iam::111122223333:user/me" },
      }),
    },
  ],
  "imported-alias-name": [
    {
      bad: existing({ kind: "imported-alias", alias: "my-key" }),
      at: "keys[0].alias",
      good: existing({ kind: "imported-alias", alias: "alias/my-key" }),
    },
  ],
  "imported-key-arn": [
    {
      bad: existing({
        kind: "imported",
        arn: "arn:aws:kms:us-east-1:111122223333:alias/foo",
      }),
      at: "keys[0].arn",
      good: existing({ kind: "imported", arn: keyArn }),
    },
    {
      bad: existing({ kind: "imported", arn: "arn:aws:s3:::bucket/key" }),
      at: "keys[0].arn",
      good: existing({ kind: "imported", arn: keyArn }),
    },
  ],
  "look-up-pending": [
    {
      bad: existing({ kind: "looked-up", alias: "alias/a" }),
      at: "keys[0].keyId",
      good: existing({ kind: "looked-up", alias: "alias/a", keyId: "k" }),
    },
  ],
  "replica-region": [
    {
      bad: replicaIn(west, {}),
      at: "keys[1].primary",
      good: replicaIn(west, { multiRegion: true }),
    },
    {
      bad: replicaIn({ ...west, region: "us-east-1" }, { multiRegion: true }),
      at: "keys[1].stack",
      good: replicaIn(west, { multiRegion: true }),
    },
    {
      bad: replicaIn({ ...west, region: "cn-north-1" }, { multiRegion: true }),
      at: "keys[1].stack",
      good: replicaIn(west, { multiRegion: true }),
    },
  ],
  "condition-operator": [
    {
      bad: { statement: { conditions: { StringEqual: { a: "b" } } } },
      at: `${statement0}.conditions.StringEqual`,
      good: {
        statement: {
          conditions: { "ForAnyValue:StringEqualsIfExists": { a: "b" } },
        },
      },
    },
    {
      bad: {
        statement: {
          verbatim: {
            Effect: "Allow",
            Principal: "*",
            Action: "kms:Sign",
            Resource: "*",
            Condition: { Nul: { a: "true" } },
          },
        },
      },
      at: `${statement0}.verbatim.Condition.Nul`,
      good: {
        statement: {
          verbatim: {
            Effect: "Allow",
            Principal: "*",
            Action: "kms:Sign",
            Resource: "*",
            Condition: { Null: { a: "true" } },
          },
        },
      },
    },
  ],
  "grant-without-effect": [
    {
      bad: grantedInReplaced("kms:Encrypt"),
      at: "keys[0].grants[0]",
      good: grantedInReplaced("kms:*"),
    },
    {
      bad: {
        principal: importedRole,
        key: {
          administrators: ["App"],
          policy: replacedBy({ Principal: { AWS: someRole }, Action: "kms:*" }),
        },
      },
      at: "keys[0].administrators[0]",
      good: {
        principal: importedRole,
        key: {
          administrators: ["App"],
          policy: replacedBy({ Principal: { AWS: "*" }, Action: "kms:*" }),
        },
      },
    },
  ],
  "key-tags": [
    {
      bad: { key: { tags: [{ key: "", value: "" }] } },
      at: "keys[0].tags[0].key",
      good: { key: { tags: [{ key: "k".repeat(128), value: "" }] } },
    },
    {
      bad: { key: { tags: [{ key: "k".repeat(129), value: "" }] } },
      at: "keys[0].tags[0].key",
      good: { key: { tags: [{ key: "k", value: "v".repeat(256) }] } },
    },
    {
      bad: { key: { tags: [{ key: "AWS:x", value: "" }] } },
      at: "keys[0].tags[0].key",
      good: { key: { tags: [{ key: "x", value: "" }] } },
    },
    {
      bad: {
        key: {
          tags: [
            { key: "a", value: "1" },
            { key: "a", value: "2" },
          ],
        },
      },
      at: "keys[0].tags[1].key",
      good: {
        key: {
          tags: [
            { key: "a", value: "1" },
            { key: "A", value: "2" },
          ],
        },
      },
    },
    {
      bad: { key: { tags: [{ key: "a", value: "v".repeat(257) }] } },
      at: "keys[0].tags[0].value",
      good: {
        key: {
          tags: [{ key: "a", value: `${"v".repeat(250)}\${AWS::Region}` }],
        },
      },
    },
    {
      bad: { key: { tags: tags(51) } },
      at: "keys[0].tags",
      good: { key: { tags: tags(50) } },
    },
  ],
  "origin-of-key": [
    {
      bad: { key: { origin: "AWS_CLOUDHSM" } },
      at: "keys[0].origin",
      good: { key: { origin: "EXTERNAL" } },
    },
    {
      bad: {
        key: {
          keySpec: "ML_DSA_44",
          keyUsage: "SIGN_VERIFY",
          origin: "EXTERNAL",
        },
      },
      at: "keys[0].origin",
      good: { key: { keySpec: "ML_DSA_44", keyUsage: "SIGN_VERIFY" } },
    },
  ],
  "policy-characters": [
    {
      bad: { statement: { sid: "日本" } },
      at: "keys[0].policy",
      good: { statement: { sid: "Größe" } },
    },
  ],
  "policy-size": [
    {
      bad: { statement: { sid: "x".repeat(32_768) } },
      at: "keys[0].policy",
      good: { statement: { sid: "x".repeat(32_000) } },
    },
  ],
  "principal-form": [
    {
      bad: arn("arn:aws:s3:::bucket"),
      at: "principals[0].arn",
      good: arn("arn:${AWS::Partition}:iam::${AWS::AccountId}:root"),
    },
    {
      bad: arn("arn:aws:iam::111122223333:group/g"),
      at: "principals[0].arn",
      good: arn("arn:aws:sts::111122223333:assumed-role/r/s"),
    },
    {
      bad: arn("arn:aws:iam::111122223333:role/*"),
      at: "principals[0].arn",
      good: arn("AROAEXAMPLEEXAMPLE123"),
    },
    {
      bad: { principal: { id: "A", kind: "account", account: "12345" } },
      at: "principals[0].account",
      good: {
        principal: { id: "A", kind: "account", account: "111122223333" },
      },
    },
  ],
  "pseudo-parameter-in-name": [
    {
      bad: { statement: { conditions: { Bool: { "${AWS::Region}": true } } } },
      at: `${statement0}.conditions`,
      good: {
        statement: { conditions: { StringEquals: { a: "${AWS::Region}" } } },
      },
    },
  ],
  "region-of-spec": [
    {
      bad: { key: { keySpec: "SM2" }, stack: { region: "eu-west-1" } },
      at: "keys[0].keySpec",
      good: { key: { keySpec: "SM2" }, stack: { region: "cn-north-1" } },
    },
  ],
  "replaced-without-statements": [
    {
      bad: { key: { policy: { mode: "replace", statements: [] } } },
      at: "keys[0].policy.statements",
      good: {
        key: {
          administrators: ["App"],
          policy: { mode: "replace", statements: [] },
        },
      },
    },
  ],
  "resource-in-key-policy": [
    {
      bad: { statement: { resources: ["arn:aws:kms:eu-west-1:1:key/2"] } },
      at: `${statement0}.resources`,
      good: {
        statement: { resources: ["*", "arn:aws:kms:eu-west-1:1:key/2"] },
      },
    },
  ],
  "rotation-of-key": [
    {
      bad: { key: { origin: "EXTERNAL", enableKeyRotation: true } },
      at: "keys[0].enableKeyRotation",
      good: { key: { origin: "EXTERNAL", enableKeyRotation: false } },
    },
    {
      bad: {
        key: {
          keySpec: "RSA_2048",
          keyUsage: "SIGN_VERIFY",
          rotationPeriodInDays: 90,
        },
      },
      at: "keys[0].rotationPeriodInDays",
      good: { key: { rotationPeriodInDays: 90 } },
    },
  ],
  "stack-environment": [
    {
      bad: { stack: { account: "1111" } },
      at: "stacks[0].account",
      good: { stack: { account: "111122223333" } },
    },
    {
      bad: { stack: { region: "eu-west-9" } },
      at: "stacks[0].region",
      good: { stack: { region: "eu-west-1" } },
    },
  ],
  "usage-of-spec": [
    {
      bad: { key: { keySpec: "ECC_NIST_EDWARDS25519" } },
      at: "keys[0].keyUsage",
      good: {
        key: { keySpec: "ECC_NIST_EDWARDS25519", keyUsage: "SIGN_VERIFY" },
      },
    },
  ],
};

const cases = Object.entries(examples).flatMap(([name, list]) =>
  list.map((example) => ({ name, ...example })),
);

/** The places where a rule finds something. */
function placesOf(design: Design, rule: string): readonly string[] {
  return checkDesign(design)
    .filter(({ code }) => code === rule)
    .map(({ path }) => printPath(path));
}

describe("rules", () => {
  test("[C1] every file of rules is registered under its name", async () => {
    const folder = new URL("rules/", import.meta.url);
    const files = readdirSync(folder).map((file) => file.replace(/\.ts$/, ""));
    expect(Object.keys(rules).toSorted()).toEqual(files.toSorted());
    for (const [name, rule] of Object.entries<Rule>(rules)) {
      const module: unknown = await import(new URL(`${name}.ts`, folder).href);
      expect(Object.values(module ?? {})).toContain(rule);
    }
  });

  test.each(Object.entries<Rule>(rules))(
    "[C1] %s says what it looks for and where that is written",
    (_, { summary, source }) => {
      expect(summary).toMatch(/^[A-Z].*\.$/);
      expect(source).toMatch(/AWS|aws-cdk-lib|IAM/);
    },
  );

  test.each(cases)("[C2] $name finds fault at $at", ({ name, bad, at }) => {
    expect(placesOf(designOf(bad), name)).toEqual([at]);
  });

  test.each(cases)("[C2] $name is content when $at is mended", (example) => {
    expect(placesOf(designOf(example.good), example.name)).toEqual([]);
  });

  test.each(cases)("[C3] $name at $at says what to do", ({ name, bad }) => {
    const severity: Severity = rules[name as RuleName].severity;
    for (const finding of checkDesign(designOf(bad))) {
      if (finding.code !== name) continue;
      expect(finding.severity).toBe(severity);
      expect(finding.message).not.toMatch(/\.$/);
      expect(finding.help).toMatch(/^(?:[a-z"]|AWS)/);
    }
  });
});

describe("what rules look at", () => {
  const nonsense = { effect: "Allow", actions: ["kms:Nonsense"] } as const;
  const subjectOf = (key: Key) => ({
    design: designOf({}),
    key,
    path: ["keys", 0],
  });
  const check = (key: Key) =>
    rules["action-in-key-policy"].check(subjectOf(key));
  const policy = { mode: "amend", statements: [nonsense] } as const;

  test("[C9] a statement that is left out of the policy is passed over", () => {
    const statements = [{ ...nonsense, disabled: true }, nonsense];
    const key = newKey(designOf({}));
    expect(
      check({ ...key, policy: { mode: "amend", statements } }).map(({ path }) =>
        printPath(path),
      ),
    ).toEqual(["keys[0].policy.statements[1].actions[0]"]);
  });

  test("[C9] the statements of a replica are looked at", () => {
    const key = { ...newKey(designOf({})), policy };
    const replica = newReplica(designOf({}), key, "Stack");
    expect(check(replica)).toHaveLength(1);
  });

  test("[C9] a key that exists already has no fault of its own", () => {
    const key: Key = {
      id: "Imported",
      kind: "imported",
      stack: "Stack",
      arn: "arn:aws:kms:us-east-1:111122223333:key/k",
      aliases: [],
    };
    for (const rule of Object.values<Rule>(rules))
      expect(rule.check({ ...subjectOf(key) })).toEqual([]);
  });
});

describe("fixes", () => {
  const refused: readonly DesignParts[] = [
    { key: { keySpec: "ECC_NIST_P256" } },
    {
      key: {
        keySpec: "RSA_2048",
        keyUsage: "SIGN_VERIFY",
        enableKeyRotation: true,
      },
    },
    { key: { enableKeyRotation: false, rotationPeriodInDays: 100 } },
    { key: { rotationPeriodInDays: 1 } },
    { key: { rotationPeriodInDays: 9999 } },
    { key: { pendingWindowInDays: 1 } },
    { key: { pendingWindowInDays: 99 } },
  ];
  const designs = [...refused, ...cases.map(({ bad }) => bad)].map(designOf);
  const fixes = designs.flatMap((design) =>
    checkDesign(design).flatMap((finding) =>
      fixesOf(finding).map((fix) => ({ design, finding, ...fix })),
    ),
  );

  test("[C4] every refusal of a setting has a fix", () => {
    for (const design of refused.map(designOf))
      expect(checkDesign(design).map(({ fix }) => fix)).not.toContain(
        undefined,
      );
  });

  test.each(fixes)(
    "[C4] $title removes $finding.code",
    ({ design, finding, change }) => {
      const next = applyChange(design, change);
      expect(next.ok).toBe(true);
      const codes = next.ok
        ? checkDesign(next.value).map(({ code }) => code)
        : [];
      expect(codes).not.toContain(finding.code);
    },
  );

  test("[C4] the nearest allowed number is chosen", () => {
    const changeOf = (key: Partial<DefinedKey>) =>
      checkDesign(designOf({ key }))[0]?.fix?.change;
    expect(changeOf({ pendingWindowInDays: 1 })).toMatchObject({
      patch: { pendingWindowInDays: 7 },
    });
    expect(changeOf({ rotationPeriodInDays: 9999 })).toMatchObject({
      patch: { rotationPeriodInDays: 2560 },
    });
  });
});
