import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { emptyDesign } from "../design/defaults.ts";
import { isOwned } from "../design/design.ts";
import type { Design, Stack } from "../design/design.ts";
import { statementsOf } from "../design/key-parts.ts";
import { parseDesignText } from "../design/parse-design.ts";
import { keysOf } from "../kms/keys-of.ts";
import type { Result } from "../problem/problem.ts";
import { designWith, role } from "../samples/parts.ts";
import { samples } from "../samples/registry.ts";
import { synthesize, synthesizeKeyPolicy } from "../synth/synthesize.ts";
import { printTemplate } from "../synth/template.ts";
import { arbitraryApp } from "../testing/arbitrary-app.ts";
import { arbitraryDesign } from "../testing/arbitrary-design.ts";
import { memberOf, valueAt } from "../testing/value-at.ts";
import { exportDesign } from "./export-design.ts";
import type { Exported } from "./exported.ts";
import { keyPolicyBytes } from "./key-policy-bytes.ts";
import { plainJson } from "../synth/plain-json.ts";
import { exportTargets } from "./registry.ts";
import type { ExportTarget } from "./registry.ts";

const numRuns = process.env["KEYWRIGHT_DEEP"] === "1" ? 2000 : 60;
const targets = keysOf(exportTargets);

const templates = Object.entries(samples).filter(
  ([, { kind }]) => kind === "template",
);

function valueOf(result: Result<Exported>): Exported {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

/** The targets that are for the CDK line of a design. */
function targetsFor({ cdk }: Design): readonly ExportTarget[] {
  return targets.filter((target) => {
    const { line = cdk.line } = exportTargets[target];
    return line === cdk.line;
  });
}

function codesOf(result: Result<Exported>): readonly string[] {
  return result.ok ? [] : result.problems.map(({ code }) => code);
}

const two = designWith("Two keys", "Stack", {
  principals: [role("Admin")],
  keys: [
    { id: "A", aliases: ["a"] },
    { id: "B", administrators: ["Admin"] },
  ],
});

function inStack(stack: Partial<Stack>, design: Design = two): Design {
  return { ...design, stacks: [{ id: "Stack", ...stack }] };
}

describe("targets", () => {
  test("[X7] every exporter of the folder is registered", async () => {
    const folder = new URL(".", import.meta.url);
    const written: unknown[] = [];
    for (const file of readdirSync(folder)) {
      if (!/^[a-z-]+\.ts$/.test(file)) continue;
      const text = readFileSync(new URL(file, folder), "utf8");
      for (const [, name = ""] of text.matchAll(
        /^export const (\w+): Exporter = /gm,
      )) {
        const module: unknown = await import(new URL(file, folder).href);
        written.push(memberOf(module, name));
      }
    }
    expect(written).toHaveLength(targets.length);
    for (const exporter of Object.values(exportTargets))
      expect(written).toContain(exporter);
  });

  test("[X7] targets have the names of the command line", () => {
    expect(targets).toEqual([
      "cloudformation-yaml",
      "cloudformation-json",
      "cdk-typescript",
      "cdk-python",
      "cdk-v1-typescript",
      "cdk-v1-python",
      "key-policy",
      "design",
    ]);
  });

  test("[X7] no two targets share a tab and a language", () => {
    const names = targets.map((target) => {
      const { group, language } = exportTargets[target];
      return `${group} ${language}`;
    });
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(templates)(
    "[X8] %s is written in every target",
    (_, { design }) => {
      const [stack, key] = [design.stacks[0]?.id, design.keys[0]?.id];
      for (const target of targetsFor(design)) {
        const { text, fileName } = valueOf(
          exportDesign(design, target, {
            ...(stack !== undefined && { stack }),
            ...(key !== undefined && { key }),
          }),
        );
        expect(text).toMatch(/\S\n$/);
        expect(fileName).toMatch(/^[A-Za-z0-9._-]+\.(?:ts|py|json|yaml)$/);
      }
    },
  );
});

describe("what is exported", () => {
  test("[X9] a key is chosen where there are several", () => {
    expect(codesOf(exportDesign(two, "key-policy"))).toEqual([
      "export/several-keys",
    ]);
    expect(exportDesign(two, "key-policy", { key: "B" }).ok).toBe(true);
  });

  test("[X9] the only key need not be named", () => {
    const design = designWith("One", "Stack", { keys: [{ id: "A" }] });
    expect(exportDesign(design, "key-policy").ok).toBe(true);
  });

  test.each([
    [{ key: "C" }, "key-policy"],
    [{ stack: "Other" }, "cloudformation-json"],
    [{ stack: "Other" }, "cdk-typescript"],
  ] as const)("[X9] %j is not in the design", (options, target) => {
    expect(codesOf(exportDesign(two, target, options))).toEqual([
      "export/unknown-name",
    ]);
  });

  test("[X9] the stack can be named", () => {
    const options = { stack: "Stack" };
    expect(exportDesign(two, "cloudformation-json", options)).toEqual(
      exportDesign(two, "cloudformation-json"),
    );
  });

  test.each([
    [{ fragment: true }, "cloudformation-yaml"],
    [{ fragment: true }, "design"],
    [{ logicalIds: "readable" }, "cdk-typescript"],
  ] as const)("[X9] option %j is not one of %s", (options, target) => {
    expect(codesOf(exportDesign(two, target, options))).toEqual([
      "export/option",
    ]);
  });

  test("[X10] what the CDK refuses is not exported, whatever the target", () => {
    const broken = designWith("Broken", "Stack", {
      keys: [{ id: "A", pendingWindowInDays: 3 }],
    });
    for (const target of targetsFor(broken))
      expect(codesOf(exportDesign(broken, target))).toEqual(
        target === "design" ? [] : ["key/pending-window"],
      );
  });

  test("[X10] a design without keys can be saved", () => {
    expect(exportDesign(emptyDesign(), "design").ok).toBe(true);
  });

  test("[X10] every reason is given at once", () => {
    const broken = designWith("Broken", "1", { keys: [] });
    expect(
      codesOf(exportDesign(broken, "key-policy", { fragment: true })),
    ).toEqual([
      "export/option",
      "export/no-key",
      "stack/name",
      "design/no-keys",
    ]);
  });
});

describe("CloudFormation", () => {
  test("[X11] the JSON is the template as the CDK writes it", () => {
    const [stack] = synthesize(two);
    expect(valueOf(exportDesign(two, "cloudformation-json")).text).toBe(
      stack && `${printTemplate(stack.template)}\n`,
    );
  });

  test("[X11] the YAML of a key with an alias", () => {
    const design = designWith("Yaml", "Stack", {
      keys: [
        {
          id: "A",
          description: "in ${AWS::Region}: yes",
          aliases: ["a"],
          removalPolicy: "destroy",
        },
      ],
    });
    const options = { logicalIds: "readable" } as const;
    expect(valueOf(exportDesign(design, "cloudformation-yaml", options)).text)
      .toBe(`Resources:
  A:
    Type: AWS::KMS::Key
    Properties:
      Description: !Sub "in \${AWS::Region}: yes"
      KeyPolicy:
        Statement:
          - Action: kms:*
            Effect: Allow
            Principal:
              AWS: !Sub arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root
            Resource: "*"
        Version: "2012-10-17"
    UpdateReplacePolicy: Delete
    DeletionPolicy: Delete
  AAlias:
    Type: AWS::KMS::Alias
    Properties:
      AliasName: alias/a
      TargetKeyId: !GetAtt A.Arn
`);
  });

  test("[X11] the file is named after the stack", () => {
    expect(valueOf(exportDesign(two, "cloudformation-yaml")).fileName).toBe(
      "Stack.template.yaml",
    );
  });
});

describe("key policy", () => {
  const policyOf = (design: Design, key = "A") =>
    valueOf(exportDesign(design, "key-policy", { key }));

  test("[X12] nothing is left to CloudFormation", () => {
    const { text } = policyOf(inStack({}));
    expect(JSON.parse(text)).toEqual({
      Statement: [
        {
          Action: "kms:*",
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::111122223333:root" },
          Resource: "*",
        },
      ],
      Version: "2012-10-17",
    });
  });

  test("[X12] the stack's account and partition are taken", () => {
    const stack = { account: "444455556666", region: "cn-north-1" };
    expect(policyOf(inStack(stack)).text).toContain(
      '"arn:aws-cn:iam::444455556666:root"',
    );
  });

  test("[X12] pseudo parameters are those of the stack", () => {
    const arn =
      "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${AWS::Region}";
    const design = designWith("Pseudo", "Stack", {
      principals: [
        { id: "R", kind: "arn", arn },
        { id: "S", kind: "service", service: "ec2.${AWS::URLSuffix}" },
        { id: "N", kind: "arn", arn: "${AWS::StackName}" },
      ],
      keys: [
        {
          id: "A",
          policy: {
            mode: "replace",
            statements: [
              {
                effect: "Allow",
                principals: ["R", "S", "N"],
                actions: ["kms:Sign"],
                resources: ["*"],
              },
            ],
          },
        },
      ],
    });
    const stack = { account: "444455556666", region: "cn-north-1" };
    expect(JSON.parse(policyOf(inStack(stack, design)).text)).toMatchObject({
      Statement: [
        {
          Principal: {
            AWS: ["arn:aws-cn:iam::444455556666:role/cn-north-1", "Stack"],
            Service: "ec2.amazonaws.com.cn",
          },
        },
      ],
    });
  });

  test("[X12] what only CloudFormation knows is said", () => {
    const design = designWith("Id", "Stack", {
      principals: [{ id: "N", kind: "arn", arn: "${AWS::StackId}" }],
      keys: [{ id: "A", administrators: ["N"] }],
    });
    const { text, notes } = policyOf(design);
    expect(text).toContain("${AWS::StackId}");
    expect(notes).toContain(
      "Only CloudFormation knows the stack ID: write it in.",
    );
  });

  test("[X12] what was assumed is said", () => {
    expect(policyOf(inStack({})).notes).toEqual([
      "The stack has no account: 111122223333 of AWS's documentation stands for it.",
      "The stack has no Region: US East (N. Virginia) (us-east-1) is assumed.",
    ]);
    expect(
      policyOf(inStack({ account: "444455556666", region: "eu-west-1" })).notes,
    ).toEqual([]);
  });

  test("[X12] a policy without statements is empty, and says what KMS does then", () => {
    const design = designWith("None", "Stack", {
      keys: [{ id: "A", policy: { mode: "replace", statements: [] } }],
    });
    const { text, notes } = policyOf(design);
    expect(JSON.parse(text)).toEqual({});
    expect(notes).toContain(
      "The policy has no statements: AWS KMS attaches its default policy.",
    );
  });

  test("[X12] intrinsics that stay are kept as they are", () => {
    const value = { AWS: { "Fn::GetAtt": ["Role", "Arn"] }, X: { Ref: "P" } };
    expect(plainJson(value, { id: "S" })).toEqual(value);
  });

  test("[X13] the bytes are those of the compact policy", () => {
    const design = inStack({ account: "444455556666", region: "eu-west-1" });
    const [key] = design.keys;
    expect(key && keyPolicyBytes(design, key)).toBe(
      JSON.stringify(JSON.parse(policyOf(design).text)).length,
    );
  });

  test("[X13] a character beyond ASCII counts its bytes", () => {
    const design = (sid: string) =>
      designWith("Bytes", "Stack", {
        principals: [role("Admin")],
        keys: [
          {
            id: "A",
            policy: {
              mode: "amend",
              statements: [{ sid, effect: "Allow", principals: ["Admin"] }],
            },
          },
        ],
      });
    const bytes = (sid: string) => {
      const [key] = design(sid).keys;
      return key === undefined ? 0 : keyPolicyBytes(design(sid), key);
    };
    expect(bytes("éa") - bytes("ea")).toBe(1);
  });

  test("[X13] a policy without statements has no bytes", () => {
    const design = designWith("None", "Stack", {
      keys: [{ id: "A", policy: { mode: "replace", statements: [] } }],
    });
    const [key] = design.keys;
    expect(key && keyPolicyBytes(design, key)).toBe(0);
  });
});

describe("the design itself", () => {
  test.each([
    ["Payments encryption", "payments-encryption.keywright.json"],
    ["  Größe!  ", "gr-e.keywright.json"],
    ["ключ", "design.keywright.json"],
    ["", "design.keywright.json"],
    ["../../etc/passwd", "etc-passwd.keywright.json"],
  ])("[X14] a design called %j is saved as %s", (name, fileName) => {
    expect(valueOf(exportDesign(emptyDesign(name), "design")).fileName).toBe(
      fileName,
    );
  });

  test.each(Object.entries(samples))(
    "[X14] %s is exported as a file that opens again",
    (_, { design }) => {
      const { text } = valueOf(exportDesign(design, "design"));
      expect(parseDesignText(text)).toEqual({ ok: true, value: design });
    },
  );
});

/** Everything that a design can be exported to, with every stack that may be chosen and the first key. */
function exportsOf(design: Design): readonly (readonly [string, Exported])[] {
  const stacks = design.stacks.map(({ id }) => ({ stack: id }));
  const key = design.keys.find(isOwned);
  return targetsFor(design).flatMap((target) => {
    const { perKey, perStack, fragment } = exportTargets[target];
    if (perKey && key === undefined) return [];
    const whole = perStack
      ? stacks
      : [perKey && key !== undefined ? { key: key.id } : {}];
    const parts = fragment
      ? stacks.map((options) => ({ ...options, fragment }))
      : [];
    return [...whole, ...parts].map(
      (options) =>
        [target, valueOf(exportDesign(design, target, options))] as const,
    );
  });
}

/** Spans are inside the text, in order, and each is inside the one before it or behind it. */
function expectGoodSpans(design: Design, { text, spans }: Exported): void {
  const open: { end: number }[] = [];
  let last = 0;
  for (const { start, end, from } of spans) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
    while ((open.at(-1)?.end ?? Infinity) <= start) open.pop();
    expect(end).toBeLessThanOrEqual(open.at(-1)?.end ?? Infinity);
    open.push({ end });
    last = start;
    expect(from.length).toBeGreaterThan(0);
    for (const path of from)
      expect(valueAt(design, path.slice(0, -1))).toBeDefined();
  }
}

describe("spans of every target", () => {
  test.each(templates)(
    "[X3] %s: nested or apart, in order, inside the text, and from the design",
    (_, { design }) => {
      for (const [, exported] of exportsOf(design))
        expectGoodSpans(design, exported);
    },
  );

  test("[X3] random designs: nested or apart, in order, inside the text, and from the design", () => {
    fc.assert(
      fc.property(arbitraryDesign(), (design) => {
        for (const [, exported] of exportsOf(design))
          expectGoodSpans(design, exported);
      }),
      { numRuns, seed: 30 },
    );
  });

  test("[X3] random designs of several stacks: the same", () => {
    fc.assert(
      fc.property(arbitraryApp(), (design) => {
        for (const [, exported] of exportsOf(design))
          expectGoodSpans(design, exported);
      }),
      { numRuns, seed: 33 },
    );
  });

  test.each(templates)(
    "[X15] %s: each statement has a span in templates, programs and the key policy",
    (_, { design }) => {
      const wanted = design.keys.flatMap((one, key) =>
        statementsOf(one).map((_statement, index) =>
          ["keys", key, "policy", "statements", index].join("/"),
        ),
      );
      for (const [target, { spans }] of exportsOf(design)) {
        if (target === "design") continue;
        const found = new Set(
          spans.flatMap(({ from }) => from.map((path) => path.join("/"))),
        );
        for (const path of wanted) expect([...found]).toContain(path);
      }
    },
  );

  test("[X15] a setting leads to its line in every language", () => {
    const design = designWith("Lines", "Stack", {
      keys: [{ id: "A", description: "text", pendingWindowInDays: 9 }],
    });
    const lineOf = (target: ExportTarget) => {
      const { text, spans } = valueOf(exportDesign(design, target));
      const span = spans.find(({ from }) =>
        from.some((path) => path.at(-1) === "pendingWindowInDays"),
      );
      return span && text.slice(span.start, span.end).trim();
    };
    expect(lineOf("cloudformation-yaml")).toBe("PendingWindowInDays: 9");
    expect(lineOf("cdk-typescript")).toBe(
      "pendingWindow: cdk.Duration.days(9)",
    );
    expect(lineOf("cdk-python")).toBe("pending_window=cdk.Duration.days(9)");
  });
});

describe("CDK programs", () => {
  test("[X16] flags that differ from cdk init are named at the head", () => {
    const flags = { "@aws-cdk/aws-iam:minimizePolicies": false };
    const design: Design = { ...two, cdk: { line: "v2", flags } };
    expect(valueOf(exportDesign(design, "cdk-typescript")).text).toMatch(
      /^\/\/ .*cdk\.json.*\n\/\/ {3}"@aws-cdk\/aws-iam:minimizePolicies": false\nimport/,
    );
  });

  test("[X16] the environment of the stack is in the program", () => {
    const design = inStack({ account: "111122223333", region: "eu-west-1" });
    expect(valueOf(exportDesign(design, "cdk-typescript")).text).toContain(
      'env: { account: "111122223333", region: "eu-west-1" }',
    );
  });

  test("[X16] a fragment has the constructs only", () => {
    const design = designWith("One", "Stack", { keys: [{ id: "A" }] });
    const exported = valueOf(
      exportDesign(design, "cdk-typescript", { fragment: true }),
    );
    expect(exported.text).toBe('new kms.Key(this, "A");\n');
    expect(exported.notes).toHaveLength(1);
  });

  test("[X16] a principal that is named twice is one object", () => {
    const design = designWith("Twice", "Stack", {
      principals: [{ id: "Mine", kind: "account-root" }],
      keys: [
        { id: "A", administrators: ["Mine"] },
        { id: "B", administrators: ["Mine"] },
      ],
    });
    const { text } = valueOf(
      exportDesign(design, "cdk-typescript", { fragment: true }),
    );
    expect(text).toBe(`const mine = new iam.AccountRootPrincipal();

new kms.Key(this, "A", {
  admins: [mine],
});

new kms.Key(this, "B", {
  admins: [mine],
});
`);
  });
});

/** What the short tags stand for, to compare YAML with JSON. */
const customTags = [
  { tag: "!Ref", resolve: (name: string) => ({ Ref: name }) },
  {
    tag: "!GetAtt",
    resolve: (text: string) => ({ "Fn::GetAtt": text.split(".") }),
  },
  { tag: "!Sub", resolve: (text: string) => ({ "Fn::Sub": text }) },
];

describe("one template in two languages", () => {
  test("[X17] YAML and JSON of random designs say the same", () => {
    fc.assert(
      fc.property(arbitraryDesign(), (design) => {
        const [json, yaml] = (
          ["cloudformation-json", "cloudformation-yaml"] as const
        ).map((target) => valueOf(exportDesign(design, target)).text);
        expect(parse(yaml ?? "", { version: "1.1", customTags })).toEqual(
          withSubs(JSON.parse(json ?? "")),
        );
      }),
      { numRuns, seed: 31 },
    );
  });

  test("[X17] the key policy of random designs is that of the template", () => {
    fc.assert(
      fc.property(arbitraryDesign(), (design) => {
        const [key] = design.keys;
        const [stack] = design.stacks;
        if (key === undefined || stack === undefined) return;
        const { document } = synthesizeKeyPolicy(design, key);
        const options = { key: key.id };
        const { text } = valueOf(exportDesign(design, "key-policy", options));
        expect(JSON.parse(text)).toEqual(plainJson(document ?? {}, stack));
      }),
      { numRuns, seed: 32 },
    );
  });
});

function withSubs(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(withSubs);
  const join: unknown = Reflect.get(value, "Fn::Join");
  if (Array.isArray(join)) {
    const parts: readonly unknown[] = Array.isArray(join[1]) ? join[1] : [];
    const texts = parts.map((part) =>
      typeof part === "string"
        ? part.replaceAll("${", "${!")
        : `\${${String(memberOf(part, "Ref"))}}`,
    );
    const literal = parts.filter((part) => typeof part === "string");
    const short = literal.every((part) => isSubText(part));
    return short ? { "Fn::Sub": texts.join("") } : value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, withSubs(member)]),
  );
}

function isSubText(text: string): boolean {
  return (
    !text.endsWith("$") &&
    !text.replaceAll(/\$\{[^!{}$][^{}$]*\}/g, "").includes("${")
  );
}
