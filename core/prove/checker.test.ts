import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { liesAbout } from "../testing/lies.ts";
import { tinyPairs } from "../testing/naive/tiny-policies.ts";
import { tinyProver } from "../testing/new-access-check.ts";
import { isWholeSpace } from "./check-space.ts";

const isDeep = process.env["KEYWRIGHT_DEEP"] === "1";
const pairs = fc.sample(tinyPairs({ maximum: 500 }), {
  seed: 20261128,
  numRuns: isDeep ? 1000 : 60,
});

describe("classes that are not complete", () => {
  test("[V6] are refused", () => {
    const counts = new Map<string, { refused: number; accepted: number }>();
    const accepted: unknown[] = [];
    for (const { before, after } of pairs) {
      const { space } = tinyProver(before, after);
      for (const { kind, space: lie, matters } of liesAbout(space)) {
        const is = isWholeSpace(lie);
        const count = counts.get(kind) ?? { refused: 0, accepted: 0 };
        counts.set(kind, count);
        if (is) count.accepted++;
        else count.refused++;
        if (is && matters) accepted.push({ kind, before, after });
      }
    }
    console.log(counts);
    console.log(accepted.length);
    expect(accepted.slice(0, 2)).toEqual([]);
  });
});
