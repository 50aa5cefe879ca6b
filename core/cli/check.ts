import { checkAccess, checkDesign } from "../index.ts";
import type { Path, Severity } from "../index.ts";
import type { Arguments } from "./arguments.ts";
import type { ExitStatus, Io } from "./io.ts";
import type { SettledFile } from "./chosen-key.ts";
import { readSettled } from "./chosen-key.ts";
import { findingJson, isAtLeast, problemText, severities } from "./report.ts";

const formats = ["text", "json"] as const;

/** `check`: prints what is wrong with a design. */
export function checkCommand(io: Io, args: Arguments): ExitStatus {
  const request = requestOf(args);
  if (typeof request === "string") {
    io.err(`${request}\n`);
    return 2;
  }
  const read = readSettled(io, args, request.file);
  if (read === undefined) return 2;
  const findings = [
    ...checkDesign(read.design).filter(
      ({ path }) => read.keyId === undefined || isAbout(path, read),
    ),
    ...checkAccess(read.design, read),
  ];
  if (request.format === "json") {
    const list = findings.map((finding) =>
      findingJson(finding, read.locate(finding.path)),
    );
    io.out(`${JSON.stringify({ findings: list }, null, 2)}\n`);
  } else {
    for (const finding of findings)
      io.out(problemText(request.file, finding, read.locate(finding.path)));
    if (findings.length === 0) io.out("no problems found\n");
  }
  const fails = findings.some(({ severity }) =>
    isAtLeast(severity, request.failOn),
  );
  return fails ? 1 : 0;
}

/** The finding is not about another key than the one that is asked about. */
function isAbout([list, index]: Path, { design, keyId }: SettledFile): boolean {
  if (list !== "keys") return true;
  return design.keys.findIndex(({ id }) => id === keyId) === index;
}

interface Request {
  readonly file: string;
  readonly format: (typeof formats)[number];
  readonly failOn: Severity;
}

function requestOf(args: Arguments): Request | string {
  const [file, ...others] = args.positionals;
  if (file === undefined || others.length > 0) return "check takes one FILE";
  const format = formats.find(
    (candidate) => candidate === (args.text("format") ?? "text"),
  );
  if (format === undefined) return `--format is ${formats.join(" or ")}`;
  const failOn = severities.find(
    (candidate) => candidate === (args.text("fail-on") ?? "error"),
  );
  if (failOn === undefined) return `--fail-on is ${severities.join(", ")}`;
  return { file, format, failOn };
}
