import type { Budget } from "./cover.ts";
import type { Goal, Proof, Prover } from "./prover.ts";
import { LIMIT } from "./prover.ts";
import type { Box } from "./region.ts";
import type { Point } from "./witness.ts";
import { pointsIn } from "./witness.ts";

/** What is known of a claim: that it holds, one request that shows that it does not, or why nobody knows. */
export type Verdict =
  | { readonly verdict: "proven"; readonly proofs: readonly Proof[] }
  | { readonly verdict: "refuted"; readonly point: Point }
  | { readonly verdict: "unknown"; readonly reason: string };

/** A claim, as what would have to be covered for it to hold. */
export interface Claim {
  /** All of these covered, where AWS does not say read against the claim: it holds. */
  readonly holds: readonly Goal[];
  /** One of these open, where AWS does not say read for the claim: it does not hold. */
  readonly fails: readonly Goal[];
  /** The request shows that the claim does not hold. */
  readonly isRefutedBy: (point: Point) => boolean;
}

export const tooMany = "there are too many cases to look at";
export const notAccepted = "the checker of proofs did not accept the proof";
const notSettled =
  "it depends on what AWS does not document, or on conditions with variables for which no request was found";

/** Finds out whether a claim holds: every witness is one that the evaluator agrees with. */
export function verdictOn(prover: Prover, claim: Claim): Verdict {
  const budget = { left: LIMIT };
  const proofs: Proof[] = [];
  let isOpen = false;
  for (const goal of claim.holds) {
    const answer = search(prover, goal, { claim, budget });
    if (answer.kind === "refuted")
      return { verdict: "refuted", point: answer.point };
    if (answer.kind === "given-up")
      return { verdict: "unknown", reason: tooMany };
    if (answer.kind === "proven") proofs.push(answer.proof);
    else isOpen = true;
  }
  if (!isOpen)
    return prover.isAccepted(proofs)
      ? { verdict: "proven", proofs }
      : { verdict: "unknown", reason: notAccepted };
  for (const goal of claim.fails) {
    const answer = search(prover, goal, { claim, budget });
    if (answer.kind === "refuted")
      return { verdict: "refuted", point: answer.point };
  }
  return { verdict: "unknown", reason: notSettled };
}

type Found =
  | { readonly kind: "proven"; readonly proof: Proof }
  | { readonly kind: "refuted"; readonly point: Point }
  | { readonly kind: "open" }
  | { readonly kind: "given-up" };

/** How many boxes in which no request was found are passed over before the search ends. */
const PATIENCE = 24;
/** How often the search begins again with what it learned. */
const TRIES = 200;

function search(
  prover: Prover,
  goal: Goal,
  { claim, budget }: { readonly claim: Claim; readonly budget: Budget },
): Found {
  const aside: Box[] = [];
  for (let tries = 0; aside.length <= PATIENCE && tries < TRIES; tries++) {
    const answer = prover.ask(goal, budget, aside);
    if (answer.kind === "given-up") return answer;
    if (answer.kind === "proven")
      return aside.length === 0 ? answer : { kind: "open" };
    const point = pointsIn(prover.space, answer.box).find((one) =>
      claim.isRefutedBy(one),
    );
    if (point !== undefined) return { kind: "refuted", point };
    if (!prover.learnFrom(answer.box)) aside.push(answer.box);
  }
  return { kind: "open" };
}
