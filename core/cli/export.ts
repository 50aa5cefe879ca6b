import type { ExportOptions, ExportTarget, LogicalIdStyle } from "../index.ts";
import { exportDesign, exportTargets, hasKey, keysOf } from "../index.ts";
import type { Arguments } from "./arguments.ts";
import type { ExitStatus, Io } from "./io.ts";
import { readDesign } from "./read-design.ts";
import { problemText } from "./report.ts";

/** `export`: prints or writes a design in another language. */
export function exportCommand(io: Io, args: Arguments): ExitStatus {
  const request = requestOf(args);
  if (typeof request === "string") {
    io.err(`${request}\n`);
    return 2;
  }
  const { file, target, options } = request;
  const read = readDesign(io, file);
  if (read === undefined) return 2;
  const exported = exportDesign(read.design, target, options);
  if (!exported.ok) {
    for (const problem of exported.problems)
      io.err(problemText(file, problem, read.locate(problem.path)));
    return 2;
  }
  const { text, fileName, notes } = exported.value;
  for (const note of notes) io.err(`note: ${note}\n`);
  const folder = args.text("out");
  if (folder === undefined) {
    io.out(text);
    return 0;
  }
  return writeInto(io, folder, { fileName, text });
}

function writeInto(
  io: Io,
  folder: string,
  { fileName, text }: { fileName: string; text: string },
): ExitStatus {
  try {
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
      logicalIds: style,
    },
  };
}

function logicalIdStyle(text: string | undefined): LogicalIdStyle | undefined {
  if (text === undefined || text === "cdk") return "cdk";
  return text === "readable" ? text : undefined;
}
