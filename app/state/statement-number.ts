import type { OwnedKey } from "../../core/index.ts";

/** The number that the policy view gives to an own statement: the default statement and the administrators' come first. */
export function statementNumber(
  { policy, administrators }: OwnedKey,
  at: number,
): number {
  const before = policy.mode === "amend" ? 1 + administrators.length : 0;
  return before + at + 1;
}
