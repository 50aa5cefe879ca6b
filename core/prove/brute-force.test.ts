import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tinyPairs } from "../testing/naive/tiny-policies.ts";
import type { TinyOptions } from "../testing/naive/tiny-policies.ts";
import { differences, newAccess } from "../testing/new-access-check.ts";

const isDeep = process.env["KEYWRIGHT_DEEP"] === "1";
const seed = 20261128;

describe("the evaluator", () => {
  test.each<TinyOptions>([{ open: false }, { open: true, variables: true }])(
    "[E10] says what the naive one says, of every request of a tiny space (%o)",
    (options) => {
      fc.assert(
        fc.property(tinyPairs({ ...options, maximum: 3000 }), (pair) => {
          expect(differences(pair)).toEqual([]);
        }),
        { seed, numRuns: isDeep ? 5000 : 150 },
      );
    },
  );
});

describe("the prover", () => {
  test.each([
    { side: "any", open: false, variables: false, unknown: 0 },
    { side: "itself", open: false, variables: false, unknown: 0 },
    { side: "any", open: true, variables: true, unknown: 0.08 },
    { side: "any", open: false, variables: true, unknown: 0.02 },
  ] as const)(
    "[V1] finds new access exactly where brute force does (%o)",
    ({ side, unknown: limit, ...options }) => {
      const numRuns = isDeep ? 12_500 : 500;
      let unknown = 0;
      fc.assert(
        fc.property(tinyPairs(options), (pair) => {
          const { verdict, against } = newAccess(pair, side, options.open);
          if (verdict === "unknown") unknown++;
          expect(against).toEqual([]);
        }),
        { seed, numRuns },
      );
      expect(unknown / numRuns).toBeLessThanOrEqual(limit);
    },
  );
});
