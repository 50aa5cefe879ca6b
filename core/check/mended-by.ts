import type { Fix, Report } from "./rule.ts";

/** The report with the ways to mend it, the first choice first, as far as there are any. */
export function mendedBy(
  report: Omit<Report, "fix" | "otherFixes">,
  ...fixes: readonly (Fix | undefined)[]
): Report {
  const [fix, ...otherFixes] = fixes.filter((one) => one !== undefined);
  return {
    ...report,
    ...(fix !== undefined && { fix }),
    ...(otherFixes.length > 0 && { otherFixes }),
  };
}
