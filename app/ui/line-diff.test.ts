import { describe, expect, test } from "vitest";
import { hunks, lineDiff } from "./line-diff.ts";

const signs = { same: " ", added: "+", removed: "-" };

function written(before: string, after: string): readonly string[] {
  return lineDiff(before, after).map(({ kind, text }) => signs[kind] + text);
}

describe("the lines of two texts", () => {
  test("that are the same are all as before", () => {
    expect(written("a\nb", "a\nb")).toEqual([" a", " b"]);
  });

  test("are added, removed and changed in their place", () => {
    expect(written("a\nb\nc", "a\nx\nb\nc")).toEqual([" a", "+x", " b", " c"]);
    expect(written("a\nb\nc", "a\nc")).toEqual([" a", "-b", " c"]);
    expect(written("a\nb\nc", "a\nB\nc")).toEqual([" a", "-b", "+B", " c"]);
  });

  test("are kept as far as they can be", () => {
    expect(written("a\nb\nc\nd\ne", "x\nb\nd\ny\ne")).toEqual([
      "-a",
      "+x",
      " b",
      "-c",
      " d",
      "+y",
      " e",
    ]);
  });

  test("lead from each text to the other, whatever they are", () => {
    const letters = ["a", "b", "c"];
    const texts = Array.from({ length: 40 }, (_, seed) =>
      Array.from(
        { length: 1 + (seed % 9) },
        (__, at) => letters[(seed * 7 + at * at * (seed + 3)) % 3],
      ).join("\n"),
    );
    for (const before of texts)
      for (const after of texts) {
        const lines = lineDiff(before, after);
        const without = (kind: string) =>
          lines
            .filter((line) => line.kind !== kind)
            .map(({ text }) => text)
            .join("\n");
        expect(without("added")).toBe(before);
        expect(without("removed")).toBe(after);
      }
  });

  test("are all different where too much is", () => {
    const before = Array.from({ length: 900 }, (_, at) => `a${at}`).join("\n");
    const after = Array.from({ length: 900 }, (_, at) => `b${at}`).join("\n");
    expect(lineDiff(before, after)).toHaveLength(1800);
  });
});

describe("what is shown of them", () => {
  test("is what changed with some lines around it, and how many are between", () => {
    const lines = lineDiff(
      "1\n2\n3\n4\n5\n6\n7\n8\n9",
      "1\n2\n3\n4\n5\n6\n7\n8",
    );
    expect(
      hunks(lines, 2).map((part) =>
        typeof part === "number" ? part : part.map(({ text }) => text),
      ),
    ).toEqual([6, ["7", "8", "9"]]);
  });

  test("is only their number where nothing changed", () => {
    expect(hunks(lineDiff("1\n2", "1\n2"))).toEqual([2]);
  });
});
