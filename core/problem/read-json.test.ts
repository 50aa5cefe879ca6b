import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Path, Problem, Result } from "./problem.ts";
import { readJson } from "./read-json.ts";

const numRuns = process.env["KEYWRIGHT_DEEP"] === "1" ? 20_000 : 300;

function problemsOf<T>(result: Result<T>): readonly Problem[] {
  return result.ok ? [] : result.problems;
}

function textAt(text: string, path: Path): string | undefined {
  const read = readJson(text);
  const span = read.ok ? read.value.spanOf(path) : undefined;
  return span && text.slice(span.start, span.end);
}

describe("reading", () => {
  test("[P6] what JSON.stringify writes is read back", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const read = readJson(JSON.stringify(value));
        expect(read.ok && read.value.value).toEqual(
          JSON.parse(JSON.stringify(value)),
        );
      }),
      { numRuns, seed: 1 },
    );
  });

  test("[P6] reading never throws, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        expect(typeof readJson(text).ok).toBe("boolean");
      }),
      { numRuns, seed: 2 },
    );
  });

  test("[P6] a byte order mark before the value does not matter, and moves no place", () => {
    expect(textAt('\ufeff{"a": 1}', ["a"])).toBe("1");
  });
});

describe("syntax", () => {
  test("[P7] a mistake is reported at its place", () => {
    expect(problemsOf(readJson('{"a": 1 "b": 2}'))).toMatchObject([
      { code: "json/syntax", span: { start: 8, end: 11 } },
    ]);
  });

  test("[P7] two mistakes are reported at once", () => {
    const text = '{"a": , "b": tru}';
    expect(problemsOf(readJson(text)).map(({ span }) => span?.start)).toContain(
      13,
    );
    expect(problemsOf(readJson(text)).length).toBeGreaterThan(1);
  });

  test("[P7] an empty text is no JSON", () => {
    expect(problemsOf(readJson(""))).toMatchObject([
      {
        code: "json/syntax",
        message: "this is not valid JSON: value expected",
      },
    ]);
  });

  test("[P7] comments are no JSON", () => {
    expect(problemsOf(readJson("{} // done"))[0]?.code).toBe("json/syntax");
  });

  test("[P7] a text full of mistakes brings the first twenty", () => {
    expect(problemsOf(readJson("[".concat(",".repeat(1000))))).toHaveLength(20);
  });
});

describe("places", () => {
  const text = '{"keys": [{"id": "A"}, {"id": "B"}]}';

  test("[P8] a path leads to the text of its value", () => {
    expect(textAt(text, ["keys", 1, "id"])).toBe('"B"');
  });

  test("[P8] the root is the whole value", () => {
    expect(textAt(` ${text} `, [])).toBe(text);
  });

  test("[P8] a path that leads nowhere gives the nearest value around it", () => {
    expect(textAt(text, ["keys", 0, "description", 3])).toBe('{"id": "A"}');
  });
});

describe("hostile texts", () => {
  test("[P9] a text over ten million characters is refused unread", () => {
    const text = " ".repeat(10_000_001);
    expect(problemsOf(readJson(text))).toMatchObject([
      { code: "json/too-large" },
    ]);
  });

  test("[P9] a text of exactly ten million characters is read", () => {
    expect(readJson(`1${" ".repeat(9_999_999)}`).ok).toBe(true);
  });

  test.each([
    ["items", `[${"1,".repeat(250_000)}1]`],
    ["members", `{${'"a":1,'.repeat(250_000)}"a":1}`],
    ["lists", `[${"[],".repeat(125_000)}[]]`],
    ["lines", `1${"\n".repeat(250_001)}`],
  ])("[P9] a text of too many %s is refused unread", (_, text) => {
    expect(problemsOf(readJson(text))).toMatchObject([
      { code: "json/too-large" },
    ]);
  });

  test("[P9] 250,000 parts are read", () => {
    expect(readJson(`[${"10,".repeat(249_999)}1]`).ok).toBe(true);
  });

  test("[P9] 100,000 nested lists are refused", () => {
    const text = "[".repeat(100_000) + "]".repeat(100_000);
    expect(problemsOf(readJson(text))).toMatchObject([{ code: "json/depth" }]);
  });

  test("[P9] 100,000 lists that never end are refused", () => {
    expect(problemsOf(readJson("[".repeat(100_000)))).toMatchObject([
      { code: "json/syntax" },
    ]);
  });
});
