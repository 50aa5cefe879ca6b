import type { Result } from "../problem/problem.ts";
import { failedWith, ok } from "../problem/problem.ts";
import type { Design } from "./design.ts";
import { integrityProblems } from "./integrity.ts";

/** The design, or what is wrong with the names in it. */
export function sound(design: Design): Result<Design> {
  const problems = integrityProblems(design);
  return problems.length > 0 ? failedWith(problems) : ok(design);
}
