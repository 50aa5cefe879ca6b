import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { ScalarTag } from "yaml";
import { memberOf, valueAt } from "../testing/value-at.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { printYaml } from "./print-yaml.ts";
import { yamlScalar } from "../yaml/yaml-scalar.ts";
import { shortForm } from "../yaml/yaml-tags.ts";

const numRuns = process.env["KEYWRIGHT_DEEP"] === "1" ? 20_000 : 600;

/** What a `!Sub` stands for, as CloudFormation reads it. */
function joined(text: string): Json {
  const parts = text
    .split(/(\$\{[^}]*\})/)
    .filter((part) => part !== "")
    .map((part): Json => {
      const name = /^\$\{(?<name>[^}!]*)\}$/.exec(part)?.groups?.["name"];
      return name === undefined ? part.replaceAll("${!", "${") : { Ref: name };
    });
  return { "Fn::Join": ["", parts] };
}

const customTags: ScalarTag[] = [
  { tag: "!Ref", resolve: (name) => ({ Ref: name }) },
  { tag: "!Sub", resolve: joined },
  {
    tag: "!GetAtt",
    resolve: (text) => {
      const [id = "", ...attribute] = text.split(".");
      return { "Fn::GetAtt": [id, attribute.join(".")] };
    },
  },
];

type Version = "1.1" | "1.2";

function readBack(text: string, version: Version): unknown {
  return parse(text, { version, customTags });
}

/** The same value with neighbouring texts of a Join in one, as a `!Sub` has them. */
function normal(value: Json): Json {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(normal);
  const object = value as JsonObject;
  const join = object["Fn::Join"];
  if (Array.isArray(join) && join[0] === "" && Array.isArray(join[1]))
    return { "Fn::Join": ["", texts(join[1].map(normal))] };
  return Object.fromEntries(
    Object.entries(object).map(([name, member]) => [name, normal(member)]),
  );
}

function texts(parts: readonly Json[]): readonly Json[] {
  const result: Json[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (typeof part === "string" && typeof last === "string")
      result.splice(-1, 1, last + part);
    else if (part !== "") result.push(part);
  }
  return result;
}

function expectToSurvive(value: JsonObject): void {
  const { text } = printYaml(value, () => []);
  for (const version of ["1.1", "1.2"] as const)
    expect(normal(readBack(text, version) as Json)).toEqual(normal(value));
}

/** Texts that some reader of YAML takes for something else, or that break a line. */
const awkward: readonly string[] = [
  ["", " ", "yes", "No", "on", "OFF", "y", "N", "true", "null", "~", "Null"],
  [
    "1",
    "1.5",
    "1e3",
    "e0",
    "E+5",
    "0x1F",
    "0o7",
    "010",
    "1_000",
    "-1",
    "+1",
    ".5",
    ".",
  ],
  ["2012-10-17", "2001-12-14t21:59:43.10-05:00", "12:30:45", "1:20"],
  [".inf", "-.INF", ".nan", "=", "<<", "a: b", "a:", ": a", "a #b", "#a"],
  ["- a", "-", "---", "...", "? a", "?", "[a]", "{a}", "a, b", "*a", "&a"],
  ["!a", "!Ref a", "|", ">", "%a", "@a", "`a`", "'a'", '"a"', "a'b", "\\"],
  ["a\nb", "a\r\nb", "\t", "a\tb", " a", "a ", "\u0000", "\u0007", "\u0085"],
  ["\u2028", "\ufeff", "\ud800", "\udc00x", "é", "日本", "🔑", "\u00a0"],
  ["${", "${AWS::Region}", "${!a}", "$", "{", "}", "${a", "a}", "$${a}"],
  ["x".repeat(1200)],
].flat();

const nasty = fc.oneof(
  fc.constantFrom(...awkward),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 6 }),
  fc.string({ unit: "grapheme", maxLength: 6 }),
);

const intrinsic: fc.Arbitrary<JsonObject> = fc.oneof(
  fc.record({ Ref: fc.oneof(fc.constantFrom("Key", "AWS::Region"), nasty) }),
  fc
    .tuple(fc.constantFrom("Key", "A1"), fc.constantFrom("Arn", "A.B", "a b"))
    .map((list) => ({ "Fn::GetAtt": list })),
  fc
    .array(
      fc.oneof(
        nasty,
        fc.record({ Ref: fc.constantFrom("AWS::Region", "Key", "A.B", "a}") }),
      ),
      { maxLength: 5 },
    )
    .map((parts) => ({ "Fn::Join": ["", parts] })),
  fc.constant({ "Fn::Join": ["-", ["a", { Ref: "Key" }]] }),
);

const name = nasty.filter((text) => text !== "__proto__");
const { value: values } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    nasty,
    fc.constantFrom(true, false, null, 0, -1, 1.5, 1e21),
    intrinsic,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(name, tie("value"), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  ),
}));
const documents: fc.Arbitrary<JsonObject> = fc.dictionary(name, values, {
  maxKeys: 5,
  noNullPrototype: true,
});

describe("YAML", () => {
  test("[X4] random documents with awkward texts are read back under YAML 1.1 and 1.2", () => {
    fc.assert(fc.property(documents, expectToSurvive), { numRuns, seed: 25 });
  });

  test.each<[JsonObject]>([
    [{}],
    [{ a: [] }],
    [{ a: [[], [[]], [{}]] }],
    [{ a: [{ b: 1, c: [1] }, [2, [3]]] }],
    [{ "x y": { "": { "a: b": null } } }],
    [{ ["k".repeat(2000)]: { a: 1 }, ["é".repeat(2000)]: [1], z: 1 }],
    [{ a: { ["k".repeat(2000)]: "v" } }],
    [{ a: [{ ["k".repeat(2000)]: "v", b: 1 }] }],
  ])("[X4] %j is read back", (value) => {
    expectToSurvive(value);
  });

  test("[X4] lists and objects are written as blocks", () => {
    const value = { a: { b: [1, { c: "x", d: [] }, ["z"]] }, e: "yes" };
    expect(printYaml(value, () => []).text).toBe(
      [
        "a:",
        "  b:",
        "    - 1",
        "    - c: x",
        "      d: []",
        "    -",
        "      - z",
        'e: "yes"',
        "",
      ].join("\n"),
    );
  });

  test("[X2] every place of a YAML text has the text of its member", () => {
    fc.assert(
      fc.property(documents, (value) => {
        const { text, spans } = printYaml(value, (place) => [place]);
        for (const { start, end, from } of spans) {
          const place = from[0] ?? [];
          const last = place.at(-1);
          const member = valueAt(value, place);
          const indent = start - text.lastIndexOf("\n", start - 1) - 1;
          const lines = " ".repeat(indent) + text.slice(start, end);
          const read = readBack(lines, "1.2");
          const found = memberOf(read, typeof last === "string" ? last : 0);
          expect(normal(found as Json)).toEqual(normal(member as Json));
        }
      }),
      { numRuns: Math.ceil(numRuns / 4), seed: 26 },
    );
  });
});

describe("scalars", () => {
  test.each([
    ["kms:Decrypt"],
    ["arn:aws:iam::111122223333:root"],
    ["AWS::KMS::Key"],
    ["alias/payments"],
    ["Protects payment records"],
    ["Fn::GetAtt"],
    ["kms:GenerateDataKey*"],
  ])("[X5] %s needs no quotes", (text) => {
    expect(yamlScalar(text)).toBe(text);
  });

  test.each([
    ["yes"],
    ["2012-10-17"],
    ["*"],
    ["111122223333"],
    [""],
    ["a: b"],
    ["a #b"],
    [" a"],
    ["a "],
    ["é"],
  ])("[X5] %j stands in quotes", (text) => {
    expect(yamlScalar(text)).toBe(JSON.stringify(text));
  });

  test.each([["binary"], ["grapheme"], ["grapheme-ascii"]] as const)(
    "[X5] any %s text is read back as itself under YAML 1.1 and 1.2",
    (unit) => {
      fc.assert(
        fc.property(fc.string({ unit }), (text) => {
          const document = `a: ${yamlScalar(text)}\n`;
          expect(readBack(document, "1.1")).toEqual({ a: text });
          expect(readBack(document, "1.2")).toEqual({ a: text });
        }),
        { numRuns, seed: 27 },
      );
    },
  );

  test("[X5] awkward texts are read back as themselves", () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const document = `- ${yamlScalar(text)}\n`;
        expect(readBack(document, "1.1")).toEqual([text]);
        expect(readBack(document, "1.2")).toEqual([text]);
      }),
      { numRuns, seed: 28 },
    );
  });

  test("[X5] nothing but printable characters is written", () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(yamlScalar(text)).not.toMatch(
          /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/,
        );
      }),
      { numRuns, seed: 29 },
    );
  });
});

describe("short forms", () => {
  test.each<[Json, string]>([
    [{ Ref: "Key" }, "!Ref Key"],
    [{ Ref: "AWS::Region" }, "!Ref AWS::Region"],
    [{ "Fn::GetAtt": ["Key", "Arn"] }, "!GetAtt Key.Arn"],
    [
      { "Fn::Join": ["", ["arn:", { Ref: "AWS::Partition" }, ":iam"]] },
      "!Sub arn:${AWS::Partition}:iam",
    ],
    [
      { "Fn::Join": ["", ["${aws:username} ", { Ref: "Key" }]] },
      "!Sub ${!aws:username} ${Key}",
    ],
  ])("[X6] %j is written %s", (value, text) => {
    expect(shortForm(value)).toBe(text);
  });

  test.each<[Json]>([
    [{ "Fn::Join": ["-", ["a", "b"]] }],
    [{ "Fn::Join": ["", ["$", "{AWS::Region}"]] }],
    [{ "Fn::Join": ["", ["${", { Ref: "Key" }, "}"]] }],
    [{ "Fn::Join": ["", ["a", { Ref: "A.B" }]] }],
    [{ "Fn::Join": ["", ["a", { "Fn::GetAtt": ["Key", "Arn"] }]] }],
    [{ "Fn::Join": ["", "a"] }],
    [{ "Fn::GetAtt": ["Key"] }],
    [{ "Fn::GetAtt": "Key.Arn" }],
    [{ "Fn::GetAtt": ["a.b", "Arn"] }],
    [{ Ref: 1 }],
    [{ Ref: "A", Other: "B" }],
    [{ Other: "B" }],
    ["text"],
    [[]],
  ])("[X6] %j has no short form", (value) => {
    expect(shortForm(value)).toBeUndefined();
  });
});
