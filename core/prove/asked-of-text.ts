import { arnParts } from "../evaluate/matchers.ts";
import type { Comparison } from "../evaluate/comparison.ts";
import { policyText } from "../evaluate/policy-text.ts";
import type { Glob } from "../policy/glob.ts";
import { ANY, literalGlob, ONE, textOfGlob } from "../policy/glob.ts";
import { conditionOperators } from "../policy/operators.ts";
import type { Pattern, Token } from "./pattern.ts";
import { ANY_INSIDE, ONE_INSIDE } from "./pattern.ts";

/** What comparisons ask of the texts of a condition key: to be one of these, or to fit one of these patterns. */
export interface Asked {
  readonly literals: ReadonlySet<string>;
  readonly patterns: readonly Pattern[];
}

/** What a comparison asks of a text; undefined where it is not by equality and wildcards alone. */
export function askedOfText(comparison: Comparison): Asked | undefined {
  const { operator, values, variables, hasVariables } = comparison;
  if (operator === undefined || values === undefined || variables.length > 0)
    return undefined;
  const { name } = operator;
  const isPattern = name.endsWith("Like");
  const globs = (form: boolean) =>
    values.map(
      (value) =>
        policyText(value, { isPattern: form, hasVariables }).glob(noContext) ??
        [],
    );
  switch (conditionOperators[name].type) {
    case "string":
      return name.endsWith("IgnoreCase")
        ? inAnyCase(globs(false))
        : asked(globs(isPattern));
    case "arn":
      return asked(globs(true).flatMap(arnTokens));
    case "boolean":
      return inAnyCase([literalGlob("true"), literalGlob("false")]);
    case "binary":
      return asked(values.map(literalGlob));
    case "null":
      return asked([]);
    default:
      return undefined;
  }
}

const noContext = new Map<string, string>();

function asked(patterns: readonly (readonly Token[])[]): Asked {
  const literals = new Set<string>();
  const open: Pattern[] = [];
  for (const tokens of patterns) {
    const text = textOfTokens(tokens);
    if (text === undefined) open.push({ tokens, folds: false });
    else literals.add(text);
  }
  return { literals, patterns: open };
}

function textOfTokens(tokens: readonly Token[]): string | undefined {
  const glob = tokens.filter(isOfGlob);
  return glob.length === tokens.length ? textOfGlob(glob) : undefined;
}

function isOfGlob(token: Token): token is Glob[number] {
  return token !== ANY_INSIDE && token !== ONE_INSIDE;
}

function inAnyCase(globs: readonly Glob[]): Asked {
  return {
    literals: new Set(),
    patterns: globs.map((tokens) => ({ tokens, folds: true })),
  };
}

/** The pattern of an ARN, whose first five parts have no colon; none where it has fewer than six parts. */
function arnTokens(glob: Glob): readonly (readonly Token[])[] {
  const parts = arnParts(glob);
  if (parts === undefined) return [];
  const tokens = parts.flatMap((part, index): readonly Token[] => {
    if (index === 5) return part;
    return [...part.map(inside), ":"];
  });
  return [tokens];
}

function inside(token: Glob[number]): Token {
  if (token === ANY) return ANY_INSIDE;
  return token === ONE ? ONE_INSIDE : token;
}

/** What several comparisons ask together. */
export function allAsked(list: readonly Asked[]): Asked {
  return {
    literals: new Set(list.flatMap(({ literals }) => [...literals])),
    patterns: list.flatMap(({ patterns }) => patterns),
  };
}
