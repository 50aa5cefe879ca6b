import { checkAll, keysOf } from "../index.ts";
import type { Finding, Severity } from "../index.ts";
import type { Arguments } from "./arguments.ts";
import { readSettled } from "./chosen-key.ts";
import type { SettledFile } from "./chosen-key.ts";
import { sarifText } from "./check-sarif.ts";
import { findingText, summaryText } from "./finding-text.ts";
import type { ExitStatus, Io } from "./io.ts";
import { findingJson, isAtLeast, severities } from "./report.ts";

/** `check`: prints what is wrong with a design. */
export function checkCommand(io: Io, args: Arguments): ExitStatus {
  const request = requestOf(args);
  if (typeof request === "string") {
    io.err(`${request}\n`);
    return 2;
  }
  const read = readSettled(io, args, request.file);
  if (read === undefined) return 2;
  const findings = checkAll(read.design, read);
  const told = toldOf(findings, request);
  io.out(formats[request.format](read, told, request));
  const fails = findings.some(
    ({ severity, standing }) =>
      standing === undefined && isAtLeast(severity, request.failOn),
  );
  return fails ? 1 : 0;
}

/** The findings that the output is about: what looks like a fault and is none, only where somebody asks. */
export function toldOf(
  findings: readonly Finding[],
  { all }: { readonly all: boolean },
): readonly Finding[] {
  return all
    ? findings
    : findings.filter(({ standing }) => standing?.kind !== "closed");
}

/** The formats of the output. */
const formats = {
  text: textOf,
  json: jsonOf,
  sarif: sarifText,
} as const satisfies Record<string, Print>;

type Print = (
  read: SettledFile,
  findings: readonly Finding[],
  request: Request,
) => string;

function textOf(
  { locate }: SettledFile,
  findings: readonly Finding[],
  { file, all }: Request,
): string {
  const startOf = ({ path }: Finding) =>
    locate(path)?.span?.start ?? Number.POSITIVE_INFINITY;
  // As people read the file; what has no place in it comes last.
  const open = findings
    .filter(({ standing }) => standing === undefined)
    .map((finding) => ({ finding, start: startOf(finding) }))
    .toSorted((a, b) => (a.start === b.start ? 0 : a.start - b.start))
    .map(({ finding }) => finding);
  const settled = findings.filter(({ standing }) => standing !== undefined);
  return [
    ...[...open, ...(all ? settled : [])].map((finding) =>
      findingText(finding, { file, locate }),
    ),
    summaryText(findings),
  ].join("");
}

function jsonOf({ locate }: SettledFile, findings: readonly Finding[]): string {
  const list = findings.map((one) => findingJson(one, locate(one.path)));
  return `${JSON.stringify({ findings: list }, null, 2)}\n`;
}

interface Request {
  readonly file: string;
  readonly format: keyof typeof formats;
  readonly failOn: Severity;
  /** What is accepted or turned out to be no fault is listed too. */
  readonly all: boolean;
}

function requestOf(args: Arguments): Request | string {
  const [file, ...others] = args.positionals;
  if (file === undefined || others.length > 0) return "check takes one FILE";
  const format = keysOf(formats).find(
    (candidate) => candidate === (args.text("format") ?? "text"),
  );
  if (format === undefined) return `--format is ${keysOf(formats).join(", ")}`;
  const failOn = severities.find(
    (candidate) => candidate === (args.text("fail-on") ?? "error"),
  );
  if (failOn === undefined) return `--fail-on is ${severities.join(", ")}`;
  return { file, format, failOn, all: args.isOn("all") };
}
