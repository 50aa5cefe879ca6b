import type { KeyPolicyDecision } from "../evaluate/decide.ts";
import { decide } from "../evaluate/decide.ts";
import type { Comparison } from "../evaluate/comparison.ts";
import { factsAbout } from "./facts.ts";
import { policyAt } from "./gained.ts";
import type { Goal, Prover, TermForm } from "./prover.ts";
import { proverFor } from "./prover.ts";
import type { Subject } from "./subject.ts";
import { constantsOf } from "./subject.ts";
import type { StatementTerm, Term } from "./term.ts";
import { verdictOn } from "./verdict.ts";
import type { Verdict } from "./verdict.ts";
import type { Point } from "./witness.ts";

/** What a question names besides the policies. */
export interface Mentioned {
  readonly accounts?: readonly string[];
  readonly principals?: readonly string[];
  readonly comparisons?: readonly Comparison[];
}

/**
 * A prover for the policies of a key: of one subject, or of several for the same key. Undefined where they tell too
 * many requests apart.
 */
export function proverOf(
  subjects: readonly [Subject, ...Subject[]],
  mentioned: Mentioned = {},
): Prover | undefined {
  const [subject] = subjects;
  const policies = subjects.map(({ policy }) => policy);
  const { settings, account, partition, keyArn } = subject;
  const facts = factsAbout(policies, { account, settings });
  return proverFor(
    {
      policies,
      partition,
      account,
      keyArn,
      constants: constantsOf(subject),
      accounts: [
        ...(settings.trustedAccounts ?? []),
        ...(settings.organization?.accounts ?? []),
        ...(mentioned.accounts ?? []),
      ],
      principals: mentioned.principals ?? [],
      comparisons: [...facts.comparisons, ...(mentioned.comparisons ?? [])],
    },
    facts.terms,
  );
}

/** Allowed at all, or only to the principal itself. */
export type Side = StatementTerm["side"];

/** The statements of the first policy, as terms. */
export function termsOf(
  prover: Prover,
  form: TermForm,
): readonly StatementTerm[] {
  return prover.terms(0, form);
}

/** Whether nobody is allowed anything of what all these terms share. */
export function nothingAllowed(
  prover: Prover,
  where: readonly Term[],
  side: Side,
): Verdict {
  return verdictOn(prover, {
    holds: allowedGoals(prover, where, { side, mine: "may", theirs: "must" }),
    fails: allowedGoals(prover, where, { side, mine: "must", theirs: "may" }),
    isRefutedBy: (point) => allows(decisionAt(prover, point), side),
  });
}

interface Reading {
  readonly side: Side;
  readonly mine: StatementTerm["bound"];
  readonly theirs: StatementTerm["bound"];
}

function allowedGoals(
  prover: Prover,
  where: readonly Term[],
  { side, mine, theirs }: Reading,
): readonly Goal[] {
  const covers = termsOf(prover, {
    effect: "Deny",
    side: "any",
    bound: theirs,
  });
  return termsOf(prover, { effect: "Allow", side, bound: mine }).map(
    (allow) => ({
      goals: [...where, allow],
      covers,
    }),
  );
}

/** Whether everything that all these terms share is allowed. */
export function everythingAllowed(
  prover: Prover,
  where: readonly Term[],
  side: Side,
): Verdict {
  return verdictOn(prover, {
    holds: fullGoals(prover, where, { side, mine: "must", theirs: "may" }),
    fails: fullGoals(prover, where, { side, mine: "may", theirs: "must" }),
    isRefutedBy: (point) => {
      const decision = decisionAt(prover, point);
      return decision !== "unknown" && !allows(decision, side);
    },
  });
}

/** All of it is in statements that allow, and nothing of it in one that denies. */
function fullGoals(
  prover: Prover,
  where: readonly Term[],
  { side, mine, theirs }: Reading,
): readonly Goal[] {
  const covers = termsOf(prover, { effect: "Allow", side, bound: mine });
  const denies = termsOf(prover, {
    effect: "Deny",
    side: "any",
    bound: theirs,
  });
  return [
    { goals: where, covers },
    ...denies.map((deny) => ({ goals: [...where, deny], covers: [] })),
  ];
}

/** Whether everything that all these terms share is denied. */
export function everythingDenied(
  prover: Prover,
  where: readonly Term[],
): Verdict {
  const goal = (bound: StatementTerm["bound"]): Goal => ({
    goals: where,
    covers: termsOf(prover, { effect: "Deny", side: "any", bound }),
  });
  return verdictOn(prover, {
    holds: [goal("must")],
    fails: [goal("may")],
    isRefutedBy: (point) => {
      const decision = decisionAt(prover, point);
      return decision !== "unknown" && decision !== "deny";
    },
  });
}

/** What the first policy says of a request. */
export function decisionAt(prover: Prover, point: Point): KeyPolicyDecision {
  return decide(policyAt(prover, 0), point.question);
}

function allows(decision: KeyPolicyDecision, side: Side): boolean {
  return decision === "direct" || (side === "any" && decision === "account");
}
