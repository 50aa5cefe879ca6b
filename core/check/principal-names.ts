import type { PrincipalView, StatementView } from "./policy-view.ts";
import { principalsOfSort } from "./principal-facts.ts";
import { isLiteral } from "./written-text.ts";

/** The roles, users and sessions that a statement names; what stands for an account that is badly written is none. */
export function identitiesOf(
  statement: StatementView,
): readonly PrincipalView[] {
  return principalsOfSort(statement, "identity").filter(
    ({ text }) => !text.endsWith("-root") || isLiteral(statement, text),
  );
}

/** What to call principals: as they are written, or by the name that stands for what only CloudFormation knows. */
export function namesOf(
  statement: StatementView,
  principals: readonly PrincipalView[],
): readonly string[] {
  return principals.map(({ text }) =>
    isLiteral(statement, text) ? text : text.slice(text.lastIndexOf("/") + 1),
  );
}
