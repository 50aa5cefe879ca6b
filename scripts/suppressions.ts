import { readFileSync } from "node:fs";
import { sourceFiles } from "./sources.ts";

/** `oxlint-disable`, `@ts-expect-error` and the like, where they are the comment and not talked about. */
const SUPPRESSION =
  /(?:\/\/|\/\*|\{\/\*)\s*(?:(?:oxlint|eslint)-disable\S*|@ts-(?:expect-error|ignore|nocheck)|prettier-ignore)(?<rest>.*)/;

const REASON = /\s--\s+\S.{9,}/;

/** A comment that silences a tool must say why: `// oxlint-disable-next-line RULE -- REASON`. */
export function suppressionProblems(): string[] {
  return sourceFiles().flatMap((path) =>
    readFileSync(path, "utf8")
      .split("\n")
      .flatMap((line, index) =>
        isUnexplained(line)
          ? [`${path}:${index + 1}: say why after \` -- \`: ${line.trim()}`]
          : [],
      ),
  );
}

function isUnexplained(line: string): boolean {
  const rest = SUPPRESSION.exec(line)?.groups?.["rest"];
  return rest !== undefined && !REASON.test(rest);
}
