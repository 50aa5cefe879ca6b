import { isSameSet, memberSet, union } from "./member-set.ts";
import type { MemberSet } from "./member-set.ts";
import { mergePairs } from "./merge-pairs.ts";
import type { PolicyStatement } from "./policy-statement.ts";
import { isUnresolved } from "./resolve-text.ts";
import { isEmpty } from "./template.ts";

/** Which statements become one: those that another one can take in, those that say the same, or none. */
export type Merging = "combinable" | "equal" | "none";

const longestMerged = 2000;
const longestInline = 10_000;
const longestManaged = 6000;

/**
 * The statements of a role's policy as the CDK divides them once all is granted: what fits in the inline policy, then
 * what goes into each managed policy. They are merged first as far as they can still be divided.
 *
 * Source: aws-cdk-lib 2.276.0 and @aws-cdk/aws-iam 1.204.0, `Role.splitLargePolicy`, `PolicyDocument._splitDocument`.
 */
export function splitStatements(
  statements: readonly PolicyStatement[],
  merging: Merging,
): readonly (readonly PolicyStatement[])[] {
  const inline = new Share((size) => size < longestInline);
  const managed: Share[] = [];
  const all = statements.map(sized);
  const merged = merging === "none" ? all : mergePairs(all, merges[merging]);
  for (const statement of merged) {
    if (inline.takes(statement)) continue;
    if (managed.some((share) => share.takes(statement))) continue;
    const share = new Share((size) => size <= longestManaged);
    share.add(statement);
    managed.push(share);
  }
  return [inline, ...managed].map((share) => share.statements);
}

/** The statements of one policy. */
class Share {
  readonly statements: PolicyStatement[] = [];
  readonly #fits: (size: number) => boolean;
  #size = 0;

  constructor(fits: (size: number) => boolean) {
    this.#fits = fits;
  }

  takes(one: Sized): boolean {
    if (!this.#fits(this.#size + one.size)) return false;
    this.add(one);
    return true;
  }

  add({ statement, size }: Sized): void {
    this.statements.push(statement);
    this.#size += size;
  }
}

/** A statement with what it is compared by, and its length as the CDK estimates it. */
interface Sized {
  readonly statement: PolicyStatement;
  readonly actions: MemberSet;
  readonly resources: MemberSet;
  readonly conditions: string;
  readonly size: number;
}

function sized(statement: PolicyStatement): Sized {
  const { actions, resources, conditions } = statement;
  const conditionText = isEmpty(conditions) ? "{}" : JSON.stringify(conditions);
  return {
    statement,
    actions: memberSet(actions),
    resources: memberSet(resources),
    conditions: conditionText,
    size: estimatedSize(statement, conditionText),
  };
}

function estimatedSize(
  { effect, actions, resources }: PolicyStatement,
  conditions: string,
): number {
  return (
    `"Effect": "${effect}",`.length +
    listLength("Action", actions, 20) +
    listLength("Resource", resources, 150) +
    conditions.length
  );
}

/** What the deployment decides has the length that the CDK supposes. */
function listLength(
  name: string,
  members: readonly string[],
  supposed: number,
): number {
  return members.reduce(
    (sum, member) =>
      sum + 3 + (isUnresolved(member) ? supposed : member.length),
    name.length + 5,
  );
}

const merges = { equal: ifEqual, combinable: ifCombinable };

function ifEqual(a: Sized, b: Sized): Sized | undefined {
  const isSame =
    a.conditions === b.conditions &&
    isSameSet(a.actions, b.actions) &&
    isSameSet(a.resources, b.resources);
  return isSame
    ? { ...a, statement: withOrigins(a.statement, b.statement) }
    : undefined;
}

function ifCombinable(a: Sized, b: Sized): Sized | undefined {
  const { conditions } = a;
  const agree =
    isSameSet(a.actions, b.actions) || isSameSet(a.resources, b.resources);
  if (conditions !== b.conditions || !agree) return undefined;
  const actions = union(a.actions, b.actions);
  const resources = union(a.resources, b.resources);
  const both = { ...a.statement, actions, resources };
  const size = estimatedSize(both, conditions);
  if (size > longestMerged) return undefined;
  const statement = withOrigins(both, b.statement);
  return { statement, actions, resources, conditions, size };
}

function withOrigins(a: PolicyStatement, b: PolicyStatement): PolicyStatement {
  return { ...a, origins: [...a.origins, ...b.origins] };
}
