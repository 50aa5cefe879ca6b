import type { PolicyStatement } from "./policy-statement.ts";
import { distinct } from "./policy-statement.ts";
import { isUnresolved } from "./resolve-text.ts";

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
  for (const statement of merged(statements.map(sized), merging)) {
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
  readonly actions: string;
  readonly resources: string;
  readonly conditions: string;
  readonly size: number;
}

function sized(statement: PolicyStatement): Sized {
  const { effect, actions, resources, conditions } = statement;
  const conditionText = JSON.stringify(conditions);
  return {
    statement,
    actions: setText(actions),
    resources: setText(resources),
    conditions: conditionText,
    size:
      `"Effect": "${effect}",`.length +
      listLength("Action", actions, 20) +
      listLength("Resource", resources, 150) +
      conditionText.length,
  };
}

function setText(members: readonly string[]): string {
  return distinct(members).toSorted().join("\n");
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

function merged(
  statements: readonly Sized[],
  merging: Merging,
): readonly Sized[] {
  if (merging === "none") return statements;
  const merge = merging === "equal" ? ifEqual : ifCombinable;
  let current = statements;
  for (;;) {
    const next = onePass(current, merge);
    if (next.length === current.length) return next;
    current = next;
  }
}

type Merge = (a: Sized, b: Sized) => Sized | undefined;

function onePass(statements: readonly Sized[], merge: Merge): readonly Sized[] {
  const result: Sized[] = [];
  let open = statements;
  for (let [first] = open; first !== undefined; [first] = open) {
    let growing = first;
    open = open.slice(1).filter((other) => {
      const both = merge(growing, other);
      growing = both ?? growing;
      return both === undefined;
    });
    result.push(growing);
  }
  return result;
}

function ifEqual(a: Sized, b: Sized): Sized | undefined {
  const isSame = a.actions === b.actions && a.resources === b.resources;
  if (a.conditions !== b.conditions || !isSame) return undefined;
  return { ...a, statement: withOrigins(a.statement, b.statement) };
}

function ifCombinable(a: Sized, b: Sized): Sized | undefined {
  const agree = a.actions === b.actions || a.resources === b.resources;
  if (a.conditions !== b.conditions || !agree) return undefined;
  const both = sized({
    ...withOrigins(a.statement, b.statement),
    actions: union(a.statement.actions, b.statement.actions),
    resources: union(a.statement.resources, b.statement.resources),
  });
  return both.size > longestMerged ? undefined : both;
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return distinct([...a, ...b]).toSorted();
}

function withOrigins(a: PolicyStatement, b: PolicyStatement): PolicyStatement {
  return { ...a, origins: [...a.origins, ...b.origins] };
}
