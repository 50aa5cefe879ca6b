import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printPath } from "../problem/problem.ts";
import { designWith, role } from "../samples/parts.ts";
import { arbitraryDocument } from "../testing/arbitrary-document.ts";
import { valueAt } from "../testing/value-at.ts";
import { applyChange } from "./apply-change.ts";
import type { DesignChange } from "./change.ts";
import { newReplica } from "./defaults.ts";
import { isDefined } from "./design.ts";
import type { DefinedKey, Design } from "./design.ts";
import { invertChange } from "./invert-change.ts";
import { moveKey } from "./move-key.ts";
import { parseDesignText } from "./parse-design.ts";
import { printDesign } from "./print-design.ts";
import {
  dependentsOfKey,
  dependentsOfPrincipal,
  dependentsOfStack,
  removeKeyWithDependents,
  removePrincipalWithDependents,
  removeStackWithDependents,
} from "./remove-with-dependents.ts";
import type { Dependent } from "./remove-with-dependents.ts";

const numRuns = process.env["KEYWRIGHT_DEEP"] === "1" ? 5000 : 60;

const bare = designWith("Test", "Stack", {
  principals: [
    role("App"),
    role("Ops"),
    { id: "Both", kind: "composite", members: ["App", "Ops"] },
    { id: "Some", kind: "with-conditions", base: "App", conditions: {} },
  ],
  keys: [
    {
      id: "Key",
      multiRegion: true,
      administrators: ["App", "Ops"],
      policy: {
        mode: "amend",
        statements: [
          { effect: "Allow", principals: ["App", "Ops"] },
          { effect: "Allow", principals: ["App", "Some"] },
          { effect: "Deny", notPrincipals: ["Both"] },
        ],
      },
      grants: [{ principal: "Some", permission: "decrypt" }],
    },
  ],
});

function keyOf({ keys }: Design): DefinedKey {
  const key = keys.find(isDefined);
  if (key === undefined) throw new Error("no key");
  return key;
}

const design: Design = {
  ...bare,
  stacks: [
    { id: "Stack", dependencies: ["Second"] },
    {
      id: "Second",
      outputs: [
        { id: "Arn", value: { key: "Key", attribute: "arn" } },
        { id: "Text", value: { text: "x" } },
      ],
    },
  ],
  keys: [
    ...bare.keys,
    newReplica(bare, keyOf(bare), "Second"),
    {
      id: "Named",
      kind: "imported-alias",
      stack: "Second",
      alias: "alias/a",
      target: "Key",
      aliases: [],
    },
  ],
  aliases: [{ id: "Extra", stack: "Second", name: "alias/x", key: "Key" }],
  consumers: [
    { id: "Bucket", kind: "bucket", stack: "Second", key: "KeyReplica" },
  ],
};

function applied(to: Design, change: DesignChange): Design {
  const result = applyChange(to, change);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function told(dependents: readonly Dependent[]): readonly string[] {
  return dependents.map(
    ({ kind, id, path }) => `${kind} ${id} ${printPath(path)}`,
  );
}

describe("removing a key", () => {
  test("[D31] what cannot be without it is told", () => {
    expect(told(dependentsOfKey(design, "Key"))).toEqual([
      "key KeyReplica keys[1]",
      "alias Extra aliases[0]",
      "consumer Bucket consumers[0]",
      "output Arn stacks[1].outputs[0]",
    ]);
  });

  test("[D31] it goes with all that, and an imported alias forgets it", () => {
    const next = applied(design, removeKeyWithDependents(design, "Key"));
    expect(next.keys).toEqual([
      {
        id: "Named",
        kind: "imported-alias",
        stack: "Second",
        alias: "alias/a",
        aliases: [],
      },
    ]);
    expect(next).not.toHaveProperty("aliases");
    expect(next).not.toHaveProperty("consumers");
    expect(next.stacks[1]?.outputs?.map(({ id }) => id)).toEqual(["Text"]);
  });
});

describe("removing a principal", () => {
  test("[D31] what names it is told", () => {
    expect(told(dependentsOfPrincipal(design, "App"))).toEqual([
      "principal Some principals[3]",
      "administrator Key keys[0].administrators[0]",
      "statement Key keys[0].policy.statements[1]",
      "grant Key keys[0].grants[0]",
      "administrator KeyReplica keys[1].administrators[0]",
      "statement KeyReplica keys[1].policy.statements[1]",
    ]);
  });

  test("[D31] a statement that names others stays, one that names nobody goes", () => {
    const next = applied(design, removePrincipalWithDependents(design, "App"));
    expect(next.principals).toEqual([
      role("Ops"),
      { id: "Both", kind: "composite", members: ["Ops"] },
    ]);
    expect(keyOf(next)).toEqual({
      ...keyOf(design),
      administrators: ["Ops"],
      policy: {
        mode: "amend",
        statements: [
          { effect: "Allow", principals: ["Ops"] },
          { effect: "Deny", notPrincipals: ["Both"] },
        ],
      },
      grants: undefined,
    });
  });

  test("[D31] a composite goes with its last member", () => {
    const next = applied(design, removePrincipalWithDependents(design, "App"));
    expect(told(dependentsOfPrincipal(next, "Ops"))).toContain(
      "principal Both principals[1]",
    );
  });
});

describe("removing a stack", () => {
  test("[D31] what lives in it and what depends on that is told", () => {
    expect(told(dependentsOfStack(design, "Second"))).toEqual([
      "key KeyReplica keys[1]",
      "key Named keys[2]",
      "alias Extra aliases[0]",
      "consumer Bucket consumers[0]",
    ]);
  });

  test("[D31] it goes with all that, and nothing depends on it any more", () => {
    const next = applied(design, removeStackWithDependents(design, "Second"));
    expect(next.stacks).toEqual([{ id: "Stack" }]);
    expect(next.keys).toEqual(bare.keys);
  });

  test("[D31] the last stack does not go", () => {
    const result = applyChange(bare, removeStackWithDependents(bare, "Stack"));
    expect(!result.ok && result.problems[0]?.code).toBe("change/stack-in-use");
  });
});

/** Every removal of a design with what it says will go. */
function removalsOf(
  of: Design,
): readonly (readonly [DesignChange, readonly Dependent[]])[] {
  const { stacks, keys, principals } = of;
  return [
    ...(stacks.length === 1 ? [] : stacks).map(
      ({ id }) =>
        [removeStackWithDependents(of, id), dependentsOfStack(of, id)] as const,
    ),
    ...keys.map(
      ({ id }) =>
        [removeKeyWithDependents(of, id), dependentsOfKey(of, id)] as const,
    ),
    ...principals.map(
      ({ id }) =>
        [
          removePrincipalWithDependents(of, id),
          dependentsOfPrincipal(of, id),
        ] as const,
    ),
  ];
}

describe("random designs", () => {
  test("[D31] whatever is removed, what is left parses, and an undo brings all back", () => {
    fc.assert(
      fc.property(arbitraryDocument(), (before) => {
        for (const [change] of removalsOf(before)) {
          const after = applied(before, change);
          expect(parseDesignText(printDesign(after))).toEqual({
            ok: true,
            value: after,
          });
          expect(applied(after, invertChange(before, change))).toEqual(before);
        }
      }),
      { numRuns, seed: 33 },
    );
  });

  test("[D31] what is told to go is there before and, but for parts of keys, not after", () => {
    fc.assert(
      fc.property(arbitraryDocument(), (before) => {
        for (const [change, dependents] of removalsOf(before)) {
          const after = applied(before, change);
          const left = new Set(
            [
              ...after.keys,
              ...after.principals,
              ...(after.aliases ?? []),
              ...(after.consumers ?? []),
              ...(after.claims ?? []),
              ...(after.tests ?? []),
            ].map((one) => JSON.stringify(one)),
          );
          for (const { path } of dependents)
            expect(valueAt(before, path)).toBeDefined();
          const still = dependents
            .filter(({ path }) => path.length === 2)
            .filter(({ path }) =>
              left.has(JSON.stringify(valueAt(before, path))),
            );
          expect(still).toEqual([]);
        }
      }),
      { numRuns, seed: 34 },
    );
  });
});

describe("moving a key", () => {
  test("[D32] a key moves to another stack with its id", () => {
    const change = moveKey(design, keyOf(design), "Second");
    expect(keyOf(applied(design, change))).toEqual({
      ...keyOf(design),
      stack: "Second",
    });
  });

  test("[D32] where a construct of that stack has its id, it gets a free one, and its uses follow", () => {
    const crowded: Design = {
      ...design,
      consumers: [{ id: "Key", kind: "topic", stack: "Second", key: "Key" }],
    };
    const next = applied(crowded, moveKey(crowded, keyOf(crowded), "Second"));
    expect(keyOf(next)).toMatchObject({ id: "Key2", stack: "Second" });
    expect(next.consumers?.[0]?.key).toBe("Key2");
  });
});
