import { describe, expect, test } from "vitest";
import { isJsonObject } from "../problem/json.ts";
import type { Json } from "../problem/json.ts";
import { editTemplateText } from "./edit-template-text.ts";
import { readTemplateText } from "./read-template-text.ts";

function valueOf(text: string): Json {
  const read = readTemplateText(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value.value;
}

/** The text that another one becomes for a value; it must read as the value. */
function edited(text: string, value: Json): string {
  const result = editTemplateText(text, value);
  expect(valueOf(result)).toEqual(value);
  return result;
}

function lines(...all: readonly string[]): string {
  return `${all.join("\n")}\n`;
}

describe("scalars", () => {
  test.each<[string, Json, string]>([
    ["a: old # note\n", "new", "a: new # note\n"],
    ["a:   old\n", "new", "a:   new\n"],
    ["a: 'old'\n", "it's", "a: 'it''s'\n"],
    ['a: "old"\n', 'say "x"', 'a: "say \\"x\\""\n'],
    ["a: old\n", "yes", 'a: "yes"\n'],
    ["a: old\n", "012345678901", 'a: "012345678901"\n'],
    ["a: 'old'\n", "x\ny", 'a: "x\\ny"\n'],
    ["a: old\n", 5, "a: 5\n"],
    ["a: 'old'\n", true, "a: true\n"],
    ["a: old\n", null, "a: null\n"],
    ["a:\nb: 1\n", "new", "a: new\nb: 1\n"],
    ["a: # note\nb: 1\n", "new", "a: new # note\nb: 1\n"],
    ["a: one\n  two\n", "new", "a: new\n"],
    ["a: !!str 5\n", "6", 'a: !!str "6"\n'],
    ["a: !!int 5\n", "six", "a: !!int six\n"],
    ["a: [old, b]\n", ["x, y", "b"], 'a: ["x, y", b]\n'],
  ])(
    "[T3] in %j, %j is written in the style that was there",
    (text, value, expected) => {
      const others = valueOf(text);
      const wanted = isJsonObject(others) ? { ...others, a: value } : value;
      expect(edited(text, wanted)).toBe(expected);
    },
  );

  test.each<[string, string, string]>([
    ["|", "one\n  two\n\nthree\n", "|\n  one\n    two\n\n  three\n"],
    ["| # note", "one\n", "| # note\n  one\n"],
    ["|", "one", "|-\n  one\n"],
    [">-", "one\ntwo\n", ">\n  one\n\n  two\n"],
    ["|", " one\n", '" one\\n"\n'],
    ["|", "", '""\n'],
    ["|2", "one\n", '"one\\n"\n'],
    [">", "one\n  two\n", '"one\\n  two\\n"\n'],
  ])(
    "[T3] a block that begins %s stays one for %j if it can",
    (header, value, expected) => {
      const text = `a: ${header}\n  old\n  text\nb: 1\n`;
      expect(edited(text, { a: value, b: 1 })).toBe(`a: ${expected}b: 1\n`);
    },
  );

  test.each<[string, Json, string]>([
    ["!Ref Old", { Ref: "New" }, "!Ref New"],
    ["!Sub 'a'", { "Fn::Sub": "${B}" }, "!Sub '${B}'"],
    ["!GetAtt A.Arn", { "Fn::GetAtt": ["A", "Id"] }, "!GetAtt A.Id"],
    ['!GetAtt "A.Arn"', { "Fn::GetAtt": ["B", "C.D"] }, '!GetAtt "B.C.D"'],
    ["!GetAtt A.Arn", { "Fn::GetAtt": "A.B" }, "\n  Fn::GetAtt: A.B"],
    ["!If [a, b, c]", { "Fn::If": ["a", "x", "c"] }, "!If [a, x, c]"],
    ["!Ref Old", { "Fn::ImportValue": "x" }, "!ImportValue x"],
    ["!Ref Old", "text", "text"],
    ["text", { Ref: "New" }, "!Ref New"],
    ["!Sub a", { "Fn::Sub": ["a", { b: 1 }] }, "!Sub\n  - a\n  - b: 1"],
    ["text", { "Fn::Join": ["", ["a"]] }, '!Join\n  - ""\n  -\n    - a'],
    ["text", { Condition: "A" }, "\n  Condition: A"],
  ])("[T3] %s becomes %j", (text, value, expected) => {
    const result = edited(`a: ${text}\n`, { a: value });
    expect(result).toBe(
      `a:${expected.startsWith("\n") ? "" : " "}${expected}\n`,
    );
  });
});

describe("block style", () => {
  const text = lines(
    "# whose it is",
    "# what it is",
    "Description: old",
    "",
    "Parameters:",
    "  # who",
    "  User:",
    "    Type: String # an ARN",
    "",
    "  # where",
    "  Stage: dev",
    "",
    "# what for",
    "Resources:",
    "  Key: # ours",
    "    Statement:",
    "    # the account",
    "    - Sid: Root",
    "      Action: kms:*",
    "    # the user",
    "    - Sid: User",
    "      Action:",
    "      - kms:Decrypt # reading",
    "      - kms:Encrypt",
  );
  const value = {
    Description: "old",
    Parameters: { User: { Type: "String" }, Stage: "dev" },
    Resources: {
      Key: {
        Statement: [
          { Sid: "Root", Action: "kms:*" },
          { Sid: "User", Action: ["kms:Decrypt", "kms:Encrypt"] },
        ],
      },
    },
  };
  const [root = {}, user = {}] = value.Resources.Key.Statement;

  /** The text with other lines in the place of some. */
  function withLines(from: string, count: number, ...by: readonly string[]) {
    const all = text.split("\n");
    return all.toSpliced(all.indexOf(from), count, ...by).join("\n");
  }

  function withStatements(...all: readonly Json[]): Json {
    return { ...value, Resources: { Key: { Statement: all } } };
  }

  test("[T3] a new member comes last, indented as the others are", () => {
    const Outputs = { Arn: { Value: [{ "Fn::GetAtt": ["Key", "Arn"] }] } };
    expect(edited(text, { ...value, Outputs })).toBe(
      text + lines("Outputs:", "  Arn:", "    Value:", "    - !GetAtt Key.Arn"),
    );
  });

  test("[T3] a new statement stands where it belongs, above the comment of the next", () => {
    const added = { Sid: "New", Action: ["a"], Principal: { AWS: "*" } };
    expect(edited(text, withStatements(root, added, user))).toBe(
      withLines(
        "    # the user",
        0,
        "    - Sid: New",
        "      Action:",
        "      - a",
        "      Principal:",
        '        AWS: "*"',
      ),
    );
    expect(edited(text, withStatements("first", root, user))).toBe(
      withLines("    # the account", 0, "    - first"),
    );
  });

  test("[T3] a statement that goes takes the comment above it along", () => {
    expect(edited(text, withStatements(user))).toBe(
      withLines("    # the account", 3),
    );
    expect(edited(text, withStatements(root))).toBe(
      withLines("    # the user", 5),
    );
  });

  test("[T3] a changed statement keeps its place, and what is not changed of it", () => {
    const changed = { Sid: "User", Action: ["kms:Encrypt"], Effect: "Deny" };
    expect(edited(text, withStatements(root, changed))).toBe(
      withLines(
        "      - kms:Decrypt # reading",
        2,
        "      - kms:Encrypt",
        "      Effect: Deny",
      ),
    );
  });

  test("[T3] a parameter that goes takes its comment and an empty line along", () => {
    const { User: _, ...others } = value.Parameters;
    expect(edited(text, { ...value, Parameters: others })).toBe(
      withLines("  # who", 4),
    );
  });

  test("[T3] the comment at the top stays, whatever goes", () => {
    const { Description: _, ...others } = value;
    expect(edited(text, others)).toBe(withLines("Description: old", 2));
  });

  test("[T3] a comment above several members stays when one of them goes", () => {
    const several = lines("a: 1", "# b and c", "b: 2", "c: 3");
    expect(edited(several, { a: 1, c: 3 })).toBe(
      lines("a: 1", "# b and c", "c: 3"),
    );
  });

  test.each<[string, Json, string]>([
    ["a: # note\n  b: 1\n", { a: "x" }, "a: x # note\n"],
    ["a: x # note\n", { a: { b: 1 } }, "a: # note\n  b: 1\n"],
    ["a:\n    b: 1\n", { a: { b: { c: 1 } } }, "a:\n    b:\n        c: 1\n"],
    ["a:\n- b\n", { a: ["b"], c: ["d"] }, "a:\n- b\nc:\n- d\n"],
    ["a: {}\n", { a: { b: 1 } }, "a:\n  b: 1\n"],
    ["a:\n  b: 1\n", { a: {} }, "a: {}\n"],
    ["a: [b]\n", { a: [] }, "a: []\n"],
    ["- x # note\n", [{ a: 1, b: [2] }], "- a: 1 # note\n  b:\n    - 2\n"],
    ["- a\n- b # note\n- c\n", ["b", "d"], "- b # note\n- d\n"],
    ["- - a\n  - b\n", [["b"]], "- - b\n"],
    ["- - a\n  - b\n", [["x", "a", "b"]], "- - x\n  - a\n  - b\n"],
    ["- a: 1\n  # note\n  b: 2\n", [{ b: 2 }], "- # note\n  b: 2\n"],
    ["? a\n: b\n", { a: ["c"] }, "? a\n:\n  - c\n"],
    ["? a\n? b\n", { a: 1, b: null }, "a: 1\n? b\n"],
    ["a: 1\nb: 2", { a: 1, b: 2, c: 3 }, "a: 1\nb: 2\nc: 3"],
    ["a: |\n  x", { a: "x", b: 1 }, "a: |-\n  x\nb: 1"],
    [
      "a: 1\r\nb:\r\n  - 2\r\n",
      { a: 1, b: [2, { c: 3, d: 4 }] },
      "a: 1\r\nb:\r\n  - 2\r\n  - c: 3\r\n    d: 4\r\n",
    ],
    ["\ufeffa: 1\n", { a: 1, b: 2 }, "\ufeffa: 1\nb: 2\n"],
    ["a: 1\na: 2\n", { a: 3 }, "a: 1\na: 3\n"],
    ["a: 1\nb: 0\na: 2\n", { b: 0 }, "b: 0\n"],
    ["a: 1\n---\nb: 2\n", { a: 1, c: 3 }, "a: 1\nc: 3\n---\nb: 2\n"],
    ["# note\n", { a: 1 }, "# note\na: 1\n"],
    ["", { a: [1] }, "a:\n  - 1\n"],
    ["a: 1\n", ["x"], "- x\n"],
    ["a: [\n", { a: 1 }, "a: 1\n"],
  ])("[T3] %j becomes %j", (before, wanted, after) => {
    expect(edited(before, wanted)).toBe(after);
  });
});

describe("flow style", () => {
  test.each<[string, Json, string]>([
    ["a: {b: 1, c: 2}\n", { a: { b: 1, c: 3 } }, "a: {b: 1, c: 3}\n"],
    ["a: {b: 1, c: 2}\n", { a: { c: 2 } }, "a: {c: 2}\n"],
    ["a: {b: 1, c: 2}\n", { a: { b: 1 } }, "a: {b: 1}\n"],
    [
      "a: {b: 1}\n",
      { a: { b: 1, "c d": { e: [] } } },
      "a: {b: 1, c d: {e: []}}\n",
    ],
    [
      "a: [!Ref b]\n",
      { a: [{ Ref: "b" }, { Ref: "c" }] },
      "a: [!Ref b, !Ref c]\n",
    ],
    ["a: [b, c]\n", { a: ["x", "b", "c"] }, "a: [x, b, c]\n"],
    ["a: [b, c,]\n", { a: ["b"] }, "a: [b,]\n"],
    [
      'a: {"b": 1}\n',
      { a: { b: 1, c: { Ref: "d" } } },
      'a: {"b": 1, "c": {"Ref": "d"}}\n',
    ],
    ["a: {b, c: 1}\n", { a: { b: 2, c: 1 } }, "a: {b: 2, c: 1}\n"],
    ["a: {b: , c: 1}\n", { a: { b: 2, c: 1 } }, "a: {b: 2 , c: 1}\n"],
    ["a: [b: 1]\n", { a: [{ b: 1, c: 2 }] }, "a: [{b: 1, c: 2}]\n"],
    [
      "a: [\n  b, # note\n  c # other\n]\n",
      { a: ["b"] },
      "a: [\n  b, # note\n   # other\n]\n",
    ],
    [
      "a: [\n  b, # note\n  # below\n  c\n]\n",
      { a: ["c"] },
      "a: [\n  # below\n  c\n]\n",
    ],
    [
      "a: [\n  b,\n  c\n]\n",
      { a: ["b", "c", { d: 1 }] },
      "a: [\n  b,\n  c,\n  {\n    d: 1\n  }\n]\n",
    ],
    ["{a: 1}", { a: 1, b: "x" }, "{a: 1, b: x}"],
  ])("[T3] %j becomes %j", (before, wanted, after) => {
    expect(edited(before, wanted)).toBe(after);
  });
});

describe("JSON", () => {
  test.each<[string, Json, string]>([
    ['{"a": 1, "b": 2}', { a: 1, b: 3 }, '{"a": 1, "b": 3}'],
    ['{"a": "x"}', { a: "y\n" }, '{"a": "y\\n"}'],
    [
      '{\n\t"a": 1,\n\t"b": 2\n}\n',
      { b: 2, c: { d: [1] } },
      '{\n\t"b": 2,\n\t"c": {\n\t\t"d": [\n\t\t\t1\n\t\t]\n\t}\n}\n',
    ],
    [
      '{\r\n    "a": 1\r\n}',
      { a: { b: { Ref: "c" } } },
      '{\r\n    "a": {\r\n        "b": {\r\n            "Ref": "c"\r\n        }\r\n    }\r\n}',
    ],
    ['{"a": 1, "a": 2}', { a: 3 }, '{"a": 1, "a": 3}'],
    ["[1.0, 2]", [1, 3], "[1.0, 3]"],
    ['\ufeff{"a": 1}', { a: 2 }, '\ufeff{"a": 2}'],
    ['{"a": 1}', ["b"], '["b"]'],
  ])("[T3] %j becomes %j", (before, wanted, after) => {
    expect(edited(before, wanted)).toBe(after);
    expect(JSON.parse(after.replace("\ufeff", ""))).toEqual(wanted);
  });
});

describe("anchors", () => {
  const text = lines(
    "a: &x",
    "  b: 1",
    "  c: 2",
    "d: *x",
    "e:",
    "  <<: *x",
    "  f: 3",
  );
  const shared = { b: 1, c: 2 };

  test("[T3] what others share is written out where one of them differs", () => {
    expect(
      edited(text, { a: shared, d: { b: 9, c: 2 }, e: { ...shared, f: 3 } }),
    ).toBe(
      lines(
        "a: &x",
        "  b: 1",
        "  c: 2",
        "d:",
        "  b: 9",
        "  c: 2",
        "e:",
        "  <<: *x",
        "  f: 3",
      ),
    );
  });

  test("[T3] a member that a merge key brings is written beside it when it differs", () => {
    expect(
      edited(text, { a: shared, d: shared, e: { b: 9, c: 2, f: 3 } }),
    ).toBe(`${text}  b: 9\n`);
  });

  test("[T3] a merge key that brings too much is written out", () => {
    expect(edited(text, { a: shared, d: shared, e: { c: 2, f: 3 } })).toBe(
      lines("a: &x", "  b: 1", "  c: 2", "d: *x", "e:", "  c: 2", "  f: 3"),
    );
  });

  test("[T3] where the anchor changes, the others keep their value", () => {
    expect(
      edited(text, { a: { b: 9, c: 2 }, d: shared, e: { ...shared, f: 3 } }),
    ).toBe(
      lines(
        "a: &x",
        "  b: 9",
        "  c: 2",
        "d:",
        "  b: 1",
        "  c: 2",
        "e:",
        "  <<: *x",
        "  f: 3",
        "  b: 1",
      ),
    );
  });

  test("[T3] where all change alike, the aliases stay", () => {
    const other = { b: 9, c: 2 };
    expect(edited(text, { a: other, d: other, e: { ...other, f: 3 } })).toBe(
      text.replace("b: 1", "b: 9"),
    );
  });

  test("[T3] where the anchor goes, its value is written in the place of its aliases", () => {
    expect(edited(text, { d: shared, e: { ...shared, f: 3 } })).toBe(
      lines("d:", "  b: 1", "  c: 2", "e:", "  b: 1", "  c: 2", "  f: 3"),
    );
  });
});
