import { describe, expect, test } from "vitest";

import type { Finding } from "../index.ts";
import { excerpt } from "./excerpt.ts";
import { findingText, summaryText } from "./finding-text.ts";
import { findingJson } from "./report.ts";
import { sourceText } from "./source-text.ts";

/** The excerpt of what stands between brackets in a text, which are no part of it. */
function shown(marked: string): string {
  const start = marked.indexOf("«");
  const end = marked.indexOf("»") - 1;
  const text = marked.replaceAll(/[«»]/g, "");
  return excerpt(sourceText({ name: "f", text }), { start, end }).join("\n");
}

describe("the line of a finding", () => {
  test("[M16] a mark is under what is meant, after as many tabs as before it", () => {
    expect(shown("a\n\tb «c d» e\n")).toBe("2 | \tb c d e\n  | \t  ^^^");
  });

  test("[M16] of several lines the first is shown", () => {
    expect(shown("x\n  «Key:  \n    Type: y»\n")).toBe(
      "2 |   Key:  \n  |   ^^^^",
    );
  });

  test("[M16] what a brace opens is marked with its name", () => {
    expect(shown('  "a": «{\n}»')).toBe('1 |   "a": {\n  |   ^^^^^^');
    expect(shown('"a": «{ "b": [\n]}»')).toBe(
      '1 | "a": { "b": [\n  |      ^^^^^^^^',
    );
  });

  test("[M16] of nothing the place is marked, and space at the end is not meant", () => {
    expect(shown("a «»b")).toBe("1 | a b\n  |   ^");
    expect(shown("a: «b\n\n»c")).toBe("1 | a: b\n  |    ^");
  });

  test("[M16] line breaks of Windows and a byte order mark are not shown", () => {
    expect(shown("\ufeff«a»\r\nb")).toBe("1 | a\n  | ^");
  });

  test("[M16] of a long line the part around what is meant is shown", () => {
    const long = `${"x".repeat(200)}«yy»${"z".repeat(200)}`;
    const lines = shown(long).split("\n");
    expect(lines).toEqual([
      `1 | …${"x".repeat(30)}yy${"z".repeat(68)}…`,
      `  | ${" ".repeat(31)}^^`,
    ]);
    expect(shown(`«${"x".repeat(300)}»`).split("\n")).toEqual([
      `1 | ${"x".repeat(100)}…`,
      `  | ${"^".repeat(100)}`,
    ]);
  });

  test("[M16] what a terminal would obey is not printed", () => {
    expect(shown("\u001b[31m«a»\u202e\u0007")).toBe(
      "1 | \ufffd[31ma\ufffd\ufffd\n  |      ^",
    );
  });
});

test("[M15] a range ends before the space at its end", () => {
  const { regionOf } = sourceText({ name: "f", text: "a\nb: c \n\nd" });
  const region = { line: 2, column: 1, endLine: 2, endColumn: 5 };
  expect(regionOf({ start: 2, end: 9 })).toEqual(region);
});

const file = sourceText({ name: "k.yaml", text: "Key:\n  Tags: x\n" });
const finding: Finding = {
  code: "key-tags",
  severity: "warning",
  path: ["keys", 0, "tags"],
  message: "a tag is wrong",
  help: "remove it",
};
const accepted: Finding = {
  ...finding,
  standing: { kind: "accepted", by: "a", reason: "it is old" },
};
const closed: Finding = {
  ...finding,
  standing: { kind: "closed", reason: "nobody has it" },
};

describe("a finding as text", () => {
  const locate = () => ({ file, span: { start: 7, end: 11 } });

  test("[M16] has its place, what is wrong, its line and what to do", () => {
    expect(findingText(finding, { file: "here", locate })).toBe(
      "k.yaml:2:3: warning: a tag is wrong [key-tags]\n    2 |   Tags: x\n      |   ^^^^\n    remove it\n",
    );
  });

  test("[M16] says nothing to the terminal", () => {
    const odd = { ...finding, message: "\u001b[31m" };
    expect(findingText(odd, { file: "here", locate })).not.toContain("\u001b");
  });

  test("[M16] has its part of the design where nobody knows its line", () => {
    const text = "a tag is wrong (keys[0].tags) [key-tags]\n    remove it\n";
    expect(
      findingText(finding, { file: "here", locate: () => undefined }),
    ).toBe(`here: warning: ${text}`);
    expect(
      findingText(finding, { file: "here", locate: () => ({ file }) }),
    ).toBe(`k.yaml: warning: ${text}`);
  });

  test("[M16] has the places of the steps that lead to it", () => {
    const steps = [{ text: "the key needs it", path: ["keys", 0] }];
    expect(
      findingText({ ...finding, steps }, { file: "here", locate }),
    ).toContain("\n    the key needs it (k.yaml:2:3)\n");
    expect(
      findingText(
        { ...finding, steps },
        { file: "here", locate: () => undefined },
      ),
    ).toContain("\n    the key needs it (keys[0])\n");
  });

  test("[M17] that needs nothing done says why", () => {
    expect(findingText(accepted, { file: "here", locate })).toMatch(
      /\^\n {4}accepted: it is old\n$/,
    );
    expect(findingText(closed, { file: "here", locate })).toMatch(
      /\^\n {4}closed: nobody has it\n$/,
    );
  });

  test.each<readonly [readonly Finding[], string]>([
    [[], "no problems found"],
    [[finding], "1 warning"],
    [
      [
        finding,
        { ...finding, severity: "error" },
        finding,
        { ...finding, severity: "info" },
      ],
      "1 error, 2 warnings, 1 info",
    ],
    [[accepted, finding, accepted], "1 warning; 2 accepted"],
    [[accepted, closed], "no problems found; 1 accepted; 1 closed"],
  ])("[M17] %# is summed up", (findings, text) => {
    expect(summaryText(findings)).toBe(`${text}\n`);
  });

  test("[M17] JSON has the standing of a finding and its reason", () => {
    expect(findingJson(finding, undefined)).not.toHaveProperty("standing");
    expect(findingJson(accepted, undefined)).toMatchObject({
      standing: "accepted",
      reason: "it is old",
    });
    expect(findingJson(closed, undefined)).toMatchObject({
      standing: "closed",
      reason: "nobody has it",
    });
  });
});
