import { printPath } from "../index.ts";
import type { Finding, Path, Severity } from "../index.ts";
import { excerpt, placeText, printable } from "./excerpt.ts";
import type { Locate } from "./locate.ts";
import { severities } from "./report.ts";

/** Where findings are looked for. */
export interface Sought {
  /** What the person called the file or folder. */
  readonly file: string;
  readonly locate: Locate;
}

/** A finding as lines for people: its place, what is wrong, the line that says it, and what to do. */
export function findingText(finding: Finding, sought: Sought): string {
  const { path, severity, message, code, help, steps = [], standing } = finding;
  const place = sought.locate(path);
  const { file, span } = place ?? {};
  const head = place === undefined ? sought.file : placeText(place);
  const lines = file && span ? excerpt(file, span) : [];
  const within = lines.length === 0 ? pathText(path) : "";
  return [
    `${head}: ${severity}: ${message}${within} [${code}]`,
    ...lines.map((line) => `    ${line}`),
    ...steps.map(
      (step) => `    ${step.text} (${stepPlace(step.path, sought)})`,
    ),
    `    ${standing === undefined ? help : `${standing.kind}: ${standing.reason}`}`,
  ]
    .map((line) => `${printable(line)}\n`)
    .join("");
}

function pathText(path: Path): string {
  return path.length === 0 ? "" : ` (${printPath(path)})`;
}

function stepPlace(path: Path, { locate }: Sought): string {
  const place = locate(path);
  return place?.span === undefined ? printPath(path) : placeText(place);
}

/** How many findings there are, by severity, and how many need nothing done about them. */
export function summaryText(findings: readonly Finding[]): string {
  const open = findings.filter(({ standing }) => standing === undefined);
  const bySeverity = severities.flatMap((severity) =>
    counted(
      open.filter((finding) => finding.severity === severity).length,
      titles[severity],
    ),
  );
  const settled = (["accepted", "closed"] as const).flatMap((kind) =>
    counted(findings.filter(({ standing }) => standing?.kind === kind).length, [
      kind,
      kind,
    ]),
  );
  const first = open.length === 0 ? "no problems found" : bySeverity.join(", ");
  return `${[first, ...settled].join("; ")}\n`;
}

const titles: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ["error", "errors"],
  warning: ["warning", "warnings"],
  info: ["info", "info"],
};

function counted(
  count: number,
  [one, several]: readonly [string, string],
): readonly string[] {
  if (count === 0) return [];
  return [`${count} ${count === 1 ? one : several}`];
}
