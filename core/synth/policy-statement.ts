import type { Effect, StructuredStatement } from "../design/design.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonObject } from "../problem/json.ts";
import type { Path } from "../problem/problem.ts";

/** A principal of a statement as the CDK sees it. Texts in it may have marks. */
export interface PolicyPrincipal {
  /** Two principals with the same identity count as one when statements are merged. */
  readonly identity: string;
  /** What it writes, by type of principal; `literal` is a principal that is a mere string, `"*"`. */
  readonly json: Readonly<Record<string, readonly Json[]>>;
  /** It is an IAM group, or has one inside, which no key policy can name. */
  readonly isGroup?: boolean;
  /** What it adds to the conditions of a statement. */
  readonly conditions?: JsonObject;
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
  /** How it is written where the policy is written as it is. */
  readonly form?: WrittenForm | undefined;
}

/** How a statement is written in a policy that no construct makes: as JSON of its own, or with these lists and condition. */
export type WrittenForm =
  { readonly raw: JsonObject } | Pick<StructuredStatement, "lists" | "when">;

const none: readonly never[] = [];

/**
 * A statement with nothing in it but what is given.
 * The conditions of its principals stand before its own.
 */
export function policyStatement(
  parts: Partial<PolicyStatement> & Pick<PolicyStatement, "origins">,
): PolicyStatement {
  const statement: PolicyStatement = {
    sid: parts.sid,
    effect: parts.effect ?? "Allow",
    actions: parts.actions ?? none,
    notActions: parts.notActions ?? none,
    principals: parts.principals ?? none,
    notPrincipals: parts.notPrincipals ?? none,
    resources: parts.resources ?? none,
    notResources: parts.notResources ?? none,
    conditions: parts.conditions ?? {},
    origins: parts.origins,
    ...(parts.form !== undefined && { form: parts.form }),
  };
  const { principals, notPrincipals } = statement;
  if (!principals.some(isConditional) && !notPrincipals.some(isConditional))
    return statement;
  let conditions: JsonObject = {};
  for (const principal of [...principals, ...notPrincipals])
    conditions = mergeConditions(conditions, principal.conditions ?? {});
  return {
    ...statement,
    conditions: mergeConditions(conditions, statement.conditions),
  };
}

function isConditional({ conditions }: PolicyPrincipal): boolean {
  return conditions !== undefined;
}

/** Conditions with others added, operator by operator; of a key that both have, the later value counts. */
export function mergeConditions(
  first: JsonObject,
  second: JsonObject,
): JsonObject {
  const merged: Record<string, Json> = { ...first };
  for (const [operator, keys] of Object.entries(second)) {
    const known = merged[operator];
    merged[operator] =
      isJsonObject(known) && isJsonObject(keys) ? { ...known, ...keys } : keys;
  }
  return merged;
}

/** The members of a list, each once, in the order of their first place. */
export function distinct<T>(members: readonly T[]): readonly T[] {
  return members.length < 2 ? members : [...new Set(members)];
}
