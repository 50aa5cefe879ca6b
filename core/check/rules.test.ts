import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { applyChange } from "../design/apply-change.ts";
import type {
  Design,
  Key,
  Principal,
  Stack,
  Statement,
} from "../design/design.ts";
import type { Severity } from "../problem/problem.ts";
import { printPath } from "../problem/problem.ts";
import { designWith, role } from "../samples/parts.ts";
import { checkDesign } from "./check-design.ts";
import { rules } from "./registry.ts";
import type { Rule } from "./rule.ts";

type RuleName = keyof typeof rules;

interface DesignParts {
  readonly key?: Partial<Key>;
  readonly statement?: Partial<Statement>;
  readonly principal?: Principal;
  readonly stack?: Partial<Stack>;
}

/** A design with one key that `App` may use with one statement, less or more what the parts say. */
function designOf({ key, statement, principal, stack }: DesignParts): Design {
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
const statement0 = "keys[0].policy.statements[0]";

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
      finding.fix ? [{ design, finding, ...finding.fix }] : [],
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
    const changeOf = (key: Partial<Key>) =>
      checkDesign(designOf({ key }))[0]?.fix?.change;
    expect(changeOf({ pendingWindowInDays: 1 })).toMatchObject({
      patch: { pendingWindowInDays: 7 },
    });
    expect(changeOf({ rotationPeriodInDays: 9999 })).toMatchObject({
      patch: { rotationPeriodInDays: 2560 },
    });
  });
});
