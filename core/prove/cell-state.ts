import type { KmsAction } from "../kms/actions.ts";
import { kmsActionNames } from "../kms/actions.ts";
import { hasBit } from "./bits.ts";
import { callerKeys } from "./caller-dimension.ts";
import {
  decisionAt,
  everythingAllowed,
  everythingDenied,
  nothingAllowed,
  termsOf,
} from "./meaning.ts";
import type { Prover } from "./prover.ts";
import type { Box } from "./region.ts";
import { meetBoxes } from "./region.ts";
import type { StatementBoxes } from "./relations.ts";
import { ACTION, CALLER } from "./space.ts";
import type { Term } from "./term.ts";
import { boxesOfTerm } from "./term.ts";
import { verdictOn } from "./verdict.ts";
import type { Verdict } from "./verdict.ts";
import type { Point } from "./witness.ts";

/** What may be done: proven, or not known. */
export interface CellState {
  readonly kind:
    | "allowed"
    | "conditional"
    | "needs-iam"
    | "delegated"
    | "denied"
    | "none"
    | "unknown";
  /** The conditions hold back: nothing else allows what they do not. Where there are none, true. */
  readonly binds: boolean;
  /** Allowed under conditions; with `needs-iam` and `delegated` too. */
  readonly isConditional?: boolean;
  /** The statements that have a say, by their places in the policy. */
  readonly statements: readonly number[];
  /** One request that is allowed, or that is not where nothing is. */
  readonly point?: Point;
}

/** What is known of the callers of a row. */
interface RowFacts {
  readonly boxes: readonly Box[];
  /** The place of the only caller; -1 where there are several. */
  readonly only: number;
  /** What statements make of the only caller, so that callers that are treated alike are one; else the row. */
  readonly treatment: string;
  /** The callers are of the key's account, or services, which need no IAM policies either. */
  readonly isOwn: boolean;
}

/** States of cells; those that the same statements decide in the same way are worked out once. */
export class CellStates {
  readonly #prover: Prover;
  readonly #account: string;
  readonly #rows = new Map<string, RowFacts>();
  readonly #known = new Map<string, CellState>();

  constructor(prover: Prover, account: string) {
    this.#prover = prover;
    this.#account = account;
  }

  /** What the callers of a row may do with an action. */
  state(row: string, where: readonly Term[], action: KmsAction): CellState {
    const facts = this.#rows.get(row) ?? this.#factsOf(row, where);
    this.#rows.set(row, facts);
    const near = this.#near(facts.boxes, action);
    const key = `${facts.treatment} ${near.join()}`;
    const known = this.#known.get(key);
    const own = known && (facts.only < 0 ? known : this.#asOf(known, facts));
    if (own !== undefined) return own;
    const isAction: Term = { kind: "where", action: (name) => name === action };
    const state = this.#work([...where, isAction], facts.isOwn, near);
    this.#known.set(key, state);
    return state;
  }

  #factsOf(row: string, where: readonly Term[]): RowFacts {
    const { space, policies } = this.#prover;
    const boxes = boxesOfTerm(space, policies, { kind: "all", terms: where });
    const places = callersIn(boxes, space.callers.callers.length);
    const [first = -1, ...others] = places;
    const only = others.length === 0 && boxes.length === 1 ? first : -1;
    return {
      boxes,
      only,
      treatment: only < 0 ? row : this.#treatmentOf(only),
      isOwn: places.every((at) => {
        const caller = space.callers.callers[at];
        return caller?.kind === "service" || caller?.account === this.#account;
      }),
    };
  }

  /** The statements that have to do with the row and the action. */
  #near(boxes: readonly Box[], action: KmsAction): readonly number[] {
    const at = kmsActionNames.indexOf(action);
    const { allows = [], denies = [] } = this.#prover.policies[0] ?? {};
    const has = ({ any }: StatementBoxes) => {
      const { may } = any;
      const actions = may?.get(ACTION);
      if (may === undefined) return false;
      if (actions instanceof Uint32Array && !hasBit(actions, at)) return false;
      return boxes.some((box) => meetBoxes(box, may) !== undefined);
    };
    return [...allows, ...denies]
      .filter(has)
      .map(({ statement }) => statement.index);
  }

  /** The state with its example from the only caller of a row; undefined where the example is another matter then. */
  #asOf(state: CellState, { only }: RowFacts): CellState | undefined {
    const { point } = state;
    if (point === undefined) return state;
    const { callers, contexts } = this.#prover.space.callers;
    const caller = callers[only];
    if (caller === undefined) return undefined;
    const rest = [...point.question.context].filter(
      ([name]) => !callerKeys.has(name),
    );
    const context = new Map([...rest, ...(contexts[only] ?? [])]);
    const moved = {
      ...point,
      question: { ...point.question, caller, context },
    };
    return decisionAt(this.#prover, moved) === decisionAt(this.#prover, point)
      ? { ...state, point: moved }
      : undefined;
  }

  #treatmentOf(at: number): string {
    const { space, policies } = this.#prover;
    const caller = space.callers.callers[at];
    const { allows = [], denies = [] } = policies[0] ?? {};
    const isIn = (box: Box | undefined) => {
      const callers = box?.get(CALLER);
      return callers instanceof Uint32Array && hasBit(callers, at) ? 1 : 0;
    };
    const says = [...allows, ...denies].map(({ itself, any }) =>
      [itself.must, itself.may, any.must, any.may].map(isIn).join(""),
    );
    const account = caller?.kind === "service" ? "service" : caller?.account;
    return `${account ?? ""} ${says.join()}`;
  }

  #work(
    where: readonly Term[],
    isOwn: boolean,
    statements: readonly number[],
  ): CellState {
    const prover = this.#prover;
    const some = nothingAllowed(prover, where, "any");
    if (some.verdict === "unknown") return unknown(statements);
    if (some.verdict === "proven") return this.#nothing(where, statements);
    const { point } = some;
    const whole = everythingAllowed(prover, where, "any");
    const isConditional = whole.verdict !== "proven";
    if (!isOwn)
      return {
        kind: "needs-iam",
        binds: true,
        isConditional,
        statements,
        point,
      };
    const itself = nothingAllowed(prover, where, "itself");
    if (itself.verdict === "unknown") return unknown(statements);
    if (itself.verdict === "proven")
      return {
        kind: "delegated",
        binds: true,
        isConditional,
        statements,
        point,
      };
    if (everythingAllowed(prover, where, "itself").verdict === "proven")
      return { kind: "allowed", binds: true, statements, point: itself.point };
    return {
      kind: "conditional",
      binds: this.#binds(where).verdict === "proven",
      isConditional: true,
      statements,
      point: itself.point,
    };
  }

  #nothing(where: readonly Term[], statements: readonly number[]): CellState {
    const denied = everythingDenied(this.#prover, where);
    if (denied.verdict === "unknown") return unknown(statements);
    return {
      kind: denied.verdict === "proven" ? "denied" : "none",
      binds: true,
      statements,
      ...(denied.verdict === "refuted" && { point: denied.point }),
    };
  }

  /** Whether no IAM policy can allow what the conditions do not. */
  #binds(where: readonly Term[]): Verdict {
    const prover = this.#prover;
    const denies = termsOf(prover, {
      effect: "Deny",
      side: "any",
      bound: "must",
    });
    const itself = termsOf(prover, {
      effect: "Allow",
      side: "itself",
      bound: "must",
    });
    const any = termsOf(prover, { effect: "Allow", side: "any", bound: "may" });
    const goals = any.map((allow) => ({
      goals: [...where, allow],
      covers: [...itself, ...denies],
    }));
    return verdictOn(prover, {
      holds: goals,
      fails: [],
      isRefutedBy: () => true,
    });
  }
}

function unknown(statements: readonly number[]): CellState {
  return { kind: "unknown", binds: true, statements };
}

/** The places of the callers in boxes; all where a box does not restrict them. */
function callersIn(boxes: readonly Box[], count: number): readonly number[] {
  const parts = boxes.map((box) => box.get(CALLER));
  return Array.from({ length: count }, (_, at) => at).filter((at) =>
    parts.some((part) => !(part instanceof Uint32Array) || hasBit(part, at)),
  );
}
