import type { Problem, TextFile } from "../index.ts";
import { importFiles } from "../index.ts";
import type { Io } from "./io.ts";
import { locateIn } from "./locate.ts";
import type { Locate, ReadFiles } from "./locate.ts";
import { positionAt, problemText } from "./report.ts";
import { sourceText } from "./source-text.ts";

/** A design that was read from a file, and where its parts stand there. */
export interface DesignFile extends ReadFiles {
  readonly locate: Locate;
}

/**
 * Reads what can be opened, several files as one, of a folder its JSON and YAML files; undefined when that failed, and
 * then the reasons were printed.
 */
export function readDesign(
  io: Io,
  ...files: readonly string[]
): DesignFile | undefined {
  const parts: TextFile[] = [];
  for (const name of files.flatMap((file) => filesIn(io, file))) {
    const text = readText(io, name);
    if (text === undefined) return undefined;
    parts.push({ name, text });
  }
  const read = importFiles(parts, designName(files));
  printProblems(io, parts, read.ok ? read.value.warnings : read.problems);
  if (!read.ok) return undefined;
  const { design, source } = read.value;
  const from = { design, source, files: parts.map(sourceText) };
  return { ...from, locate: locateIn(from) };
}

/** A folder stands for the files in it that can be templates; one of the CDK, `cdk.out`, for those that its manifest can name. */
function filesIn(io: Io, file: string): readonly string[] {
  const names = file === "-" ? undefined : io.list(file);
  if (names === undefined) return [file];
  const form = names.includes("manifest.json")
    ? /^manifest\.json$|\.template\.json$/
    : /\.(?:json|ya?ml|template)$/;
  return names
    .filter((name) => form.test(name))
    .toSorted()
    .map((name) => `${file.replace(/[\\/]+$/, "")}/${name}`);
}

function designName([first = ""]: readonly string[]): string {
  const stem = first.split(/[\\/]/).findLast((part) => part !== "") ?? "";
  const name = stem.replace(/(?:\.template)?\.\w+$/, "");
  return name === "" || name === "-" ? "Imported policy" : name;
}

function printProblems(
  io: Io,
  parts: readonly TextFile[],
  problems: readonly Problem[],
): void {
  for (const problem of problems) {
    const { file, position } = placeIn(parts, problem.span?.start);
    io.err(problemText(file, problem, position));
  }
}

/** The file that a place in the text of all files is in, and where; the first file for what has no place. */
function placeIn(parts: readonly TextFile[], start: number | undefined) {
  const [first] = parts;
  if (start === undefined)
    return { file: first?.name ?? "", position: undefined };
  let offset = start;
  for (const { name: file, text } of parts) {
    if (offset <= text.length)
      return { file, position: positionAt(text, offset) };
    offset -= text.length + 1;
  }
  return { file: first?.name ?? "", position: undefined };
}

/** The text of a file; undefined when that failed, and then the reason was printed. */
export function readText(io: Io, file: string): string | undefined {
  try {
    return io.read(file);
  } catch (error) {
    io.err(`${error instanceof Error ? error.message : String(error)}\n`);
    return undefined;
  }
}
