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

/** Reads what can be opened, several files as one; undefined when that failed, and then the reasons were printed. */
export function readDesign(
  io: Io,
  ...files: readonly string[]
): DesignFile | undefined {
  const parts: TextOfFile[] = [];
  for (const file of files) {
    const text = readText(io, file);
    if (text === undefined) return undefined;
    parts.push({ file, text });
  }
  const text = parts.map((part) => part.text).join("\n");
  const read = importText(text);
  printProblems(io, parts, read.ok ? read.value.warnings : read.problems);
  if (!read.ok) return undefined;
  const { design, source } = read.value;
  return {
    design,
    // Only in a design do the paths of the design lead anywhere.
    locate: (path) => (source === "design" ? locate(text, path) : undefined),
  };
}

interface TextOfFile {
  readonly file: string;
  readonly text: string;
}

function printProblems(
  io: Io,
  parts: readonly TextOfFile[],
  problems: readonly Problem[],
): void {
  for (const problem of problems) {
    const { file, position } = placeIn(parts, problem.span?.start);
    io.err(problemText(file, problem, position));
  }
}

/** The file that a place in the text of all files is in, and where; the first file for what has no place. */
function placeIn(parts: readonly TextOfFile[], start: number | undefined) {
  const [first] = parts;
  if (start === undefined)
    return { file: first?.file ?? "", position: undefined };
  let offset = start;
  for (const { file, text } of parts) {
    if (offset <= text.length)
      return { file, position: positionAt(text, offset) };
    offset -= text.length + 1;
  }
  return { file: first?.file ?? "", position: undefined };
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
