import { isDefined } from "../design/design.ts";
import type { DefinedKey, OwnedKey } from "../design/design.ts";
import { isL1 } from "../design/key-parts.ts";
import type { FlagValues } from "../design/feature-flags.ts";
import { legacyRootActions } from "../kms/grant-vocabulary.ts";
import type { Path } from "../problem/problem.ts";
import type { Surroundings } from "./grantee.ts";
import { defaultRoot } from "./grantee.ts";
import type { PolicyStatement } from "./policy-statement.ts";
import { policyStatement } from "./policy-statement.ts";

/** Where a key stands in its design, and what it stands in. */
export interface Place {
  readonly path: Path;
  readonly around: Surroundings;
}

/** Whether the CDK lets IAM policies of the account give access to a key: always, but for v1 without its flag. */
export function trustsAccount(
  key: Pick<DefinedKey, "trustAccountIdentities">,
  flags: FlagValues,
): boolean {
  return (
    flags["@aws-cdk/aws-kms:defaultKeyPolicies"] ||
    (key.trustAccountIdentities ?? false)
  );
}

/** What the account may do by the statement that the CDK writes for it; undefined where it writes none. */
export function accountActions(
  key: OwnedKey,
  flags: FlagValues,
): readonly string[] | undefined {
  const isReplaced = key.policy.mode === "replace";
  if (
    !isDefined(key) ||
    isL1(key) ||
    flags["@aws-cdk/aws-kms:defaultKeyPolicies"]
  )
    return isReplaced ? undefined : ["kms:*"];
  return trustsAccount(key, flags) ? ["kms:*"] : legacyRootActions;
}

/**
 * The statements that the `Key` construct starts its policy with, given those of a policy of the person's own.
 * With the default key policies that policy stands alone; v1 without them adds its own statement behind it.
 */
export function initialStatements(
  key: DefinedKey,
  own: readonly PolicyStatement[],
  { path, around }: Place,
): PolicyStatement[] {
  const actions = accountActions(key, around.assembly.flags);
  return [
    ...(key.policy.mode === "replace" ? own : []),
    ...(actions === undefined ? [] : [accountStatement(actions, path, around)]),
  ];
}

/** The statement of the default key policy: the account may do these actions. */
export function accountStatement(
  actions: readonly string[],
  path: Path,
  around: Surroundings,
): PolicyStatement {
  return policyStatement({
    actions,
    principals: [defaultRoot(around)],
    resources: ["*"],
    origins: [[...path, "policy", "mode"]],
  });
}
