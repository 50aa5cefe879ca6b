import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide } from "../evaluate/decide.ts";
import { readQuestion } from "../evaluate/question.ts";
import { readPolicy } from "../evaluate/statement.ts";
import type { JsonObject } from "../problem/json.ts";
import { naiveDecision } from "../testing/naive/naive-decision.ts";
import { newAccessByBruteForce } from "../testing/naive/new-access.ts";
import { tinyPairs } from "../testing/naive/tiny-policies.ts";
import type { TinyOptions, TinyPair } from "../testing/naive/tiny-policies.ts";
import { gainedBy } from "./gained.ts";
import type { Pair } from "./gained.ts";
import type { Prover } from "./prover.ts";
import { proverFor } from "./prover.ts";
import { requestOf } from "./witness.ts";

const key = {
  arn: "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
  account: "111122223333",
  context: {},
};
const isDeep = process.env["KEYWRIGHT_DEEP"] === "1";
const seed = 20261128;

function proverOf(before: JsonObject, after: JsonObject): Prover {
  const prover = proverFor({
    policies: [readPolicy(before), readPolicy(after)],
    partition: "aws",
    account: key.account,
    keyArn: key.arn,
    constants: new Map([["aws:resourceaccount", key.account]]),
    accounts: [],
    principals: [],
    comparisons: [],
  });
  if (prover === undefined) throw new Error("there are too many classes");
  return prover;
}

/** The requests of a pair that the two evaluators decide differently. */
function differences({ after, requests }: TinyPair) {
  const policy = readPolicy(after);
  return requests.flatMap((request) => {
    const read = readQuestion(request, key);
    const ours = read.ok ? decide(policy, read.value.question) : "unreadable";
    const theirs = naiveDecision(after, request);
    return ours === theirs ? [] : [{ after, request, ours, theirs }];
  });
}

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

interface Found {
  readonly verdict: "proven" | "refuted" | "unknown";
  /** What speaks against the verdict. */
  readonly against: unknown;
}

/** What the prover says of new access, and what brute force has against it. */
function newAccess(pair: TinyPair, side: Pair["side"], isOpen: boolean): Found {
  const { before, after } = pair;
  const prover = proverOf(before, after);
  const verdicts = readPolicy(after)
    .statements.filter(({ effect }) => effect === "Allow")
    .map(({ index: statement }) =>
      gainedBy(prover, { statement, pair: { from: 0, to: 1, side } }),
    );
  const refuted = verdicts.find((one) => one.verdict === "refuted");
  if (refuted?.verdict === "refuted") {
    const request = requestOf(refuted.point, prover.space);
    const [was, is] = [before, after].map((policy) =>
      isAllowed(naiveDecision(policy, request), side),
    );
    return { verdict: "refuted", against: is && !was ? [] : { request, pair } };
  }
  if (verdicts.some(({ verdict }) => verdict === "unknown"))
    return { verdict: "unknown", against: [] };
  const brute = newAccessByBruteForce(pair, side === "any" ? "any" : "direct");
  // What AWS leaves open is the same in both policies, which brute force does not know.
  const isAgainst = brute.witness !== undefined || (brute.isOpen && !isOpen);
  return { verdict: "proven", against: isAgainst ? { brute, pair } : [] };
}

function isAllowed(decision: string, side: Pair["side"]): boolean {
  return decision === "direct" || (side === "any" && decision === "account");
}

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
