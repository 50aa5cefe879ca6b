import { describe, expect, test } from "vitest";
import { tokensOfLine } from "./tokens.ts";

const kinds = (line: string, language: string) =>
  tokensOfLine(line, language)
    .filter(({ kind }) => kind !== "plain")
    .map(({ kind, text }) => `${kind} ${text}`);

describe("the colours of code", () => {
  test("lose no character", () => {
    const line = `  Description: "a: 1" # why`;
    const text = tokensOfLine(line, "yaml").map((token) => token.text);
    expect(text.join("")).toBe(line);
  });

  test("tell names, tags and values of YAML apart", () => {
    expect(kinds("      - Sid: Use", "yaml")).toEqual(["type Sid"]);
    expect(kinds("  AWS: !Sub arn:x", "yaml")).toEqual([
      "type AWS",
      "keyword !Sub",
    ]);
    expect(kinds("  EnableKeyRotation: true", "yaml")).toEqual([
      "type EnableKeyRotation",
      "keyword true",
    ]);
    expect(kinds("  PendingWindowInDays: 10", "yaml")).toEqual([
      "type PendingWindowInDays",
      "number 10",
    ]);
  });

  test("tell names and values of JSON apart", () => {
    expect(kinds(`"Effect": "Allow",`, "json")).toEqual([
      `type "Effect"`,
      `string "Allow"`,
    ]);
  });

  test("know the keywords of TypeScript", () => {
    expect(kinds(`new kms.Key(this, "Key"); // x`, "typescript")).toEqual([
      "keyword new",
      "type Key",
      "keyword this",
      `string "Key"`,
      "comment // x",
    ]);
  });

  test("leave other languages plain", () => {
    expect(kinds("a: 1", "cobol")).toEqual([]);
  });
});
