import type { Caller } from "../evaluate/caller.ts";
import { contextOfCaller } from "../evaluate/caller.ts";
import type { Comparison } from "../evaluate/comparison.ts";
import type { Context, ContextValue } from "../evaluate/context.ts";
import type { Question } from "../evaluate/decide.ts";
import { findConditionKey } from "../kms/condition-keys.ts";
import { foldCase } from "../policy/glob.ts";
import { callerKeys } from "./caller-dimension.ts";
import { factsAbout } from "./facts.ts";
import { isListKey } from "./key-dimension.ts";
import { likelyValues } from "./sample-values.ts";
import type { Subject } from "./subject.ts";
import { constantsOf } from "./subject.ts";
import type { WhereTerm } from "./term.ts";

/** What a comparison should say. */
export interface Wish {
  readonly comparison: Comparison;
  readonly is: boolean;
  /** Which of the values for which it says that. */
  readonly variant: number;
}

const orgKey = foldCase("aws:PrincipalOrgID");
const pathsKey = foldCase("aws:PrincipalOrgPaths");

/** The condition keys of requests about a key: what follows from caller and key is as it is, the rest is free. */
export class SampleContexts {
  readonly #subject: Subject;
  readonly #constants: ReadonlyMap<string, string>;
  readonly #lists = new Map<string, boolean>();
  #impossible: readonly WhereTerm[] | undefined;

  constructor(subject: Subject) {
    this.#subject = subject;
    this.#constants = constantsOf(subject);
  }

  /** What every request of a caller carries. */
  of(caller: Caller): Context {
    const context = new Map<string, ContextValue>(this.#constants);
    for (const [name, value] of contextOfCaller(caller))
      context.set(foldCase(name), value);
    const { account, settings } = this.#subject;
    const { organization } = settings;
    const isMember =
      caller.kind !== "service" &&
      (caller.account === account ||
        organization?.accounts?.includes(caller.account) === true);
    if (organization !== undefined && isMember)
      context.set(orgKey, organization.id);
    return context;
  }

  /** The context with such a value that a comparison says what it should; the same one where none is found. */
  changed(context: Context, { comparison, is, variant }: Wish): Context {
    const { name, holds } = comparison;
    const before = this.#withVariables(context, comparison);
    if (variant === 0 && holds(before.get(name), before) === is) return before;
    if (this.#isFixed(name)) return context;
    const isList = this.#isList(comparison);
    const values = likelyValues(comparison, before)
      .map((value) => (value !== undefined && isList ? [value] : value))
      .filter((value) => holds(value, before) === is);
    return values.length === 0
      ? context
      : withValue(before, name, values[variant % values.length]);
  }

  /** AWS can send such a request. */
  isPossible({ caller, context }: Question): boolean {
    const { policy, account, settings } = this.#subject;
    this.#impossible ??= factsAbout([policy], { account, settings }).terms;
    return !this.#impossible.some(
      ({ caller: isOf, comparisons = [] }) =>
        isOf?.(caller) !== false &&
        comparisons.every(
          ({ comparison: { name, holds }, is }) =>
            holds(context.get(name), context) === is,
        ),
    );
  }

  #isFixed(name: string): boolean {
    return callerKeys.has(name) || this.#constants.has(name);
  }

  /** A variable of a policy needs a value. */
  #withVariables(context: Context, { variables }: Comparison): Context {
    const missing = variables.filter(
      (name) => !context.has(name) && !this.#isFixed(name),
    );
    return missing.reduce<Context>(
      (next, name) => withValue(next, name, "value"),
      context,
    );
  }

  #isList({ name }: Comparison): boolean {
    const known = this.#lists.get(name);
    if (known !== undefined) return known;
    const comparisons = this.#subject.policy.statements
      .flatMap((statement) => statement.comparisons)
      .filter((comparison) => comparison.name === name);
    const isList = isListKey(findConditionKey(name), comparisons);
    this.#lists.set(name, isList);
    return isList;
  }
}

function withValue(
  context: Context,
  name: string,
  value: ContextValue | undefined,
): Context {
  const next = new Map(context);
  if (value === undefined) next.delete(name);
  else next.set(name, value);
  // The path of an account in an organisation begins with the organisation's ID.
  const [path] = name === pathsKey && value !== undefined ? value : [];
  if (path?.includes("/")) next.set(orgKey, path.slice(0, path.indexOf("/")));
  return next;
}
