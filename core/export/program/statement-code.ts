import { isVerbatim } from "../../design/design.ts";
import type { Statement, StructuredStatement } from "../../design/design.ts";
import type { Path } from "../../problem/problem.ts";
import type { Expression } from "./expression.ts";
import {
  constant,
  create,
  list,
  literal,
  marked,
  staticCall,
  typeIn,
} from "./expressions.ts";
import type { OptionalProperty } from "./expressions.ts";
import type { Place } from "./place.ts";
import { conditionsCode } from "./principal-code.ts";

const policyStatement = typeIn("iam", "PolicyStatement");

/** The `PolicyStatement` for a statement of the design. */
export function statementCode(
  statement: Statement,
  path: Path,
  place: Place,
): Expression {
  return marked(
    [path],
    isVerbatim(statement)
      ? staticCall(policyStatement, "fromJson", [
          place.json(statement.verbatim),
        ])
      : create(policyStatement, [], parts(statement, path, place)),
  );
}

function parts(
  statement: StructuredStatement,
  path: Path,
  place: Place,
): readonly OptionalProperty[] {
  const { text } = place;
  const { sid, effect, conditions = {} } = statement;
  const named = (ids: readonly string[] | undefined) =>
    some(ids, (id) => place.principal(id, path));
  return [
    ["sid", sid === undefined ? undefined : text(sid)],
    ["effect", effect === "Deny" ? deny : undefined],
    ["principals", named(statement.principals)],
    ["notPrincipals", named(statement.notPrincipals)],
    ["actions", some(statement.actions, text)],
    ["notActions", some(statement.notActions, text)],
    ["resources", some(statement.resources, text)],
    ["notResources", some(statement.notResources, text)],
    [
      "conditions",
      Object.keys(conditions).length === 0
        ? undefined
        : conditionsCode(conditions, place),
    ],
  ];
}

const deny = constant(typeIn("iam", "Effect"), "DENY");

function some(
  members: readonly string[] | undefined,
  write: (member: string) => Expression,
): Expression | undefined {
  return members === undefined || members.length === 0
    ? undefined
    : list(members.map(write));
}

/** A statement that allows somebody to do something with the key it stands at. */
export function allowCode(
  principal: Expression,
  actions: readonly string[],
): Expression {
  return create(
    policyStatement,
    [],
    [
      ["principals", list([principal])],
      ["actions", list(actions.map(literal))],
      ["resources", list([literal("*")])],
    ],
  );
}

/** The statement of the default key policy: the account may do everything. */
export function accountStatementCode(): Expression {
  const root = create(typeIn("iam", "AccountRootPrincipal"));
  return allowCode(root, ["kms:*"]);
}
