import type { Policy } from "../evaluate/statement.ts";
import { decide } from "../evaluate/decide.ts";
import type { Goal, Prover } from "./prover.ts";
import type { StatementTerm, Term } from "./term.ts";
import type { Verdict } from "./verdict.ts";
import { verdictOn } from "./verdict.ts";
import type { Point } from "./witness.ts";

/** Two policies of a question by their places, and the relation in which they are compared. */
export interface Pair {
  readonly from: number;
  readonly to: number;
  /** Allowed at all, or allowed to the principal itself. */
  readonly side: StatementTerm["side"];
}

/** A statement of the second policy, and the requests to look at. */
export interface GainQuestion {
  readonly statement: number;
  readonly pair: Pair;
  readonly where?: readonly Term[];
}

/** Whether a statement of `to` allows nothing that `from` does not. */
export function gainedBy(prover: Prover, question: GainQuestion): Verdict {
  const { pair } = question;
  return verdictOn(prover, {
    holds: goalsOf(prover, question, { mine: "may", theirs: "must" }),
    fails: goalsOf(prover, question, { mine: "must", theirs: "may" }),
    isRefutedBy: (point) =>
      isAllowed(policyAt(prover, pair.to), point, pair.side) === true &&
      isAllowed(policyAt(prover, pair.from), point, pair.side) === false,
  });
}

interface Reading {
  readonly mine: StatementTerm["bound"];
  readonly theirs: StatementTerm["bound"];
}

/** What it allows, less what either denies, is allowed by the other; and nothing of it is denied by the other alone. */
function goalsOf(
  prover: Prover,
  { statement, pair: { from, to, side }, where = [] }: GainQuestion,
  { mine, theirs }: Reading,
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
    { goals: [...where, allow], covers: [...denied, ...allowed] },
    ...denials.map((denial) => ({
      goals: [...where, allow, denial],
      covers: denied,
    })),
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
