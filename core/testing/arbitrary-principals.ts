import fc from "fast-check";

import type { Principal } from "../design/design.ts";

const accounts = ["111122223333", "444455556666", "${AWS::AccountId}"] as const;

/** Principals that name nothing else of the design, at least one. */
export function plainPrincipals(): fc.Arbitrary<readonly Principal[]> {
  const id = fc.oneof(
    fc.constantFrom("Admin", "app", "class", "key", "2nd", "é", "Ops"),
    fc.string({ minLength: 1, maxLength: 8 }),
  );
  const arn = fc
    .tuple(
      fc.constantFrom("aws", "aws-cn", "${AWS::Partition}"),
      fc.constantFrom(...accounts),
      fc.constantFrom(
        "role/Admin",
        "user/me",
        "role/path/to/a/role/with/a/very/long/name/that/does/not/fit/on/one/line",
        "root",
        "assumed-role/Admin/session",
      ),
    )
    .map(([p, account, resource]) => `arn:${p}:iam::${account}:${resource}`);
  const service = fc.constantFrom(
    "logs.amazonaws.com",
    "s3.amazonaws.com",
    "cloudtrail.amazonaws.com",
    "logs.${AWS::Region}.amazonaws.com",
  );
  const principal: fc.Arbitrary<Principal> = fc.oneof(
    fc.record({ id, kind: fc.constant("arn" as const), arn }),
    fc.record({
      id,
      kind: fc.constant("account" as const),
      account: fc.constantFrom(...accounts),
    }),
    fc.record({ id, kind: fc.constant("account-root" as const) }),
    fc.record({ id, kind: fc.constant("service" as const), service }),
    fc.record({ id, kind: fc.constantFrom("any" as const, "star" as const) }),
  );
  return fc.uniqueArray(principal, {
    minLength: 1,
    maxLength: 6,
    selector: ({ id: name }) => name,
  });
}
