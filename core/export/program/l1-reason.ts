import { isAsWritten } from "../../design/as-written.ts";
import type { OwnedKey, SeparateAlias, Stack } from "../../design/design.ts";

/** Why a key of a template that was imported is an L1 construct: what the CDK's `Key` would write otherwise. */
export function l1Reason(
  { template }: Stack,
  key: OwnedKey,
): string | undefined {
  if (template === undefined) return undefined;
  if (key.kind === "replica")
    return "L1: the CDK has no construct for replicas.";
  if (isAsWritten(key.policy))
    return "L1: Key would write the policy in another form.";
  return key.removalPolicy === undefined
    ? "L1: Key would add a DeletionPolicy."
    : "L1: Key would write this resource otherwise.";
}

/** Why an alias of a template that was imported is an L1 construct. */
export function l1AliasReason(
  { template }: Stack,
  { construct }: SeparateAlias,
): string | undefined {
  return template === undefined || construct === undefined
    ? undefined
    : "L1: Alias would name its key by the ARN.";
}
