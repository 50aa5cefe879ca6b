import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json } from "../problem/json.ts";
import type { Path, Problem } from "../problem/problem.ts";
import { readTemplateText } from "./read-template-text.ts";
import type { TemplateText } from "./read-template-text.ts";

const isDeep = process.env["KEYWRIGHT_DEEP"] === "1";

function readAs(text: string): TemplateText {
  const read = readTemplateText(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

function valueOf(text: string): Json {
  return readAs(text).value;
}

function problemsOf(text: string): readonly Problem[] {
  const read = readTemplateText(text);
  return read.ok ? [] : read.problems;
}

function textAt(text: string, path: Path): string | undefined {
  const span = readAs(text).spanOf(path);
  return span && text.slice(span.start, span.end);
}

/** The codes of problems or warnings with the text that they are about. */
function told(
  text: string,
  problems: readonly Problem[],
): readonly (readonly [string, string])[] {
  return problems.map(({ code, span }) => [
    code,
    text.slice(span?.start, span?.end),
  ]);
}

describe("intrinsic functions", () => {
  test.each<[string, Json]>([
    ["!Ref Key", { Ref: "Key" }],
    ["!Ref 'AWS::Region'", { Ref: "AWS::Region" }],
    ["!Condition IsProd", { Condition: "IsProd" }],
    ["!Sub ${AWS::Region}-x", { "Fn::Sub": "${AWS::Region}-x" }],
    ["!Sub [a, {b: c}]", { "Fn::Sub": ["a", { b: "c" }] }],
    ["!GetAtt Key.Arn", { "Fn::GetAtt": ["Key", "Arn"] }],
    ['!GetAtt "Stack.Outputs.Arn"', { "Fn::GetAtt": ["Stack", "Outputs.Arn"] }],
    ["!GetAtt [Key, Arn]", { "Fn::GetAtt": ["Key", "Arn"] }],
    ["!GetAtt Key", { "Fn::GetAtt": ["Key"] }],
    ["!Join ['', [a, b]]", { "Fn::Join": ["", ["a", "b"]] }],
    ["!Select [0, !GetAZs '']", { "Fn::Select": [0, { "Fn::GetAZs": "" }] }],
    ["!Split [',', x]", { "Fn::Split": [",", "x"] }],
    ["!FindInMap [A, b, c]", { "Fn::FindInMap": ["A", "b", "c"] }],
    ["!Base64 x", { "Fn::Base64": "x" }],
    ["!Cidr [x, 1, 5]", { "Fn::Cidr": ["x", 1, 5] }],
    ["!ImportValue x", { "Fn::ImportValue": "x" }],
    ["!GetAZs us-east-1", { "Fn::GetAZs": "us-east-1" }],
    [
      "!If [a, b, !Ref AWS::NoValue]",
      { "Fn::If": ["a", "b", { Ref: "AWS::NoValue" }] },
    ],
    ["!And [!Condition a]", { "Fn::And": [{ Condition: "a" }] }],
    ["!Or [!Condition a]", { "Fn::Or": [{ Condition: "a" }] }],
    ["!Not [!Condition a]", { "Fn::Not": [{ Condition: "a" }] }],
    ["!Equals [!Ref A, b]", { "Fn::Equals": [{ Ref: "A" }, "b"] }],
    [
      "!Transform {Name: a, Parameters: {b: c}}",
      { "Fn::Transform": { Name: "a", Parameters: { b: "c" } } },
    ],
    ["!Length [a, b]", { "Fn::Length": ["a", "b"] }],
    ["!ToJsonString {a: 1}", { "Fn::ToJsonString": { a: 1 } }],
    ["!GetStackOutput {a: b}", { "Fn::GetStackOutput": { a: "b" } }],
  ])("[T1] %s is read in its long form", (text, value) => {
    expect(valueOf(`a: ${text}\n`)).toEqual({ a: value });
  });

  test("[T1] short forms in block style nest in each other", () => {
    const text =
      "a: !If\n  - c\n  - !Sub\n    - x\n    - y: !Ref z\n  - !Join\n    - ','\n    -\n      - 1\n";
    expect(valueOf(text)).toEqual({
      a: {
        "Fn::If": [
          "c",
          { "Fn::Sub": ["x", { y: { Ref: "z" } }] },
          { "Fn::Join": [",", [1]] },
        ],
      },
    });
  });

  test("[T1] long forms stay as they are written", () => {
    expect(valueOf("a:\n  Fn::GetAtt: A.B\nb: {Ref: X}\n")).toEqual({
      a: { "Fn::GetAtt": "A.B" },
      b: { Ref: "X" },
    });
  });

  test("[T1] what stands behind a tag is a text, whatever it looks like", () => {
    expect(valueOf("[!Ref 123, !Sub true, !Ref, ! 5, !!str 5]")).toEqual([
      { Ref: "123" },
      { "Fn::Sub": "true" },
      { Ref: "" },
      "5",
      "5",
    ]);
  });

  test("[T1] an unknown tag is read past with a warning", () => {
    const text = "a: !Rain::Embed ./file\nb: !Env {c: d}\n";
    const { value, warnings } = readAs(text);
    expect(value).toEqual({ a: "./file", b: { c: "d" } });
    expect(told(text, warnings)).toEqual([
      ["template/unknown-tag", "!Rain::Embed"],
      ["template/unknown-tag", "!Env"],
    ]);
  });
});

describe("scalars", () => {
  test.each<[string, Json]>([
    ["2012-10-17", "2012-10-17"],
    ["2001-12-14t21:59:43.10-05:00", "2001-12-14t21:59:43.10-05:00"],
    ["true", true],
    ["True", true],
    ["FALSE", false],
    ["yes", "yes"],
    ["off", "off"],
    ["null", null],
    ["~", null],
    ["", null],
    ["0", 0],
    ["-1", -1],
    ["1.5", 1.5],
    ["111122223333", 111122223333],
    ["012345678901", "012345678901"],
    ["1_000", "1_000"],
    ["0x1F", "0x1F"],
    ["0o7", "0o7"],
    ["1e3", "1e3"],
    ["1.10", "1.10"],
    ["-0", "-0"],
    [".5", ".5"],
    [".inf", ".inf"],
    ["Infinity", "Infinity"],
    ["NaN", "NaN"],
    ["90071992547409930", "90071992547409930"],
    ["'5'", "5"],
    ['"true"', "true"],
    ["one\n  two", "one two"],
    ["|\n  one\n   two\n", "one\n two\n"],
    ["|-\n  one\n", "one"],
    ["|+\n  one\n", "one\n\n"],
    [">\n  one\n  two\n\n  three\n", "one two\nthree\n"],
    ['"\\u00e9\\n\\x41"', "é\nA"],
    ['"a"# b', "a"],
    ["'it''s'", "it's"],
  ])("[T1] %j is read as %j", (text, value) => {
    expect(valueOf(`a: ${text}\nb: 1\n`)).toEqual({ a: value, b: 1 });
  });

  test("[T1] a block that the text ends in has no line break at its end", () => {
    expect(valueOf("a: |\n  one\n  two")).toEqual({ a: "one\ntwo" });
  });

  test("[T1] names are the texts that are written", () => {
    const text =
      "1: a\n012: b\nTrue: c\n~: d\n'5': e\n? f\n: g\n? |\n  h\n: i\n";
    expect(valueOf(text)).toEqual({
      1: "a",
      "012": "b",
      True: "c",
      "~": "d",
      5: "e",
      f: "g",
      "h\n": "i",
    });
  });
});

describe("quoted scalars and brackets that go on too far left", () => {
  test.each<[string, Json]>([
    ['a:\n  b: "one\n  two"\n  c: 1\n', { a: { b: "one two", c: 1 } }],
    ["a:\n  b: 'one\n  two'\n  c: 1\n", { a: { b: "one two", c: 1 } }],
    [
      'a:\n  b: "one\ntwo: # three\n\n  four"\n',
      { a: { b: "one two: # three\nfour" } },
    ],
    [
      "a:\n  b: 'it''s\n# no comment: none\n'\n",
      { a: { b: "it's # no comment: none " } },
    ],
    [
      'a:\n  b: "say \\"one\\"\ntwo \\\n  three"\n',
      { a: { b: 'say "one" two three' } },
    ],
    [
      'a:\n  - ["one\ntwo", three]\n  - b\n',
      { a: [["one two", "three"], "b"] },
    ],
    [
      "a:\n  b: [\n  one,\n{c: d}\n]\n  e: f\n",
      { a: { b: ["one", { c: "d" }], e: "f" } },
    ],
    ['a:\r\n  b: "one\r\n  two"\r\n  c: 1\r\n', { a: { b: "one two", c: 1 } }],
  ])("[T1] %j is read", (text, value) => {
    expect(valueOf(text)).toEqual(value);
  });

  test("[T1] they stand where they stand in the text", () => {
    const text = 'a:\n  b: "one\n# two"\n  c: 1\n';
    expect(textAt(text, ["a", "b"])).toBe('b: "one\n# two"');
    expect(textAt(text, ["a", "c"])).toBe("c: 1");
  });

  test("[T1] a line of dashes ends the document, even inside quotes", () => {
    expect(told("", problemsOf('a: "one\n---\nb"\n'))[0]?.[0]).toBe(
      "template/syntax",
    );
  });

  test("[T1] a quote that is never closed is told at its line", () => {
    const text = "a: 1\nb: 'one\nc: 'two'\n";
    expect(problemsOf(text)[0]?.span?.start).toBeLessThan(text.indexOf("c:"));
  });
});

describe("anchors", () => {
  test("[T1] an alias is what its anchor stands for", () => {
    expect(valueOf("a: &x {b: 1}\nc: [*x, &y d, *y]\n")).toEqual({
      a: { b: 1 },
      c: [{ b: 1 }, "d", "d"],
    });
  });

  test("[T1] a later anchor of the same name counts from there on", () => {
    expect(valueOf("- &x 1\n- *x\n- &x 2\n- *x\n")).toEqual([1, 1, 2, 2]);
  });

  test.each<[string, Json]>([
    ["{<<: *a}", { b: 1, c: 2 }],
    ["{<<: *a, c: 3}", { b: 1, c: 3 }],
    ["{c: 3, <<: *a}", { b: 1, c: 3 }],
    ["{<<: [{b: 9}, *a]}", { b: 9, c: 2 }],
    ["{<<: [*a, {b: 9}]}", { b: 1, c: 2 }],
    ["{<<: {d: 4}}", { d: 4 }],
    ['{"<<": *a}', { "<<": { b: 1, c: 2 } }],
    ["{<<: text}", { "<<": "text" }],
    ["{<<: !Ref x}", { "<<": { Ref: "x" } }],
  ])("[T1] the merge key in %s brings its members", (text, value) => {
    expect(valueOf(`x: &a {b: 1, c: 2}\ny: ${text}\n`)).toMatchObject({
      y: value,
    });
  });

  test.each([
    ["a: *x\n", "*x"],
    ["a: &x [*x]\n", "*x"],
    ["*x : a\n", "*x"],
  ])("[T1] %j has an alias of nothing", (text, alias) => {
    expect(told(text, problemsOf(text))).toEqual([["template/alias", alias]]);
  });
});

describe("names that are there twice", () => {
  test.each<[string, Json]>([
    ["a: 1\nb: 2\na: 3\n", { a: 3, b: 2 }],
    ["{a: 1, b: 2, a: 3}", { a: 3, b: 2 }],
    ['{"a": 1, "b": 2, "a": 3}', { a: 3, b: 2 }],
  ])("[T1] of %j the last one counts, and is told", (text, value) => {
    const { value: read, warnings } = readAs(text);
    expect(read).toEqual(value);
    expect(warnings).toMatchObject([
      { code: "template/duplicate-name", severity: "warning", path: ["a"] },
    ]);
    expect(warnings[0]?.span?.start).toBe(
      text.lastIndexOf(text.includes('"') ? '"a"' : "a"),
    );
  });

  test("[T1] a name twice in two mappings is none", () => {
    expect(readAs("a: {b: 1}\nc: {b: 1}\n").warnings).toEqual([]);
  });
});

describe("texts", () => {
  test.each<[string, "yaml" | "json", Json]>([
    ['{\n\t"a": [1,\n\t\t2]\n}\n', "json", { a: [1, 2] }],
    ['\ufeff{"a": 1}', "json", { a: 1 }],
    ["[1.0]", "json", [1]],
    ['{"a": 1,}', "yaml", { a: 1 }],
    ["{a: 1}", "yaml", { a: 1 }],
    ["\ufeffa: 1\r\nb: 2\r\n", "yaml", { a: 1, b: 2 }],
    ["a: 1\rb: 2\r", "yaml", { a: 1, b: 2 }],
    ["\ufeff- a: 1\n  b: 2\n", "yaml", [{ a: 1, b: 2 }]],
    ["%YAML 1.1\n---\na: 2001-01-01\n...\n", "yaml", { a: "2001-01-01" }],
    ["# only a comment\n", "yaml", null],
    ["", "yaml", null],
  ])("[T1] %j is %s", (text, language, value) => {
    const read = readAs(text);
    expect(read.language).toBe(language);
    expect(read.value).toEqual(value);
    expect(read.warnings).toEqual([]);
  });

  test("[T1] of several documents the first is read, and the others are told", () => {
    const text = "a: 1\n---\n# nothing\n---\nb: 2\n";
    const { value, warnings } = readAs(text);
    expect(value).toEqual({ a: 1 });
    expect(told(text, warnings)).toEqual([
      ["template/more-documents", "---\nb: 2\n"],
    ]);
    expect(readAs("a: 1\n---\n").warnings).toEqual([]);
  });

  test.each([
    ["a: [1, 2"],
    ["a: 1\n b: 2\n"],
    ["a: {b: 1]\n"],
    ["\ta: 1\n"],
    ["a: b: c\n"],
    ["[a]: b\n"],
    ["!Ref a: b\n"],
    ["? a b: c: d\n"],
    ['? "a" b\n'],
    ["a: {}:\n"],
    [": a\n"],
    ["{a\n b: c}"],
    ['{"a"\n: c}'],
    ["a: 1\n}\n"],
    ["a: 'b' c\n"],
    ['a: "\\q"\n'],
    ["- a\nb\n"],
    ["&a &b c\n"],
  ])("[T1] %j is no template, and the place is told", (text) => {
    const [problem] = problemsOf(text);
    expect(problem).toMatchObject({
      code: "template/syntax",
      severity: "error",
    });
    expect(problem?.span?.start).toBeLessThanOrEqual(text.length);
  });

  test("[T1] a text full of mistakes brings the first twenty", () => {
    const text = "a: ]\n".repeat(100);
    expect(problemsOf(text)).toHaveLength(20);
  });
});

describe("places", () => {
  const text = [
    "Resources: # all",
    "  Key:",
    "    Type: AWS::KMS::Key # the key",
    "    List:",
    "    - &x one",
    "    - a: !If [c, *x, d]",
    "      b: |",
    "        two",
    "    Merged: {<<: {e: 1}}",
    "",
  ].join("\n");

  test.each<[Path, string]>([
    [["Resources", "Key", "Type"], "Type: AWS::KMS::Key"],
    [["Resources", "Key", "List", 0], "&x one"],
    [["Resources", "Key", "List", 1, "a"], "a: !If [c, *x, d]"],
    [["Resources", "Key", "List", 1, "a", "Fn::If"], "!If [c, *x, d]"],
    [["Resources", "Key", "List", 1, "a", "Fn::If", 2], "d"],
    [["Resources", "Key", "List", 1, "a", "Fn::If", 1, "z"], "*x"],
    [["Resources", "Key", "List", 1, "b"], "b: |\n        two"],
    [["Resources", "Key", "Merged", "e"], "<<: {e: 1}"],
    [["Resources", "Key", "Merged", "none", 3], "Merged: {<<: {e: 1}}"],
    [
      ["Resources", "Key", "List", "0"],
      text.slice(text.indexOf("List"), text.indexOf("    Merged") - 1),
    ],
    [[], text.trim()],
  ])("[T1] %j leads to its text", (path, expected) => {
    expect(textAt(text, path)).toBe(expected);
  });

  test("[T1] places are visited in the order of the text, outer ones first", () => {
    const json = '{"a": {"b": 1, "b": [2]}, "c": null}';
    const visited: string[] = [];
    readAs(json).eachSpan((path, { start, end }) => {
      visited.push(`${path.join(".")}: ${json.slice(start, end)}`);
    });
    expect(visited).toEqual([
      `: ${json}`,
      'a: "a": {"b": 1, "b": [2]}',
      'a.b: "b": [2]',
      "a.b.0: 2",
      'c: "c": null',
    ]);
  });
});

describe("hostile texts", () => {
  function nested(open: string, close: string, levels: number): string {
    return open.repeat(levels) + close.repeat(levels);
  }

  test.each([
    [nested("[", "]", 100)],
    [nested("- ", "", 100)],
    [nested("{a: ", "}", 100)],
    [`${"!If [".repeat(49)}a${"]".repeat(49)}`],
  ])("[T2] nesting as deep as is allowed is read", (text) => {
    expect(problemsOf(text)).toEqual([]);
  });

  test.each([
    [nested("[", "]", 101)],
    [nested("- ", "", 101)],
    [nested("{a: ", "}", 101)],
    [`${"!If [".repeat(51)}a${"]".repeat(51)}`],
    ["[".repeat(1000)],
    [nested("[", "]", 1000)],
    ["[".repeat(100_000)],
    [nested("[", "]", 100_000)],
    ["{".repeat(100_000)],
    ["- ".repeat(100_000)],
    ["? ".repeat(100_000)],
    [
      "a: &x [b]\n".concat(
        ..."cdefgh"
          .split("")
          .map(
            (name, index) =>
              `${name}: &x${index} ${"[".repeat(30)}*x${index === 0 ? "" : index - 1}${"]".repeat(30)}\n`,
          ),
      ),
    ],
  ])("[T2] deeper nesting is refused", (text) => {
    const problems = problemsOf(text);
    expect(problems).toMatchObject([{ code: "template/depth" }]);
    expect(problems[0]?.span).toBeDefined();
  });

  test.each([
    ["too many characters", " ".repeat(10_000_001)],
    ["ten million characters", "a: 1\n".repeat(2_000_000)],
    ["many values", `[${"a,".repeat(1_000_000)}]`],
    ["many values in JSON", `[${"1,".repeat(1_000_000)}1]`],
    ["a billion laughs", laughs("[*, *, *, *, *, *, *, *, *]")],
    ["a billion merged laughs", laughs("{a: *, b: *, c: *, d: *, <<: *}")],
    ["many merged members", mergedMembers()],
  ])("[T2] %s are refused", (_, text) => {
    expect(problemsOf(text)).toMatchObject([{ code: "template/too-large" }]);
  });

  function laughs(pattern: string): string {
    const lines = Array.from(
      { length: 40 },
      (_, index) =>
        `a${index}: &a${index} ${index === 0 ? "{x: y}" : pattern.replaceAll("*", `*a${index - 1}`)}`,
    );
    return lines.join("\n");
  }

  function mergedMembers(): string {
    const members = Array.from({ length: 1000 }, (_, index) => `k${index}: 1`);
    return `a: &a {${members.join(", ")}}\nb: [${"{<<: *a}, ".repeat(200)}]`;
  }

  test("[T2] a few aliases of a large value are read", () => {
    const text = `a: &a [${"x,".repeat(1000)}]\nb: [${"*a,".repeat(500)}]\n`;
    expect(problemsOf(text)).toEqual([]);
  });

  test.each([
    ["__proto__: 1\n"],
    ["a: [{__proto__: {}}]\n"],
    ['{"a": {"\\u005f_proto__": 1}}'],
    ["{? __proto__ : 1}"],
  ])("[T2] %j is refused for its name", (text) => {
    expect(problemsOf(text)).toMatchObject([{ code: "json/reserved-name" }]);
    expect(problemsOf(text)[0]?.span?.end).toBeGreaterThan(0);
  });

  test.each(
    [
      ["]", "[]", "{}", "'a' ", '"', "&a ", "!a ", "*a ", "%a\n", "---\n"],
      ["- *a\n", "<<: *a\n", "- !x y\n", "#\n", " #\n", "\n", "\r", "\u0000"],
      ["\u0002", "\u0018", "\u001f", "\ud800", "\ufeff", "a", ":", ",", "\\"],
      ['- "\n', '- "a\n"\n', "- [\n", "a: |\n x\n", "a\n", "? a\n", "!<a> "],
    ]
      .flat()
      .map((part) => [part]),
  )(
    "[T2] 100,000 characters of %j bring a result in time",
    (part) => {
      const text = part.repeat(100_000 / part.length);
      expect(problemsOf(text).length).toBeLessThanOrEqual(20);
    },
    10_000,
  );

  test.each([
    ["'a' ", "unexpected single-quoted-scalar"],
    ["&a ", "unexpected anchor"],
    ["]", "unexpected flow-seq-end token in YAML document"],
    ["%a\n", "unexpected directive"],
  ])("[T2] %j without end is found before each one is told", (part, what) => {
    const problems = problemsOf(part.repeat(100_000 / part.length));
    expect(problems).toHaveLength(20);
    expect(problems[0]?.message).toBe(`this is not valid YAML: ${what}`);
  });

  test("[T2] reading never throws, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const read = readTemplateText(text);
        const spans = read.ok
          ? [read.value.spanOf(["a", 0])]
          : read.problems.map(({ span }) => span);
        expect(spans).not.toContain(undefined);
      }),
      { numRuns: isDeep ? 20_000 : 1000, seed: 11 },
    );
  });
});
