import type { Policy } from "../evaluate/statement.ts";
import { decide } from "../evaluate/decide.ts";
import type { Goal, Prover } from "./prover.ts";
import type { StatementTerm, Term } from "./term.ts";
import type { Claim, Verdict } from "./verdict.ts";
import { verdictOn } from "./verdict.ts";
import type { Point } from "./witness.ts";

/** Two policies of a question by their places, and the relation in which they are compared. */
export interface Pair {
  readonly from: number;
  readonly to: number;
  /** Allowed at all, or allowed to the principal itself. */
  readonly side: StatementTerm["side"];
}

/** Whether a statement of `to` allows nothing that `from` does not. */
export function gainedBy(
  prover: Prover,
  statement: number,
  pair: Pair,
): Verdict {
  return verdictOn(prover, claimOf(prover, statement, pair));
}

function claimOf(prover: Prover, statement: number, pair: Pair): Claim {
  return {
    holds: goalsOf(prover, statement, { ...pair, mine: "may", theirs: "must" }),
    fails: goalsOf(prover, statement, { ...pair, mine: "must", theirs: "may" }),
    isRefutedBy: (point) =>
      isAllowed(policyAt(prover, pair.to), point, pair.side) === true &&
      isAllowed(policyAt(prover, pair.from), point, pair.side) === false,
  };
}

interface Reading extends Pair {
  readonly mine: StatementTerm["bound"];
  readonly theirs: StatementTerm["bound"];
}

/** What it allows, less what either denies, is allowed by the other; and nothing of it is denied by the other alone. */
function goalsOf(
  prover: Prover,
  statement: number,
  { from, to, side, mine, theirs }: Reading,
): readonly Goal[] {
  const allow: Term = {
    kind: "statement",
    policy: to,
    statement,
    side,
    bound: mine,
  };
  const denied = prover.terms(to, {
    effect: "Deny",
    side: "any",
    bound: theirs,
  });
  const allowed = prover.terms(from, {
    effect: "Allow",
    side,
    bound: theirs,
  });
  const denials = prover.terms(from, {
    effect: "Deny",
    side: "any",
    bound: mine,
  });
  return [
    { goals: [allow], covers: [...denied, ...allowed] },
    ...denials.map((denial) => ({ goals: [allow, denial], covers: denied })),
  ];
}

/** The policy at a place of the question. */
export function policyAt({ space }: Prover, place: number): Policy {
  return space.of.policies[place] ?? { statements: [] };
}

/** Whether a policy allows a request, to the principal itself or also by its account; undefined where that is open. */
export function isAllowed(
  policy: Policy,
  { question }: Point,
  side: StatementTerm["side"],
): boolean | undefined {
  const decision = decide(policy, question);
  if (decision === "unknown") return undefined;
  return decision === "direct" || (side === "any" && decision === "account");
}
