import type { Path, Problem } from "./problem.ts";

/**
 * A problem for each property named `__proto__`: written into another object it would replace that object's prototype.
 * The value must not nest without end; `depthProblem` says whether it does.
 */
export function reservedNameProblems(
  value: unknown,
  path: Path = [],
): readonly Problem[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const at = [...path, Array.isArray(value) ? Number(name) : name];
    return name === "__proto__"
      ? [reservedName(at)]
      : reservedNameProblems(member, at);
  });
}

function reservedName(path: Path): Problem {
  return {
    code: "json/reserved-name",
    severity: "error",
    path,
    message: "`__proto__` cannot be a name in this document",
    help: "rename or remove it",
  };
}
