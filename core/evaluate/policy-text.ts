import type { Glob } from "../policy/glob.ts";
import {
  globOf,
  hasWildcard,
  literalGlob,
  textOfGlob,
} from "../policy/glob.ts";
import type { Context } from "./context.ts";

/** A text of a policy, which may hold policy variables. */
export interface PolicyText {
  /** The condition keys it refers to, in lower case. */
  readonly variables: readonly string[];
  /** The one text that it matches, whatever the context; undefined where there may be others. */
  readonly only?: string;
  /** The pattern in a context; undefined where a variable has no value. */
  readonly glob: (context: Context) => Glob | undefined;
}

/**
 * Reads a text. Of version 2012-10-17 on, `${key}` and `${key, 'default'}` are variables, and `${*}`, `${?}`, `${$}` the
 * characters. With `isPattern`, `*` and `?` outside variables are wildcards; what a variable stands for has none.
 * Source: IAM User Guide, "IAM policy elements: Variables and tags".
 */
export function policyText(
  text: string,
  { isPattern, hasVariables }: TextForm,
): PolicyText {
  const plain = isPattern ? globOf : literalGlob;
  if (!hasVariables || !text.includes("${")) {
    let glob: Glob | undefined;
    return {
      variables: [],
      ...(!(isPattern && hasWildcard(text)) && { only: text }),
      glob: () => (glob ??= plain(text)),
    };
  }
  const parts = text
    .split(/(\$\{[^}]*\})/)
    .map((part) => (part.startsWith("${") ? readVariable(part) : plain(part)));
  const variables = parts.flatMap((part) => ("key" in part ? [part.key] : []));
  if (variables.length === 0) {
    const glob = parts.flatMap((part) => ("key" in part ? [] : part));
    const only = textOfGlob(glob);
    return { variables, ...(only !== undefined && { only }), glob: () => glob };
  }
  return { variables, glob: (context) => substituted(parts, context) };
}

/** How the characters of a text are read. */
export interface TextForm {
  readonly isPattern: boolean;
  readonly hasVariables: boolean;
}

interface Variable {
  readonly key: string;
  readonly standard: string | undefined;
}

function readVariable(part: string): Glob | Variable {
  const inside = part.slice(2, -1);
  if (inside === "*" || inside === "?" || inside === "$")
    return literalGlob(inside);
  const groups = /^\s*(?<key>[^,]*?)\s*(?:,\s*'(?<standard>[^']*)'\s*)?$/u.exec(
    inside,
  )?.groups;
  return {
    key: (groups?.["key"] ?? inside).toLowerCase(),
    standard: groups?.["standard"],
  };
}

function substituted(
  parts: readonly (Glob | Variable)[],
  context: Context,
): Glob | undefined {
  const glob: Glob[number][] = [];
  for (const part of parts) {
    if (!("key" in part)) {
      glob.push(...part);
      continue;
    }
    const value = context.get(part.key) ?? part.standard;
    // A variable stands for one text: of a key with several values there is none to choose.
    if (typeof value !== "string") return undefined;
    glob.push(...literalGlob(value));
  }
  return glob;
}
