import type { JsonObject, Subject } from "../../../core/index.ts";
import {
  conditionShort,
  evaluateRequest,
  isJsonList,
  isJsonObject,
  keyFactsOf,
} from "../../../core/index.ts";

/** A statement of the policy as the matrix talks of it. */
export interface StatementFacts {
  /** Its place in the policy, from 0. */
  readonly index: number;
  readonly json: JsonObject;
  readonly sid: string;
  readonly effect: "Allow" | "Deny";
  readonly conditions: JsonObject;
  /** The conditions in a word for a cell, as they hold access back: empty where there are none. */
  readonly short: string;
}

/** The statements of the policy of a key. */
export function statementFacts(
  document: JsonObject,
): readonly StatementFacts[] {
  const { Statement: list = [] } = document;
  return (isJsonList(list) ? list : [list]).map((one, index) => {
    const json = isJsonObject(one) ? one : {};
    const { Sid: sid, Effect: effect, Condition: given } = json;
    const conditions = isJsonObject(given) ? given : {};
    const isDeny = effect === "Deny";
    const short = conditionShort(conditions);
    return {
      index,
      json,
      sid: typeof sid === "string" ? sid : "",
      effect: isDeny ? "Deny" : "Allow",
      conditions,
      short: isDeny ? opposite(short) : short,
    };
  });
}

/** What a Deny leaves: whatever is denied `not org` is left to `if org`. */
function opposite(short: string): string {
  if (short === "") return "";
  const [sign = "", ...name] = short.split(" ");
  const rest = name.join(" ");
  if (sign === "if") return /^\d+$/.test(rest) ? short : `not ${rest}`;
  return `if ${rest}`;
}

/** What a statement does for a caller, whatever its conditions. */
export type Say = "allows" | "delegates" | "denies";

/** What a statement says to one caller about an action; undefined where it has nothing to do with them. */
export function sayOf(
  subject: Subject,
  { json, effect }: StatementFacts,
  {
    principal,
    action,
  }: { readonly principal: string; readonly action: string },
): Say | undefined {
  const { Condition: _, ...bare } = json;
  const alone = { Version: "2012-10-17", Statement: [bare] };
  const asked = evaluateRequest(
    alone,
    { principal, action },
    keyFactsOf(subject),
  );
  if (!asked.ok) return effect === "Deny" ? "denies" : "allows";
  switch (asked.value.keyPolicy) {
    case "direct":
      return "allows";
    case "account":
      return "delegates";
    case "deny":
      return "denies";
    case "unknown":
      return effect === "Deny" ? "denies" : "allows";
    case "none":
      return undefined;
  }
}
