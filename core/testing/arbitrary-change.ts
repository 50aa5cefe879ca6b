import fc from "fast-check";

import type { DesignChange, KeyPatch } from "../design/change.ts";
import { newKey } from "../design/defaults.ts";
import type { Design, Key, Principal, Stack } from "../design/design.ts";
import { accessChange } from "./arbitrary-access-change.ts";
import {
  index,
  nameOf,
  options,
  someOf,
  typed,
} from "./arbitrary-change-parts.ts";

/** A change of any kind, with names that are there and names that are not. */
export function arbitraryChange(design: Design): fc.Arbitrary<DesignChange> {
  const one = fc.oneof(
    { weight: 1, arbitrary: designChange() },
    { weight: 6, arbitrary: stackChange(design) },
    { weight: 4, arbitrary: principalChange(design) },
    { weight: 5, arbitrary: keyChange(design) },
    { weight: 3, arbitrary: aliasChange(design) },
    { weight: 3, arbitrary: consumerChange(design) },
    { weight: 6, arbitrary: accessChange(design) },
  );
  return fc.letrec<{ change: DesignChange }>((tie) => ({
    change: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      { weight: 4, arbitrary: one },
      {
        weight: 1,
        arbitrary: fc.record({
          type: fc.constant("batch" as const),
          changes: fc.array(tie("change"), { maxLength: 4 }),
        }),
      },
    ),
  })).change;
}

function designChange(): fc.Arbitrary<DesignChange> {
  return fc.record({
    type: typed("edit-design"),
    patch: fc.record(
      {
        name: fc.string({ maxLength: 4 }),
        cdk: fc.constantFrom(
          { line: "v2" as const, flags: {} },
          { line: "v1" as const },
        ),
      },
      someOf,
    ),
  });
}

function stackChange({ stacks, keys }: Design): fc.Arbitrary<DesignChange> {
  const stack = nameOf(stacks);
  const parameter = fc.constantFrom("Env", "Team", "Owner", "P1", "a b");
  const settings = {
    id: stack,
    name: fc.constantFrom("n"),
    dependencies: fc.array(stack, { maxLength: 2 }),
    parameters: fc.constantFrom([], [{ id: "Env", default: "${Team}" }]),
    outputs: nameOf(keys).map((key) => [
      { id: "Out", value: { key, attribute: "arn" as const } },
    ]),
  };
  const added: fc.Arbitrary<Stack> = fc.record(settings, {
    requiredKeys: ["id"],
    noNullPrototype: true,
  });
  return fc.oneof(
    fc.record({ type: typed("add-stack"), stack: added, index }),
    fc.record({ type: typed("remove-stack"), stack }),
    fc.record({
      type: typed("edit-stack"),
      stack,
      patch: fc.record(
        {
          ...settings,
          account: fc.constantFrom("111122223333", null),
          outputs: fc.option(settings.outputs),
        },
        someOf,
      ),
    }),
    fc.record({
      type: typed("rename-parameter"),
      parameter,
      to: parameter,
    }),
  );
}

function principalChange({
  principals,
  stacks,
}: Design): fc.Arbitrary<DesignChange> {
  const principal = nameOf(principals);
  const one: fc.Arbitrary<Principal> = fc.oneof(
    fc.record(
      {
        id: principal,
        kind: fc.constantFrom("any" as const, "account-root" as const),
      },
      options,
    ),
    fc.record(
      {
        id: principal,
        kind: fc.constant("composite" as const),
        members: fc.array(principal, { maxLength: 2 }),
      },
      options,
    ),
    fc.record(
      {
        id: principal,
        kind: fc.constant("new-role" as const),
        stack: nameOf(stacks),
        assumedBy: principal,
      },
      options,
    ),
  );
  return fc.oneof(
    fc.record({ type: typed("add-principal"), principal: one, index }),
    fc.record({ type: typed("remove-principal"), principal }),
    fc.record({ type: typed("replace-principal"), principal, by: one }),
  );
}

function keyChange(design: Design): fc.Arbitrary<DesignChange> {
  const key = nameOf(design.keys);
  const one = anyKey(design);
  return fc.oneof(
    fc.record({ type: typed("add-key"), key: one, index }),
    fc.record({ type: typed("remove-key"), key }),
    fc.record({ type: typed("edit-key"), key, patch: keyPatch(design) }),
    fc.record({ type: typed("replace-key"), key, by: one }),
  );
}

function anyKey({ keys, stacks }: Design): fc.Arbitrary<Key> {
  const id = nameOf(keys);
  const stack = nameOf(stacks);
  return fc.oneof(
    fc.record({ id, stack }, options).map((parts) => ({
      ...newKey({ ...emptyOf(stacks) }),
      ...parts,
    })),
    fc.record(
      {
        id,
        kind: fc.constant("imported-alias" as const),
        stack,
        alias: fc.constant("alias/aws/s3"),
        target: id,
        aliases: fc.constant([]),
      },
      options,
    ),
    fc.record({ id, stack, primary: id }, options).map((parts) => ({
      kind: "replica" as const,
      aliases: [],
      tags: [],
      administrators: [],
      policy: { mode: "amend" as const, statements: [] },
      ...parts,
    })),
  );
}

function emptyOf(stacks: readonly Stack[]): Design {
  return {
    keywright: 1,
    name: "",
    cdk: { line: "v2" },
    stacks,
    principals: [],
    keys: [],
  };
}

function keyPatch({
  keys,
  principals,
  stacks,
}: Design): fc.Arbitrary<KeyPatch> {
  const everywhere = {
    id: nameOf(keys),
    stack: nameOf(stacks),
    aliases: fc.constantFrom([], ["alias/a"]),
  };
  return fc.oneof(
    fc.record(everywhere, someOf),
    fc.record(
      {
        ...everywhere,
        description: fc.constantFrom("text", null),
        enabled: fc.constantFrom(true, false, null),
        administrators: fc.array(nameOf(principals), { maxLength: 2 }),
      },
      someOf,
    ),
    fc.record(
      {
        ...everywhere,
        keySpec: fc.constantFrom("RSA_2048" as const, null),
        rotationPeriodInDays: fc.constantFrom(100, null),
        grants: fc.constantFrom([], null),
      },
      someOf,
    ),
    fc.record({ ...everywhere, target: fc.option(nameOf(keys)) }, someOf),
    fc.record({ ...everywhere, primary: nameOf(keys) }, someOf),
  );
}

function aliasChange({
  aliases,
  keys,
  stacks,
}: Design): fc.Arbitrary<DesignChange> {
  const alias = nameOf(aliases);
  const settings = {
    id: alias,
    stack: nameOf(stacks),
    name: fc.constantFrom("alias/a", "b"),
    key: nameOf(keys),
  };
  return fc.oneof(
    fc.record({
      type: typed("add-alias"),
      alias: fc.record(settings, options),
      index,
    }),
    fc.record(
      { type: typed("remove-alias"), alias, keepsList: fc.boolean() },
      { requiredKeys: ["type", "alias"] },
    ),
    fc.record({
      type: typed("edit-alias"),
      alias,
      patch: fc.record(
        {
          ...settings,
          removalPolicy: fc.constantFrom("destroy" as const, null),
        },
        someOf,
      ),
    }),
  );
}

function consumerChange({
  consumers,
  keys,
  stacks,
}: Design): fc.Arbitrary<DesignChange> {
  const consumer = nameOf(consumers);
  const settings = {
    id: consumer,
    kind: fc.constantFrom("bucket" as const, "queue" as const),
    stack: nameOf(stacks),
    key: nameOf(keys),
  };
  return fc.oneof(
    fc.record({
      type: typed("add-consumer"),
      consumer: fc.record(settings, options),
      index,
    }),
    fc.record(
      { type: typed("remove-consumer"), consumer, keepsList: fc.boolean() },
      { requiredKeys: ["type", "consumer"] },
    ),
    fc.record({
      type: typed("edit-consumer"),
      consumer,
      patch: fc.record(settings, someOf),
    }),
  );
}
