import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { designWith, role } from "../samples/parts.ts";
import { arbitraryDocument } from "../testing/arbitrary-document.ts";
import { applyChange } from "./apply-change.ts";
import type { DesignChange } from "./change.ts";
import type { Design } from "./design.ts";
import { integrityProblems } from "./integrity.ts";
import { invertChange } from "./invert-change.ts";
import { mapStrings } from "./map-strings.ts";
import { referencesOf } from "./references.ts";
import { parameterUses } from "./rename.ts";

const numRuns = process.env["KEYWRIGHT_DEEP"] === "1" ? 5000 : 80;

const design: Design = {
  ...designWith("Names", "Stack", {
    principals: [
      role("App"),
      { id: "Both", kind: "composite", members: ["App"] },
    ],
    keys: [
      {
        id: "Key",
        description: "of ${Env}",
        policy: {
          mode: "amend",
          statements: [{ verbatim: { Sid: "${Env}", "${Env}": "x" } }],
        },
        grants: [{ principal: "App", permission: "decrypt" }],
      },
    ],
  }),
  stacks: [
    {
      id: "Stack",
      parameters: [{ id: "Env", default: "${Env}" }],
      outputs: [
        { id: "KeyArn", value: { key: "Key", attribute: "arn" } },
        { id: "Name", value: { alias: "Extra", attribute: "name" } },
        { id: "${Env}", value: { text: "${Env}-${Other}" } },
      ],
    },
    { id: "Second", dependencies: ["Stack"] },
  ],
  aliases: [{ id: "Extra", stack: "Second", name: "alias/x", key: "Key" }],
  consumers: [{ id: "Bucket", kind: "bucket", stack: "Stack", key: "Key" }],
};

function applied(to: Design, change: DesignChange): Design {
  const result = applyChange(to, change);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function codesOf(change: DesignChange): readonly string[] {
  const result = applyChange(design, change);
  return result.ok ? [] : result.problems.map(({ code }) => code);
}

function namesOf(of: Design, kind: string): readonly string[] {
  return referencesOf(of)
    .filter((reference) => reference.kind === kind)
    .map(({ id }) => id);
}

/** The changes that rename one thing of each kind that a design has. */
function renames({
  stacks,
  principals,
  keys,
  aliases = [],
}: Design): readonly DesignChange[] {
  const id = "Renamed once more";
  return [
    ...stacks.map(({ id: stack }): DesignChange => ({
      type: "edit-stack",
      stack,
      patch: { id },
    })),
    ...principals.map((by): DesignChange => ({
      type: "replace-principal",
      principal: by.id,
      by: { ...by, id },
    })),
    ...keys.map(({ id: key }): DesignChange => ({
      type: "edit-key",
      key,
      patch: { id },
    })),
    ...aliases.map(({ id: alias }): DesignChange => ({
      type: "edit-alias",
      alias,
      patch: { id },
    })),
  ];
}

describe("renaming", () => {
  test("[D11] a renamed key is followed by aliases, consumers and outputs", () => {
    const next = applied(design, {
      type: "edit-key",
      key: "Key",
      patch: { id: "Main" },
    });
    expect(namesOf(next, "key")).toEqual(["Main", "Main", "Main"]);
  });

  test("[D11] a renamed principal is followed by other principals and by grants", () => {
    const next = applied(design, {
      type: "replace-principal",
      principal: "App",
      by: role("Api"),
    });
    expect(namesOf(next, "principal")).toEqual(["Api", "Api"]);
  });

  test("[D11] a renamed stack is followed by what lives in it and what depends on it", () => {
    const next = applied(design, {
      type: "edit-stack",
      stack: "Stack",
      patch: { id: "First" },
    });
    expect(namesOf(next, "stack")).toEqual([
      "First",
      "First",
      "Second",
      "First",
    ]);
  });

  test("[D11] a renamed alias is followed by outputs", () => {
    const next = applied(design, {
      type: "edit-alias",
      alias: "Extra",
      patch: { id: "More" },
    });
    expect(namesOf(next, "alias")).toEqual(["More"]);
  });

  test("[D11] whatever is renamed in a random design, names lead somewhere", () => {
    fc.assert(
      fc.property(arbitraryDocument(), (before) => {
        for (const change of renames(before)) {
          const after = applied(before, change);
          expect(integrityProblems(after)).toEqual([]);
          expect(applied(after, invertChange(before, change))).toEqual(before);
        }
      }),
      { numRuns, seed: 31 },
    );
  });
});

describe("renaming a parameter", () => {
  const rename: DesignChange = {
    type: "rename-parameter",
    parameter: "Env",
    to: "Stage",
  };

  test("[D28] every text that uses it follows; ids and names of properties stay", () => {
    const { stacks, keys } = applied(design, rename);
    expect(stacks[0]?.parameters).toEqual([
      { id: "Stage", default: "${Stage}" },
    ]);
    expect(stacks[0]?.outputs?.[2]).toEqual({
      id: "${Env}",
      value: { text: "${Stage}-${Other}" },
    });
    expect(keys[0]).toMatchObject({
      description: "of ${Stage}",
      policy: {
        statements: [{ verbatim: { Sid: "${Stage}", "${Env}": "x" } }],
      },
    });
  });

  test("[D28] the inverse leads back", () => {
    const after = applied(design, rename);
    expect(applied(after, invertChange(design, rename))).toEqual(design);
  });

  test("[D28] a name that texts have in them already is taken", () => {
    expect(codesOf({ ...rename, to: "Other" })).toEqual(["change/name-taken"]);
  });

  test.each([
    ["a b", "change/parameter-name"],
    ["AWS::Region", "change/parameter-name"],
    ["", "change/parameter-name"],
  ])("[D28] %j is no name for a parameter", (to, code) => {
    expect(codesOf({ ...rename, to })).toEqual([code]);
  });

  test("[D28] a parameter that no stack has cannot be renamed", () => {
    expect(codesOf({ ...rename, parameter: "Other" })).toEqual([
      "change/missing",
    ]);
  });

  test("[D28] no text of a random design keeps the old name", () => {
    fc.assert(
      fc.property(arbitraryDocument(), (before) => {
        const [parameter] = before.stacks.flatMap(
          ({ parameters = [] }) => parameters,
        );
        if (parameter === undefined) return;
        const change: DesignChange = {
          type: "rename-parameter",
          parameter: parameter.id,
          to: "Stage",
        };
        const after = applied(before, change);
        const uses = parameterUses(before, parameter.id);
        expect(parameterUses(after, parameter.id)).toEqual([]);
        expect(parameterUses(after, "Stage")).toEqual(uses);
        expect(applied(after, invertChange(before, change))).toEqual(before);
      }),
      { numRuns, seed: 32 },
    );
  });
});

describe("the walk over all strings", () => {
  test("[D28] what does not change is the same object", () => {
    expect(mapStrings(design, (text) => text)).toBe(design);
    const next = mapStrings(design, (text) =>
      text === "alias/x" ? "alias/y" : text,
    );
    expect(next.stacks).toBe(design.stacks);
    expect(next.aliases?.[0]?.name).toBe("alias/y");
  });
});
