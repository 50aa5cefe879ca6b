import {
  compareDesigns,
  compareTemplates,
  exportDesign,
  isBreaking,
  synthesize,
} from "../index.ts";
import type {
  AccessChange,
  Design,
  DesignComparison,
  KeyComparison,
  StackTemplate,
  Update,
} from "../index.ts";
import { requestText } from "./access.ts";
import type { Arguments } from "./arguments.ts";
import type { SettledFile } from "./chosen-key.ts";
import { readSettled } from "./chosen-key.ts";
import type { ExitStatus, Io } from "./io.ts";
import { placedText } from "./report.ts";

const formats = ["text", "json"] as const;

/** `compare`: prints what deploying one design over another does, and who can do more or less then. */
export function compareCommand(io: Io, args: Arguments): ExitStatus {
  const request = requestOf(args);
  if (typeof request === "string") {
    io.err(`${request}\n`);
    return 2;
  }
  const base = readSettled(io, args, request.base);
  const head = base && readSettled(io, args, request.head);
  if (base === undefined || head === undefined) return 2;
  const access = compareDesigns(base.design, head.design, head);
  const before = templatesOf(io, request.base, base);
  const after = before && templatesOf(io, request.head, head);
  if (before === undefined || after === undefined) return 2;
  const updates = compareTemplates(before, after);
  const isOfSeveral = before.length > 1 || after.length > 1;
  io.out(
    request.format === "json"
      ? comparisonJson(access, updates, isOfSeveral)
      : [
          accessText(access),
          ...updates.map((update) => updateText(update, isOfSeveral)),
          ...(updates.length === 0 ? ["no updates\n"] : []),
        ].join(""),
  );
  const isMore = access.keys.some(({ gained }) => gained.length > 0);
  const fails = isMore || access.verdict === "unknown";
  return fails || updates.some(isBreaking) ? 1 : 0;
}

function comparisonJson(
  access: DesignComparison,
  updates: readonly Update[],
  isOfSeveral: boolean,
): string {
  const several = access.keys.length > 1;
  const all = (list: (one: KeyComparison) => readonly AccessChange[]) =>
    access.keys.flatMap((one) =>
      list(one).map((change) => ({
        ...(several && { key: one.key }),
        ...change,
      })),
    );
  const reason = access.keys.find((one) => one.reason !== undefined)?.reason;
  const json = {
    verdict: access.verdict,
    ...(reason !== undefined && { reason }),
    gained: all(({ gained }) => gained),
    lost: all(({ lost }) => lost),
    strengthened: all(({ strengthened }) => strengthened),
    assumptions: [
      ...new Set(access.keys.flatMap(({ assumptions }) => assumptions)),
    ],
    added: access.added,
    removed: access.removed,
    updates: updates.map((update) => updateJson(update, isOfSeveral)),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

function accessText({ verdict, keys, added, removed }: DesignComparison) {
  return [
    `access: ${verdict}\n`,
    ...keys.flatMap((one) => [
      ...one.gained.map((change) => changeText("gained", change)),
      ...one.lost.map((change) => changeText("lost", change)),
      ...one.strengthened.map((change) =>
        changeText("no longer needs IAM", change),
      ),
      ...(one.reason === undefined ? [] : [`unknown: ${one.reason}\n`]),
    ]),
    ...added.map((key) => `${key} is new: its access was not compared\n`),
    ...removed.map((key) => `${key} is gone: its access was not compared\n`),
  ].join("");
}

function changeText(
  title: string,
  { principal, witness, statements }: AccessChange,
): string {
  const places = statements.map((index) => String(index + 1)).join(", ");
  return `${title}: ${principal}, by statement ${places}\n    such as ${requestText(witness)}\n`;
}

interface Request {
  readonly base: string;
  readonly head: string;
  readonly format: (typeof formats)[number];
}

function requestOf(args: Arguments): Request | string {
  const [base, head, ...others] = args.positionals;
  if (base === undefined || head === undefined || others.length > 0)
    return "compare takes two files, BASE and HEAD";
  if (base === "-" && head === "-")
    return "only one of BASE and HEAD can be standard input";
  const format = formats.find(
    (candidate) => candidate === (args.text("format") ?? "text"),
  );
  if (format === undefined) return `--format is ${formats.join(" or ")}`;
  return { base, head, format };
}

/** The templates of a design; undefined where there are none, and then the reasons were printed. */
function templatesOf(
  io: Io,
  file: string,
  { design, locate }: SettledFile,
): readonly StackTemplate[] | undefined {
  const problems = refusalsOf(design);
  for (const problem of problems)
    io.err(placedText(file, problem, locate(problem.path)));
  return problems.length > 0 ? undefined : synthesize(design);
}

/** Why the CDK makes no templates of a design; the first stack tells it for all. */
function refusalsOf(design: Design) {
  const [stack] = design.stacks;
  const exported = exportDesign(design, "cloudformation-json", {
    ...(stack !== undefined && { stack: stack.id }),
  });
  return exported.ok ? [] : exported.problems;
}

/** An update as the JSON output has it. */
function updateJson(update: Update, isOfSeveral: boolean) {
  const { stack, logicalId, property, target, impact, reason } = update;
  return {
    ...(isOfSeveral && { stack }),
    logicalId,
    property,
    target,
    impact,
    reason,
  };
}

const targetTitles: Readonly<Record<Update["target"], string>> = {
  cloudformation: "CloudFormation",
  terraform: "Terraform",
};

/** An update as lines for people. */
function updateText(update: Update, isOfSeveral: boolean): string {
  const { stack, logicalId, property, target, impact, reason } = update;
  const place = [...(isOfSeveral ? [stack] : []), logicalId, property]
    .filter((part) => part !== "")
    .join(".");
  return `${place}: ${impact} (${targetTitles[target]})\n    ${reason}\n`;
}
