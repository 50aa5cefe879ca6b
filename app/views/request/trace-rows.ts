import type {
  Evaluation,
  Reason,
  StatementTrace,
} from "../../../core/index.ts";

/** The statements by what they have to do with a request. */
export interface TraceRows {
  /** Those that decide first, then the nearest misses. */
  readonly related: readonly StatementTrace[];
  /** Those that name other principals. */
  readonly unrelated: readonly StatementTrace[];
}

/** The statements of a trace in the order in which they are worth reading. */
export function traceRows({ statements }: Evaluation): TraceRows {
  return {
    related: statements
      .filter((one) => !isUnrelated(one))
      .toSorted((a, b) => distance(a) - distance(b)),
    unrelated: statements.filter(isUnrelated),
  };
}

function isUnrelated({ matched, reasons }: StatementTrace): boolean {
  return matched === "no" && fitOf(reasons, "principal") === "no";
}

/** How far a statement is from having a say; what denies goes before what allows. */
function distance({ matched, effect, reasons }: StatementTrace): number {
  const misses = reasons.filter(({ fits }) => fits === "no");
  const isDeny = effect === "Deny";
  if (matched === "yes") return isDeny ? 0 : 1;
  if (matched === "unknown") return 2;
  // Another action is further away than any condition.
  const steps = misses.reduce(
    (sum, { part }) => sum + (part === "action" ? 100 : 1),
    0,
  );
  return 3 + 2 * steps + (isDeny ? 1 : 0);
}

/** Whether all reasons of a part fit; undefined where the statement has none of it. */
export function fitOf(
  reasons: readonly Reason[],
  part: Reason["part"],
): Reason["fits"] | undefined {
  const fits = reasons.filter((one) => one.part === part);
  if (fits.length === 0) return undefined;
  return (
    fits.find((one) => one.fits === "no")?.fits ??
    fits.find((one) => one.fits === "unknown")?.fits ??
    "yes"
  );
}
