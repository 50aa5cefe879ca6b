import { isOwned, isVerbatim } from "../design/design.ts";
import { isIntrinsic } from "../policy/intrinsic.ts";
import type { Statement } from "../design/design.ts";
import type { Path } from "../problem/problem.ts";
import type { StatementView } from "./policy-view.ts";
import { policyOfKey } from "./policy-view.ts";
import type { Report, RuleSubject } from "./rule.ts";

/**
 * What `check` finds in the statements that AWS gets as they were found, whatever is in them. Of the others the CDK
 * refuses what has not the form of a statement, and that is reported as its refusal.
 */
export function eachAsFound(
  subject: RuleSubject,
  check: (statement: StatementView) => readonly Report[],
): readonly Report[] {
  const { key } = subject;
  if (isOwned(key) && !key.policy.statements.some(isRaw)) return [];
  const { statements = [] } = policyOfKey(subject) ?? {};
  return statements.flatMap((statement) =>
    isAsFound(subject, statement) ? check(statement) : [],
  );
}

function isAsFound(
  { key }: RuleSubject,
  { own, written }: StatementView,
): boolean {
  // A function of a template stands for the statement.
  if (isIntrinsic(written)) return false;
  if (!isOwned(key)) return true;
  return own !== undefined && isRaw(own);
}

function isRaw(statement: Statement): boolean {
  return isVerbatim(statement) && statement.raw === true;
}

/** The place of a statement as a whole. */
export function placeOfWhole({ own, path }: StatementView): Path {
  return own !== undefined && isVerbatim(own) ? [...path, "verbatim"] : path;
}
