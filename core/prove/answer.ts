import type { AccessRequest } from "../evaluate/request.ts";
import type { Prover } from "./prover.ts";
import { tooMany } from "./verdict.ts";
import type { Verdict } from "./verdict.ts";
import { requestOf } from "./witness.ts";

/**
 * What is known of a claim, as plain data: proven, with a proof that the checker accepted; refuted by one request, which
 * the evaluator agrees with; or unknown, with the reason.
 */
export interface Answer {
  readonly verdict: "proven" | "refuted" | "unknown";
  readonly witness?: AccessRequest;
  readonly reason?: string;
}

/** A verdict as plain data. */
export function answerOf(prover: Prover, verdict: Verdict): Answer {
  switch (verdict.verdict) {
    case "proven":
      return { verdict: "proven" };
    case "refuted":
      return {
        verdict: "refuted",
        witness: requestOf(verdict.point, prover.space),
      };
    case "unknown":
      return verdict;
  }
}

/** The answer to the contrary question. */
export function contrary(answer: Answer): Answer {
  return { ...answer, verdict: contraries[answer.verdict] };
}

const contraries = {
  proven: "refuted",
  refuted: "proven",
  unknown: "unknown",
} as const satisfies Record<Answer["verdict"], Answer["verdict"]>;

/** The answer where the policies tell too many requests apart. */
export const beyondAnswer: Answer = { verdict: "unknown", reason: tooMany };
