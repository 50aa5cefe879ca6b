import type {
  Effect,
  Grant,
  OwnedKey,
  Statement,
  StructuredStatement,
} from "../design/design.ts";
import { isDefined, isDisabled, isVerbatim } from "../design/design.ts";
import { grantsOf } from "../design/key-parts.ts";
import { grantActions } from "../kms/grant-vocabulary.ts";
import { expandAction } from "../words/capability-words.ts";

/** A principal and the actions that a statement for it is about. */
export interface Asked {
  readonly id: string;
  readonly actions: ReadonlySet<string>;
}

/** The key without what it says itself of a principal and some actions. */
export function freedKey(key: OwnedKey, asked: Asked): OwnedKey {
  const { id, actions } = asked;
  const statements = key.policy.statements.flatMap((statement) =>
    names(statement, id) ? withoutActions(statement, actions, id) : [statement],
  );
  const isAdmin =
    key.administrators.includes(id) && touches(grantActions.admin, actions);
  const rest = isAdmin ? withoutSome(grantActions.admin, actions) : [];
  const freed: OwnedKey = {
    ...key,
    administrators: isAdmin
      ? key.administrators.filter((one) => one !== id)
      : key.administrators,
    policy: {
      ...key.policy,
      statements:
        rest.length === 0
          ? statements
          : [statementFor([id], "Allow", rest), ...statements],
    },
  };
  const grants = grantsOf(key).flatMap((grant) => freedGrant(grant, asked));
  return withGrants(freed, grants);
}

/** The key with other grants. */
export function withGrants(key: OwnedKey, grants: readonly Grant[]): OwnedKey {
  if (!isDefined(key)) return key;
  const { grants: _, ...rest } = key;
  return grants.length === 0 ? rest : { ...rest, grants };
}

function freedGrant(grant: Grant, { id, actions }: Asked): readonly Grant[] {
  const given =
    grant.permission === "actions"
      ? (grant.actions ?? [])
      : grantActions[grant.permission];
  if (grant.principal !== id || !touches(given, actions)) return [grant];
  const rest = withoutSome(given, actions);
  return rest.length === 0
    ? []
    : [{ ...grant, permission: "actions", actions: rest }];
}

/** The statement is one in parts that names the principal. */
export function names(
  statement: Statement,
  id: string,
): statement is StructuredStatement {
  return (
    !isVerbatim(statement) &&
    !isDisabled(statement) &&
    statement.principals?.includes(id) === true
  );
}

/** One of the patterns covers one of the actions. */
export function touches(
  patterns: readonly string[],
  actions: ReadonlySet<string>,
): boolean {
  return patterns.flatMap(expandAction).some((action) => actions.has(action));
}

/** Patterns without some of the actions they cover: one that covers such an action gives way to the others. */
function withoutSome(
  patterns: readonly string[],
  actions: ReadonlySet<string>,
): readonly string[] {
  const left = patterns.flatMap((pattern) => {
    const covered = expandAction(pattern);
    return covered.some((action) => actions.has(action))
      ? covered.filter((action) => !actions.has(action))
      : [pattern];
  });
  return [...new Set(left)];
}

/** A statement that says nothing more of a principal and some actions; what it says besides stays. */
function withoutActions(
  statement: StructuredStatement,
  actions: ReadonlySet<string>,
  id: string,
): readonly Statement[] {
  if (statement.actions === undefined || !touches(statement.actions, actions))
    return [statement];
  const others = (statement.principals ?? []).filter((one) => one !== id);
  const rest = withoutSome(statement.actions, actions);
  const { sid: _, ...unnamed } = statement;
  const isSplit = others.length > 0;
  const own = {
    ...(isSplit ? unnamed : statement),
    principals: [id],
    actions: rest,
  };
  return [
    ...(isSplit ? [{ ...statement, principals: others }] : []),
    ...(rest.length === 0 ? [] : [own]),
  ];
}

/** The key with a statement, which becomes part of one that says the same of other actions. */
export function withStatement(
  key: OwnedKey,
  statement: StructuredStatement,
): OwnedKey {
  const { statements } = key.policy;
  const { actions = [] } = statement;
  const at = statements.findIndex((one) => isAlike(one, statement));
  const there = statements[at];
  const next =
    there === undefined || isVerbatim(there)
      ? [...statements, statement]
      : statements.with(at, {
          ...there,
          actions: [...new Set([...(there.actions ?? []), ...actions])],
        });
  return { ...key, policy: { ...key.policy, statements: next } };
}

function isAlike(one: Statement, statement: StructuredStatement): boolean {
  if (isVerbatim(one) || one.actions === undefined) return false;
  const { sid: _, lists: _lists, actions: _actions, ...rest } = one;
  const { actions: _own, ...wanted } = statement;
  return inOrder(rest) === inOrder(wanted);
}

function inOrder(json: object): string {
  return JSON.stringify(
    Object.entries(json).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** A statement about the key. */
export function statementFor(
  principals: readonly string[],
  effect: Effect,
  actions: readonly string[],
): StructuredStatement {
  return { effect, principals, actions, resources: ["*"] };
}

const patterns = ["kms:GenerateDataKey*", "kms:ReEncrypt*"];

/** The actions with the patterns that people write for some of them. */
export function shortest(actions: ReadonlySet<string>): readonly string[] {
  const fitting = patterns.filter((pattern) =>
    expandAction(pattern).every((action) => actions.has(action)),
  );
  const covered = new Set<string>(fitting.flatMap(expandAction));
  return [...[...actions].filter((action) => !covered.has(action)), ...fitting];
}
