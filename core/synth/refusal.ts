import type { Path, Problem, ProblemStep } from "../problem/problem.ts";

/** An error at a place, with what to do about it. */
export function refusal(
  code: string,
  path: Path,
  words: {
    readonly message: string;
    readonly help: string;
    readonly steps?: readonly ProblemStep[];
  },
): Problem {
  return { code, severity: "error", path, ...words };
}
