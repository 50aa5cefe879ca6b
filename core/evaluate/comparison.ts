import type { Operator } from "../policy/operators.ts";
import { conditionOperators, parseOperator } from "../policy/operators.ts";
import { foldCase } from "../policy/glob.ts";
import type { Json } from "../problem/json.ts";
import { isJsonList } from "../problem/json.ts";
import type { Context, ContextValue } from "./context.ts";
import { matcherOf } from "./matchers.ts";
import type { ValueMatcher } from "./matchers.ts";
import type { Truth } from "./truth.ts";
import { every, some } from "./truth.ts";

/** One comparison of a condition block: an operator, a condition key, and the values that the policy gives. */
export interface Comparison {
  /** The operator as the policy writes it. */
  readonly written: string;
  /** Two comparisons that say the same have the same text here. */
  readonly said: string;
  /** Undefined where there is no such operator. */
  readonly operator: Operator | undefined;
  /** The condition key as the policy writes it. */
  readonly key: string;
  /** The condition key in lower case. */
  readonly name: string;
  /** The values of the policy as texts; a value that is no text, number or boolean makes them undefined. */
  readonly values: readonly string[] | undefined;
  /** The negated form of another operator, such as `StringNotEquals`. */
  readonly isNegated: boolean;
  /** Its values may hold policy variables. */
  readonly hasVariables: boolean;
  /** Other condition keys that its values refer to, in lower case. */
  readonly variables: readonly string[];
  /** What the comparison says of a value of its key in a request with this context. */
  readonly holds: (value: ContextValue | undefined, context: Context) => Truth;
}

/** Reads a comparison; policy variables are variables only in version 2012-10-17. */
export function readComparison(
  written: string,
  [key, value]: readonly [key: string, value: Json],
  hasVariables: boolean,
): Comparison {
  const operator = parseOperator(written);
  const values = textsOf(value);
  const matcher =
    operator && values && matcherOf(operator.name, values, hasVariables);
  const name = foldCase(key);
  return {
    written,
    said: JSON.stringify([name, operator ?? written, value, hasVariables]),
    operator,
    key,
    name,
    values,
    isNegated: operator !== undefined && isNegated(operator),
    hasVariables,
    variables: matcher?.variables ?? [],
    holds:
      operator === undefined || matcher === undefined
        ? () => undefined
        : testOf(operator, matcher),
  };
}

function textsOf(value: Json): readonly string[] | undefined {
  const list = isJsonList(value) ? value : [value];
  const texts = list.flatMap((one) =>
    typeof one === "object" ? [] : String(one),
  );
  return texts.length === list.length ? texts : undefined;
}

function isNegated({ name }: Operator): boolean {
  return name.includes("Not");
}

type Test = Comparison["holds"];

/**
 * The operator on the values of a request.
 * Source: IAM User Guide, "Condition operators" and "Set operators for multivalued context keys".
 */
function testOf(operator: Operator, matcher: ValueMatcher): Test {
  const { name, prefix, ifExists } = operator;
  if (conditionOperators[name].type === "null") return nullTest(matcher);
  const negated = isNegated(operator);
  const one = negated ? matcher.differs : matcher.matches;
  if (prefix === "ForAllValues")
    return (value, context) =>
      every(listOf(value), (member) => one(member, context));
  if (prefix === "ForAnyValue")
    return (value, context) =>
      some(listOf(value), (member) => one(member, context));
  return (value, context) => {
    if (value === undefined) return ifExists || negated;
    // How an operator without a set prefix reads a key of several values is not documented.
    return typeof value === "string" ? one(value, context) : undefined;
  };
}

/** `Null` with `true`: the key is absent; with several values one of them is enough. */
function nullTest(matcher: ValueMatcher): Test {
  const none: Context = new Map();
  const [ifAbsent, ifPresent] = ["true", "false"].map(
    (text) => matcher.matches(text, none) ?? false,
  );
  return (value) => (value === undefined ? ifAbsent : ifPresent);
}

function listOf(value: ContextValue | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === "string" ? [value] : value;
}
