import type { Answer } from "./answer.ts";
import { answerOf, beyondAnswer } from "./answer.ts";
import type { AccessFinding, UnknownPart } from "./access.ts";
import { findingsOf } from "./access.ts";
import type { Manageability } from "./manageable.ts";
import { beyondManageability, manageabilityOf } from "./manageable.ts";
import { proverOf } from "./meaning.ts";
import { anybody, isNotPublic } from "./public.ts";
import type { StatementStanding } from "./redundant.ts";
import { standingsOf } from "./redundant.ts";
import type { Subject } from "./subject.ts";
import type { Prover } from "./prover.ts";

/** What a key policy means. */
export interface AccessReport {
  readonly findings: readonly AccessFinding[];
  /** Statements of which nobody knows what they allow. */
  readonly unknown: readonly UnknownPart[];
  /** Nobody whom neither the policy nor the settings name is allowed anything. */
  readonly notPublic: Answer;
  readonly manageable: Manageability;
  /** What each statement is there for. */
  readonly statements: readonly StatementStanding[];
  readonly assumptions: readonly string[];
}

/** What a key policy means: who can do what, whether it is public, whether the key can be managed. */
export function accessReport(subject: Subject): AccessReport {
  return reportBy(proverFor(subject), subject);
}

/** The report of a key by its prover; undefined where the policy tells too many requests apart. */
export function reportBy(
  prover: Prover | undefined,
  subject: Subject,
): AccessReport {
  const { assumptions } = subject;
  if (prover === undefined)
    return {
      findings: [],
      unknown: [],
      notPublic: beyondAnswer,
      manageable: beyondManageability,
      statements: [],
      assumptions,
    };
  return {
    ...findingsOf(prover, subject),
    notPublic: answerOf(prover, isNotPublic(prover, subject)),
    manageable: manageabilityOf(prover, subject),
    statements: standingsOf(prover, subject),
    assumptions,
  };
}

/** The prover for the questions of a report. */
export function proverFor(subject: Subject): Prover | undefined {
  const { deployer } = subject.settings;
  return proverOf([subject], {
    principals: deployer === undefined ? [] : [deployer],
    comparisons: (anybody(subject).comparisons ?? []).map(
      ({ comparison }) => comparison,
    ),
  });
}
