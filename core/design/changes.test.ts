import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { samples } from "../samples/registry.ts";
import { designWith, role } from "../samples/parts.ts";
import { arbitraryChange } from "../testing/arbitrary-change.ts";
import { arbitraryDocument } from "../testing/arbitrary-document.ts";
import { addStatement } from "./add-statement.ts";
import { applyChange } from "./apply-change.ts";
import type { DesignChange } from "./change.ts";
import { newKey } from "./defaults.ts";
import { isDefined } from "./design.ts";
import type { DefinedKey, Design, Key } from "./design.ts";
import { integrityProblems } from "./integrity.ts";
import { invertChange } from "./invert-change.ts";
import { inversePatch, patched } from "./patch.ts";

const numRuns = process.env["KEYWRIGHT_DEEP"] === "1" ? 20_000 : 300;

const design = designWith("Test", "Stack", {
  principals: [
    role("Admin"),
    role("App"),
    { id: "Root", kind: "account-root" },
  ],
  keys: [
    {
      id: "One",
      description: "first",
      administrators: ["Admin"],
      policy: {
        mode: "amend",
        statements: [
          { effect: "Allow", principals: ["App", "Admin"] },
          { effect: "Deny", notPrincipals: ["App"] },
          { verbatim: { Sid: "App" } },
        ],
      },
    },
    { id: "Two" },
  ],
});

function keyOf({ keys }: Design, index = 0): DefinedKey {
  const key = keys.filter(isDefined)[index];
  if (key === undefined) throw new Error(`no key ${index}`);
  return key;
}

function applied(to: Design, change: DesignChange): Design {
  const result = applyChange(to, change);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function codesOf(change: DesignChange): readonly string[] {
  const result = applyChange(design, change);
  return result.ok ? [] : result.problems.map(({ code }) => code);
}

describe("applying a change", () => {
  test("[D10] a patch sets what it names and leaves the rest", () => {
    const next = applied(design, {
      type: "edit-key",
      key: "One",
      patch: { enabled: false },
    });
    expect(keyOf(next)).toEqual({ ...keyOf(design), enabled: false });
  });

  test("[D10] null removes an optional property", () => {
    const next = applied(design, {
      type: "edit-key",
      key: "One",
      patch: { description: null },
    });
    expect(keyOf(next)).not.toHaveProperty("description");
  });

  test("[D10] the design itself is not changed", () => {
    const before = structuredClone(design);
    applied(design, { type: "remove-key", key: "One" });
    expect(design).toEqual(before);
  });

  test("[D10] the name of the design and its flags can be edited", () => {
    const flags = { "@aws-cdk/aws-iam:minimizePolicies": false };
    const next = applied(design, {
      type: "edit-design",
      patch: { name: "Renamed", cdk: { line: "v2", flags } },
    });
    expect(next).toEqual({
      ...design,
      name: "Renamed",
      cdk: { line: "v2", flags },
    });
  });

  test("[D10] a key is added at its index", () => {
    const key = newKey(design, "Zero");
    const next = applied(design, { type: "add-key", key, index: 0 });
    expect(next.keys.map(({ id }) => id)).toEqual(["Zero", "One", "Two"]);
  });

  test("[D10] a principal is added at its index", () => {
    const principal = role("New");
    const next = applied(design, {
      type: "add-principal",
      principal,
      index: 1,
    });
    expect(next.principals.map(({ id }) => id)).toEqual([
      "Admin",
      "New",
      "App",
      "Root",
    ]);
  });

  test("[D10] a batch applies its changes in turn", () => {
    const next = applied(design, {
      type: "batch",
      changes: [
        { type: "edit-key", key: "Two", patch: { id: "Second" } },
        { type: "edit-key", key: "Second", patch: { enabled: true } },
      ],
    });
    expect(keyOf(next, 1)).toMatchObject({ id: "Second", enabled: true });
  });

  test("[D11] a renamed stack is followed by its keys", () => {
    const next = applied(design, {
      type: "edit-stack",
      stack: "Stack",
      patch: { id: "Other", region: "eu-west-1" },
    });
    expect(next.stacks).toEqual([{ id: "Other", region: "eu-west-1" }]);
    expect(next.keys.map(({ stack }) => stack)).toEqual(["Other", "Other"]);
  });

  test("[D11] a renamed principal is followed by every use of it", () => {
    const next = applied(design, {
      type: "replace-principal",
      principal: "App",
      by: { id: "Api", kind: "account-root" },
    });
    expect(next.principals[1]).toEqual({ id: "Api", kind: "account-root" });
    expect(keyOf(next).policy.statements).toEqual([
      { effect: "Allow", principals: ["Api", "Admin"] },
      { effect: "Deny", notPrincipals: ["Api"] },
      { verbatim: { Sid: "App" } },
    ]);
  });

  test("[D11] a renamed administrator stays administrator", () => {
    const next = applied(design, {
      type: "replace-principal",
      principal: "Admin",
      by: role("Boss"),
    });
    expect(keyOf(next).administrators).toEqual(["Boss"]);
  });
});

describe("changes that do not apply", () => {
  test.each<[string, DesignChange]>([
    ["a key", { type: "remove-key", key: "None" }],
    ["a key", { type: "edit-key", key: "None", patch: {} }],
    ["a principal", { type: "remove-principal", principal: "None" }],
    [
      "a principal",
      { type: "replace-principal", principal: "None", by: role("X") },
    ],
    ["a stack", { type: "edit-stack", stack: "None", patch: {} }],
  ])("[D12] %s that is not there: %j", (_, change) => {
    expect(codesOf(change)).toEqual(["change/missing"]);
  });

  test.each<[DesignChange]>([
    [
      {
        type: "add-key",
        key: newKey({ ...design, keys: [] }, "One"),
        index: 0,
      },
    ],
    [{ type: "edit-key", key: "One", patch: { id: "Two" } }],
    [{ type: "add-principal", principal: role("App"), index: 0 }],
    [{ type: "replace-principal", principal: "App", by: role("Admin") }],
  ])("[D12] a name that is taken: %j", (change) => {
    expect(codesOf(change)).toEqual(["change/name-taken"]);
  });

  test.each<[string]>([["App"], ["Admin"]])(
    "[D12] principal %s is still named by a key",
    (principal) => {
      expect(codesOf({ type: "remove-principal", principal })).toEqual([
        "change/principal-in-use",
      ]);
    },
  );

  test("[D12] a principal that nobody names can be removed", () => {
    expect(codesOf({ type: "remove-principal", principal: "Root" })).toEqual(
      [],
    );
  });

  test("[D12] a key that names what the design does not have", () => {
    const key: Key = {
      ...newKey(design, "Three"),
      stack: "None",
      administrators: ["Nobody"],
    };
    expect(codesOf({ type: "add-key", key, index: 2 })).toEqual([
      "design/unknown-name",
      "design/unknown-name",
    ]);
  });

  test("[D12] an edit that names what the design does not have", () => {
    const patch = { administrators: ["Admin", "Nobody"] };
    const result = applyChange(design, { type: "edit-key", key: "Two", patch });
    expect(!result.ok && result.problems).toMatchObject([
      {
        code: "design/unknown-name",
        path: ["keys", 1, "administrators", 1],
      },
    ]);
  });

  test("[D12] a batch fails as a whole when one of its changes does", () => {
    const change: DesignChange = {
      type: "batch",
      changes: [
        { type: "remove-key", key: "One" },
        { type: "remove-key", key: "One" },
      ],
    };
    expect(codesOf(change)).toEqual(["change/missing"]);
  });
});

const situations = arbitraryDocument().chain((before) =>
  fc.record({ before: fc.constant(before), change: arbitraryChange(before) }),
);

function assertForAll(
  seed: number,
  law: (before: Design, change: DesignChange) => void,
): void {
  fc.assert(
    fc.property(situations, ({ before, change }) => {
      law(before, change);
    }),
    { numRuns, seed },
  );
}

describe("inverses", () => {
  test("[D13] a change and its inverse lead back to the same design", () => {
    assertForAll(6, (before, change) => {
      const after = applyChange(before, change);
      if (!after.ok) return;
      expect(applied(after.value, invertChange(before, change))).toEqual(
        before,
      );
    });
  });

  test("[D13] the inverse of the inverse does the change again", () => {
    assertForAll(7, (before, change) => {
      const after = applyChange(before, change);
      if (!after.ok) return;
      const undo = invertChange(before, change);
      const redo = invertChange(after.value, undo);
      expect(applied(before, redo)).toEqual(after.value);
    });
  });

  test("[D13] the inverse of a change that does not apply does nothing", () => {
    assertForAll(8, (before, change) => {
      if (applyChange(before, change).ok) return;
      expect(applied(before, invertChange(before, change))).toEqual(before);
    });
  });

  test("[D13] adding a name that is taken is undone without removing it", () => {
    const change: DesignChange = {
      type: "add-principal",
      principal: role("Root"),
      index: 0,
    };
    expect(applied(design, invertChange(design, change))).toEqual(design);
  });

  test("[D14] whatever the change, names in the design lead somewhere", () => {
    assertForAll(9, (before, change) => {
      const after = applyChange(before, change);
      expect(after.ok ? integrityProblems(after.value) : []).toEqual([]);
    });
  });

  test("[D14] random changes apply often enough, and fail often enough", () => {
    const tried = fc
      .sample(situations, { numRuns: 400, seed: 10 })
      .map(({ before, change }) => applyChange(before, change).ok);
    expect(tried.filter(Boolean).length).toBeGreaterThan(80);
    expect(tried.filter((isOk) => !isOk).length).toBeGreaterThan(80);
  });

  test("[D14] each kind of change applies in some random situation", () => {
    const applying = fc
      .sample(situations, { numRuns: 3000, seed: 10 })
      .filter(({ before, change }) => applyChange(before, change).ok)
      .map(({ change }) => change.type);
    expect([...new Set(applying)].toSorted()).toEqual([
      "add-accepted",
      "add-alias",
      "add-claim",
      "add-consumer",
      "add-key",
      "add-principal",
      "add-recipe",
      "add-stack",
      "add-test",
      "batch",
      "edit-accepted",
      "edit-alias",
      "edit-claim",
      "edit-consumer",
      "edit-design",
      "edit-key",
      "edit-recipe",
      "edit-settings",
      "edit-stack",
      "edit-test",
      "move-claim",
      "move-test",
      "remove-accepted",
      "remove-alias",
      "remove-claim",
      "remove-consumer",
      "remove-key",
      "remove-principal",
      "remove-recipe",
      "remove-stack",
      "remove-test",
      "rename-parameter",
      "replace-claim",
      "replace-key",
      "replace-principal",
    ]);
  });

  test("[D13] a patch that names nothing is its own inverse", () => {
    expect(inversePatch({ a: 1 }, {})).toEqual({});
  });

  test("[D13] the inverse patch removes what was not there", () => {
    const target: { a?: number; b?: number } = { a: 1 };
    const patch = { a: 2, b: 3 };
    expect(inversePatch(target, patch)).toEqual({ a: 1, b: null });
    expect(patched(patched(target, patch), { a: 1, b: null })).toEqual(target);
  });
});

describe("adding a statement", () => {
  const bare = designWith("Bare", "Stack", { keys: [{ id: "Key" }] });

  test("[D15] a new statement lets the account view the key", () => {
    const next = applied(bare, addStatement(bare, keyOf(bare)));
    expect(next.principals).toEqual([
      { id: "AccountRoot", kind: "account-root" },
    ]);
    expect(keyOf(next).policy.statements).toEqual([
      {
        effect: "Allow",
        principals: ["AccountRoot"],
        actions: ["kms:DescribeKey"],
        resources: ["*"],
      },
    ]);
  });

  test("[D15] the account root that the design has is used", () => {
    const change = addStatement(design, keyOf(design, 1));
    expect(applied(design, change).principals).toEqual(design.principals);
  });

  test.each(Object.entries(samples))(
    "[D15] a statement can be added to every key of sample %s",
    (_, sample) => {
      for (const key of sample.design.keys.filter(isDefined)) {
        const next = applied(sample.design, addStatement(sample.design, key));
        expect(integrityProblems(next)).toEqual([]);
      }
    },
  );
});
