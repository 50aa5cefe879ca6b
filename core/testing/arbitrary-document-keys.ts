import fc from "fast-check";

import type {
  Grant,
  Key,
  OwnedKey,
  Principal,
  Stack,
} from "../design/design.ts";
import { kmsActionNames } from "../kms/actions.ts";
import { grantActions } from "../kms/grant-vocabulary.ts";
import { keysOf } from "../kms/keys-of.ts";
import {
  added,
  constructId,
  idsOf,
  recipeId,
  removalPolicy,
  tagList,
  text,
  word,
} from "./arbitrary-document-parts.ts";
import {
  foundKey,
  inForms,
  intrinsic,
  overrides,
} from "./arbitrary-document-templates.ts";
import { definedKey } from "./arbitrary-key.ts";
import { statement } from "./arbitrary-statement.ts";
import { alias } from "./arbitrary-text.ts";

const someOf = { requiredKeys: [], noNullPrototype: true };

/** Up to eight keys of any kind, in a random order. */
export function allKeys(
  stacks: readonly Stack[],
  people: readonly Principal[],
): fc.Arbitrary<readonly Key[]> {
  return added<Key>([], anyDefinedKey(stacks, people), 3)
    .chain((some) => added<Key>(some, existingKey(stacks, people), 2))
    .chain((some) => added<Key>(some, dependentKey(stacks, people, some), 3))
    .chain((some) =>
      fc.shuffledSubarray([...some], { minLength: some.length }),
    );
}

function grants(people: readonly Principal[]): fc.Arbitrary<readonly Grant[]> {
  const one: fc.Arbitrary<Grant> = fc.record(
    {
      principal: idsOf(people),
      permission: fc.constantFrom(...keysOf(grantActions), "actions" as const),
      inBothPolicies: fc.boolean(),
      actions: fc.array(fc.constantFrom(...kmsActionNames), { maxLength: 2 }),
    },
    { requiredKeys: ["principal", "permission"], noNullPrototype: true },
  );
  return fc.array(one, { maxLength: 3 });
}

function policy(
  people: readonly Principal[],
): fc.Arbitrary<OwnedKey["policy"]> {
  return fc.record(
    {
      mode: fc.constantFrom("amend" as const, "replace" as const),
      version: fc.constantFrom("2008-10-17" as const, "none" as const),
      id: fc.oneof(text(), intrinsic()),
      minimize: fc.boolean(),
      single: fc.boolean(),
      statements: fc.array(
        fc
          .tuple(
            inForms(statement(idsOf(people), people)),
            fc.record({ disabled: fc.boolean(), recipe: recipeId }, someOf),
          )
          .map(([one, more]) => ({ ...one, ...more })),
        { maxLength: 3 },
      ),
    },
    { requiredKeys: ["mode", "statements"], noNullPrototype: true },
  );
}

function anyDefinedKey(
  stacks: readonly Stack[],
  people: readonly Principal[],
): fc.Arbitrary<Key> {
  return fc.constantFrom(...stacks).chain((home) =>
    fc
      .tuple(
        definedKey(people, home, false),
        policy(people),
        fc.record(
          {
            construct: fc.constant("CfnKey" as const),
            logicalId: word(),
            metadata: fc.dictionary(
              // A design with a property of this name is refused.
              word().filter((name) => name !== "__proto__"),
              fc.oneof(
                text(),
                fc.boolean(),
                fc.array(text(), { maxLength: 2 }),
              ),
              { maxKeys: 3, noNullPrototype: true },
            ),
            overrides: overrides(),
            existing: word(),
            aliasRemovalPolicy: removalPolicy(),
            trustAccountIdentities: fc.boolean(),
            description: text(),
            grants: grants(people),
          },
          { requiredKeys: [], noNullPrototype: true },
        ),
      )
      .map(([key, own, more]) => ({ ...key, policy: own, ...more })),
  );
}

/** A key that exists and names no other key of the design. */
function existingKey(
  stacks: readonly Stack[],
  people: readonly Principal[],
): fc.Arbitrary<Key> {
  const common = {
    id: constructId,
    stack: idsOf(stacks),
    aliases: fc.array(alias(), { maxLength: 2 }),
    grants: grants(people),
  };
  return fc.oneof(
    fc.record(
      {
        ...common,
        kind: fc.constant("imported" as const),
        arn: word(),
        found: foundKey(),
      },
      {
        requiredKeys: ["id", "kind", "stack", "arn", "aliases"],
        noNullPrototype: true,
      },
    ),
    fc.record(
      {
        ...common,
        kind: fc.constant("looked-up" as const),
        alias: word(),
        keyId: word(),
        dummyWhenMissing: fc.boolean(),
      },
      {
        requiredKeys: ["id", "kind", "stack", "alias", "aliases"],
        noNullPrototype: true,
      },
    ),
    fc.record(
      {
        ...common,
        kind: fc.constant("imported-alias" as const),
        alias: word(),
      },
      {
        requiredKeys: ["id", "kind", "stack", "alias", "aliases"],
        noNullPrototype: true,
      },
    ),
  );
}

/** A replica of a key that is there, or an imported alias of one. */
function dependentKey(
  stacks: readonly Stack[],
  people: readonly Principal[],
  others: readonly Key[],
): fc.Arbitrary<Key> {
  const primaries = others.filter(
    ({ kind }) => kind === "defined" || kind === "imported",
  );
  const choices: fc.Arbitrary<Key>[] = [existingKey(stacks, people)];
  if (others.length > 0)
    choices.push(
      fc.record(
        {
          id: constructId,
          kind: fc.constant("imported-alias" as const),
          stack: idsOf(stacks),
          alias: word(),
          target: idsOf(others),
          aliases: fc.array(alias(), { maxLength: 2 }),
          grants: grants(people),
        },
        {
          requiredKeys: ["id", "kind", "stack", "alias", "target", "aliases"],
          noNullPrototype: true,
        },
      ),
    );
  if (primaries.length > 0) choices.push(replica(stacks, people, primaries));
  return fc.oneof(...choices);
}

function replica(
  stacks: readonly Stack[],
  people: readonly Principal[],
  primaries: readonly Key[],
): fc.Arbitrary<Key> {
  return fc.record(
    {
      id: constructId,
      kind: fc.constant("replica" as const),
      stack: idsOf(stacks),
      primary: idsOf(primaries),
      description: text(),
      enabled: fc.boolean(),
      pendingWindowInDays: fc.integer({ min: 6, max: 31 }),
      removalPolicy: removalPolicy(),
      logicalId: word(),
      overrides: overrides(),
      aliases: fc.array(alias(), { maxLength: 2 }),
      tags: tagList(),
      administrators: fc.array(idsOf(people), { maxLength: 2 }),
      policy: policy(people),
    },
    {
      requiredKeys: [
        "id",
        "kind",
        "stack",
        "primary",
        "aliases",
        "tags",
        "administrators",
        "policy",
      ],
      noNullPrototype: true,
    },
  );
}
