import fc from "fast-check";

import { consumerKinds } from "../design/consumer-kinds.ts";
import type {
  Consumer,
  Design,
  Grant,
  IdentityName,
  Key,
  Output,
  OutputValue,
  OwnedKey,
  Parameter,
  PhysicalName,
  Principal,
  RemovalPolicy,
  SeparateAlias,
  Stack,
} from "../design/design.ts";
import {
  booleanFlags,
  referenceFlag,
  referenceStrengths,
} from "../design/feature-flags.ts";
import type { FeatureFlags } from "../design/feature-flags.ts";
import { removalPolicies } from "../design/removal-policies.ts";
import { kmsActionNames } from "../kms/actions.ts";
import { grantActions } from "../kms/grant-vocabulary.ts";
import { keysOf } from "../kms/keys-of.ts";
import {
  alias,
  conditions,
  key as definedKey,
  nastyText,
  principals as plainPrincipals,
  statement,
} from "./arbitrary-design.ts";

/** The names of parameters; texts use those that no stack has, too. */
const parameterIds = ["Env", "Team", "Owner", "P1"] as const;

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
    .chain(withStackReferences);
}

/** A text, perhaps with parameters in it. */
function text(): fc.Arbitrary<string> {
  const use = fc.constantFrom(...parameterIds.map((id) => `\${${id}}`));
  return fc.oneof(
    { weight: 3, arbitrary: nastyText(12) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(nastyText(6), use, fc.string({ maxLength: 3 }))
        .map((pieces) => pieces.join("")),
    },
  );
}

/** A text of at least one character. */
function word(): fc.Arbitrary<string> {
  return text().map((one) => (one === "" ? "x" : one));
}

function idsOf(members: readonly { readonly id: string }[]) {
  return fc.constantFrom(...members.map(({ id }) => id));
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

const ids = fc.constantFrom("One", "Two", "Three", "Four", "a/b", "Key", "x-1");

function tagList() {
  return fc.array(
    fc.record({ key: text(), value: text() }, { noNullPrototype: true }),
    { maxLength: 2 },
  );
}

/** Stacks without what names other things. */
function bareStacks(): fc.Arbitrary<readonly Stack[]> {
  const one: fc.Arbitrary<Stack> = fc.record(
    {
      id: fc.oneof(ids, fc.string({ minLength: 1, maxLength: 6 })),
      name: word(),
      account: fc.constantFrom("111122223333", "444455556666", "${Env}"),
      region: fc.constantFrom("us-east-1", "cn-north-1"),
      description: text(),
      terminationProtection: fc.boolean(),
      tags: tagList(),
      parameters: fc.constant<readonly Parameter[]>([]),
    },
    { requiredKeys: ["id"], noNullPrototype: true },
  );
  return fc
    .tuple(
      fc.uniqueArray(one, {
        minLength: 1,
        maxLength: 4,
        selector: ({ id }) => id,
      }),
      fc.uniqueArray(fc.tuple(parameter(), fc.nat({ max: 3 })), {
        maxLength: 3,
        selector: ([{ id }]) => id,
      }),
    )
    .map(([stacks, parameters]) =>
      stacks.map((stack, index) => {
        const own = parameters.flatMap(([member, at]) =>
          at % stacks.length === index ? [member] : [],
        );
        return own.length === 0 ? stack : { ...stack, parameters: own };
      }),
    );
}

function parameter(): fc.Arbitrary<Parameter> {
  return fc.record(
    {
      id: fc.constantFrom(...parameterIds),
      type: fc.constantFrom("String", "Number"),
      default: text(),
      description: text(),
      allowedPattern: text(),
    },
    { requiredKeys: ["id"], noNullPrototype: true },
  );
}

function allPrincipals(
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

/** The members and some new ones, each with an id of its own. */
function added<T extends { readonly id: string }>(
  members: readonly T[],
  one: fc.Arbitrary<T>,
  maxLength: number,
): fc.Arbitrary<readonly T[]> {
  return fc
    .uniqueArray(one, { maxLength, selector: ({ id }) => id })
    .map((more) => [
      ...members,
      ...more.filter(({ id }) => members.every((other) => other.id !== id)),
    ]);
}

const personId = fc.oneof(
  fc.constantFrom("Org", "Unit", "Both", "Via", "Builder", "Team", "Bob"),
  fc.string({ minLength: 1, maxLength: 6 }),
);

const options = { noNullPrototype: true } as const;

/** A principal of a kind that names no other principal. */
function ownPrincipal(stacks: readonly Stack[]): fc.Arbitrary<Principal> {
  const id = personId;
  const stack = idsOf(stacks);
  const identity: fc.Arbitrary<IdentityName> = fc.oneof(
    fc.record({ arn: word() }, options),
    fc.record({ name: word() }, options),
  );
  return fc.oneof(
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
  );
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

function allKeys(
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
      id: text(),
      minimize: fc.boolean(),
      statements: fc.array(
        fc
          .tuple(
            statement(idsOf(people), people),
            fc.option(fc.boolean(), { nil: undefined, freq: 2 }),
          )
          .map(([one, disabled]) =>
            disabled === undefined ? one : { ...one, disabled },
          ),
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
              word(),
              fc.oneof(
                text(),
                fc.boolean(),
                fc.array(text(), { maxLength: 2 }),
              ),
              { maxKeys: 3, noNullPrototype: true },
            ),
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

const keyName = fc.oneof(ids, fc.string({ minLength: 1, maxLength: 6 }));

/** A key that exists and names no other key of the design. */
function existingKey(
  stacks: readonly Stack[],
  people: readonly Principal[],
): fc.Arbitrary<Key> {
  const common = {
    id: keyName,
    stack: idsOf(stacks),
    aliases: fc.array(alias(), { maxLength: 2 }),
    grants: grants(people),
  };
  return fc.oneof(
    fc.record(
      { ...common, kind: fc.constant("imported" as const), arn: word() },
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
  const primaries = others.filter(({ kind }) => kind === "defined");
  const choices: fc.Arbitrary<Key>[] = [existingKey(stacks, people)];
  if (others.length > 0)
    choices.push(
      fc.record(
        {
          id: keyName,
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
      id: keyName,
      kind: fc.constant("replica" as const),
      stack: idsOf(stacks),
      primary: idsOf(primaries),
      description: text(),
      enabled: fc.boolean(),
      pendingWindowInDays: fc.integer({ min: 6, max: 31 }),
      removalPolicy: removalPolicy(),
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

function removalPolicy(): fc.Arbitrary<RemovalPolicy> {
  return fc.constantFrom(...keysOf(removalPolicies));
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
            id: keyName,
            stack: idsOf(stacks),
            name: alias(),
            key: idsOf(keys),
            removalPolicy: removalPolicy(),
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
            id: keyName,
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

/** Dependencies between the stacks, and outputs. */
function withStackReferences(design: Design): fc.Arbitrary<Design> {
  const references = fc.record(
    {
      dependencies: fc.array(idsOf(design.stacks), { maxLength: 2 }),
      outputs: fc.uniqueArray(output(design), {
        maxLength: 3,
        selector: ({ id }) => id,
      }),
    },
    { requiredKeys: [], noNullPrototype: true },
  );
  return fc.tuple(...design.stacks.map(() => references)).map((all) => ({
    ...design,
    stacks: design.stacks.map((stack, index) => ({
      ...stack,
      ...all[index],
    })),
  }));
}

function output({ keys, aliases = [] }: Design): fc.Arbitrary<Output> {
  const values: fc.Arbitrary<OutputValue>[] = [
    fc.record({ text: text() }, options),
  ];
  if (keys.length > 0)
    values.push(
      fc.record(
        {
          key: idsOf(keys),
          attribute: fc.constantFrom(
            "arn" as const,
            "id" as const,
            "alias-name" as const,
            "alias-arn" as const,
          ),
        },
        options,
      ),
    );
  if (aliases.length > 0)
    values.push(
      fc.record(
        {
          alias: idsOf(aliases),
          attribute: fc.constantFrom("name" as const, "arn" as const),
        },
        options,
      ),
    );
  return fc.record(
    {
      id: keyName,
      value: fc.oneof(...values),
      exportName: text(),
      description: text(),
    },
    { requiredKeys: ["id", "value"], noNullPrototype: true },
  );
}
