import type { Grant } from "../../design/design.ts";
import { decrypt, key, lambda, odd, role } from "./parts.ts";
import type { OddDesign } from "./parts.ts";

/** As many keys, each with grants to one role. */
function keysFor(
  count: number,
  grantsOf: (index: number) => readonly Grant[],
): OddDesign {
  return odd({
    principals: [lambda, role()],
    keys: Array.from({ length: count }, (_, index) =>
      key({ id: `Key${index}`, grants: grantsOf(index) }),
    ),
  });
}

function actions(...all: readonly string[]): Grant {
  return { principal: "Role", permission: "actions", actions: all };
}

/** Policies of roles that the CDK merges and divides on its own. */
export const rolePolicies: Readonly<Record<string, OddDesign>> = {
  "a role that may do the same twice, said in another order": keysFor(1, () => [
    actions("kms:Decrypt", "kms:DescribeKey"),
    actions("kms:DescribeKey", "kms:Decrypt"),
  ]),
  "a role with more statements than an inline policy holds": keysFor(
    100,
    (index) => [actions(`kms:Action${index}`)],
  ),
  "a role with a permission on many keys, and another on the last": keysFor(
    13,
    (index) => [
      decrypt("Role"),
      ...(index === 12 ? [actions("kms:DescribeKey")] : []),
    ],
  ),
};
