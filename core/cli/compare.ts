import {
  compareTemplates,
  exportDesign,
  isBreaking,
  synthesize,
} from "../index.ts";
import type { Design, StackTemplate, Update } from "../index.ts";
import type { Arguments } from "./arguments.ts";
import type { ExitStatus, Io } from "./io.ts";
import { readDesign } from "./read-design.ts";
import { problemText } from "./report.ts";

const formats = ["text", "json"] as const;

/** `compare`: prints what deploying one design over another does. */
export function compareCommand(io: Io, args: Arguments): ExitStatus {
  const request = requestOf(args);
  if (typeof request === "string") {
    io.err(`${request}\n`);
    return 2;
  }
  const base = templatesOf(io, request.base);
  const head = base && templatesOf(io, request.head);
  if (base === undefined || head === undefined) return 2;
  const updates = compareTemplates(base, head);
  const isOfSeveral = base.length > 1 || head.length > 1;
  if (request.format === "json") {
    const list = updates.map((update) => updateJson(update, isOfSeveral));
    io.out(`${JSON.stringify({ updates: list }, null, 2)}\n`);
  } else {
    for (const update of updates) io.out(updateText(update, isOfSeveral));
    if (updates.length === 0) io.out("no updates\n");
  }
  return updates.some(isBreaking) ? 1 : 0;
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

/** The templates of the design in a file; undefined where there are none, and then the reasons were printed. */
function templatesOf(
  io: Io,
  file: string,
): readonly StackTemplate[] | undefined {
  const read = readDesign(io, file);
  if (read === undefined) return undefined;
  const problems = refusalsOf(read.design);
  for (const problem of problems)
    io.err(problemText(file, problem, read.locate(problem.path)));
  return problems.length > 0 ? undefined : synthesize(read.design);
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
