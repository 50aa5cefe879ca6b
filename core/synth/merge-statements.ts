import { literal } from "./policy-statement.ts";
import type { PolicyPrincipal, PolicyStatement } from "./policy-statement.ts";

/**
 * Statements merged as the CDK's `minimizePolicies` does: two become one while they agree in everything
 * but their actions, or their resources, or their principals. The merged statement takes the first one's place.
 *
 * Source: aws-cdk-lib 2.276.0, aws-iam/lib/private/merge-statements.
 */
export function mergeStatements(
  statements: readonly PolicyStatement[],
): readonly PolicyStatement[] {
  let current = statements.map(comparable);
  for (;;) {
    const next = onePass(current);
    if (next.length === current.length)
      return next.map(({ statement }) => statement);
    current = next;
  }
}

interface Comparable {
  readonly statement: PolicyStatement;
  /** Everything that has to agree for two statements to merge; undefined when this one never merges. */
  readonly fixed: string | undefined;
}

function comparable(statement: PolicyStatement): Comparable {
  return { statement, fixed: fixedPart(statement) };
}

function fixedPart(statement: PolicyStatement): string | undefined {
  if (statement.sid !== undefined && statement.sid !== "") return undefined;
  return JSON.stringify([
    statement.effect,
    statement.conditions,
    statement.notActions.toSorted(),
    statement.notResources.toSorted(),
    [...identities(statement.notPrincipals)].toSorted(),
    statement.principals.some((principal) => literal in principal.json),
  ]);
}

function onePass(statements: readonly Comparable[]): Comparable[] {
  const rest = [...statements];
  for (let i = 0; i < rest.length; i++) {
    for (let j = i + 1; j < rest.length;) {
      const [a, b] = [rest[i], rest[j]];
      const merged = a && b && merge(a, b);
      if (merged === undefined) j++;
      else {
        rest[i] = merged;
        rest.splice(j, 1);
      }
    }
  }
  return rest;
}

function merge(a: Comparable, b: Comparable): Comparable | undefined {
  if (a.fixed === undefined || a.fixed !== b.fixed) return undefined;
  const [first, second] = [a.statement, b.statement];
  const agreements =
    Number(sameMembers(first.actions, second.actions)) +
    Number(sameMembers(first.resources, second.resources)) +
    Number(samePrincipals(first.principals, second.principals));
  if (agreements < 2) return undefined;
  const statement = {
    ...first,
    actions: union(first.actions, second.actions),
    resources: union(first.resources, second.resources),
    principals: unionOfPrincipals(first.principals, second.principals),
    origins: [...first.origins, ...second.origins],
  };
  return { statement, fixed: a.fixed };
}

/** Lists of distinct members are equal as sets. */
function sameMembers(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  const members = new Set(b);
  return a.every((member) => members.has(member));
}

function samePrincipals(
  a: readonly PolicyPrincipal[],
  b: readonly PolicyPrincipal[],
): boolean {
  return sameMembers([...identities(a)], [...identities(b)]);
}

function identities(principals: readonly PolicyPrincipal[]): Set<string> {
  return new Set(principals.map(({ identity }) => identity));
}

/** Sorted as in the CDK, where the order decides whether the merged statement repeats another one. */
function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])].toSorted();
}

function unionOfPrincipals(
  a: readonly PolicyPrincipal[],
  b: readonly PolicyPrincipal[],
): readonly PolicyPrincipal[] {
  const byIdentity = new Map(
    [...a, ...b].map((principal) => [principal.identity, principal]),
  );
  return [...byIdentity.values()];
}
