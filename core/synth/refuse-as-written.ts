import { hasJsonPolicy, isAsWritten } from "../design/as-written.ts";
import type { Design, Key, OwnedKey } from "../design/design.ts";
import { isOwned, isVerbatim } from "../design/design.ts";
import { grantsOf, isL2 } from "../design/key-parts.ts";
import type { Path, Problem } from "../problem/problem.ts";
import { refusal } from "./refusal.ts";

/** Policies in the form of a template, where the CDK's objects have no way to say or to add to it. */
export function asWrittenRefusals(
  design: Design,
  key: Key,
  path: Path,
): readonly Problem[] {
  if (!isOwned(key)) return [];
  if (isL2(key) && needsL1(design, key))
    return [
      refusal("policy/as-written", [...path, "policy"], {
        message:
          "the policy has the form of a template, which the CDK's `Key` has no way to say",
        help: "choose the L1 construct, or have the policy written as the CDK does",
      }),
    ];
  if (!hasJsonPolicy(design, key)) return [];
  return grantsOf(key).map((_, index) =>
    refusal("grant/as-written", [...path, "grants", index], {
      message:
        "the policy of the key has the form of a template, which the CDK cannot add a permission to",
      help: "add a statement in place of the grant, or have the policy written as the CDK does",
    }),
  );
}

/** The policy of the key has something that only an L1 construct takes. */
export function needsL1(design: Design, key: OwnedKey): boolean {
  return isAsWritten(key.policy) || hasWholeValue(design, key);
}

/** A statement has a value of a template in place of its whole `Principal`. */
function hasWholeValue({ principals }: Design, key: OwnedKey): boolean {
  const whole = new Set(
    principals.flatMap((one) =>
      one.kind === "template-value" && one.element === "Principal"
        ? [one.id]
        : [],
    ),
  );
  return key.policy.statements.some(
    (one) =>
      !isVerbatim(one) &&
      [...(one.principals ?? []), ...(one.notPrincipals ?? [])].some((id) =>
        whole.has(id),
      ),
  );
}
