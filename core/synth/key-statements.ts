import type { Key, Statement } from "../design/design.ts";
import { isVerbatim } from "../design/design.ts";
import { grantActions } from "../kms/grant-vocabulary.ts";
import type { Path } from "../problem/problem.ts";
import type { PolicyStatement } from "./policy-statement.ts";
import { distinct, policyStatement } from "./policy-statement.ts";
import type { StackContext } from "./principal-json.ts";
import { defaultRoot } from "./principal-json.ts";
import { verbatimStatement } from "./verbatim-statement.ts";

/** A key and where it stands in its design. */
export interface PlacedKey {
  readonly key: Key;
  readonly path: Path;
}

/**
 * The statements of a key in the order in which the CDK program adds them:
 * a replacing policy or the account default, then one for each administrator, then those that amend the default.
 */
export function keyStatements(
  { key, path }: PlacedKey,
  context: StackContext,
): readonly PolicyStatement[] {
  const own = ownStatements(key, path, context);
  const administrators = administratorStatements(key, path, context);
  return key.policy.mode === "replace"
    ? [...own, ...administrators]
    : [defaultStatement(path, context), ...administrators, ...own];
}

function defaultStatement(path: Path, context: StackContext): PolicyStatement {
  return policyStatement({
    actions: ["kms:*"],
    principals: [defaultRoot(context)],
    resources: ["*"],
    origins: [[...path, "policy", "mode"]],
  });
}

function administratorStatements(
  key: Key,
  path: Path,
  { principalOf }: StackContext,
): readonly PolicyStatement[] {
  return key.administrators.map((id, index) =>
    policyStatement({
      actions: grantActions.admin,
      principals: [principalOf(id)],
      resources: ["*"],
      origins: [[...path, "administrators", index]],
    }),
  );
}

function ownStatements(
  key: Key,
  path: Path,
  context: StackContext,
): readonly PolicyStatement[] {
  return key.policy.statements.map((statement, index) =>
    ownStatement(statement, [...path, "policy", "statements", index], context),
  );
}

function ownStatement(
  statement: Statement,
  path: Path,
  { principalOf }: StackContext,
): PolicyStatement {
  if (isVerbatim(statement)) return verbatimStatement(statement.verbatim, path);
  return policyStatement({
    sid: statement.sid,
    effect: statement.effect,
    actions: distinct(statement.actions ?? []),
    notActions: distinct(statement.notActions ?? []),
    principals: distinct((statement.principals ?? []).map(principalOf)),
    notPrincipals: distinct((statement.notPrincipals ?? []).map(principalOf)),
    resources: distinct(statement.resources ?? []),
    notResources: distinct(statement.notResources ?? []),
    conditions: { ...statement.conditions },
    origins: [path],
  });
}
