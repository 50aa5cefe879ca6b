import type {
  Design,
  Exported,
  ExportOptions,
  ExportTarget,
  LogicalIdStyle,
  Problem,
  Result,
} from "../index.ts";
import {
  exportDesign,
  exportTargets,
  hasKey,
  isOwned,
  keysOf,
  templateTexts,
} from "../index.ts";
import type { Arguments } from "./arguments.ts";
import type { ExitStatus, Io } from "./io.ts";
import { readDesign } from "./read-design.ts";
import { placedText } from "./report.ts";

/** `export`: prints or writes a design in another language. */
export function exportCommand(io: Io, args: Arguments): ExitStatus {
  const request = requestOf(args);
  if (typeof request === "string") {
    io.err(`${request}\n`);
    return 2;
  }
  const { file, target, options } = request;
  const folder = args.text("out");
  if (options.project === true && folder === undefined) {
    io.err("--project needs --out DIR: it is a folder\n");
    return 2;
  }
  const read = readDesign(io, file);
  if (read === undefined) return 2;
  const parts =
    folder === undefined ? [options] : everyPart(read.design, target, options);
  const results = parts.map((part) =>
    exportDesign(read.design, target, { ...part, templateTexts }),
  );
  const problems = allProblems(results);
  if (problems.length > 0) {
    for (const problem of problems)
      io.err(placedText(file, problem, read.locate(problem.path)));
    return 2;
  }
  const exported = results.flatMap((result) =>
    result.ok ? [result.value] : [],
  );
  for (const note of new Set(exported.flatMap(({ notes }) => notes)))
    io.err(`note: ${note}\n`);
  return folder === undefined
    ? print(io, exported)
    : writeInto(io, folder, exported);
}

/** What goes into a folder: each stack or each key where the target writes one and none was named. */
function everyPart(
  { stacks, keys }: Design,
  target: ExportTarget,
  options: ExportOptions,
): readonly ExportOptions[] {
  const { perStack, perKey } = exportTargets[target];
  const isOfStack = perStack || options.fragment === true;
  const parts = [
    ...(isOfStack && options.stack === undefined
      ? stacks.map(({ id }) => ({ ...options, stack: id }))
      : []),
    ...(perKey && options.key === undefined
      ? keys.filter(isOwned).map(({ id }) => ({ ...options, key: id }))
      : []),
  ];
  return parts.length === 0 ? [options] : parts;
}

/** Each problem once, though every part of the design may have it. */
function allProblems(results: readonly Result<Exported>[]): readonly Problem[] {
  const problems = results.flatMap((result) =>
    result.ok ? [] : result.problems,
  );
  const known = new Map(
    problems.map((problem) => [JSON.stringify(problem), problem]),
  );
  return [...known.values()];
}

function print(io: Io, exported: readonly Exported[]): ExitStatus {
  for (const { text, companions = [] } of exported) {
    io.out(text);
    for (const { fileName } of companions)
      io.err(`note: It needs a ${fileName} beside it: --out writes both.\n`);
  }
  return 0;
}

function writeInto(
  io: Io,
  folder: string,
  exported: readonly Exported[],
): ExitStatus {
  const files = exported.flatMap((file) => [file, ...(file.companions ?? [])]);
  try {
    for (const { fileName, text } of files)
      io.out(`${io.write(folder, fileName, text)}\n`);
    return 0;
  } catch (error) {
    io.err(`${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

interface Request {
  readonly file: string;
  readonly target: ExportTarget;
  readonly options: ExportOptions;
}

function requestOf(args: Arguments): Request | string {
  const [file, ...others] = args.positionals;
  if (file === undefined || others.length > 0) return "export takes one FILE";
  const target = args.text("to");
  const targets = keysOf(exportTargets).join(", ");
  if (target === undefined) return `export needs --to TARGET: ${targets}`;
  if (!hasKey(exportTargets, target))
    return `there is no target \`${target}\`, only ${targets}`;
  const style = logicalIdStyle(args.text("logical-ids"));
  if (style === undefined) return "--logical-ids is cdk or readable";
  const stack = args.text("stack");
  const key = args.text("key");
  return {
    file,
    target,
    options: {
      ...(stack !== undefined && { stack }),
      ...(key !== undefined && { key }),
      fragment: args.isOn("fragment"),
      project: args.isOn("project"),
      logicalIds: style,
    },
  };
}

function logicalIdStyle(text: string | undefined): LogicalIdStyle | undefined {
  if (text === undefined || text === "cdk") return "cdk";
  return text === "readable" ? text : undefined;
}
