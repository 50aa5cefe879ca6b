import type { Finding, Path, Problem, Severity } from "../index.ts";
import { printPath } from "../index.ts";
import type { Io } from "./io.ts";

/** A place in a text as editors count it, from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The line and column of an offset. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split("\n");
  return {
    line: before.length,
    column: (before.at(-1) ?? "").length + 1,
  };
}

/** A problem as a line for people, with its place in the file and a line of help. */
export function problemText(
  file: string,
  problem: Problem,
  position: Position | undefined,
): string {
  const place =
    position === undefined
      ? file
      : `${file}:${position.line}:${position.column}`;
  const path = problem.path.length === 0 ? "" : ` (${printPath(problem.path)})`;
  const steps = (problem.steps ?? []).map(
    (step) => `    ${step.text} (${printPath(step.path)})\n`,
  );
  return `${place}: ${problem.severity}: ${problem.message}${path} [${problem.code}]\n${steps.join("")}    ${problem.help}\n`;
}

/** Prints a problem with its place in the text that was read. */
export function printProblem(
  io: Io,
  { text, source }: { readonly text: string; readonly source: string },
  problem: Problem,
): void {
  const position = problem.span && positionAt(text, problem.span.start);
  io.err(problemText(source, problem, position));
}

/** A finding as the JSON output has it. */
export function findingJson(finding: Finding, position: Position | undefined) {
  return {
    rule: finding.code,
    severity: finding.severity,
    message: finding.message,
    path: printPath(finding.path),
    ...(position !== undefined && { line: position.line }),
    help: finding.help,
    fixable: finding.fix !== undefined,
  };
}

const ranks: Readonly<Record<Severity, number>> = {
  error: 3,
  warning: 2,
  info: 1,
};

/** The severities, worst first. */
export const severities = ["error", "warning", "info"] as const;

/** `severity` is as bad as `threshold` or worse. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return ranks[severity] >= ranks[threshold];
}

/** Finds the line and column of a part of a document. */
export type Locate = (path: Path) => Position | undefined;
