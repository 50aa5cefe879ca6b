import { grantActions } from "../kms/grant-vocabulary.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import type { PolicyPrincipal, PolicyStatement } from "./policy-statement.ts";
import { distinct, literal } from "./policy-statement.ts";
import { defined, isEmpty } from "./template.ts";
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
    textsJson(members, inOrder, resolve);
  return defined({
    Action:
      (sort ? grantedInOrder.get(statement.actions) : undefined) ??
      texts(statement.actions, order),
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
  });
}

function textsJson(
  members: readonly string[],
  inOrder: Order,
  resolve: Resolver,
): Json | undefined {
  const [first] = members;
  // Nearly all lists are empty or have one member, which has no order.
  if (first === undefined || members.length === 1)
    return first === undefined ? undefined : resolveText(first, resolve);
  return collapsed(
    inOrder(distinct(members).map((text) => resolveText(text, resolve))),
  );
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

/** Most statements have the actions of a grant, which is the same list for all of them. */
const grantedInOrder: ReadonlyMap<readonly string[], Json | undefined> =
  new Map(
    Object.values(grantActions).map((actions) => [
      actions,
      collapsed(sortedByJson(actions)),
    ]),
  );

function collapsed(members: readonly Json[]): Json | undefined {
  return members.length > 1 ? members : members[0];
}

function principals(
  members: readonly PolicyPrincipal[],
  sort: boolean,
  resolve: Resolver,
): Json | undefined {
  const byType = valuesByType(members);
  const [whole] = byType[literal] ?? [];
  if (whole !== undefined) return resolveJson(whole, resolve);
  const types = Object.keys(byType);
  const order = sort ? sortedByJson : same;
  const rendered: Record<string, Json> = {};
  for (const type of sort ? types.toSorted() : types) {
    const values = (byType[type] ?? []).map((value) =>
      resolveJson(value, resolve),
    );
    const json = collapsed(order(values));
    if (json !== undefined) rendered[type] = json;
  }
  return isEmpty(rendered) ? undefined : rendered;
}

function valuesByType(
  members: readonly PolicyPrincipal[],
): PolicyPrincipal["json"] {
  const [only] = members;
  if (only !== undefined && members.length === 1) return only.json;
  const byType: Record<string, Json[]> = {};
  for (const { json } of members)
    for (const type of Object.keys(json))
      (byType[type] ??= []).push(...(json[type] ?? []));
  return byType;
}
