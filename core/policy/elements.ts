/**
 * The elements of a statement.
 * Source: IAM User Guide, "IAM JSON policy element reference".
 */
export const statementElements: ReadonlySet<string> = new Set([
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
]);
