import type { AccessRequest } from "../evaluate/request.ts";
import type { JsonObject } from "../problem/json.ts";
import { naiveDecision } from "./naive/naive-decision.ts";

/** A request that was claimed to be decided in one of these ways. */
export interface ClaimedWitness {
  readonly claim: string;
  readonly policy: JsonObject;
  readonly witness: AccessRequest;
  readonly expected: readonly string[];
}

/** The witnesses that the naive evaluator decides otherwise than was claimed. */
export function falseWitnesses(claimed: readonly ClaimedWitness[]) {
  return claimed.flatMap(({ claim, policy, witness, expected }) => {
    const decision = naiveDecision(policy, witness);
    return expected.includes(decision)
      ? []
      : [{ claim, witness, expected, decision }];
  });
}
