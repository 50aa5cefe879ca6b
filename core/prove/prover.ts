import { ProofChecker } from "./check-proof.ts";
import { isWholeSpace } from "./check-space.ts";
import type { Budget, CoverTree } from "./cover.ts";
import { coverBox } from "./cover.ts";
import type { Box } from "./region.ts";
import type { PolicyBoxes } from "./relations.ts";
import { boxesOf } from "./relations.ts";
import type { Space, SpaceOf } from "./space.ts";
import { spaceOf } from "./space.ts";
import { neverIn } from "./lazy-texts.ts";
import type { NeverTerm, StatementTerm, Term } from "./term.ts";
import { boxesOfTerm, meetAll } from "./term.ts";

/** A question: is every request that all goals share one of the covers'? */
export interface Goal {
  readonly goals: readonly Term[];
  readonly covers: readonly Term[];
}

/** Why every request of a goal is one of its covers': a tree for each box of the goal. */
export interface Proof extends Goal {
  readonly trees: readonly CoverTree[];
}

/** Whether a goal holds; where it does not, requests that no cover has. */
export type GoalAnswer =
  | { readonly kind: "proven"; readonly proof: Proof }
  | { readonly kind: "open"; readonly box: Box }
  | { readonly kind: "given-up" };

/** What a question may cost: comparisons of boxes. About a tenth of a second. */
export const LIMIT = 400_000;

/** Which statements, and how they are read. */
export interface TermForm extends Pick<StatementTerm, "side" | "bound"> {
  readonly effect: "Allow" | "Deny";
}

/** Answers questions about policies over all requests. */
export class Prover {
  readonly space: Space;
  readonly policies: readonly PolicyBoxes[];
  /** Requests that cannot be. */
  readonly #facts: readonly Term[];
  readonly #nevers: NeverTerm[] = [];
  readonly #boxes = new Map<Term, readonly Box[]>();
  readonly #terms = new Map<string, readonly StatementTerm[]>();
  #checker: ProofChecker | "refused" | undefined;

  constructor(space: Space, facts: readonly Term[]) {
    this.space = space;
    this.policies = space.of.policies.map((policy) => boxesOf(space, policy));
    this.#facts = facts;
  }

  /** Whether every request that all goals share is one of the covers', or cannot be; `aside` are boxes not to look at. */
  ask(
    { goals, covers }: Goal,
    budget: Budget,
    aside: readonly Box[] = [],
  ): GoalAnswer {
    const [first, ...others] = goals.map((term) => this.#boxesOf(term));
    const boxes = others.reduce(meetAll, first ?? []);
    const terms = [...covers, ...this.#facts, ...this.#nevers];
    if (boxes.length === 0)
      return { kind: "proven", proof: { goals, covers: terms, trees: [] } };
    const all = [...terms.flatMap((term) => this.#boxesOf(term)), ...aside];
    const trees: CoverTree[] = [];
    const { whole } = this.space;
    for (const box of boxes) {
      const answer = coverBox(box, all, { whole, budget });
      if (answer.kind !== "covered") return answer;
      trees.push(answer.tree);
    }
    return { kind: "proven", proof: { goals, covers: terms, trees } };
  }

  /** Learns that something of a box can never be; false where nothing is. */
  learnFrom(box: Box): boolean {
    const never = neverIn(this.space, box);
    if (never !== undefined) this.#nevers.push(never);
    return never !== undefined;
  }

  /** The checker, which shares nothing with this prover but the evaluator, accepts all of the proofs. */
  isAccepted(proofs: readonly Proof[]): boolean {
    this.#checker ??= isWholeSpace(this.space)
      ? new ProofChecker(this.space)
      : "refused";
    const checker = this.#checker;
    return (
      checker !== "refused" && proofs.every((proof) => checker.accepts(proof))
    );
  }

  /** The statements of a policy that have an effect, as terms. */
  terms(policy: number, form: TermForm): readonly StatementTerm[] {
    const { effect, side, bound } = form;
    const key = [policy, effect, side, bound].join();
    let terms = this.#terms.get(key);
    if (terms === undefined) {
      const boxes = this.policies[policy];
      const list = effect === "Allow" ? boxes?.allows : boxes?.denies;
      terms = (list ?? []).map(({ statement }) => ({
        kind: "statement",
        policy,
        statement: statement.index,
        side,
        bound,
      }));
      this.#terms.set(key, terms);
    }
    return terms;
  }

  #boxesOf(term: Term): readonly Box[] {
    let boxes = this.#boxes.get(term);
    if (boxes === undefined) {
      boxes = boxesOfTerm(this.space, this.policies, term);
      this.#boxes.set(term, boxes);
    }
    return boxes;
  }
}

/** A prover for a question; undefined where the policies tell too many requests apart. */
export function proverFor(
  of: SpaceOf,
  facts: readonly Term[] = [],
): Prover | undefined {
  const space = spaceOf(of);
  return space && new Prover(space, facts);
}
