import fc from "fast-check";

import type { Design, Stack } from "../design/design.ts";
import { cdkRefusals } from "../synth/refusals.ts";
import { definedKey } from "./arbitrary-key.ts";
import { plainPrincipals } from "./arbitrary-principals.ts";

/** Designs that parse; the CDK may refuse them. */
export const arbitraryAnyDesign: fc.Arbitrary<Design> = fc
  .tuple(plainPrincipals(), stack(), fc.boolean())
  .chain(([people, home, isStrict]) =>
    fc.record({
      keywright: fc.constant(1 as const),
      name: fc.string({ maxLength: 20 }),
      cdk: cdkSettings(),
      stacks: fc.constant([home]),
      principals: fc.constant(people),
      keys: fc.uniqueArray(definedKey(people, home, isStrict), {
        minLength: 1,
        maxLength: 3,
        selector: ({ id }) => id,
      }),
    }),
  );

/** Designs that the real CDK accepts. */
export function arbitraryDesign(): fc.Arbitrary<Design> {
  return arbitraryAnyDesign
    .map(settled)
    .filter((design) => cdkRefusals(design).length === 0);
}

/** Without what random values nearly always get wrong, so that few designs are thrown away. */
function settled(design: Design): Design {
  const seen = new Set<string>();
  return {
    ...design,
    keys: design.keys.map((one) => ({
      ...one,
      aliases: one.aliases.filter((name) => {
        const isNew = !seen.has(name.replace(/^alias\//, ""));
        seen.add(name.replace(/^alias\//, ""));
        return isNew;
      }),
    })),
  };
}

function cdkSettings(): fc.Arbitrary<Design["cdk"]> {
  const flag = fc.boolean();
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant({ line: "v2" as const }) },
    {
      weight: 1,
      arbitrary: fc.record({
        line: fc.constant("v2" as const),
        flags: fc.record(
          {
            "@aws-cdk/aws-iam:minimizePolicies": flag,
            "@aws-cdk/core:enablePartitionLiterals": flag,
          },
          { requiredKeys: [] },
        ),
      }),
    },
  );
}

function stack(): fc.Arbitrary<Stack> {
  return fc.record(
    {
      id: fc.constantFrom("KeyStack", "Payments", "a-1", "Prod-Keys-Eu"),
      account: fc.constantFrom("111122223333", "444455556666"),
      region: fc.constantFrom("us-east-1", "cn-north-1", "us-gov-west-1"),
    },
    { requiredKeys: ["id"] },
  );
}
