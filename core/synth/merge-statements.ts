import { distinct, literal } from "./policy-statement.ts";
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
  let current = statements;
  for (;;) {
    const next = onePass(current);
    if (next.length === current.length) return next;
    current = next;
  }
}

function onePass(
  statements: readonly PolicyStatement[],
): readonly PolicyStatement[] {
  const merged: PolicyStatement[] = [];
  let open = statements;
  for (let [first] = open; first !== undefined; [first] = open) {
    const growing = new GrowingStatement(first);
    open = open.slice(1).filter((other) => !growing.takes(other));
    merged.push(growing.statement());
  }
  return merged;
}

/** A statement that takes others in. Sets, so that a role with many grants does not copy what it has for each. */
class GrowingStatement {
  readonly #first: PolicyStatement;
  readonly #others: PolicyStatement[] = [];
  readonly #actions: Set<string>;
  readonly #resources: Set<string>;
  readonly #principals: Map<string, PolicyPrincipal>;
  #fixed: string | undefined;

  constructor(first: PolicyStatement) {
    this.#first = first;
    this.#actions = new Set(first.actions);
    this.#resources = new Set(first.resources);
    this.#principals = new Map(
      first.principals.map((principal) => [principal.identity, principal]),
    );
  }

  /** Takes a statement in, if the CDK would merge it. */
  takes(other: PolicyStatement): boolean {
    if (!this.#agreesWith(other)) return false;
    this.#others.push(other);
    for (const action of other.actions) this.#actions.add(action);
    for (const resource of other.resources) this.#resources.add(resource);
    for (const principal of other.principals)
      this.#principals.set(principal.identity, principal);
    return true;
  }

  #agreesWith(other: PolicyStatement): boolean {
    if (isNamed(this.#first) || isNamed(other)) return false;
    const agreements =
      Number(isSameSet(this.#actions, other.actions)) +
      Number(isSameSet(this.#resources, other.resources)) +
      Number(isSameSet(this.#principals, other.principals.map(identityOf)));
    if (agreements < 2) return false;
    this.#fixed ??= fixedPart(this.#first);
    return this.#fixed === fixedPart(other);
  }

  /** Members are sorted as in the CDK, where the order decides whether the merged statement repeats another one. */
  statement(): PolicyStatement {
    if (this.#others.length === 0) return this.#first;
    return {
      ...this.#first,
      actions: [...this.#actions].toSorted(),
      resources: [...this.#resources].toSorted(),
      principals: [...this.#principals.values()],
      origins: [this.#first, ...this.#others].flatMap(({ origins }) => origins),
    };
  }
}

/** A statement with a name of its own never merges. */
function isNamed({ sid }: PolicyStatement): boolean {
  return sid !== undefined && sid !== "";
}

/** Everything that has to agree for two statements to merge. */
function fixedPart(statement: PolicyStatement): string {
  return JSON.stringify([
    statement.effect,
    statement.conditions,
    statement.notActions.toSorted(),
    statement.notResources.toSorted(),
    distinct(statement.notPrincipals.map(identityOf)).toSorted(),
    statement.principals.some((principal) => literal in principal.json),
  ]);
}

function identityOf({ identity }: PolicyPrincipal): string {
  return identity;
}

/** The members are those of the set, however often each is there. */
function isSameSet(
  set: Pick<ReadonlySet<string>, "has" | "size">,
  members: readonly string[],
): boolean {
  return (
    members.length >= set.size &&
    members.every((member) => set.has(member)) &&
    distinct(members).length === set.size
  );
}
