import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDesign } from "../check/check-design.ts";
import { regionNames } from "../kms/regions.ts";
import { designWith } from "../samples/parts.ts";
import { applyChange } from "./apply-change.ts";
import type { DefinedKey, Design } from "./design.ts";
import { isDefined } from "./design.ts";
import { invertChange } from "./invert-change.ts";
import {
  addReplicaIn,
  differencesOf,
  independentSettings,
  regionsOf,
  replicasOf,
  settingOfPrimary,
} from "./replicas.ts";

const design: Design = {
  ...designWith("Regions", "Home", {
    keys: [
      {
        id: "Key",
        multiRegion: true,
        description: "one",
        aliases: ["data", "alias/more"],
        tags: [{ key: "team", value: "a" }],
        pendingWindowInDays: 7,
      },
    ],
  }),
  stacks: [{ id: "Home", account: "111122223333", region: "eu-west-1" }],
};

function primaryOf({ keys }: Design): DefinedKey {
  const key = keys.find(isDefined);
  if (key === undefined) throw new Error("no key");
  return key;
}

function replicated(from: Design, ...regions: readonly string[]): Design {
  return regions.reduce((now, region) => {
    const next = applyChange(
      now,
      addReplicaIn(now, primaryOf(now), region).change,
    );
    if (!next.ok) throw new Error(JSON.stringify(next.problems));
    return next.value;
  }, from);
}

describe("replicas of a key", () => {
  test("[D36] a replica comes with the stack of its Region, in the account of the key", () => {
    const next = replicated(design, "us-east-1", "eu-central-1");
    expect(next.stacks.slice(1)).toEqual([
      { id: "Home-us-east-1", account: "111122223333", region: "us-east-1" },
      {
        id: "Home-eu-central-1",
        account: "111122223333",
        region: "eu-central-1",
      },
    ]);
    expect(regionsOf(next, primaryOf(next))).toEqual([
      "eu-west-1",
      "us-east-1",
      "eu-central-1",
    ]);
    expect(checkDesign(next)).toEqual([]);
  });

  test("[D36] a stack that is there already is taken, unless it is in another account", () => {
    const there = (account: string): Design => ({
      ...design,
      stacks: [...design.stacks, { id: "There", account, region: "us-east-1" }],
    });
    const stacksOf = (from: Design) =>
      replicasOf(replicated(from, "us-east-1"), primaryOf(from)).map(
        ({ stack }) => stack,
      );
    expect(stacksOf(there("111122223333"))).toEqual(["There"]);
    expect(stacksOf(there("444455556666"))).toEqual(["Home-us-east-1"]);
  });

  test("[D36] a new replica is as its primary", () => {
    const next = replicated(design, "us-east-1");
    const [replica] = replicasOf(next, primaryOf(next));
    expect(replica?.aliases).toEqual(["alias/data", "alias/more"]);
    expect(replica && differencesOf(primaryOf(next), replica)).toEqual([]);
  });

  test("[D36] adding a replica can be taken back", () => {
    fc.assert(
      fc.property(fc.constantFrom(...regionNames), (region) => {
        const { change } = addReplicaIn(design, primaryOf(design), region);
        const next = applyChange(design, change);
        const back = invertChange(design, change);
        expect(next.ok && applyChange(next.value, back)).toEqual({
          ok: true,
          value: design,
        });
      }),
      { seed: 7, numRuns: 20 },
    );
  });

  test.each(independentSettings)(
    "[D36] %s can differ, and be as in the primary again",
    (name) => {
      const next = replicated(design, "us-east-1");
      const [replica] = replicasOf(next, primaryOf(next));
      if (replica === undefined) throw new Error("no replica");
      const other = {
        description: "two",
        enabled: false,
        pendingWindowInDays: 30,
        aliases: [],
        tags: [],
        administrators: ["Admin"],
        policy: { mode: "replace" as const, statements: [] },
      };
      const changed = { ...replica, [name]: other[name] };
      expect(differencesOf(primaryOf(next), changed)).toEqual([name]);
      const edited = applyChange(
        {
          ...next,
          keys: next.keys.with(1, changed),
          principals: [{ id: "Admin", kind: "any" }],
        },
        {
          type: "edit-key",
          key: replica.id,
          patch: settingOfPrimary(primaryOf(next), name),
        },
      );
      const again = edited.ok
        ? replicasOf(edited.value, primaryOf(next))[0]
        : undefined;
      expect(again && differencesOf(primaryOf(next), again)).toEqual([]);
    },
  );
});
