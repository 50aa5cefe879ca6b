import type { Caller } from "./caller.ts";
import type { Context } from "./context.ts";
import type { Fit } from "./principals.ts";
import type { Policy, PolicyStatement } from "./statement.ts";
import { conditionsHold } from "./statement.ts";
import type { Truth } from "./truth.ts";

/**
 * What a key policy says of a request: it allows the principal itself, it allows the principal's account (whose IAM
 * policies then decide), it denies, it says nothing, or AWS does not document what it says.
 */
export type KeyPolicyDecision =
  "direct" | "account" | "deny" | "none" | "unknown";

/** A request that is ready to be decided. */
export interface Question {
  readonly caller: Caller;
  /** In the spelling of AWS, such as `kms:Decrypt`. */
  readonly action: string;
  readonly resource: string;
  readonly context: Context;
}

/** How a statement fits a request. */
export interface StatementFit {
  /** How its principals fit the caller. */
  readonly fit: Fit;
  /** All the rest of the statement fits. */
  readonly rest: Truth;
}

/** What the statements looked at so far say. */
interface Said {
  itself: Truth;
  account: Truth;
  denied: Truth;
}

/** What a key policy says of a request. */
export function decide(policy: Policy, question: Question): KeyPolicyDecision {
  const said: Said = { itself: false, account: false, denied: false };
  for (const statement of policy.statements) {
    if (!statement.hasAction(question.action) && statement.faults.length === 0)
      continue;
    listen(said, statement.effect, statementFit(statement, question));
    if (said.denied === true) return "deny";
  }
  const { itself, account, denied } = said;
  if (itself === false && account === false) return "none";
  if (denied === undefined || itself === undefined) return "unknown";
  if (itself) return "direct";
  return account === true ? "account" : "unknown";
}

function listen(
  said: Said,
  effect: PolicyStatement["effect"],
  { fit, rest }: StatementFit,
): void {
  if (rest === false || fit === "none") return;
  const isSure = rest === true && fit !== undefined;
  if (effect === "Deny") said.denied = or(said.denied, isSure);
  else if (fit === "account") said.account = or(said.account, isSure);
  else said.itself = or(said.itself, isSure);
}

function or(truth: Truth, isSure: boolean): Truth {
  return truth === true || isSure ? true : undefined;
}

/** How a statement of a key policy fits a request. */
export function statementFit(
  statement: PolicyStatement,
  { caller, action, resource, context }: Question,
): StatementFit {
  const { principals, faults } = statement;
  if (faults.length > 0) return { fit: undefined, rest: undefined };
  if (principals === undefined || !statement.hasAction(action))
    return { fit: "none", rest: false };
  const fit = principals.fits(caller);
  if (fit === "none") return { fit, rest: false };
  const isForResource = statement.hasResource(resource, context);
  const rest =
    isForResource === false ? false : conditionsHold(statement, context);
  return { fit, rest };
}
