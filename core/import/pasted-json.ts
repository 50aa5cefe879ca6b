import { parseTree, printParseErrorCode } from "jsonc-parser";
import type { Node, ParseError } from "jsonc-parser";

import { depthProblem } from "../problem/depth.ts";
import { isJsonList } from "../problem/json.ts";
import type { Json } from "../problem/json.ts";
import type { Problem, Result, Span } from "../problem/problem.ts";
import { failed, failedWith, ok } from "../problem/problem.ts";
import { reservedNameProblems } from "../problem/reserved-names.ts";
import { importProblem } from "./import-problem.ts";

/** A JSON value that stood in a pasted text. */
export interface PastedValue {
  readonly value: Json;
  /** Where it stood. */
  readonly span: Span;
}

/** What was read from a pasted text, and what had to be read past. */
export interface Pasted {
  /** One or several values, one after another. */
  readonly values: readonly PastedValue[];
  readonly warnings: readonly Problem[];
}

/**
 * The JSON values in a text as people paste it: several one after another, with comments, with commas too many or too
 * few, behind the prompt of a shell, broken over lines inside a string.
 */
export function readPasted(source: string): Result<Pasted> {
  const text = tidied(source);
  const errors: ParseError[] = [];
  const read = treeOf(text, errors);
  if (read === undefined)
    return failed(
      importProblem("too-deep", {
        message: "the text nests too deep to be a policy",
        help: "check that this is the right file",
      }),
    );
  const { root, list } = read;
  const values = (root.children ?? []).map((node, index) => ({
    value: list[index] ?? null,
    span: spanOf(node),
  }));
  const refused = values.flatMap(({ value }) => reservedNameProblems(value));
  if (refused.length > 0) return failedWith(refused);
  return ok({
    values,
    warnings: [...syntaxWarnings(root, errors), ...duplicateNames(root)],
  });
}

/** One mistake brings others after it, and the first few are enough to mend it. */
const maximumWarnings = 20;

/**
 * Stands for a line break inside a string, which is removed from the value: terminals break long lines there.
 * Unicode keeps this code point free for such uses; no text that is exchanged has it.
 */
const BREAK = "\uffff";

/** The text with spaces in place of what is no JSON, so that every place stays where it is. */
function tidied(source: string): string {
  const lines = source
    .replace(/^\ufeff/, " ")
    .replaceAll("\r", " ")
    .split("\n");
  let isCommand = false;
  const kept = lines.map((line) => {
    isCommand = isCommand || isAside(line);
    const text = isCommand ? " ".repeat(line.length) : line;
    isCommand = isCommand && /\\\s*$/.test(line);
    return text;
  });
  return joinedStrings(kept.join("\n"));
}

/** The line is a command, with the prompt of a shell or without, or a comment as shells and YAML have it. */
function isAside(line: string): boolean {
  return /^\s*(?:[$#>]|aws|(?:[\w.-]+@[\w.-]+[^{"]*[$#]))\s/.test(`${line} `);
}

function joinedStrings(text: string): string {
  return text.replaceAll(/"(?:[^"\\\n]|\\[^\n]|\n\s*)*"/g, (string) =>
    string.replaceAll("\n", BREAK),
  );
}

/** The values of a text as one list, with the tree that it was read from. */
interface ReadTree {
  readonly root: Node;
  readonly list: readonly Json[];
}

function treeOf(text: string, errors: ParseError[]): ReadTree | undefined {
  // The brackets make one list of several values; the first takes a place of its own, which `spanOf` takes back.
  try {
    const root = parseTree(`[${text}]`, errors, { allowTrailingComma: true });
    const list = root && jsonOf(root);
    return root === undefined || !isJsonList(list) || depthProblem(list)
      ? undefined
      : { root, list };
  } catch (error) {
    // The parser and `jsonOf` go down by recursion.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function spanOf({ offset, length }: Pick<Node, "offset" | "length">): Span {
  const start = Math.max(0, offset - 1);
  return { start, end: start + length };
}

function jsonOf(node: Node): Json {
  if (node.type === "array") return (node.children ?? []).map(jsonOf);
  if (node.type === "object")
    return Object.fromEntries((node.children ?? []).flatMap(memberOf));
  const value: unknown = node.value;
  if (typeof value === "string") return plainText(value);
  return typeof value === "number" || typeof value === "boolean" ? value : null;
}

function plainText(text: string): string {
  return text.replaceAll(BREAK, "");
}

function memberOf(property: Node): readonly (readonly [string, Json])[] {
  const [name, value] = property.children ?? [];
  if (name === undefined || value === undefined) return [];
  const text: unknown = name.value;
  return [[plainText(String(text)), jsonOf(value)]];
}

function syntaxWarnings(
  root: Node,
  errors: readonly ParseError[],
): readonly Problem[] {
  const starts = new Set((root.children ?? []).map(({ offset }) => offset));
  return errors
    .filter(({ error, offset }) => {
      const isComma = printParseErrorCode(error) === "CommaExpected";
      // Values that stand one after another need no commas.
      return !isComma || !starts.has(offset);
    })
    .slice(0, maximumWarnings)
    .map(readPast);
}

function readPast({ error, offset, length }: ParseError): Problem {
  const what = printParseErrorCode(error)
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ")
    .toLowerCase();
  return importProblem("syntax", {
    severity: "warning",
    message: `this is not valid JSON: ${what}`,
    help: "see whether what was read is what you meant",
    span: spanOf({ offset, length }),
  });
}

function duplicateNames(node: Node): readonly Problem[] {
  const seen = new Set<unknown>();
  return (node.children ?? []).flatMap((child) => {
    const name: unknown =
      child.type === "property" ? child.children?.[0]?.value : undefined;
    const isAgain = name !== undefined && seen.has(name);
    seen.add(name);
    return [
      ...(isAgain
        ? [
            importProblem("duplicate-name", {
              severity: "warning",
              message: `${JSON.stringify(name)} is there twice in one object`,
              help: "the last one counts: remove the other",
              span: spanOf(child),
            }),
          ]
        : []),
      ...duplicateNames(child),
    ];
  });
}
