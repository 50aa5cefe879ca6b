import type { Json, JsonObject } from "../problem/json.ts";
import type { PolicyPrincipal, PolicyStatement } from "./policy-statement.ts";
import { distinct, literal } from "./policy-statement.ts";
import { defined } from "./template.ts";
import type { Resolver } from "./resolve-text.ts";
import { resolveJson, resolveText, unmarked } from "./resolve-text.ts";

/**
 * A statement as the CDK writes it: names in its order, empty elements left out, a list of one written as its member.
 * With `sort`, members of actions, resources and principals are in the order of their JSON text.
 *
 * Source: aws-cdk-lib 2.276.0, aws-iam/lib/private/postprocess-policy-document.
 */
export function renderStatement(
  statement: PolicyStatement,
  sort: boolean,
  resolve: Resolver = unmarked,
): JsonObject {
  const order = sort ? sortedByJson : same;
  const texts = (members: readonly string[], inOrder: Order) =>
    collapsed(
      inOrder(distinct(members).map((text) => resolveText(text, resolve))),
    );
  const elements: Record<string, Json | undefined> = {
    Action: texts(statement.actions, order),
    NotAction: texts(statement.notActions, same),
    Condition: isEmpty(statement.conditions)
      ? undefined
      : resolveJson(statement.conditions, resolve),
    Effect: statement.effect,
    Principal: principals(statement.principals, sort, resolve),
    NotPrincipal: principals(statement.notPrincipals, false, resolve),
    Resource: texts(statement.resources, order),
    NotResource: texts(statement.notResources, same),
    Sid:
      statement.sid === undefined
        ? undefined
        : resolveText(statement.sid, resolve),
  };
  return defined(elements);
}

type Order = (members: readonly Json[]) => readonly Json[];

const same: Order = (members) => members;

/** Each member once, in the order of its JSON text: a string stands before any intrinsic. */
function sortedByJson(members: readonly Json[]): readonly Json[] {
  if (members.length < 2) return members;
  if (members.every(isPlain)) return distinct(members).toSorted();
  const byText = new Map(
    members.map((member) => [JSON.stringify(member), member] as const),
  );
  return [...byText]
    .toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)))
    .map(([, member]) => member);
}

/** Texts without quotes, backslashes and what sorts before a quote are in the order of their JSON text as they are. */
function isPlain(member: Json): member is string {
  return typeof member === "string" && /^[#-[\]-~]*$/.test(member);
}

function collapsed(members: readonly Json[]): Json | undefined {
  return members.length > 1 ? members : members[0];
}

function principals(
  members: readonly PolicyPrincipal[],
  sort: boolean,
  resolve: Resolver,
): Json | undefined {
  const byType = new Map<string, Json[]>();
  for (const { json } of members)
    for (const [type, values] of Object.entries(json))
      byType.set(type, [
        ...(byType.get(type) ?? []),
        ...values.map((value) => resolveJson(value, resolve)),
      ]);
  const [whole] = byType.get(literal) ?? [];
  if (whole !== undefined) return whole;
  const types = sort ? [...byType.keys()].toSorted() : [...byType.keys()];
  const order = sort ? sortedByJson : same;
  const rendered = defined(
    Object.fromEntries(
      types.map((type) => [type, collapsed(order(byType.get(type) ?? []))]),
    ),
  );
  return isEmpty(rendered) ? undefined : rendered;
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0;
}
