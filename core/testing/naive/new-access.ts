import { naiveDecision } from "./naive-decision.ts";
import type { NaiveDecision } from "./naive-decision.ts";
import type { NaiveRequest } from "./naive-request.ts";
import type { TinyPair } from "./tiny-policies.ts";

/** Which answers count as allowed. */
export type Relation = "direct" | "any";

/** What a second policy allows and a first does not. */
export interface NewAccess {
  /** A request that only the second allows, for sure. */
  readonly witness: NaiveRequest | undefined;
  /** Without a witness: there may be one, where an answer is unknown. */
  readonly isOpen: boolean;
}

/** Asks for every request of a pair what the policies say, and stops at the first new access. */
export function newAccessByBruteForce(
  { before, after, requests }: TinyPair,
  relation: Relation,
): NewAccess {
  let isOpen = false;
  for (const request of requests) {
    const now = isAllowed(naiveDecision(after, request), relation);
    const was =
      now !== false && isAllowed(naiveDecision(before, request), relation);
    if (now === true && was === false)
      return { witness: request, isOpen: false };
    if (now !== false && was !== true) isOpen = true;
  }
  return { witness: undefined, isOpen };
}

function isAllowed(
  decision: NaiveDecision,
  relation: Relation,
): boolean | "unknown" {
  if (decision === "unknown") return "unknown";
  return (
    decision === "direct" || (relation === "any" && decision === "account")
  );
}
