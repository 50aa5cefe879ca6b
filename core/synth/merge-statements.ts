import { isSameSet, memberSet, union } from "./member-set.ts";
import type { MemberSet } from "./member-set.ts";
import { mergePairs } from "./merge-pairs.ts";
import { literal } from "./policy-statement.ts";
import type { PolicyPrincipal, PolicyStatement } from "./policy-statement.ts";
import { isEmpty } from "./template.ts";

/**
 * Statements merged as the CDK's `minimizePolicies` does: two become one while they agree in everything
 * but their actions, or their resources, or their principals. The merged statement takes the first one's place.
 *
 * Source: aws-cdk-lib 2.276.0, aws-iam/lib/private/merge-statements.
 */
export function mergeStatements(
  statements: readonly PolicyStatement[],
): readonly PolicyStatement[] {
  if (statements.length < 2) return statements;
  return mergePairs(statements.map(compared), ifAgreeing).map(
    ({ statement }) => statement,
  );
}

/** A statement with what may differ between two that merge. */
interface Compared {
  readonly statement: PolicyStatement;
  readonly actions: MemberSet;
  readonly resources: MemberSet;
  readonly principals: MemberSet;
}

function compared(statement: PolicyStatement): Compared {
  return {
    statement,
    actions: memberSet(statement.actions),
    resources: memberSet(statement.resources),
    principals: memberSet(statement.principals.map(identityOf)),
  };
}

/** Members are sorted as in the CDK, where the order decides whether the merged statement repeats another one. */
function ifAgreeing(a: Compared, b: Compared): Compared | undefined {
  if (!canMerge(a, b)) return undefined;
  const actions = union(a.actions, b.actions);
  const resources = union(a.resources, b.resources);
  const statement: PolicyStatement = {
    ...a.statement,
    actions,
    resources,
    principals: principalsOfBoth(a.statement, b.statement),
    origins: [...a.statement.origins, ...b.statement.origins],
  };
  const principals = union(a.principals, b.principals);
  return { statement, actions, resources, principals };
}

function canMerge(a: Compared, b: Compared): boolean {
  const agreements =
    Number(isSameSet(a.actions, b.actions)) +
    Number(isSameSet(a.resources, b.resources)) +
    Number(isSameSet(a.principals, b.principals));
  return agreements >= 2 && agreesElsewhere(a.statement, b.statement);
}

/** The statements agree in everything that has to, and have no names, which never merge. */
function agreesElsewhere(a: PolicyStatement, b: PolicyStatement): boolean {
  return (
    !isNamed(a) &&
    !isNamed(b) &&
    a.effect === b.effect &&
    isLiteral(a) === isLiteral(b) &&
    isSameSet(memberSet(a.notActions), memberSet(b.notActions)) &&
    isSameSet(memberSet(a.notResources), memberSet(b.notResources)) &&
    isSameSet(
      memberSet(a.notPrincipals.map(identityOf)),
      memberSet(b.notPrincipals.map(identityOf)),
    ) &&
    hasSameConditions(a, b)
  );
}

function isNamed({ sid }: PolicyStatement): boolean {
  return sid !== undefined && sid !== "";
}

function isLiteral({ principals }: PolicyStatement): boolean {
  return principals.some(({ json }) => literal in json);
}

function hasSameConditions(
  { conditions: a }: PolicyStatement,
  { conditions: b }: PolicyStatement,
): boolean {
  if (isEmpty(a) && isEmpty(b)) return true;
  return JSON.stringify(a) === JSON.stringify(b);
}

function principalsOfBoth(
  a: PolicyStatement,
  b: PolicyStatement,
): readonly PolicyPrincipal[] {
  const all = [...a.principals, ...b.principals];
  return [
    ...new Map(
      all.map((principal) => [principal.identity, principal]),
    ).values(),
  ];
}

function identityOf({ identity }: PolicyPrincipal): string {
  return identity;
}
