import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { md5Beginning } from "./md5.ts";

function real(text: string): string {
  return createHash("md5").update(text, "utf8").digest("hex").slice(0, 8);
}

describe("the hash in logical IDs", () => {
  test.each([
    "",
    "a",
    "Key/Resource",
    "é",
    "ключ",
    "世界",
    "🔑",
    "\ud83d",
    "\udd11x",
  ])("[Y1] the hash of %j is that of Node", (text) => {
    expect(md5Beginning(text)).toBe(real(text));
  });

  test("[Y1] texts of every length around the ends of blocks", () => {
    for (let length = 0; length <= 200; length++)
      expect(md5Beginning("x".repeat(length))).toBe(real("x".repeat(length)));
  });

  test("[Y1] random texts, halves of characters among them", () => {
    const text = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.string({ unit: "binary", maxLength: 80 }),
      fc
        .array(fc.nat(0xffff), { maxLength: 80 })
        .map((units) => String.fromCharCode(...units)),
    );
    fc.assert(
      fc.property(text, (one) => {
        expect(md5Beginning(one)).toBe(real(one));
      }),
      { numRuns: 500, seed: 7 },
    );
  });
});
