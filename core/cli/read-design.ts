import type { Design } from "../index.ts";
import { parseDesignText, readJson } from "../index.ts";
import type { Io } from "./io.ts";
import type { Locate } from "./report.ts";
import { positionAt, problemText } from "./report.ts";

/** A design that was read from a file, and where its parts stand there. */
export interface DesignFile {
  readonly design: Design;
  readonly locate: Locate;
}

/** Reads a design; undefined when that failed, and then the reasons were printed. */
export function readDesign(io: Io, file: string): DesignFile | undefined {
  const text = readText(io, file);
  if (text === undefined) return undefined;
  const parsed = parseDesignText(text);
  if (parsed.ok)
    return { design: parsed.value, locate: (path) => locate(text, path) };
  for (const problem of parsed.problems) {
    const position = problem.span && positionAt(text, problem.span.start);
    io.err(problemText(file, problem, position));
  }
  return undefined;
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
