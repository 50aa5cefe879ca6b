import type { Goal, Prover } from "./prover.ts";
import { isNotPublic } from "./public.ts";
import type { Subject } from "./subject.ts";
import type { StatementTerm } from "./term.ts";
import { verdictOn } from "./verdict.ts";
import type { Verdict } from "./verdict.ts";

/** What the prover knows of a statement. */
export interface StatementStanding {
  /** Its place in the policy. */
  readonly statement: number;
  readonly standing:
    /** It does something that no other statement does. */
    | "needed"
    /** It fits no request. */
    | "never-matches"
    /** Everything that it allows is denied. */
    | "shadowed"
    /** Without it the policy says the same, apart from KMS grants. */
    | "adds-nothing"
    | "unknown";
  /** Somebody whom neither the policy nor the settings name is allowed something by it. */
  readonly isPublic: boolean;
  readonly reason?: string;
}

/** What each statement is there for. */
export function standingsOf(
  prover: Prover,
  subject: Subject,
): readonly StatementStanding[] {
  return subject.policy.statements.map(({ index, effect }) => {
    const isAllow = effect === "Allow";
    const standing = standingOf(prover, index, isAllow);
    const isPublic =
      isAllow &&
      standing.standing !== "never-matches" &&
      allowsAnybody(prover, subject, index);
    return { statement: index, ...standing, isPublic };
  });
}

/** Somebody whom neither the policy nor the settings name is allowed something by a statement. */
export function allowsAnybody(
  prover: Prover,
  subject: Subject,
  statement: number,
): boolean {
  return notPublicBy(prover, subject, statement).verdict === "refuted";
}

/** Whether nobody but those that policy and settings name is allowed anything by a statement. */
export function notPublicBy(
  prover: Prover,
  subject: Subject,
  statement: number,
): Verdict {
  return isNotPublic(prover, subject, [term(statement, "any", "must")]);
}

function term(
  statement: number,
  side: StatementTerm["side"],
  bound: StatementTerm["bound"],
): StatementTerm {
  return { kind: "statement", policy: 0, statement, side, bound };
}

type Standing = Pick<StatementStanding, "standing" | "reason">;

/** What a statement is there for. */
export function standingOf(
  prover: Prover,
  statement: number,
  isAllow: boolean,
): Standing {
  const never = covered(prover, [
    { goals: [term(statement, "any", "may")], covers: [] },
  ]);
  if (never.verdict === "proven") return { standing: "never-matches" };
  const questions = isAllow
    ? allowQuestions(prover, statement)
    : [
        {
          standing: "adds-nothing" as const,
          goals: denyGoals(prover, statement),
        },
      ];
  for (const { standing, goals } of questions) {
    const verdict = covered(prover, goals);
    if (verdict.verdict === "proven") return { standing };
    if (verdict.verdict === "unknown")
      return { standing: "unknown", reason: verdict.reason };
  }
  return { standing: "needed" };
}

/** Whether goals are covered: a witness needs no replay, as nothing is said of it. */
function covered(prover: Prover, goals: readonly Goal[]): Verdict {
  return verdictOn(prover, {
    holds: goals,
    fails: [],
    isRefutedBy: () => true,
  });
}

interface StandingQuestion {
  readonly standing: "shadowed" | "adds-nothing";
  readonly goals: readonly Goal[];
}

function allowQuestions(
  prover: Prover,
  statement: number,
): readonly StandingQuestion[] {
  const denies = prover.terms(0, {
    effect: "Deny",
    side: "any",
    bound: "must",
  });
  const others = (side: StatementTerm["side"]) =>
    prover
      .terms(0, { effect: "Allow", side, bound: "must" })
      .filter((one) => one.statement !== statement);
  const goal = (
    side: StatementTerm["side"],
    more: readonly StatementTerm[],
  ): Goal => ({
    goals: [term(statement, side, "may")],
    covers: [...more, ...denies],
  });
  return [
    { standing: "shadowed", goals: [goal("any", [])] },
    {
      standing: "adds-nothing",
      goals: [goal("any", others("any")), goal("itself", others("itself"))],
    },
  ];
}

/** Everything that it denies is denied anyway, or nothing allows it. */
function denyGoals(prover: Prover, statement: number): readonly Goal[] {
  const others = prover
    .terms(0, { effect: "Deny", side: "any", bound: "must" })
    .filter((one) => one.statement !== statement);
  return prover
    .terms(0, { effect: "Allow", side: "any", bound: "may" })
    .map((allow) => ({
      goals: [term(statement, "any", "may"), allow],
      covers: others,
    }));
}
