import type { Effect } from "../design/design.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import type { Path } from "../problem/problem.ts";

/** A principal of a statement as the CDK sees it. */
export interface PolicyPrincipal {
  /** Two principals with the same identity count as one when statements are merged. */
  readonly identity: string;
  /** What it writes, by type of principal; `literal` is a principal that is a mere string, `"*"`. */
  readonly json: Readonly<Record<string, readonly Json[]>>;
  /** Where the design defines it; undefined for one that only a statement has. */
  readonly origin?: Path;
}

/** The type of a principal that stands for the whole `Principal` element. */
export const literal = "literal";

/** A statement as the CDK's `PolicyStatement` holds it before it is written. */
export interface PolicyStatement {
  readonly sid?: string | undefined;
  readonly effect: Effect;
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly principals: readonly PolicyPrincipal[];
  readonly notPrincipals: readonly PolicyPrincipal[];
  readonly resources: readonly string[];
  readonly notResources: readonly string[];
  readonly conditions: JsonObject;
  /** The parts of the design that it came from. */
  readonly origins: readonly Path[];
}

/** A statement with nothing in it but what is given. */
export function policyStatement(
  parts: Partial<PolicyStatement> & Pick<PolicyStatement, "origins">,
): PolicyStatement {
  return {
    effect: "Allow",
    actions: [],
    notActions: [],
    principals: [],
    notPrincipals: [],
    resources: [],
    notResources: [],
    conditions: {},
    ...parts,
  };
}

/** The members of a list, each once, in the order of their first place. */
export function distinct<T>(members: readonly T[]): readonly T[] {
  return members.length < 2 ? members : [...new Set(members)];
}
