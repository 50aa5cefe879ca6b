import { decide } from "../evaluate/decide.ts";
import { readQuestion } from "../evaluate/question.ts";
import { readPolicy } from "../evaluate/statement.ts";
import type { JsonObject } from "../problem/json.ts";
import { gainedBy } from "../prove/gained.ts";
import type { Pair } from "../prove/gained.ts";
import type { Prover } from "../prove/prover.ts";
import { proverFor } from "../prove/prover.ts";
import { requestOf } from "../prove/witness.ts";
import { naiveDecision } from "./naive/naive-decision.ts";
import { newAccessByBruteForce } from "./naive/new-access.ts";
import type { TinyPair } from "./naive/tiny-policies.ts";

const key = {
  arn: "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
  account: "111122223333",
  context: {},
};

/** A prover for two policies of the key of the tiny space. */
export function tinyProver(before: JsonObject, after: JsonObject): Prover {
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
export function differences({ after, requests }: TinyPair) {
  const policy = readPolicy(after);
  return requests.flatMap((request) => {
    const read = readQuestion(request, key);
    const ours = read.ok ? decide(policy, read.value.question) : "unreadable";
    const theirs = naiveDecision(after, request);
    return ours === theirs ? [] : [{ after, request, ours, theirs }];
  });
}

/** A verdict of the prover beside brute force. */
export interface Found {
  readonly verdict: "proven" | "refuted" | "unknown";
  /** What speaks against the verdict. */
  readonly against: unknown;
}

/** What the prover says of new access, and what brute force has against it. */
export function newAccess(
  pair: TinyPair,
  side: Pair["side"],
  isOpen: boolean,
): Found {
  const { before, after } = pair;
  const prover = tinyProver(before, after);
  const verdicts = readPolicy(after)
    .statements.filter(({ effect }) => effect === "Allow")
    .map(({ index: statement }) =>
      gainedBy(prover, { statement, pair: { from: 0, to: 1, side } }),
    );
  const refuted = verdicts.find((one) => one.verdict === "refuted");
  if (refuted?.verdict === "refuted") {
    const request = requestOf(refuted.point, prover.space);
    const was = naiveDecision(before, request);
    const isNew =
      isAllowed(naiveDecision(after, request), side) &&
      !isAllowed(was, side) &&
      was !== "unknown";
    return { verdict: "refuted", against: isNew ? [] : { request, pair } };
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
