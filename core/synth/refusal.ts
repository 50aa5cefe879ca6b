import type { Path, Problem } from "../problem/problem.ts";

/** An error at a place, with what to do about it. */
export function refusal(
  code: string,
  path: Path,
  words: { readonly message: string; readonly help: string },
): Problem {
  return { code, severity: "error", path, ...words };
}
