import type { Caller } from "../evaluate/caller.ts";
import { bestFit, fitsOthers } from "../evaluate/principals.ts";
import type { AccessRequest } from "../evaluate/request.ts";
import type { PolicyStatement } from "../evaluate/statement.ts";
import { kmsActionNames } from "../kms/actions.ts";
import type { JsonObject } from "../problem/json.ts";
import { isJsonList, isJsonObject, objectOf } from "../problem/json.ts";
import { isAllowed } from "./gained.ts";
import type { Side } from "./meaning.ts";
import type { Prover } from "./prover.ts";
import type { Scope, Who } from "./scope.ts";
import { isUnpinned, scopeOf } from "./scope.ts";
import type { Subject } from "./subject.ts";
import type { AllTerm, Term } from "./term.ts";
import { verdictOn } from "./verdict.ts";
import { requestOf } from "./witness.ts";

/** Who may do what, and when. */
export interface AccessFinding {
  /** A principal as the policy names it; what NotPrincipal excepts begins with `not `. */
  readonly principal: string;
  readonly scope: Scope;
  /** The principal itself is allowed, or its account, whose IAM policies then decide. */
  readonly access: "direct" | "account";
  /** Actions of AWS KMS, in the order of the table. */
  readonly actions: readonly string[];
  /** The conditions under which, as the policy writes them; none with an empty object. */
  readonly conditions: JsonObject;
  /** The statements that deny a part of it, by their places. */
  readonly except: readonly number[];
  /** Of a service: no condition binds the source that it acts for. */
  readonly unpinned?: true;
  /** The statements that allow it, by their places. */
  readonly statements: readonly number[];
  /** One request that is allowed. */
  readonly witness: AccessRequest;
}

/** The findings of a key, and the statements of which nobody knows whether they allow something. */
export interface Findings {
  readonly findings: readonly AccessFinding[];
  readonly unknown: readonly UnknownPart[];
}

/** A statement of which nobody knows what it allows to a principal. */
export interface UnknownPart {
  readonly statement: number;
  readonly principal: string;
  readonly reason: string;
}

/** A finding before others are looked at: with what it is, as a term. */
interface Candidate {
  readonly finding: AccessFinding;
  readonly term: AllTerm;
}

/** The findings: every allowed request is in one, each has a request that is allowed, none is covered by the others. */
export function findingsOf(prover: Prover, subject: Subject): Findings {
  const work = new FindingWork(prover, subject);
  const candidates = subject.policy.statements
    .filter(({ effect }) => effect === "Allow")
    .flatMap((statement) => work.ofStatement(statement));
  return {
    findings: work.withoutCovered(candidates).map(findingOf),
    unknown: distinct(work.unknown),
  };
}

/** Of several groups of actions that are not known for the same reason, one. */
function distinct(list: readonly UnknownPart[]): readonly UnknownPart[] {
  return [...new Map(list.map((one) => [JSON.stringify(one), one])).values()];
}

function findingOf({ finding }: Candidate): AccessFinding {
  return finding;
}

class FindingWork {
  readonly unknown: UnknownPart[] = [];
  readonly #prover: Prover;
  readonly #subject: Subject;

  constructor(prover: Prover, subject: Subject) {
    this.#prover = prover;
    this.#subject = subject;
  }

  ofStatement(statement: PolicyStatement): readonly Candidate[] {
    const { principals, faults } = statement;
    if (faults.length > 0) {
      this.unknown.push({
        statement: statement.index,
        principal: "*",
        reason: faults.join("; "),
      });
      return [];
    }
    if (principals === undefined) return [];
    const { isNot, list } = principals;
    if (isNot) {
      const text = `not ${list.map((one) => one.text).join(", ")}`;
      const fits = (caller: Caller) => fitsOthers(list, caller) !== "none";
      return this.#candidates(statement, { text, type: "AWS", fits }, "direct");
    }
    return list.flatMap((one) => {
      // An account comes with its root user, who needs no IAM policies.
      const fits = (caller: Caller) => bestFit([one], caller) !== "none";
      const access = one.account === undefined ? "direct" : "account";
      return this.#candidates(statement, { ...one, fits }, access);
    });
  }

  #candidates(
    statement: PolicyStatement,
    who: Who,
    access: AccessFinding["access"],
  ): readonly Candidate[] {
    const { index } = statement;
    const side: Side = access === "direct" ? "itself" : "any";
    const caller: Term = { kind: "where", caller: who.fits };
    const { actions, witness } = this.#allowedActions(statement, {
      side,
      caller,
      principal: who.text,
    });
    if (witness === undefined) return [];
    const isAction: Term = {
      kind: "where",
      action: (name) => actions.includes(name),
    };
    const allow: Term = {
      kind: "statement",
      policy: 0,
      statement: index,
      side,
      bound: "must",
    };
    const term: AllTerm = { kind: "all", terms: [allow, caller, isAction] };
    const finding = {
      principal: who.text,
      scope: scopeOf(this.#prover, this.#subject, { who, term }),
      access,
      actions: kmsActionNames.filter((name) => actions.includes(name)),
      conditions: this.#conditionsOf(index),
      except: this.#exceptions(term),
      ...(isUnpinned(this.#prover, { who, term }) && {
        unpinned: true as const,
      }),
      statements: [index],
      witness,
    };
    return [{ finding, term }];
  }

  /** The actions that a statement allows somebody, and a request for one of them. */
  #allowedActions(
    statement: PolicyStatement,
    {
      side,
      caller,
      principal,
    }: { side: Side; caller: Term; principal: string },
  ) {
    const actions: string[] = [];
    let witness: AccessRequest | undefined;
    for (const group of this.#actionGroups(statement)) {
      const isOne: Term = {
        kind: "where",
        action: (name) => name === group[0],
      };
      const verdict = this.#allowed([caller, isOne], statement.index, side);
      if (verdict.verdict === "refuted") {
        actions.push(...group);
        witness ??= requestOf(verdict.point, this.#prover.space);
      } else if (verdict.verdict === "unknown")
        this.unknown.push({
          statement: statement.index,
          principal,
          reason: verdict.reason,
        });
    }
    return { actions, witness };
  }

  /** What a statement allows of these requests, less what is denied. */
  #allowed(where: readonly Term[], statement: number, side: Side) {
    const prover = this.#prover;
    const goals = (mine: "must" | "may", theirs: "must" | "may") => [
      {
        goals: [
          ...where,
          {
            kind: "statement",
            policy: 0,
            statement,
            side,
            bound: mine,
          } as const,
        ],
        covers: prover.terms(0, { effect: "Deny", side: "any", bound: theirs }),
      },
    ];
    return verdictOn(prover, {
      holds: goals("may", "must"),
      fails: goals("must", "may"),
      isRefutedBy: (point) =>
        isAllowed(this.#subject.policy, point, side) === true,
    });
  }

  /** The actions of a statement, those together that every statement treats alike. */
  #actionGroups(statement: PolicyStatement): readonly (readonly string[])[] {
    const groups = new Map<string, string[]>();
    const { statements } = this.#subject.policy;
    for (const action of kmsActionNames) {
      if (!statement.hasAction(action)) continue;
      const key = statements
        .map((one) => (one.hasAction(action) ? 1 : 0))
        .join("");
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [action]);
      else group.push(action);
    }
    return [...groups.values()];
  }

  #conditionsOf(statement: number): JsonObject {
    const { Statement: list = [] } = this.#subject.document;
    const json = isJsonList(list) ? list[statement] : list;
    return objectOf(isJsonObject(json) ? json["Condition"] : undefined);
  }

  /** The denials that take something of it away. */
  #exceptions(term: Term): readonly number[] {
    const denies = this.#prover.terms(0, {
      effect: "Deny",
      side: "any",
      bound: "may",
    });
    return denies
      .filter(
        (deny) =>
          this.#prover.ask(
            { goals: [term, deny], covers: [] },
            { left: 50_000 },
          ).kind !== "proven",
      )
      .map(({ statement }) => statement);
  }

  /** Leaves out what the others have already, those that come later first. */
  withoutCovered(candidates: readonly Candidate[]): readonly Candidate[] {
    let kept = candidates;
    for (const candidate of candidates.toReversed()) {
      const others = kept.filter(
        (one) =>
          one !== candidate &&
          (one.finding.access === "direct" ||
            candidate.finding.access === "account"),
      );
      const denies = this.#prover.terms(0, {
        effect: "Deny",
        side: "any",
        bound: "must",
      });
      const answer = this.#prover.ask(
        {
          goals: [candidate.term],
          covers: [...others.map(({ term }) => term), ...denies],
        },
        { left: 100_000 },
      );
      if (answer.kind === "proven" && this.#prover.isAccepted([answer.proof]))
        kept = kept.filter((one) => one !== candidate);
    }
    return kept;
  }
}
