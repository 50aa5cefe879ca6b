import { describe, expect, test } from "vitest";
import { designWith } from "../samples/parts.ts";
import { applyChange } from "./apply-change.ts";
import type { DesignChange } from "./change.ts";
import { newKey, newReplica } from "./defaults.ts";
import type { Design, ImportedAlias, ImportedKey } from "./design.ts";
import { invertChange } from "./invert-change.ts";

const imported: ImportedKey = {
  id: "Imported",
  kind: "imported",
  stack: "Stack",
  arn: "arn:aws:kms:us-east-1:111122223333:key/k",
  aliases: [],
};
const byAlias: ImportedAlias = {
  id: "Key",
  kind: "imported-alias",
  stack: "Stack",
  alias: "alias/a",
  aliases: [],
};
const alias = { id: "A", stack: "Stack", name: "alias/a", key: "Key" } as const;
const bucket = { id: "B", kind: "bucket", stack: "Stack", key: "Key" } as const;

const one = designWith("Test", "Stack", { keys: [{ id: "Key" }] });
const design: Design = {
  ...one,
  stacks: [{ id: "Stack" }, { id: "Empty" }],
  keys: [...one.keys, imported],
};

function applied(to: Design, change: DesignChange): Design {
  const result = applyChange(to, change);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function codesOf(of: Design, change: DesignChange): readonly string[] {
  const result = applyChange(of, change);
  return result.ok ? [] : result.problems.map(({ code }) => code);
}

describe("stacks", () => {
  test("[D10] a stack is added at its index and removed again", () => {
    const change: DesignChange = {
      type: "add-stack",
      stack: { id: "New" },
      index: 1,
    };
    const next = applied(design, change);
    expect(next.stacks.map(({ id }) => id)).toEqual(["Stack", "New", "Empty"]);
    expect(applied(next, invertChange(design, change))).toEqual(design);
  });

  test("[D12] a stack whose id is taken is not added", () => {
    const stack = { id: "Empty" };
    expect(codesOf(design, { type: "add-stack", stack, index: 0 })).toEqual([
      "change/name-taken",
    ]);
  });

  test("[D12] a stack that something lives in stays", () => {
    expect(codesOf(design, { type: "remove-stack", stack: "Stack" })).toEqual([
      "change/stack-in-use",
    ]);
  });

  test("[D12] a stack that another depends on stays", () => {
    const stacks = [{ id: "Stack", dependencies: ["Empty"] }, { id: "Empty" }];
    expect(
      codesOf({ ...design, stacks }, { type: "remove-stack", stack: "Empty" }),
    ).toEqual(["change/stack-in-use"]);
  });

  test("[D12] the last stack stays", () => {
    const alone = { ...design, stacks: [{ id: "Empty" }], keys: [] };
    expect(codesOf(alone, { type: "remove-stack", stack: "Empty" })).toEqual([
      "change/stack-in-use",
    ]);
  });
});

describe("keys", () => {
  test("[D29] a patch sets what keys of the kind have", () => {
    const patch = { arn: "arn:aws:kms:eu-west-1:111122223333:key/k" };
    expect(
      applied(design, { type: "edit-key", key: "Imported", patch }).keys[1],
    ).toEqual({ ...imported, ...patch });
  });

  test.each<[string, Extract<DesignChange, { type: "edit-key" }>["patch"]]>([
    ["Imported", { enabled: false }],
    ["Imported", { description: null }],
    ["Key", { arn: "x" }],
    ["Key", { primary: "Key" }],
  ])("[D29] a patch of %s with what it has not: %j", (key, patch) => {
    expect(codesOf(design, { type: "edit-key", key, patch })).toEqual([
      "change/wrong-kind",
    ]);
  });

  test("[D29] no patch makes a key one of another kind", () => {
    const patch = { kind: "imported", enabled: true };
    expect(codesOf(design, { type: "edit-key", key: "Key", patch })).toEqual([
      "change/wrong-kind",
    ]);
  });

  test("[D10] a key is replaced by one of another kind, and back", () => {
    const by = { ...imported, id: "Other" };
    const change: DesignChange = { type: "replace-key", key: "Key", by };
    const next = applied({ ...design, aliases: [alias] }, change);
    expect(next.keys[0]).toEqual(by);
    expect(next.aliases).toEqual([{ ...alias, key: "Other" }]);
    expect(
      applied(next, invertChange({ ...design, aliases: [alias] }, change)),
    ).toEqual({ ...design, aliases: [alias] });
  });

  test("[D12] a key with a replica is not replaced by one that cannot have any", () => {
    const key = newKey(design, "Primary");
    const keys = [key, newReplica(design, key, "Empty")];
    expect(
      codesOf(
        { ...design, keys },
        { type: "replace-key", key: key.id, by: { ...byAlias, id: key.id } },
      ),
    ).toEqual(["design/replica-primary"]);
  });

  test.each<[string, Partial<Design>]>([
    ["an alias", { aliases: [alias] }],
    ["a consumer", { consumers: [bucket] }],
    [
      "an output",
      {
        stacks: [
          {
            id: "Stack",
            outputs: [{ id: "O", value: { key: "Key", attribute: "arn" } }],
          },
        ],
      },
    ],
  ])("[D12] a key that %s names stays", (_, parts) => {
    expect(
      codesOf({ ...design, ...parts }, { type: "remove-key", key: "Key" }),
    ).toEqual(["change/key-in-use"]);
  });
});

describe("aliases and consumers", () => {
  const changes: readonly DesignChange[] = [
    { type: "add-alias", alias, index: 0 },
    { type: "add-consumer", consumer: bucket, index: 0 },
  ];

  test.each<[string, Partial<Design>]>([
    ["absent", {}],
    ["empty", { aliases: [], consumers: [] }],
  ])("[D30] a list that was %s is so again after an undo", (_, parts) => {
    for (const change of changes) {
      const before = { ...design, ...parts };
      const after = applied(before, change);
      const undo = invertChange(before, change);
      expect(applied(after, undo)).toStrictEqual(before);
      const redo = invertChange(after, undo);
      expect(applied(before, redo)).toStrictEqual(after);
    }
  });

  test("[D30] the list goes with its last member, and comes back with it", () => {
    const before = { ...design, aliases: [alias], consumers: [bucket] };
    const change: DesignChange = {
      type: "batch",
      changes: [
        { type: "remove-alias", alias: "A" },
        { type: "remove-consumer", consumer: "B" },
      ],
    };
    const after = applied(before, change);
    expect(after).toStrictEqual(design);
    expect(applied(after, invertChange(before, change))).toStrictEqual(before);
  });

  test("[D30] the list stays behind its last member where it is asked to", () => {
    const before = { ...design, aliases: [alias] };
    const change: DesignChange = {
      type: "remove-alias",
      alias: "A",
      keepsList: true,
    };
    expect(applied(before, change)).toStrictEqual({ ...design, aliases: [] });
  });

  test("[D10] an alias and a consumer are edited", () => {
    const before = { ...design, aliases: [alias], consumers: [bucket] };
    const next = applied(before, {
      type: "batch",
      changes: [
        { type: "edit-alias", alias: "A", patch: { removalPolicy: "retain" } },
        { type: "edit-consumer", consumer: "B", patch: { kind: "queue" } },
      ],
    });
    expect(next.aliases).toEqual([{ ...alias, removalPolicy: "retain" }]);
    expect(next.consumers).toEqual([{ ...bucket, kind: "queue" }]);
  });

  test("[D12] an alias that an output shows stays", () => {
    const outputs = [
      { id: "O", value: { alias: "A", attribute: "arn" } },
    ] as const;
    const before = {
      ...design,
      aliases: [alias],
      stacks: [{ id: "Stack", outputs }],
    };
    expect(codesOf(before, { type: "remove-alias", alias: "A" })).toEqual([
      "change/alias-in-use",
    ]);
  });

  test.each<[DesignChange]>([
    [{ type: "remove-alias", alias: "None" }],
    [{ type: "edit-alias", alias: "None", patch: {} }],
    [{ type: "remove-consumer", consumer: "None" }],
    [{ type: "edit-consumer", consumer: "None", patch: {} }],
    [{ type: "replace-key", key: "None", by: imported }],
    [{ type: "remove-stack", stack: "None" }],
  ])("[D12] nothing of that name: %j", (change) => {
    expect(codesOf(design, change)).toEqual(["change/missing"]);
  });
});
