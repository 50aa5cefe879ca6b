import { isVerbatim } from "../../design/design.ts";
import type {
  Conditions,
  Statement,
  StructuredStatement,
} from "../../design/design.ts";
import type { Doc } from "../code/doc.ts";
import {
  arrayLiteral,
  call,
  jsonLiteral,
  objectLiteral,
  shortObjectLiteral,
  textLiteral,
} from "./expressions.ts";
import type { Literal } from "./expressions.ts";

/** Writes a principal of the design: its variable, or its construct. */
export type PrincipalCode = (id: string) => Doc;

/** The `PolicyStatement` for a statement of the design. */
export function statementCode(
  statement: Statement,
  principal: PrincipalCode,
): Doc {
  if (!isVerbatim(statement))
    return call("new iam.PolicyStatement", [], parts(statement, principal));
  const json = objectLiteral(
    Object.entries(statement.verbatim).map(([name, value]) => [
      name,
      jsonLiteral(value),
    ]),
  );
  return call("iam.PolicyStatement.fromJson", [], json);
}

function parts(
  statement: StructuredStatement,
  principal: PrincipalCode,
): Literal {
  return objectLiteral([
    [
      "sid",
      statement.sid === undefined ? undefined : textLiteral(statement.sid),
    ],
    ["effect", statement.effect === "Deny" ? "iam.Effect.DENY" : undefined],
    ["principals", list(statement.principals, principal)],
    ["notPrincipals", list(statement.notPrincipals, principal)],
    ["actions", list(statement.actions, textLiteral)],
    ["notActions", list(statement.notActions, textLiteral)],
    ["resources", list(statement.resources, textLiteral)],
    ["notResources", list(statement.notResources, textLiteral)],
    ["conditions", conditions(statement.conditions)],
  ]);
}

function list(
  members: readonly string[] | undefined,
  write: (member: string) => Doc,
): Doc | undefined {
  return members === undefined || members.length === 0
    ? undefined
    : arrayLiteral(members.map(write));
}

function conditions(all: Conditions | undefined): Doc | undefined {
  const entries = Object.entries(all ?? {});
  if (entries.length === 0) return undefined;
  return objectLiteral(
    entries.map(([operator, keys]) => [operator, conditionKeys(keys)]),
  ).literal;
}

/** One condition key reads well on the line of its operator, several get a line each. */
function conditionKeys(keys: Conditions[string]): Doc {
  const properties = Object.entries(keys).map(
    ([key, value]) => [key, jsonLiteral(value)] as const,
  );
  return properties.length === 1
    ? shortObjectLiteral(properties)
    : objectLiteral(properties).literal;
}
