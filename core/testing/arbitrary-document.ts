import fc from "fast-check";

import { consumerKinds } from "../design/consumer-kinds.ts";
import type { Consumer, Design, SeparateAlias } from "../design/design.ts";
import {
  booleanFlags,
  referenceFlag,
  referenceStrengths,
} from "../design/feature-flags.ts";
import type { FeatureFlags } from "../design/feature-flags.ts";
import { keysOf } from "../kms/keys-of.ts";
import { withAccess } from "./arbitrary-document-access.ts";
import { allKeys } from "./arbitrary-document-keys.ts";
import {
  constructId,
  idsOf,
  options,
  removalPolicy,
  text,
} from "./arbitrary-document-parts.ts";
import { allPrincipals } from "./arbitrary-document-people.ts";
import { overrides } from "./arbitrary-document-templates.ts";
import {
  bareStacks,
  withStackReferences,
} from "./arbitrary-document-stacks.ts";
import { alias } from "./arbitrary-text.ts";

/** Designs that parse, with one to four stacks and parts of every shape; the CDK may refuse them. */
export function arbitraryDocument(): fc.Arbitrary<Design> {
  return bareStacks()
    .chain((stacks) =>
      fc.record({
        stacks: fc.constant(stacks),
        principals: allPrincipals(stacks),
      }),
    )
    .chain(({ stacks, principals }) =>
      fc.record({
        keywright: fc.constant(1 as const),
        name: text(),
        cdk: cdkSettings(),
        stacks: fc.constant(stacks),
        principals: fc.constant(principals),
        keys: allKeys(stacks, principals),
      }),
    )
    .chain(withAliases)
    .chain(withConsumers)
    .chain(withStackReferences)
    .chain(withAccess);
}

function flagSettings(): fc.Arbitrary<FeatureFlags> {
  const flags = Object.fromEntries(
    keysOf(booleanFlags).map((name) => [name, fc.boolean()]),
  );
  return fc
    .tuple(
      fc.record(flags, { requiredKeys: [], noNullPrototype: true }),
      fc.option(fc.constantFrom(...keysOf(referenceStrengths)), {
        nil: undefined,
      }),
    )
    .map(([switches, strength]) => ({
      ...switches,
      ...(strength !== undefined && { [referenceFlag]: strength }),
    }));
}

function cdkSettings(): fc.Arbitrary<Design["cdk"]> {
  return fc.record(
    {
      line: fc.constantFrom("v1" as const, "v2" as const),
      flags: flagSettings(),
    },
    { requiredKeys: ["line"], noNullPrototype: true },
  );
}

/** The list is absent, empty or has members. */
function optionalList<T extends { readonly id: string }>(
  one: fc.Arbitrary<T> | undefined,
): fc.Arbitrary<readonly T[] | undefined> {
  const members =
    one === undefined
      ? fc.constant<readonly T[]>([])
      : fc.uniqueArray(one, { maxLength: 3, selector: ({ id }) => id });
  return fc.option(members, { nil: undefined, freq: 3 });
}

function withAliases(design: Design): fc.Arbitrary<Design> {
  const { stacks, keys } = design;
  const one: fc.Arbitrary<SeparateAlias> | undefined =
    keys.length === 0
      ? undefined
      : fc.record(
          {
            id: constructId,
            stack: idsOf(stacks),
            name: alias(),
            key: idsOf(keys),
            construct: fc.constant("CfnAlias" as const),
            removalPolicy: removalPolicy(),
            logicalId: text(),
            overrides: overrides(),
          },
          {
            requiredKeys: ["id", "stack", "name", "key"],
            noNullPrototype: true,
          },
        );
  return optionalList(one).map((aliases) =>
    aliases === undefined ? design : { ...design, aliases },
  );
}

function withConsumers(design: Design): fc.Arbitrary<Design> {
  const { stacks, keys } = design;
  const one: fc.Arbitrary<Consumer> | undefined =
    keys.length === 0
      ? undefined
      : fc.record(
          {
            id: constructId,
            kind: fc.constantFrom(...keysOf(consumerKinds)),
            stack: idsOf(stacks),
            key: idsOf(keys),
          },
          options,
        );
  return optionalList(one).map((consumers) =>
    consumers === undefined ? design : { ...design, consumers },
  );
}
