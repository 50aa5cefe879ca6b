import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide } from "../evaluate/decide.ts";
import { readQuestion } from "../evaluate/question.ts";
import { readPolicy } from "../evaluate/statement.ts";
import { naiveDecision } from "../testing/naive/naive-decision.ts";
import { newAccessByBruteForce } from "../testing/naive/new-access.ts";
import { tinyPairs } from "../testing/naive/tiny-policies.ts";
import type { JsonObject } from "../problem/json.ts";
import { isWholeSpace } from "./check-space.ts";
import { gainedBy } from "./gained.ts";
import { proverFor } from "./prover.ts";
import { requestOf } from "./witness.ts";

const key = {
  arn: "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
  account: "111122223333",
  context: {},
};
const isDeep = process.env["KEYWRIGHT_DEEP"] === "1";
const runs = { numRuns: isDeep ? 12_500 : 500, seed: 20261128 };

function proverOf(before: JsonObject, after: JsonObject) {
  return proverFor({
    policies: [readPolicy(before), readPolicy(after)],
    partition: "aws",
    account: key.account,
    keyArn: key.arn,
    constants: new Map([["aws:resourceaccount", key.account]]),
    accounts: [],
    principals: [],
    comparisons: [],
  });
}

describe("the evaluator", () => {
  test.each([{ open: false }, { open: true, variables: true }])(
    "[E10] says what the naive one says, of every request of a tiny space (%o)",
    (options) => {
      fc.assert(
        fc.property(tinyPairs({ ...options, maximum: 3000 }), (pair) => {
          const policy = readPolicy(pair.after);
          for (const request of pair.requests) {
            const read = readQuestion(request, key);
            if (!read.ok) throw new Error(JSON.stringify(request));
            const ours = decide(policy, read.value.question);
            const theirs = naiveDecision(pair.after, request);
            if (ours !== theirs)
              expect({ policy: pair.after, request, decision: ours }).toEqual({
                policy: pair.after,
                request,
                decision: theirs,
              });
          }
        }),
        runs,
      );
    },
  );
});

describe("the prover", () => {
  test.each([
    { side: "any", open: false, variables: false },
    { side: "itself", open: false, variables: false },
    { side: "any", open: true, variables: true },
    { side: "any", open: false, variables: true },
  ] as const)(
    "[V1] finds new access exactly where brute force does (%o)",
    ({ side, ...options }) => {
      let unknown = 0;
      fc.assert(
        fc.property(tinyPairs(options), ({ before, after, requests }) => {
          const prover = proverOf(before, after);
          if (prover === undefined) throw new Error("too many classes");
          const brute = newAccessByBruteForce(
            { before, after, requests },
            side === "any" ? "any" : "direct",
          );
          const isAllowed = (decision: string) =>
            decision === "direct" || (side === "any" && decision === "account");
          const verdicts = readPolicy(after)
            .statements.filter(({ effect }) => effect === "Allow")
            .map(({ index }) =>
              gainedBy(prover, {
                statement: index,
                pair: { from: 0, to: 1, side },
              }),
            );
          const refuted = verdicts.find(({ verdict }) => verdict === "refuted");
          const isUnknown = verdicts.some(
            ({ verdict }) => verdict === "unknown",
          );
          if (refuted?.verdict === "refuted") {
            const request = requestOf(refuted.point, prover.space);
            const [was, is] = [before, after].map((policy) =>
              isAllowed(naiveDecision(policy, request)),
            );
            expect({ before, after, request, is, was }).toMatchObject({
              is: true,
              was: false,
            });
          } else if (isUnknown) {
            unknown++;
            if (process.env["SHOW"])
              console.log(
                JSON.stringify({
                  before,
                  after,
                  whole: isWholeSpace(prover.space),
                  verdicts,
                }).slice(0, 3000),
              );
          } else
            expect({ before, after, brute }).toMatchObject({
              // What AWS leaves open is the same in both policies, which brute force does not know.
              brute: {
                witness: undefined,
                ...(!options.open && { isOpen: false }),
              },
            });
        }),
        runs,
      );
      console.log(side, JSON.stringify(options), "unknown", unknown);
    },
  );
});
