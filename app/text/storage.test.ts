import { expect, test } from "vitest";
import { parseDesignText } from "../../core/index.ts";
import { problemLines } from "./storage.ts";

function linesOf(text: string): readonly string[] {
  const parsed = parseDesignText(text);
  return parsed.ok ? [] : problemLines(text, parsed.problems);
}

test("every problem of a file is named with its line and column", () => {
  const lines = linesOf('{\n  "a": 1,\n}');
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(line).toMatch(/^line 3, column 1: /);
});

test("the only problem comes with the way out", () => {
  expect(linesOf("[]")).toEqual([
    expect.stringMatching(/^line 1, column 1: .*; /),
  ]);
});
