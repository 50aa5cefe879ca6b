import { readJson } from "../problem/read-json.ts";
import { failed, failedWith, ok } from "../problem/problem.ts";
import type { Problem, Result } from "../problem/problem.ts";
import { isJsonObject } from "../problem/json.ts";
import { reservedNameProblems } from "../problem/reserved-names.ts";
import { depthProblem } from "../problem/depth.ts";
import type { Design } from "./design.ts";
import { integrityProblems } from "./integrity.ts";
import { designSchema } from "./schema.ts";
import { problemsOfIssues, shown } from "./schema-problems.ts";

/** The text means to be a design document, right or wrong. */
export function isDesignText(text: string): boolean {
  return /"keywright"\s*:/.test(text);
}

/** The design document in a text, or every problem with its place in the text. */
export function parseDesignText(text: string): Result<Design> {
  const json = readJson(text);
  if (!json.ok) return json;
  const parsed = parseDesign(json.value.value);
  if (parsed.ok) return parsed;
  return failedWith(
    parsed.problems.map((problem) =>
      withSpan(problem, json.value.spanOf(problem.path)),
    ),
  );
}

/**
 * The design document in a JSON value, or every problem with its path.
 * Never throws, whatever the value.
 */
export function parseDesign(input: unknown): Result<Design> {
  const tooDeep = depthProblem(input);
  if (tooDeep !== undefined) return failed(tooDeep);
  const otherVersion = versionProblem(input);
  if (otherVersion !== undefined) return failed(otherVersion);
  const reserved = reservedNameProblems(input);
  const parsed = parsedBySchema(input);
  if (parsed === undefined) return failed(tooManyProblems());
  if (!parsed.success)
    return failedWith([
      ...reserved,
      ...problemsOfIssues(parsed.error.issues, input),
    ]);
  const problems = [...reserved, ...integrityProblems(parsed.data)];
  return problems.length === 0 ? ok(parsed.data) : failedWith(problems);
}

/** Undefined when there are so many issues that zod, which passes them as arguments, runs out of stack. */
function parsedBySchema(input: unknown) {
  try {
    return designSchema.safeParse(input);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function tooManyProblems(): Problem {
  return {
    code: "design/too-many-problems",
    severity: "error",
    path: [],
    message: "there are more problems than can be listed",
    help: "check that this is the right file",
  };
}

function withSpan(problem: Problem, span: Problem["span"]): Problem {
  return span === undefined ? problem : { ...problem, span };
}

function versionProblem(input: unknown): Problem | undefined {
  if (!isJsonObject(input) || !("keywright" in input)) return notADesign();
  if (input["keywright"] === 1) return undefined;
  return {
    code: "design/version",
    severity: "error",
    path: ["keywright"],
    message: `version ${shown(input["keywright"])} of the design format is not known, only 1`,
    help: "open the file with the Keywright that wrote it, or a newer one",
  };
}

function notADesign(): Problem {
  return {
    code: "design/not-a-design",
    severity: "error",
    path: [],
    message: "this is not a Keywright design: `keywright` is missing",
    help: 'a design is a JSON object that begins with `"keywright": 1`',
  };
}
