import type { Comparison } from "../evaluate/comparison.ts";
import type { NamedPrincipal } from "../evaluate/principals.ts";
import type { PolicyStatement } from "../evaluate/statement.ts";
import { isAccountId } from "../policy/arn.ts";
import { foldCase } from "../policy/glob.ts";
import { conditionOperators } from "../policy/operators.ts";
import { accountIn } from "./caller-dimension.ts";
import { rootOf } from "./sample-callers.ts";
import type { Subject } from "./subject.ts";
import type { WhereTerm } from "./term.ts";

const accountKeys = ["kms:CallerAccount", "aws:PrincipalAccount"].map(foldCase);
const arnKey = foldCase("aws:PrincipalArn");

/** Tells statements that are about nobody but those that policy and settings name, where that shows as they are written. */
export class Insiders {
  readonly #subject: Subject;
  readonly #anybody: WhereTerm;
  /** What is never so of anybody. */
  readonly #never: ReadonlySet<string>;

  constructor(subject: Subject, anybody: WhereTerm) {
    this.#subject = subject;
    this.#anybody = anybody;
    const { comparisons = [] } = anybody;
    this.#never = new Set(
      comparisons.flatMap(({ comparison }) => eachValueOf(comparison)),
    );
  }

  /** Surely nobody else fits the statement; false says nothing. */
  areAllOf({ principals, comparisons, faults }: PolicyStatement): boolean {
    if (faults.length > 0) return false;
    if (principals === undefined) return true;
    const { isNot, list } = principals;
    const areNamed = !isNot && list.every((one) => this.#isInside(one));
    return areNamed || comparisons.some((one) => this.#isOfInsiders(one));
  }

  #isInside({ text, type, account }: NamedPrincipal): boolean {
    if (type === "Service" || type === "CanonicalUser") return true;
    if (text === "*" || type === "Federated") return false;
    const of = account ?? accountIn(text);
    // A text that names nobody's account names nobody.
    return of === undefined || this.#isKnown(of);
  }

  #isKnown(account: string): boolean {
    const { partition } = this.#subject;
    return this.#anybody.caller?.(rootOf({ partition, account })) === false;
  }

  /** The comparison holds of nobody else. Everybody of an AWS account has an account and an ARN. */
  #isOfInsiders(comparison: Comparison): boolean {
    const { name, values, operator, isNegated } = comparison;
    if (values === undefined || operator === undefined || isNegated)
      return false;
    const { type } = conditionOperators[operator.name];
    if (type === "string" && accountKeys.includes(name))
      return values.every(
        (value) => isAccountId(value) && this.#isKnown(value),
      );
    if ((type === "string" || type === "arn") && name === arnKey)
      return values.every((value) => {
        const account = accountOfPattern(value);
        return account !== undefined && this.#isKnown(account);
      });
    const isPlain = operator.prefix === undefined && !operator.ifExists;
    return (
      isPlain &&
      values.every((value) => !value.includes("${")) &&
      eachValueOf(comparison).every((said) => this.#never.has(said))
    );
  }
}

/** The account of every ARN that a pattern matches. */
function accountOfPattern(pattern: string): string | undefined {
  return /^arn:[a-z-]+:(?:iam|sts)::(\d{12}):/.exec(pattern)?.[1];
}

/** The comparison with each of its values alone. */
function eachValueOf({ operator, name, values = [] }: Comparison) {
  return values.map((value) => `${operator?.name ?? ""} ${name} ${value}`);
}
