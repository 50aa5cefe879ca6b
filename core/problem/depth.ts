import type { Problem } from "./problem.ts";

/** Deeper nesting than any policy or template has; guards everything that walks a value recursively. */
export const maximumDepth = 100;

/** A problem when a value nests deeper than `maximumDepth` or contains itself. */
export function depthProblem(value: unknown): Problem | undefined {
  if (!isDeeper(value, maximumDepth)) return undefined;
  return {
    code: "json/depth",
    severity: "error",
    path: [],
    message: `the document nests deeper than ${maximumDepth} levels`,
    help: "check that this is the right file",
  };
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (levels === 0) return true;
  return Object.values(value).some((member) => isDeeper(member, levels - 1));
}
