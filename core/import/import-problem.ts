import type { Problem } from "../problem/problem.ts";

/** A problem of an import; an error where nothing else is said. */
export function importProblem(
  code: string,
  parts: Pick<Problem, "message" | "help"> &
    Partial<Pick<Problem, "severity" | "path" | "span">>,
): Problem {
  return { severity: "error", path: [], ...parts, code: `import/${code}` };
}
