import { describe, expect, test } from "vitest";

import {
  exportDesign,
  importFiles,
  printDesign,
  samePath,
  samples,
  templateTexts,
} from "../index.ts";
import type { Path, TextFile } from "../index.ts";
import {
  cdkOut,
  templateFile,
  templateFiles,
} from "../testing/template-files.ts";
import { placeText } from "./excerpt.ts";
import { locateIn } from "./locate.ts";
import { sourceText } from "./source-text.ts";

/** What files become, with the place and the text of a part of it. */
function opened(...texts: readonly TextFile[]) {
  const read = importFiles(texts, "Test");
  if (!read.ok) throw new Error(read.problems[0]?.message);
  const { design, source } = read.value;
  const locate = locateIn({ design, source, files: texts.map(sourceText) });
  return {
    design,
    locate,
    at: (...path: Path) => {
      const place = locate(path);
      if (place?.span === undefined) return place?.file.name;
      const { start, end } = place.span;
      const [first = ""] = place.file.text.slice(start, end).split("\n");
      return `${placeText(place)} ${first}`;
    },
  };
}

const template = `Parameters:
  Who:
    Type: String
Conditions:
  Shared: !Equals [!Ref Who, x]
Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      PendingWindowInDays: 5 # days
      KeyPolicy:
        Statement:
          - Effect: Allow
            Principal: {AWS: !Sub "arn:aws:iam::\${AWS::AccountId}:root"}
            Action: kms:*
            Resource: "*"
          - !If
            - Shared
            - Effect: Allow
              Principal: {AWS: ["*", "arn:aws:iam::111122223333:role/App"]}
              Action:
                - kms:Foo*
                - kms:Foo
              Resource: "*"
              Condition:
                StringEquals: {kms:ViaService: s3.eu-west-1.amazonaws.com}
            - !Ref AWS::NoValue
      Tags:
        - {Key: a, Value: b}
  Alias:
    Type: AWS::KMS::Alias
    Properties:
      AliasName: alias/mine
      TargetKeyId: !Ref Key
`;

describe("places in templates", () => {
  const { at, design } = opened({ name: "t.yaml", text: template });
  const statement = ["keys", 0, "policy", "statements", 1] as const;

  test.each<readonly [Path, string]>([
    [["keys", 0, "pendingWindowInDays"], "10:7 PendingWindowInDays: 5"],
    [["keys", 0, "policy"], "11:7 KeyPolicy:"],
    [["keys", 0, "tags", 0, "key"], "29:12 Key: a"],
    [["keys", 0, "tags"], "28:7 Tags:"],
    [["aliases", 0, "name"], "33:7 AliasName: alias/mine"],
    [[...statement, "actions", 1], "23:19 kms:Foo"],
    [[...statement, "actions"], "21:15 Action:"],
    [[...statement, "effect"], "19:15 Effect: Allow"],
    [
      [...statement, "conditions", "StringEquals", "kms:ViaService"],
      "26:32 kms:ViaService: s3.eu-west-1.amazonaws.com",
    ],
    [[...statement, "principals", 0], '20:33 "*"'],
    [
      [...statement, "conditions", "StringEquals"],
      "26:17 StringEquals: {kms:ViaService: s3.eu-west-1.amazonaws.com}",
    ],
    [["stacks", 0, "template", "rest", "Parameters", "Who"], "2:3 Who:"],
  ])("[M15] %j is where the template says it", (path, place) => {
    expect(at(...path)).toBe(`t.yaml:${place}`);
  });

  test("[M15] a principal is where it is named", () => {
    const place = 't.yaml:20:38 "arn:aws:iam::111122223333:role/App"';
    const index = design.principals.findIndex(({ kind }) => kind === "arn");
    expect(at("principals", index)).toBe(place);
    expect(at(...statement, "principals", 1)).toBe(place);
  });

  test("[M15] what the template does not say is where the part around it is", () => {
    expect(at("keys", 0, "enableKeyRotation")).toBe("t.yaml:7:3 Key:");
    expect(at(...statement, "sid")).toBe("t.yaml:19:15 Effect: Allow");
  });

  test("[M15] a stack is its file, and claims are nowhere in it but in that", () => {
    expect(at("stacks", 0)).toBe("t.yaml");
    expect(at("claims", 0)).toBe("t.yaml");
  });

  test("[M15] a statement without a list around it", () => {
    const text = template.replace(
      /Statement:[\s\S]*Tags:/,
      "Statement:\n          Effect: Allow\n          Principal: '*'\n          Action: kms:Foo\n      Tags:",
    );
    expect(
      opened({ name: "t", text }).at(
        "keys",
        0,
        "policy",
        "statements",
        0,
        "actions",
        0,
      ),
    ).toBe("t:15:11 Action: kms:Foo");
  });

  test("[M15] each stack of a folder is in its own file", () => {
    const folder = opened(...cdkOut);
    const places = folder.design.keys.map((_, index) =>
      folder.at("keys", index),
    );
    expect(places[0]).toMatch(/^cdk\.out\/Keys\.template\.json:\d+:\d+ "/);
    expect(folder.at("stacks", 1)).toBe("cdk.out/Users.template.json");
    expect(folder.at("claims", 0)).toBeUndefined();
  });

  test("[M15] files with the same text are told apart by their order", () => {
    const both = opened(
      { name: "a.yaml", text: template },
      { name: "b.yaml", text: template },
    );
    expect(both.at("keys", 0)).toBe("a.yaml:7:3 Key:");
    expect(both.at("keys", 1)).toBe("b.yaml:7:3 Key:");
  });

  test.each(["fragment.yaml", "fragment.json", "serverless.yml"])(
    "[M15] %s is read with its own places",
    (name) => {
      const text = templateFile(name);
      const file = opened({ name, text });
      const type = text
        .split("\n")
        .findIndex((line) => /AWS::KMS::Key\b/.test(line));
      expect(file.at("keys", 0)).toMatch(
        new RegExp(`^${name}:(?:${type}|${type + 1}):\\d+ `),
      );
      expect(file.at("keys", 0, "policy")).toMatch(/ "?KeyPolicy"?: ?/);
    },
  );

  test("[M15] a byte order mark is no column, and a stray quote moves nothing", () => {
    const json = JSON.stringify({
      Resources: {
        Key: { Type: "AWS::KMS::Key", Properties: { Enabled: false } },
      },
    });
    expect(
      opened({ name: "t", text: `\ufeff${json}` }).at("keys", 0, "enabled"),
    ).toBe(`t:1:${json.indexOf('"Enabled"') + 1} "Enabled":false`);
    expect(opened({ name: "t", text: `"${json}` }).at("keys", 0)).toBe(
      `t:1:${json.indexOf('"Key"') + 2} "Key":${json.slice(json.indexOf('{"Type'), -2)}`,
    );
  });

  test("[M15] what exporting says that a part wrote is where the part is", () => {
    const exported = templateFiles.flatMap((file) => exportedAsRead(file));
    const places = exported.flatMap(({ spans, locate }) =>
      spans.flatMap(({ from: [path = []] }) => {
        const { start = -1, end = Infinity } = locate(path)?.span ?? {};
        // Of a statement in a condition the statement alone is meant.
        const isThere = spans.some(
          (span) =>
            span.from.some((other) => samePath(other, path)) &&
            start >= span.start &&
            end <= span.end,
        );
        return [{ path, isThere }];
      }),
    );
    expect(places.length).toBeGreaterThan(50);
    expect(places.filter(({ isThere }) => !isThere)).toEqual([]);
  });
});

/** A file as exporting writes it, where that is the file as it was read. */
function exportedAsRead(file: TextFile) {
  const { design, locate } = opened(file);
  const targets = ["cloudformation-yaml", "cloudformation-json"] as const;
  return design.stacks.flatMap(({ id: stack }) =>
    targets.flatMap((target) => {
      const read = exportDesign(design, target, { stack, templateTexts });
      return read.ok && read.value.text === file.text
        ? [{ spans: read.value.spans, locate }]
        : [];
    }),
  );
}

const statements = [
  {
    Effect: "Allow",
    Principal: { AWS: "arn:aws:iam::111122223333:root" },
    Action: "kms:*",
    Resource: "*",
  },
  {
    Sid: 'A "quoted" \u00fc',
    Effect: "Deny",
    Principal: "*",
    Action: ["kms:Decrypt", "kms:Foo"],
    Resource: "*",
  },
];
const policy = JSON.stringify(
  { Version: "2012-10-17", Statement: statements },
  null,
  2,
);
const action: Path = ["keys", 0, "policy", "statements", 1, "actions", 1];

describe("places in key policies", () => {
  test.each([
    ["a document", policy, '18:9 "kms:Foo"'],
    ["one under a name", `{"mine": ${policy}}`, '18:9 "kms:Foo"'],
    ["statements alone", JSON.stringify(statements, null, 2), '16:7 "kms:Foo"'],
    ["one with comments", policy.replace("{", "# mine\n{"), '19:9 "kms:Foo"'],
  ])("[M15] %s", (_, text, place) => {
    expect(opened({ name: "p", text }).at(...action)).toBe(`p:${place}`);
  });

  test("[M15] a statement alone", () => {
    const text = JSON.stringify(statements[1], null, 2);
    const { at } = opened({ name: "p", text });
    expect(at("keys", 0, "policy", "statements", 0, "actions", 1)).toBe(
      'p:7:5 "kms:Foo"',
    );
  });

  test("[M15] the parts of a statement and the policy as a whole", () => {
    const { at } = opened({ name: "p", text: policy });
    expect(at(...action.slice(0, 5))).toBe("p:12:5 {");
    expect(at(...action.slice(0, 5), "sid")).toBe(
      'p:13:7 "Sid": "A \\"quoted\\" \u00fc"',
    );
    expect(at("keys", 0, "policy")).toBe('p:3:3 "Statement": [');
    expect(at("keys", 0, "description")).toBe("p");
    expect(at("stacks", 0)).toBe("p");
  });

  test("[M15] a statement that only JSON can say, after what is no statement", () => {
    const odd = { ...statements[0], Action: [["kms:Foo"]] };
    const text = JSON.stringify({ Statement: [1, odd] }, null, 2);
    const path = ["keys", 0, "policy", "statements", 0, "verbatim", "Action"];
    expect(opened({ name: "p", text }).at(...path)).toBe('p:9:7 "Action": [');
  });

  test("[M15] the policy of a key that exists", () => {
    const arn = "arn:aws:kms:eu-west-1:111122223333:key/k";
    const { at } = opened(
      { name: "k", text: JSON.stringify({ KeyMetadata: { Arn: arn } }) },
      {
        name: "p",
        text: `{ "Policy": ${JSON.stringify({ Statement: statements })} }`,
      },
    );
    const place = ["found", "policyDocument", "Statement", 1, "Action", 1];
    expect(at("keys", 0, ...place)).toMatch(/^p:1:\d+ "kms:Foo"$/);
  });

  test.each([
    [
      '{ "Policy": text }',
      JSON.stringify({ Policy: policy, PolicyName: "default" }),
    ],
    ["the text alone", JSON.stringify(policy)],
    ["in ASCII", JSON.stringify(policy).replaceAll("\u00fc", "\\u00fc")],
  ])("[M15] as get-key-policy prints it, %s", (_, text) => {
    const { locate } = opened({ name: "p", text });
    const { start = 0, end = 0 } = locate(action)?.span ?? {};
    expect(text.slice(start, end)).toBe('\\"kms:Foo\\"');
  });
});

test("[M15] a part of a design is where its value is", () => {
  const text = printDesign(samples["symmetric-data-key"].design);
  const { at } = opened({ name: "d", text });
  expect(at("name")).toMatch(/^d:\d+:\d+ "/);
  expect(at()).toBe("d");
});
