import type { JsonObject } from "../problem/json.ts";
import type { Result } from "../problem/problem.ts";
import { ok } from "../problem/problem.ts";
import type { KeyPolicyDecision } from "./decide.ts";
import { decide } from "./decide.ts";
import { finalDecision } from "./final.ts";
import type { Final } from "./final.ts";
import type { FilledIn, KeyFacts } from "./question.ts";
import { readQuestion } from "./question.ts";
import type { AccessRequest, Layer } from "./request.ts";
import { layers } from "./request.ts";
import { readPolicy } from "./statement.ts";
import type { Policy } from "./statement.ts";
import type { StatementTrace } from "./trace.ts";
import { tracePolicy } from "./trace.ts";
import { keysOf } from "../kms/keys-of.ts";

/** What becomes of a request, and why. */
export interface Evaluation extends Final {
  readonly keyPolicy: KeyPolicyDecision;
  /** The kinds of policies that were not given, and so had no say. */
  readonly outOfScope: readonly Layer[];
  /** Condition keys that follow from the request and the key. */
  readonly filledIn: readonly FilledIn[];
  /** One entry a statement of the key policy. */
  readonly statements: readonly StatementTrace[];
}

/**
 * Decides one request against a key policy and the other policies that the request names, and tells why. Fails where
 * the principal or the action is none.
 */
export function evaluateRequest(
  keyPolicy: Policy | JsonObject,
  request: AccessRequest,
  key: KeyFacts,
): Result<Evaluation> {
  const read = readQuestion(request, key);
  if (!read.ok) return read;
  const { question, account, filledIn } = read.value;
  const policy = isPolicy(keyPolicy) ? keyPolicy : readPolicy(keyPolicy);
  const decision = decide(policy, question);
  return ok({
    keyPolicy: decision,
    ...finalDecision(decision, { policy, question, account, request }),
    outOfScope: keysOf(layers).filter((layer) => request[layer] === undefined),
    filledIn,
    statements: tracePolicy(policy, question),
  });
}

function isPolicy(policy: Policy | JsonObject): policy is Policy {
  return "statements" in policy;
}
