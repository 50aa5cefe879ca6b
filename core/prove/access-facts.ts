import type { PolicyStatement } from "../evaluate/statement.ts";
import type { AccessFinding, UnknownPart } from "./access.ts";
import type { Answer } from "./answer.ts";
import { answerOf, beyondAnswer } from "./answer.ts";
import { ManageFacts } from "./manage-facts.ts";
import { Memo } from "../evaluate/memo.ts";
import type { Prover } from "./prover.ts";
import { isNotPublic } from "./public.ts";
import { QuickPublic } from "./quick-public.ts";
import type { UnpinnedService } from "./quick-services.ts";
import { unpinnedAtOnce } from "./quick-services.ts";
import { isShownNeeded } from "./quick-standings.ts";
import { uselessAtOnce } from "./quick-useless.ts";
import type { StatementStanding } from "./redundant.ts";
import { allowsAnybody, notPublicBy, standingOf } from "./redundant.ts";
import type { AccessReport } from "./report.ts";
import { proverFor, reportBy } from "./report.ts";
import { SampleRequests } from "./sample-requests.ts";
import type { Subject } from "./subject.ts";
import { tooMany } from "./verdict.ts";

/**
 * What a key policy means, as {@link AccessReport} says it; each part is worked out when it is first asked for. What one
 * request shows, and what shows as the policy is written, takes no prover.
 */
export class AccessFacts {
  readonly #subject: Subject;
  readonly #prover: () => Prover | undefined;
  readonly #requests: SampleRequests;
  readonly #standings = new Map<PolicyStatement, StatementStanding>();
  readonly #public = new Map<PolicyStatement, boolean>();
  readonly #quick: QuickPublic;
  #notPublic: Answer | undefined;
  #manageable: ManageFacts | undefined;
  #unpinned: readonly UnpinnedService[] | undefined;
  #report: AccessReport | undefined;

  constructor(subject: Subject, prover: () => Prover | undefined) {
    this.#subject = subject;
    this.#prover = prover;
    this.#requests = new SampleRequests(subject);
    this.#quick = new QuickPublic(this.#requests);
  }

  /** Nobody whom neither the policy nor the settings name is allowed anything. */
  get notPublic(): Answer {
    this.#notPublic ??= this.#answerToPublic();
    return this.#notPublic;
  }

  /** Whether the key can be managed. */
  get manageable(): ManageFacts {
    this.#manageable ??= new ManageFacts(this.#requests, this.#prover);
    return this.#manageable;
  }

  /** What each statement is there for. */
  get statements(): readonly StatementStanding[] {
    return this.#subject.policy.statements.map((one) => this.#standing(one));
  }

  /** The services that are allowed something without any condition that says what they act for. */
  get unpinnedServices(): readonly UnpinnedService[] {
    this.#unpinned ??=
      unpinnedAtOnce(this.#requests) ??
      this.findings.flatMap(({ unpinned, principal, statements }) =>
        unpinned === true
          ? statements.map((statement) => ({ statement, service: principal }))
          : [],
      );
    return this.#unpinned;
  }

  /** Who may do what, and when. */
  get findings(): readonly AccessFinding[] {
    return this.report.findings;
  }

  /** Statements of which nobody knows what they allow. */
  get unknown(): readonly UnknownPart[] {
    return this.report.unknown;
  }

  /** Everything together; all of it takes the prover. */
  get report(): AccessReport {
    this.#report ??= reportBy(this.#prover(), this.#subject);
    return this.#report;
  }

  /** The statement at a place allows something to somebody whom neither the policy nor the settings name. */
  isPublic(place: number): boolean {
    const statement = this.#subject.policy.statements[place];
    if (statement === undefined) return false;
    const known = this.#public.get(statement);
    const isPublic = known ?? this.#allowsAnybody(statement);
    this.#public.set(statement, isPublic);
    return isPublic;
  }

  /** Whether the statement at a place allows nothing to anybody whom neither the policy nor the settings name. */
  notPublicBy(place: number): Answer {
    const statement = this.#subject.policy.statements[place];
    if (statement === undefined || statement.effect === "Deny")
      return { verdict: "proven" };
    const { index, faults } = statement;
    if (faults.length > 0)
      return { verdict: "unknown", reason: faults.join("; ") };
    const found = this.#quick.answer(statement);
    if (found === "nobody") return { verdict: "proven" };
    if (found !== "open")
      return { verdict: "refuted", witness: this.#requests.written(found) };
    const prover = this.#prover();
    return prover === undefined
      ? beyondAnswer
      : answerOf(prover, notPublicBy(prover, this.#subject, index));
  }

  #allowsAnybody(statement: PolicyStatement): boolean {
    const { index, effect, faults } = statement;
    if (effect === "Deny" || faults.length > 0) return false;
    const found = this.#quick.answer(statement);
    if (found !== "open") return found !== "nobody";
    const prover = this.#prover();
    return prover !== undefined && allowsAnybody(prover, this.#subject, index);
  }

  #standing(statement: PolicyStatement): StatementStanding {
    const { index } = statement;
    const standing: StatementStanding = this.#standings.get(statement) ?? {
      statement: index,
      ...this.#useOf(statement),
      isPublic: this.isPublic(index),
    };
    this.#standings.set(statement, standing);
    return standing;
  }

  #useOf(
    statement: PolicyStatement,
  ): Pick<StatementStanding, "standing" | "reason"> {
    if (isShownNeeded(this.#requests, statement)) return { standing: "needed" };
    const useless = uselessAtOnce(this.#requests, statement);
    if (useless !== undefined) return { standing: useless };
    const prover = this.#prover();
    return prover === undefined
      ? { standing: "unknown", reason: tooMany }
      : standingOf(prover, statement.index, statement.effect === "Allow");
  }

  #answerToPublic(): Answer {
    const { statements } = this.#subject.policy;
    const answers = statements
      .filter(({ effect }) => effect === "Allow")
      .map((one) => this.#quick.answer(one));
    const witness = answers.find((one) => typeof one === "object");
    if (witness !== undefined)
      return { verdict: "refuted", witness: this.#requests.written(witness) };
    if (answers.every((one) => one === "nobody")) return { verdict: "proven" };
    const prover = this.#prover();
    return prover === undefined
      ? beyondAnswer
      : answerOf(prover, isNotPublic(prover, this.#subject));
  }
}

/** Enough for all keys of a big design, so that after an edit only the keys that it touched are worked out again. */
const known = new Memo<AccessFacts>(2000);
/** Provers are big, and asked for one after another. */
const provers = new Memo<{ readonly prover: Prover | undefined }>(16);
const bySubject = new WeakMap<Subject, AccessFacts>();

/** What the policy of a key means; remembered by all that it depends on, also across designs. */
export function accessFacts(subject: Subject): AccessFacts {
  const facts = bySubject.get(subject) ?? rememberedFacts(subject);
  bySubject.set(subject, facts);
  return facts;
}

function rememberedFacts(subject: Subject): AccessFacts {
  // The policy is the document, read; who wrote which statement changes no verdict.
  const { policy: _, origins: _origins, ...parts } = subject;
  const name = JSON.stringify(parts);
  const prover = () =>
    provers.of(name, () => ({ prover: proverFor(subject) })).prover;
  return known.of(name, () => new AccessFacts(subject, prover));
}
