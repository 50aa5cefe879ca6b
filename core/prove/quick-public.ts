import type { Question } from "../evaluate/decide.ts";
import { decide } from "../evaluate/decide.ts";
import type { PolicyStatement } from "../evaluate/statement.ts";
import { Insiders } from "./insiders.ts";
import { anybody } from "./public.ts";
import { actionsOf } from "./quick-standings.ts";
import { exampleAccounts } from "./caller-dimension.ts";
import { someoneOf } from "./sample-callers.ts";
import type { SampleRequests } from "./sample-requests.ts";
import type { WhereTerm } from "./term.ts";

/** Nobody outside, a request of somebody outside that the policy allows, or that it takes a prover. */
export type QuickAnswer = "nobody" | Question | "open";

/** Finds out whom statements allow something whom neither policy nor settings name, where that shows at once. */
export class QuickPublic {
  readonly #requests: SampleRequests;
  readonly #answers = new Map<PolicyStatement, QuickAnswer>();
  #insiders: Insiders | undefined;
  #outside: WhereTerm | undefined;

  constructor(requests: SampleRequests) {
    this.#requests = requests;
  }

  /** Whom outside a statement that allows something is about. */
  answer(statement: PolicyStatement): QuickAnswer {
    const answer = this.#answers.get(statement) ?? this.#found(statement);
    this.#answers.set(statement, answer);
    return answer;
  }

  #found(statement: PolicyStatement): QuickAnswer {
    const { subject } = this.#requests;
    this.#outside ??= anybody(subject);
    this.#insiders ??= new Insiders(subject, this.#outside);
    if (this.#insiders.areAllOf(statement)) return "nobody";
    return this.#requestOf(this.#outside, statement) ?? "open";
  }

  /** A request of a stranger that the statement fits, and the policy allows. */
  #requestOf(
    { caller: isOutside, comparisons = [] }: WhereTerm,
    statement: PolicyStatement,
  ): Question | undefined {
    const { partition, policy } = this.#requests.subject;
    const stranger = exampleAccounts
      .map((account) => someoneOf({ partition, account }))
      .find((one) => isOutside?.(one) === true);
    if (stranger === undefined) return undefined;
    const found = this.#requests.find(
      {
        fits: [statement],
        avoids: policy.statements.filter(({ effect }) => effect === "Deny"),
        actions: actionsOf(statement).slice(0, ACTIONS),
      },
      stranger,
    );
    if (found === undefined) return undefined;
    const { context } = found;
    const isStrange = comparisons.every(
      ({ comparison: { name, holds }, is }) =>
        holds(context.get(name), context) === is,
    );
    const decision = decide(policy, found);
    return isStrange && ["direct", "account"].includes(decision)
      ? found
      : undefined;
  }
}

/** How many actions of a statement are tried. */
const ACTIONS = 3;
