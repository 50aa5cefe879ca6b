import { rules, sarifOf } from "../index.ts";
import type { Finding, Path, SarifPlace } from "../index.ts";
import { fixEditor } from "./fix-edits.ts";
import type { DesignFile } from "./read-design.ts";
import { version } from "./version.ts";

/** Each fix writes the files anew, which takes a while where there are many of large ones. */
const mostFixes = 100;

/** Findings as a log of SARIF. */
export function sarifText(
  read: DesignFile,
  findings: readonly Finding[],
): string {
  const fixable = findings.filter(({ fix }) => fix !== undefined);
  const log = sarifOf({
    version,
    design: read.design,
    files: read.files.map(({ name }) => name),
    findings,
    rules,
    locate: (path) => sarifPlace(read, path),
    ...(fixable.length <= mostFixes && { editsOf: fixEditor(read) }),
  });
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** Where only the file is known, all of it is meant: scanners want to know what to show. */
function sarifPlace(
  { files: [first], locate }: DesignFile,
  path: Path,
): SarifPlace | undefined {
  const { file = first, span } = locate(path) ?? {};
  if (file === undefined) return undefined;
  const whole = { start: 0, end: file.text.length };
  const { line, column, endLine, endColumn } = file.regionOf(span ?? whole);
  return {
    file: file.name,
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
}
