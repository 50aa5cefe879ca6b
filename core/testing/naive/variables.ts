import { literal } from "./glob.ts";
import type { Pattern } from "./glob.ts";
import type { Lookup } from "./naive-request.ts";

/** What a policy says of a value: `never` where it has a variable that nothing resolves. */
export type Reading = { readonly pattern: Pattern } | "never" | "unknown";

interface Source {
  readonly text: string;
  /** How the text between variables is read. */
  readonly plain: (text: string) => Pattern;
  /** Undefined where the version of the policy has no variables. */
  readonly lookup: Lookup | undefined;
}

/** Source: IAM User Guide, "IAM policy elements: Variables and tags". */
const variable =
  /\$\{(?:(?<special>[*?$])|(?<key>[^{}',]+?)(?:\s*,\s*'(?<fallback>[^']*)')?)\}/gu;

/** The pattern that a text of a policy stands for in a request. */
export function readPattern({ text, plain, lookup }: Source): Reading {
  if (lookup === undefined || !text.includes("${"))
    return { pattern: plain(text) };
  const parts: Reading[] = [];
  let end = 0;
  for (const found of text.matchAll(variable)) {
    parts.push({ pattern: plain(text.slice(end, found.index)) });
    parts.push(resolve(found.groups ?? {}, lookup));
    end = found.index + found[0].length;
  }
  parts.push({ pattern: plain(text.slice(end)) });
  if (parts.includes("never")) return "never";
  const patterns = parts.flatMap((part) =>
    typeof part === "string" ? [] : [part.pattern],
  );
  return patterns.length < parts.length
    ? "unknown"
    : { pattern: patterns.join("") };
}

function resolve(
  groups: Readonly<Record<string, string | undefined>>,
  lookup: Lookup,
): Reading {
  const { special, key = "", fallback } = groups;
  if (special !== undefined) return { pattern: literal(special) };
  const value = lookup(key) ?? fallback;
  if (value === undefined) return "never";
  return typeof value === "object"
    ? "unknown"
    : { pattern: literal(String(value)) };
}

/** The condition keys that the variables of a text name. */
export function variablesIn(text: string): readonly string[] {
  return [...text.matchAll(variable)].flatMap(
    ({ groups }) => groups?.["key"] ?? [],
  );
}
