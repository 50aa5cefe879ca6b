import type { Caller } from "../evaluate/caller.ts";
import type { Question } from "../evaluate/decide.ts";
import { statementFit } from "../evaluate/decide.ts";
import type { AccessRequest } from "../evaluate/request.ts";
import type { PolicyStatement } from "../evaluate/statement.ts";
import type { Wish } from "./sample-contexts.ts";
import { SampleContexts } from "./sample-contexts.ts";
import type { Subject } from "./subject.ts";
import { constantsOf } from "./subject.ts";
import { namesIn, requestOf } from "./witness.ts";

/** What a request should show: that it fits some statements and none of others. */
export interface Aim {
  readonly fits: readonly PolicyStatement[];
  readonly avoids: readonly PolicyStatement[];
  /** The actions to try. */
  readonly actions: readonly string[];
}

/** How many values of a condition are tried where other statements are in the way. */
const VARIANTS = 3;

/**
 * Makes requests about a key that show something at once, without dividing all requests into classes. What is found is
 * sure, as the evaluator says so; that nothing is found says nothing.
 */
export class SampleRequests {
  readonly subject: Subject;
  readonly #contexts: SampleContexts;

  constructor(subject: Subject) {
    this.subject = subject;
    this.#contexts = new SampleContexts(subject);
  }

  /** A request of the caller that is as it should be. */
  find(aim: Aim, caller: Caller): Question | undefined {
    const { keyArn: resource } = this.subject;
    const context = this.#contexts.of(caller);
    for (const action of aim.actions) {
      const avoids = aim.avoids.filter((one) => one.hasAction(action));
      const isChoice = avoids.length > 0 && aim.fits.some(isConditional);
      const variants = isChoice ? VARIANTS : 1;
      for (let variant = 0; variant < variants; variant++) {
        const found = this.#made(
          { caller, action, resource, context },
          { ...aim, avoids },
          variant,
        );
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }

  /** The request as people write it. */
  written(question: Question): AccessRequest {
    const { policy, account } = this.subject;
    const of = {
      policies: [policy],
      constants: constantsOf(this.subject),
      account,
    };
    return requestOf({ question, names: namesIn({ of }) }, { of });
  }

  /** The request changed so that it fits those that it should and none that it should not. */
  #made(
    start: Question,
    { fits, avoids }: Aim,
    variant: number,
  ): Question | undefined {
    let question = start;
    for (const { comparisons } of fits)
      for (const comparison of comparisons)
        question = this.#wished(question, { comparison, is: true, variant });
    for (const other of avoids) question = this.#without(question, fits, other);
    const isFound =
      fits.every((one) => surelyFits(one, question)) &&
      !avoids.some((one) => surelyFits(one, question)) &&
      this.#contexts.isPossible(question);
    return isFound ? question : undefined;
  }

  #wished(question: Question, wish: Wish): Question {
    const context = this.#contexts.changed(question.context, wish);
    return { ...question, context };
  }

  /** A request that a statement does not fit any more, and others still. */
  #without(
    question: Question,
    fits: readonly PolicyStatement[],
    other: PolicyStatement,
  ): Question {
    if (!surelyFits(other, question)) return question;
    for (const comparison of other.comparisons) {
      const wish = { comparison, is: false, variant: 0 };
      const next = this.#wished(question, wish);
      if (
        !surelyFits(other, next) &&
        fits.every((one) => surelyFits(one, next))
      )
        return next;
    }
    return question;
  }
}

function isConditional({ comparisons }: PolicyStatement): boolean {
  return comparisons.length > 0;
}

/** The statement fits the request, whatever AWS does not document. */
export function surelyFits(
  statement: PolicyStatement,
  question: Question,
): boolean {
  const { fit, rest } = statementFit(statement, question);
  return rest === true && fit !== undefined && fit !== "none";
}
