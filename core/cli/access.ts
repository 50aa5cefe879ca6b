import type { AccessFinding, AccessReport, AccessRequest } from "../index.ts";
import { accessReport, conditionWords, kmsActionNames } from "../index.ts";
import type { Arguments } from "./arguments.ts";
import { chosenKey, readSettled } from "./chosen-key.ts";
import type { ExitStatus, Io } from "./io.ts";

const formats = ["text", "json"] as const;

/** `access`: prints who can do what with a key. */
export function accessCommand(io: Io, args: Arguments): ExitStatus {
  const [file, ...others] = args.positionals;
  const format = formats.find((one) => one === (args.text("format") ?? "text"));
  if (file === undefined || others.length > 0 || format === undefined) {
    io.err(
      format === undefined
        ? `--format is ${formats.join(" or ")}\n`
        : "access takes one FILE\n",
    );
    return 2;
  }
  const settled = readSettled(io, args, file);
  const chosen = settled && chosenKey(io, settled);
  if (chosen === undefined) return 2;
  const report = accessReport(chosen.subject);
  io.out(format === "json" ? reportJson(report) : reportText(report));
  return 0;
}

/** The documented properties; what else there is comes after them. */
function reportJson(report: AccessReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

function reportText(report: AccessReport): string {
  const { findings, notPublic, manageable, assumptions, statements } = report;
  const standings = statements
    .filter(({ standing }) => standing !== "needed")
    .map(
      ({ statement, standing, reason }) =>
        `statement ${statement + 1}: ${standingWords[standing]}${reason === undefined ? "" : `: ${reason}`}\n`,
    );
  return [
    ...findings.map(findingText),
    ...(findings.length === 0 ? ["nobody is allowed anything\n"] : []),
    ...report.unknown.map(
      ({ statement, principal, reason }) =>
        `statement ${statement + 1}, ${principal}: unknown: ${reason}\n`,
    ),
    `not public: ${answerText(notPublic)}\n`,
    `manageable: ${answerText(manageable)}\n`,
    ...listText("    by", manageable.by),
    ...listText(
      "    only as long as there is",
      manageable.singlePointsOfFailure,
    ),
    ...deployerText(report),
    ...standings,
    ...assumptions.map((text) => `assumed: ${text}\n`),
  ].join("");
}

const standingWords = {
  needed: "needed",
  "never-matches": "fits no request",
  shadowed: "all that it allows is denied",
  "adds-nothing": "adds nothing to the others",
  unknown: "unknown",
} as const;

const accessWords = {
  direct: "the key policy allows it",
  account: "its IAM policies decide",
} as const;

function findingText(finding: AccessFinding): string {
  const { principal, scope, access, actions, conditions, except } = finding;
  const isElsewhere = scope === "cross-account" || scope === "organization";
  const side = isElsewhere
    ? "allowed here, their IAM must allow it too"
    : accessWords[access];
  const words = conditionWords(conditions);
  const isEverything = actions.length === kmsActionNames.length;
  return [
    `${principal} (${scope}): ${side}\n`,
    `    ${isEverything ? "kms:*" : actions.join(" ")}\n`,
    ...(words === "" ? [] : [`    when ${words}\n`]),
    ...listText(
      "    except what is denied by statement",
      except.map((index) => String(index + 1)),
    ),
    ...(finding.unpinned === true
      ? ["    no condition binds what the service acts for\n"]
      : []),
  ].join("");
}

function listText(title: string, list: readonly string[]): readonly string[] {
  return list.length === 0 ? [] : [`${title} ${list.join(", ")}\n`];
}

function deployerText({ manageable }: AccessReport): readonly string[] {
  const { deployer } = manageable;
  return deployer === undefined
    ? []
    : [
        `lockout check for ${deployer.deployer}: ${deployer.verdict}: ${deployer.reason}\n`,
        "    with the bypass: accepted\n",
      ];
}

/** A verdict with what shows it. */
export function answerText({
  verdict,
  witness,
  reason,
}: {
  readonly verdict: string;
  readonly witness?: AccessRequest;
  readonly reason?: string;
}): string {
  if (reason !== undefined) return `${verdict}: ${reason}`;
  return witness === undefined
    ? verdict
    : `${verdict}: ${requestText(witness)}`;
}

/** A request in a line. */
export function requestText(request: AccessRequest): string {
  const { principal, action, context = {} } = request;
  const pairs = Object.entries(context).map(
    ([name, value]) => `${name}=${JSON.stringify(value)}`,
  );
  return [`${principal} ${action}`, ...pairs].join(" ");
}
