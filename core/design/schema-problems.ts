import type { $ZodIssue } from "zod/v4/core";

import { printPath } from "../problem/problem.ts";
import type { Path, Problem } from "../problem/problem.ts";

/** A value that a schema refused. */
interface Refused {
  readonly input: unknown;
  /** What it should have been, such as `design`: a word of messages and the first part of codes. */
  readonly word: string;
}

/** The problems that zod's issues stand for, in our words, each at its own path. */
export function problemsOfIssues(
  issues: readonly $ZodIssue[],
  input: unknown,
  word = "design",
): readonly Problem[] {
  return issues.flatMap((issue) => problemsOfIssue(issue, [], { input, word }));
}

function problemsOfIssue(
  issue: $ZodIssue,
  base: Path,
  refused: Refused,
): readonly Problem[] {
  const path = [...base, ...issue.path.map(pathPart)];
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((name) => unknownProperty([...path, name], refused));
  if (issue.code === "invalid_union" && issue.errors.length > 0)
    return likeliestBranch(issue.errors).flatMap((inner) =>
      problemsOfIssue(inner, path, refused),
    );
  return [wrongValue(path, expectation(issue), refused)];
}

function pathPart(part: PropertyKey): string | number {
  return typeof part === "symbol" ? String(part) : part;
}

/** The branch of a union that the value was most likely meant for: the one with the fewest issues. */
function likeliestBranch(
  branches: readonly (readonly $ZodIssue[])[],
): readonly $ZodIssue[] {
  return branches.reduce((best, branch) =>
    weight(branch) < weight(best) ? branch : best,
  );
}

function weight(issues: readonly $ZodIssue[]): number {
  return issues.reduce(
    (sum, issue) =>
      sum + (issue.code === "unrecognized_keys" ? issue.keys.length : 1),
    0,
  );
}

function expectation(issue: $ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return typeWords[issue.expected] ?? issue.expected;
    case "invalid_value":
      return oneOf(issue.values.map(String));
    case "too_small":
      return `at least ${issue.minimum} ${unitOf(issue.origin)}`;
    case "too_big":
      return `at most ${issue.maximum} ${unitOf(issue.origin)}`;
    case "invalid_union":
      return "options" in issue
        ? oneOf((issue.options ?? []).map(String))
        : "another value";
    case "invalid_format":
      return issue.message;
    default:
      return "another value";
  }
}

const typeWords: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

function oneOf(values: readonly string[]): string {
  return values.length === 1
    ? `\`${values[0]}\``
    : `one of ${values.map((value) => `\`${value}\``).join(", ")}`;
}

function unitOf(origin: string): string {
  if (origin === "string") return "character";
  return origin === "array" ? "entry" : "";
}

function unknownProperty(path: Path, { word }: Refused): Problem {
  return {
    code: `${word}/unknown-property`,
    severity: "error",
    path,
    message: `\`${printPath(path)}\` is not a property of a ${word}`,
    help: "check the spelling, or remove it",
  };
}

function wrongValue(
  path: Path,
  expected: string,
  { input, word }: Refused,
): Problem {
  const value = valueAt(input, path);
  const place = path.length === 0 ? `the ${word}` : `\`${printPath(path)}\``;
  const received = value === undefined ? "nothing" : `\`${shown(value)}\``;
  return {
    code: `${word}/wrong-value`,
    severity: "error",
    path,
    message: `${place} must be ${expected}, received ${received}`,
    help: `write ${expected}`,
  };
}

/** The beginning of a value as JSON, or what kind of thing it is when JSON has no word for it. */
export function shown(value: unknown): string {
  const text = jsonText(value) ?? typeof value;
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function jsonText(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, part)
        ? Reflect.get(value, part)
        : undefined,
    input,
  );
}
