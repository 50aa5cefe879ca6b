import type { Json, JsonObject } from "../../problem/json.ts";
import { isJsonObject } from "../../problem/json.ts";
import { callerOf, lookupOf } from "./caller.ts";
import type { Caller } from "./caller.ts";
import { conditionHolds } from "./conditions.ts";
import type { Scene } from "./conditions.ts";
import { isMatch, wild } from "./glob.ts";
import type { NaiveRequest } from "./naive-request.ts";
import { oneOrMore } from "./one-or-more.ts";
import { naming } from "./principals.ts";
import type { Naming } from "./principals.ts";
import { every, not, some } from "./ternary.ts";
import type { Ternary } from "./ternary.ts";
import { readPattern } from "./variables.ts";

/** What a key policy says of a request; direct and account are the two ways of being allowed. */
export type NaiveDecision = "direct" | "account" | "deny" | "none" | "unknown";

const defaultKey =
  "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

/** What one key policy says of one request, worked out in the plainest way. */
export function naiveDecision(
  policy: JsonObject,
  request: NaiveRequest,
): NaiveDecision {
  const caller = callerOf(request);
  const scene = {
    lookup: lookupOf(request),
    hasVariables: hasVariables(policy),
  };
  const reach = (effect: string) =>
    statementsOf(policy)
      .filter((statement) => statement["Effect"] === effect)
      .map((statement) => reachOf(statement, request, { ...scene, caller }));
  const allows = reach("Allow");
  const direct = some(allows.map((allow) => allow.direct));
  const account = some(allows.map((allow) => allow.account));
  const denied = some(
    reach("Deny").flatMap((deny) => [deny.direct, deny.account]),
  );
  if (denied === true) return "deny";
  if (some([direct, account]) === false) return "none";
  if (denied === "unknown" || direct === "unknown") return "unknown";
  if (direct) return "direct";
  return account === "unknown" ? "unknown" : "account";
}

/** Source: IAM User Guide, "IAM JSON policy elements: Version". */
export function hasVariables(policy: JsonObject): boolean {
  return policy["Version"] === "2012-10-17";
}

export function statementsOf(policy: JsonObject): readonly JsonObject[] {
  return oneOrMore(policy["Statement"]).filter(isJsonObject);
}

function reachOf(
  statement: JsonObject,
  request: NaiveRequest,
  scene: Scene & { readonly caller: Caller },
): Naming {
  const names = naming(statement, scene.caller);
  const about = every([
    some([names.direct, names.account]),
    namesAction(statement, request.action),
    namesResource(statement, request.resource ?? defaultKey, scene),
  ]);
  if (about === false) return { direct: false, account: false };
  const rest = every([about, conditionHolds(statement["Condition"], scene)]);
  return {
    direct: every([names.direct, rest]),
    account: every([names.account, rest]),
  };
}

/** Whether a statement is about an action. */
export function namesAction(statement: JsonObject, action: string): Ternary {
  const { Action, NotAction } = statement;
  return listed(Action, NotAction, (text) =>
    isMatch(wild(text.toLowerCase()), action.toLowerCase()),
  );
}

function namesResource(
  statement: JsonObject,
  resource: string,
  { lookup, hasVariables: has }: Scene,
): Ternary {
  const { Resource, NotResource } = statement;
  return listed(Resource, NotResource, (text) => {
    const reading = readPattern({
      text,
      plain: wild,
      lookup: has ? lookup : undefined,
    });
    if (reading === "never") return false;
    return reading === "unknown"
      ? "unknown"
      : isMatch(reading.pattern, resource);
  });
}

/** An element or its opposite: without either, a statement is about nothing. */
function listed(
  element: Json | undefined,
  opposite: Json | undefined,
  matches: (text: string) => Ternary,
): Ternary {
  if (element !== undefined && opposite !== undefined) return "unknown";
  const found = some(
    oneOrMore(element ?? opposite).map((value) =>
      typeof value === "string" ? matches(value) : "unknown",
    ),
  );
  if (element !== undefined) return found;
  return opposite === undefined ? false : not(found);
}
