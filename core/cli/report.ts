import type { Finding, Problem, Severity } from "../index.ts";
import { printPath } from "../index.ts";
import { placeText } from "./excerpt.ts";
import type { Io } from "./io.ts";
import { sourceText } from "./source-text.ts";
import type { Place, Position } from "./source-text.ts";

/** The line and column of an offset. */
export function positionAt(text: string, offset: number): Position {
  return sourceText({ name: "", text }).positionAt(offset);
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
  return textAt(place, problem);
}

/** A problem with a design as lines for people, with its place in one of the files that the design was read from. */
export function placedText(
  file: string,
  problem: Problem,
  place: Place | undefined,
): string {
  return textAt(place === undefined ? file : placeText(place), problem);
}

function textAt(place: string, problem: Problem): string {
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
export function findingJson(finding: Finding, place: Place | undefined) {
  const { standing } = finding;
  const position = place?.span && place.file.positionAt(place.span.start);
  return {
    rule: finding.code,
    severity: finding.severity,
    message: finding.message,
    path: printPath(finding.path),
    ...(place !== undefined && { file: place.file.name }),
    ...position,
    help: finding.help,
    fixable: finding.fix !== undefined,
    ...(standing !== undefined && {
      standing: standing.kind,
      reason: standing.reason,
    }),
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
