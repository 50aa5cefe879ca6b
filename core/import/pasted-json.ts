import { parseTree, printParseErrorCode } from "jsonc-parser";
import type { Node, ParseError } from "jsonc-parser";

import { depthProblem } from "../problem/depth.ts";
import { isJsonList, parseJson } from "../problem/json.ts";
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
  return source.length > forgivingLength
    ? readLarge(source)
    : readForgiving(source);
}

/** Longer texts come from programs, which make no mistakes: they are read as JSON or not at all. */
const forgivingLength = 1_000_000;

function readLarge(source: string): Result<Pasted> {
  const value = parseJson(source);
  if (value === undefined) return failed(tooLargeToMend());
  if (depthProblem(value) !== undefined) return failed(tooDeep());
  const span = { start: 0, end: source.length };
  const problems = reservedNameProblems(value);
  return problems.length > 0
    ? failedWith(problems)
    : ok({ values: [{ value, span }], warnings: [] });
}

function readForgiving(source: string): Result<Pasted> {
  const text = tidied(source);
  const errors: ParseError[] = [];
  const read = treeOf(text, errors);
  if (read === undefined) return failed(tooDeep());
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

function tooDeep(): Problem {
  return importProblem("too-deep", {
    message: "the text nests too deep to be a policy",
    help: "check that this is the right file",
  });
}

function tooLargeToMend(): Problem {
  return importProblem("not-json", {
    message: `a text of more than ${forgivingLength} characters is read as JSON or as a template, and this is neither`,
    help: "check that this is the right file, and whole",
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
  const start = line.slice(0, promptLength);
  return /^\s*(?:[$#>]|aws|(?:[\w.-]+@[\w.-][^{"]*[$#]))\s/.test(`${start} `);
}

/** A prompt with the directory it names is shorter. */
const promptLength = 1000;

/** The text with `BREAK` for the line breaks inside strings. */
function joinedStrings(text: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (let start = text.indexOf('"'); start >= 0;) {
    const end = endOfString(text, start);
    if (end < 0) break;
    pieces.push(
      text.slice(from, start),
      text.slice(start, end).replaceAll("\n", BREAK),
    );
    from = end;
    start = text.indexOf('"', end);
  }
  return pieces.join("") + text.slice(from);
}

/** Where the string ends that starts at a quote; negative where it never does. */
function endOfString(text: string, start: number): number {
  const marks = /["\\]/g;
  marks.lastIndex = start + 1;
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    if (mark[0] === '"') return marks.lastIndex;
    marks.lastIndex += 1;
  }
  return -1;
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
