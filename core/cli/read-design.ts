import type { Design, Problem } from "../index.ts";
import { importText, readJson } from "../index.ts";
import type { Io } from "./io.ts";
import type { Locate } from "./report.ts";
import { positionAt, problemText } from "./report.ts";

/** A design that was read from a file, and where its parts stand there. */
export interface DesignFile {
  readonly design: Design;
  readonly locate: Locate;
}

/** Reads what can be opened; undefined when that failed, and then the reasons were printed. */
export function readDesign(io: Io, file: string): DesignFile | undefined {
  const text = readText(io, file);
  if (text === undefined) return undefined;
  const read = importText(text);
  printProblems(
    io,
    { file, text },
    read.ok ? read.value.warnings : read.problems,
  );
  if (!read.ok) return undefined;
  const { design, source } = read.value;
  return {
    design,
    // Only in a design do the paths of the design lead anywhere.
    locate: (path) => (source === "design" ? locate(text, path) : undefined),
  };
}

function printProblems(
  io: Io,
  { file, text }: { readonly file: string; readonly text: string },
  problems: readonly Problem[],
): void {
  for (const problem of problems) {
    const position = problem.span && positionAt(text, problem.span.start);
    io.err(problemText(file, problem, position));
  }
}

function readText(io: Io, file: string): string | undefined {
  try {
    return io.read(file);
  } catch (error) {
    io.err(`${error instanceof Error ? error.message : String(error)}\n`);
    return undefined;
  }
}

function locate(text: string, path: Parameters<Locate>[0]) {
  const json = readJson(text);
  const span = json.ok ? json.value.spanOf(path) : undefined;
  return span && positionAt(text, span.start);
}
