/** The elements of a statement and the types of principals that may be written as a list of one or as its member. */
export const statementLists = [
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "AWS",
  "Service",
  "Federated",
  "CanonicalUser",
] as const;

/** An element of a statement, or a type of principal, that may be written as a list. */
export type StatementList = (typeof statementLists)[number];
