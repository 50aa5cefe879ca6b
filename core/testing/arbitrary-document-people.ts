import fc from "fast-check";

import type {
  IdentityName,
  PhysicalName,
  Principal,
  Stack,
} from "../design/design.ts";
import { added, idsOf, options, word } from "./arbitrary-document-parts.ts";
import { principalElements } from "../design/principal.ts";
import { intrinsic } from "./arbitrary-document-templates.ts";
import { plainPrincipals } from "./arbitrary-principals.ts";
import { conditions } from "./arbitrary-statement.ts";

/** Principals of any kind, in a random order. */
export function allPrincipals(
  stacks: readonly Stack[],
): fc.Arbitrary<readonly Principal[]> {
  return plainPrincipals()
    .chain((plain) => added(plain, ownPrincipal(stacks), 4))
    .chain((some) => added(some, derivedPrincipal(stacks, some), 3))
    .chain((some) => added(some, derivedPrincipal(stacks, some), 2))
    .chain((some) =>
      fc.shuffledSubarray([...some], { minLength: some.length }),
    );
}

const personId = fc.oneof(
  fc.constantFrom("Org", "Unit", "Both", "Via", "Builder", "Team", "Bob"),
  fc.string({ minLength: 1, maxLength: 6 }),
);

/** A principal of a kind that names no other principal. */
function ownPrincipal(stacks: readonly Stack[]): fc.Arbitrary<Principal> {
  return fc.oneof(...outsiders(), ...identities(idsOf(stacks)));
}

/** Principals of the kinds that stand in no stack. */
function outsiders(): readonly fc.Arbitrary<Principal>[] {
  const id = personId;
  return [
    fc.record(
      { id, kind: fc.constant("organization" as const), organization: word() },
      options,
    ),
    fc.record(
      {
        id,
        kind: fc.constant("organizational-unit" as const),
        paths: fc.array(word(), { maxLength: 2 }),
      },
      options,
    ),
    fc.record(
      {
        id,
        kind: fc.constantFrom("federated" as const, "web-identity" as const),
        provider: word(),
        conditions: conditions(),
      },
      { requiredKeys: ["id", "kind", "provider"], noNullPrototype: true },
    ),
    fc.record(
      {
        id,
        kind: fc.constant("canonical-user" as const),
        canonicalUser: word(),
      },
      options,
    ),
    fc.record(
      {
        id,
        kind: fc.constant("template-value" as const),
        element: fc.constantFrom(...principalElements),
        value: intrinsic(),
      },
      options,
    ),
  ];
}

/** Identities that a stack creates, and those that it imports. */
function identities(
  stack: fc.Arbitrary<string>,
): readonly fc.Arbitrary<Principal>[] {
  const id = personId;
  const identity: fc.Arbitrary<IdentityName> = fc.oneof(
    fc.record({ arn: word() }, options),
    fc.record({ name: word() }, options),
  );
  return [
    fc.record(
      {
        id,
        kind: fc.constantFrom("new-user" as const, "new-group" as const),
        stack,
        physicalName: physicalName(),
      },
      { requiredKeys: ["id", "kind", "stack"], noNullPrototype: true },
    ),
    fc.record(
      {
        id,
        kind: fc.constant("imported-role" as const),
        stack,
        identity,
        mutable: fc.boolean(),
      },
      {
        requiredKeys: ["id", "kind", "stack", "identity"],
        noNullPrototype: true,
      },
    ),
    fc.record(
      {
        id,
        kind: fc.constantFrom(
          "imported-user" as const,
          "imported-group" as const,
        ),
        stack,
        identity,
      },
      options,
    ),
  ];
}

function physicalName(): fc.Arbitrary<PhysicalName> {
  return fc.oneof(
    fc.constant("generate" as const),
    fc.record({ name: word() }, options),
  );
}

/** A principal that names some of those that are there. */
function derivedPrincipal(
  stacks: readonly Stack[],
  others: readonly Principal[],
): fc.Arbitrary<Principal> {
  const id = personId;
  const other = idsOf(others);
  return fc.oneof(
    fc.record(
      {
        id,
        kind: fc.constant("composite" as const),
        members: fc.array(other, { maxLength: 3 }),
      },
      options,
    ),
    fc.record(
      {
        id,
        kind: fc.constant("with-conditions" as const),
        base: other,
        conditions: conditions(),
      },
      options,
    ),
    fc.record(
      {
        id,
        kind: fc.constant("via-service" as const),
        service: word(),
        base: other,
      },
      { requiredKeys: ["id", "kind", "service"], noNullPrototype: true },
    ),
    fc.record(
      {
        id,
        kind: fc.constant("new-role" as const),
        stack: idsOf(stacks),
        assumedBy: other,
        physicalName: physicalName(),
        mutable: fc.boolean(),
      },
      {
        requiredKeys: ["id", "kind", "stack", "assumedBy"],
        noNullPrototype: true,
      },
    ),
  );
}
