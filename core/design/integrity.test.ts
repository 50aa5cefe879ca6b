import { describe, expect, test } from "vitest";
import { designWith, role } from "../samples/parts.ts";
import { newKey, newReplica } from "./defaults.ts";
import type { Design, Principal, Stack } from "./design.ts";
import { integrityProblems } from "./integrity.ts";
import { printPath } from "../problem/problem.ts";

const base: Design = {
  ...designWith("Test", "Stack", {
    principals: [role("App")],
    keys: [{ id: "Key" }],
  }),
};

function found(parts: Partial<Design>): readonly string[] {
  return integrityProblems({ ...base, ...parts }).map(
    ({ code, path }) => `${code} ${printPath(path)}`,
  );
}

function withStack(parts: Partial<Stack>): readonly string[] {
  return found({ stacks: [{ id: "Stack", ...parts }] });
}

function withPrincipals(
  ...principals: readonly Principal[]
): readonly string[] {
  return found({ principals: [role("App"), ...principals] });
}

const use = { id: "A", stack: "Stack", key: "Key" } as const;

describe("ids", () => {
  test("[D4] each id is there once among its kind", () => {
    const alias = { ...use, name: "alias/a" };
    const bucket = { ...use, kind: "bucket" } as const;
    expect(found({ stacks: [{ id: "Stack" }, { id: "Stack" }] })).toEqual([
      "design/repeated-id stacks[1].id",
    ]);
    expect(found({ aliases: [alias, alias] })).toEqual([
      "design/repeated-id aliases[1].id",
    ]);
    expect(found({ consumers: [bucket, bucket] })).toEqual([
      "design/repeated-id consumers[1].id",
    ]);
  });

  test("[D4] a parameter is there once in the design, an output once in its stack", () => {
    const output = { id: "Out", value: { text: "x" } };
    const parts = { parameters: [{ id: "Env" }], outputs: [output] };
    expect(
      found({
        stacks: [
          { id: "Stack", ...parts },
          { id: "Other", ...parts },
        ],
      }),
    ).toEqual(["design/repeated-id stacks[1].parameters[0].id"]);
    expect(withStack({ outputs: [output, output] })).toEqual([
      "design/repeated-id stacks[0].outputs[1].id",
    ]);
  });

  test("[D4] things of different kinds may have one id", () => {
    const alias = { ...use, id: "Key", name: "alias/a" };
    expect(found({ aliases: [alias] })).toEqual([]);
  });
});

describe("names that lead nowhere", () => {
  test.each<[string, Partial<Design>]>([
    [
      "stacks[0].dependencies[0]",
      { stacks: [{ id: "Stack", dependencies: ["X"] }] },
    ],
    [
      "stacks[0].outputs[0].value.key",
      {
        stacks: [
          {
            id: "Stack",
            outputs: [{ id: "O", value: { key: "X", attribute: "arn" } }],
          },
        ],
      },
    ],
    [
      "stacks[0].outputs[0].value.alias",
      {
        stacks: [
          {
            id: "Stack",
            outputs: [{ id: "O", value: { alias: "X", attribute: "arn" } }],
          },
        ],
      },
    ],
    [
      "principals[0].stack",
      { principals: [{ id: "U", kind: "new-user", stack: "X" }] },
    ],
    [
      "principals[0].members[0]",
      { principals: [{ id: "C", kind: "composite", members: ["X"] }] },
    ],
    [
      "principals[0].base",
      {
        principals: [
          { id: "W", kind: "with-conditions", base: "X", conditions: {} },
        ],
      },
    ],
    [
      "principals[0].base",
      {
        principals: [{ id: "V", kind: "via-service", service: "s", base: "X" }],
      },
    ],
    [
      "principals[0].assumedBy",
      {
        principals: [
          { id: "R", kind: "new-role", stack: "Stack", assumedBy: "X" },
        ],
      },
    ],
    [
      "keys[0].primary",
      { keys: [{ ...newReplica(base, newKey(base), "Stack"), primary: "X" }] },
    ],
    [
      "keys[0].target",
      {
        keys: [
          {
            id: "I",
            kind: "imported-alias",
            stack: "Stack",
            alias: "a",
            target: "X",
            aliases: [],
          },
        ],
      },
    ],
    [
      "keys[0].grants[0].principal",
      {
        keys: [
          {
            ...newKey(base),
            grants: [{ principal: "X", permission: "decrypt" }],
          },
        ],
      },
    ],
    ["aliases[0].key", { aliases: [{ ...use, name: "alias/a", key: "X" }] }],
    [
      "aliases[0].stack",
      { aliases: [{ ...use, name: "alias/a", stack: "X" }] },
    ],
    ["consumers[0].key", { consumers: [{ ...use, kind: "topic", key: "X" }] }],
    [
      "consumers[0].stack",
      { consumers: [{ ...use, kind: "topic", stack: "X" }] },
    ],
  ])("[D4] a name that leads nowhere, at %s", (path, parts) => {
    expect(found(parts)).toEqual([`design/unknown-name ${path}`]);
  });
});

describe("circles", () => {
  test("[D27] a principal that is made of itself", () => {
    expect(
      withPrincipals({ id: "C", kind: "composite", members: ["App", "C"] }),
    ).toEqual(["design/principal-cycle principals[1]"]);
  });

  test("[D27] principals that name each other by way of others", () => {
    expect(
      withPrincipals(
        { id: "C", kind: "composite", members: ["V"] },
        { id: "V", kind: "via-service", service: "s", base: "W" },
        { id: "W", kind: "with-conditions", base: "R", conditions: {} },
        { id: "R", kind: "new-role", stack: "Stack", assumedBy: "C" },
        { id: "Out", kind: "composite", members: ["C"] },
      ),
    ).toEqual(
      [1, 2, 3, 4].map((at) => `design/principal-cycle principals[${at}]`),
    );
  });

  test("[D27] a principal that two others name is no circle", () => {
    expect(
      withPrincipals(
        { id: "C", kind: "composite", members: ["App", "D"] },
        { id: "D", kind: "composite", members: ["App"] },
      ),
    ).toEqual([]);
  });

  test("[D27] imported aliases that stand for each other", () => {
    const imported = {
      kind: "imported-alias",
      stack: "Stack",
      alias: "alias/a",
      aliases: [],
    } as const;
    expect(
      found({
        keys: [
          { ...imported, id: "A", target: "B" },
          { ...imported, id: "B", target: "A" },
          { ...imported, id: "C", target: "C" },
        ],
      }),
    ).toEqual([0, 1, 2].map((at) => `design/key-cycle keys[${at}]`));
  });

  test("[D27] a replica of what is no key of its own", () => {
    const key = newKey(base);
    const replica = newReplica({ ...base, keys: [key] }, key, "Stack");
    const second = { ...replica, id: "Second", primary: replica.id };
    expect(found({ keys: [key, replica, second] })).toEqual([
      "design/replica-primary keys[2].primary",
    ]);
  });
});
