import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { designWith, role } from "../samples/parts.ts";
import { synthesize } from "../synth/synthesize.ts";
import { arbitraryDesign } from "../testing/arbitrary-design.ts";
import { applyChange } from "./apply-change.ts";
import type { DesignChange } from "./change.ts";
import { isOwned, isVerbatim } from "./design.ts";
import type { AppliedRecipe, Design, Statement } from "./design.ts";
import { invertChange } from "./invert-change.ts";
import { statementsOf } from "./key-parts.ts";
import { parseDesign } from "./parse-design.ts";
import { printDesign } from "./print-design.ts";
import {
  dependentsOfKey,
  removeKeyWithDependents,
} from "./remove-with-dependents.ts";
import { differencesOf } from "./replicas.ts";

const logs: AppliedRecipe = {
  id: "Logs",
  recipe: "cloudwatch-logs",
  key: "One",
  answers: { group: "app-${Env}", accounts: ["111122223333", "444455556666"] },
};
const bucket: AppliedRecipe = {
  id: "Bucket",
  recipe: "s3",
  key: "Two",
  answers: {},
};

function allows(recipe?: string): Statement {
  return {
    effect: "Allow",
    principals: ["App"],
    actions: ["kms:Decrypt"],
    resources: ["*"],
    ...(recipe !== undefined && { recipe }),
  };
}

function policyOf(...statements: readonly Statement[]) {
  return { policy: { mode: "amend" as const, statements } };
}

const bare: Design = designWith("Recipes", "Stack", {
  principals: [role("App")],
  keys: [
    {
      id: "One",
      ...policyOf(allows("Logs"), allows(), {
        verbatim: { Effect: "Deny", Principal: "*", Action: "kms:*" },
        recipe: "Logs",
      }),
    },
    { id: "Two", ...policyOf(allows("Bucket"), allows("Pasted")) },
  ],
});
const design: Design = { ...bare, recipes: [logs, bucket] };

function applied(to: Design, change: DesignChange): Design {
  const result = applyChange(to, change);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function undone(to: Design, change: DesignChange): Design {
  return applied(applied(to, change), invertChange(to, change));
}

function problemsOf(recipes: readonly unknown[]) {
  const parsed = parseDesign({ ...bare, recipes });
  return parsed.ok ? [] : parsed.problems;
}

function markersOf({ keys }: Design) {
  return keys.map((key) => statementsOf(key).map(({ recipe }) => recipe));
}

/** The design with a say for each statement which recipe wrote it. */
function marked(to: Design, recipe: string): Design {
  return {
    ...to,
    keys: to.keys.map((key) =>
      isOwned(key)
        ? {
            ...key,
            policy: {
              ...key.policy,
              statements: key.policy.statements.map((one) => ({
                ...one,
                recipe,
              })),
            },
          }
        : key,
    ),
  };
}

describe("applied recipes", () => {
  test("[D51] a recipe is kept, answered anew and removed", () => {
    const added = applied(bare, {
      type: "add-recipe",
      applied: logs,
      index: 0,
    });
    expect(added.recipes).toEqual([logs]);
    const edited = applied(added, {
      type: "edit-recipe",
      applied: "Logs",
      patch: { answers: { group: "web" } },
    });
    expect(edited.recipes).toEqual([{ ...logs, answers: { group: "web" } }]);
    expect(edited.keys).toBe(added.keys);
    const removed = applied(edited, {
      type: "remove-recipe",
      applied: "Logs",
    });
    expect(removed).toEqual(bare);
  });

  test.each<DesignChange>([
    { type: "add-recipe", applied: { ...logs, id: "More" }, index: 1 },
    { type: "add-recipe", applied: { ...logs, id: "Pasted" }, index: 0 },
    { type: "remove-recipe", applied: "Logs" },
    {
      type: "edit-recipe",
      applied: "Logs",
      patch: { id: "Other", answers: {} },
    },
    { type: "edit-recipe", applied: "Logs", patch: { id: "Pasted" } },
  ])("[D51] %j is undone and done again", (change) => {
    expect(undone(design, change)).toEqual(design);
    const undo = invertChange(design, change);
    const next = applied(design, change);
    expect(applied(design, invertChange(next, undo))).toEqual(next);
  });

  test("[D51] a list that was there and empty is so again", () => {
    const empty: Design = { ...bare, recipes: [] };
    const change: DesignChange = {
      type: "add-recipe",
      applied: logs,
      index: 0,
    };
    expect(undone(empty, change)).toEqual(empty);
    expect(undone(bare, change)).toEqual(bare);
  });

  test.each<[DesignChange, string]>([
    [{ type: "add-recipe", applied: logs, index: 0 }, "change/name-taken"],
    [
      {
        type: "add-recipe",
        applied: { ...logs, id: "New", key: "None" },
        index: 0,
      },
      "design/unknown-name",
    ],
    [{ type: "remove-recipe", applied: "None" }, "change/missing"],
    [
      { type: "edit-recipe", applied: "None", patch: { answers: {} } },
      "change/missing",
    ],
    [
      { type: "edit-recipe", applied: "Logs", patch: { id: "Bucket" } },
      "change/name-taken",
    ],
    [{ type: "remove-key", key: "One" }, "change/key-in-use"],
  ])("[D51] %j does not apply", (change, code) => {
    const result = applyChange(design, change);
    expect(result.ok ? [] : result.problems.map((one) => one.code)).toEqual([
      code,
    ]);
  });

  test("[D51] a renamed key is followed", () => {
    const next = applied(design, {
      type: "edit-key",
      key: "One",
      patch: { id: "Main" },
    });
    expect(next.recipes).toEqual([{ ...logs, key: "Main" }, bucket]);
  });

  test("[D51] what was applied to a key goes with it, and comes back with it", () => {
    expect(dependentsOfKey(design, "One")).toEqual([
      { kind: "recipe", id: "Logs", path: ["recipes", 0] },
    ]);
    const change = removeKeyWithDependents(design, "One");
    expect(applied(design, change).recipes).toEqual([bucket]);
    expect(undone(design, change)).toEqual(design);
  });

  test("[D51] ids, keys and answers of the list are looked at", () => {
    expect(
      problemsOf([logs, logs, { ...bucket, key: "None" }]).map(
        ({ code, path }) => [code, path],
      ),
    ).toEqual([
      ["design/repeated-id", ["recipes", 1, "id"]],
      ["design/unknown-name", ["recipes", 2, "key"]],
    ]);
    expect(
      problemsOf([{ ...logs, answers: { count: 3 } }]).map(({ path }) => path),
    ).toEqual([["recipes", 0, "answers", "count"]]);
  });

  test("[D51] the file has them last, each in one order, and the answers in that of the person", () => {
    const { answers, ...others } = logs;
    const turned = { answers, ...others };
    expect(printDesign({ recipes: [turned], ...bare })).toBe(
      printDesign({ ...bare, recipes: [logs] }),
    );
    expect(Object.keys(JSON.parse(printDesign(design)) as object).at(-1)).toBe(
      "recipes",
    );
    expect(parseDesign(JSON.parse(printDesign(design)))).toEqual({
      ok: true,
      value: design,
    });
  });

  test("[D51] a renamed parameter is followed by the answers", () => {
    const withEnv = {
      ...design,
      stacks: [{ id: "Stack", parameters: [{ id: "Env" }] }],
    };
    const next = applied(withEnv, {
      type: "rename-parameter",
      parameter: "Env",
      to: "Stage",
    });
    expect(next.recipes?.[0]?.answers["group"]).toBe("app-${Stage}");
  });
});

describe("statements of applied recipes", () => {
  test("[D52] a new name of the recipe is followed, by its statements only", () => {
    const next = applied(design, {
      type: "edit-recipe",
      applied: "Logs",
      patch: { id: "Other" },
    });
    expect(markersOf(next)).toEqual([
      ["Other", undefined, "Other"],
      ["Bucket", "Pasted"],
    ]);
    expect(next.keys[1]).toBe(design.keys[1]);
  });

  test("[D52] a statement that had the new name keeps it when that is undone", () => {
    const change: DesignChange = {
      type: "edit-recipe",
      applied: "Bucket",
      patch: { id: "Pasted" },
    };
    expect(markersOf(applied(design, change))[1]).toEqual(["Pasted", "Pasted"]);
    expect(markersOf(undone(design, change))).toEqual(markersOf(design));
  });

  test("[D52] a statement keeps the name of a recipe that is removed", () => {
    const change: DesignChange = { type: "remove-recipe", applied: "Logs" };
    const next = applied(design, change);
    expect(next.keys).toBe(design.keys);
    expect(parseDesign(next)).toEqual({ ok: true, value: next });
  });

  test("[D52] a name that looks like a parameter is none", () => {
    const odd: Design = {
      ...marked(design, "${Env}"),
      recipes: [{ ...logs, id: "${Env}" }],
      stacks: [{ id: "Stack", parameters: [{ id: "Env" }] }],
    };
    const next = applied(odd, {
      type: "rename-parameter",
      parameter: "Env",
      to: "Stage",
    });
    expect(next.keys).toBe(odd.keys);
    expect(next.recipes?.[0]?.id).toBe("${Env}");
  });

  test("[D52] the file has the name last in a statement", () => {
    const turned: Statement = {
      recipe: "Bucket",
      disabled: true,
      effect: "Deny",
    };
    const printed = printDesign({
      ...bare,
      keys: bare.keys.map((key) => ({ ...key, ...policyOf(turned) })),
    });
    expect(printed.replaceAll(/\s/g, "")).toContain(
      '{"effect":"Deny","disabled":true,"recipe":"Bucket"}',
    );
  });

  test.each([
    ["no text", 3],
    ["an empty text", ""],
  ])("[D52] the name of the recipe is not %s", (_, recipe) => {
    const statement = { ...allows(), recipe };
    const policy = { mode: "amend", statements: [statement] };
    const keys = bare.keys.map((key) => ({ ...key, policy }));
    expect(parseDesign({ ...bare, keys }).ok).toBe(false);
  });

  test("[D52] templates do not say which recipe wrote a statement", () => {
    fc.assert(
      fc.property(arbitraryDesign(), (one) => {
        expect(templatesOf(marked(one, "Logs"))).toEqual(templatesOf(one));
      }),
      { numRuns: 60, seed: 52 },
    );
    expect(JSON.stringify(templatesOf(design))).not.toContain("Logs");
  });

  test("[D52] a replica whose statements differ in it only is as its primary", () => {
    const [primary] = bare.keys;
    if (primary?.kind !== "defined") throw new Error("no key");
    const { policy } = primary;
    const replica = {
      id: "R",
      kind: "replica" as const,
      stack: "Stack",
      primary: "One",
      aliases: [],
      tags: [],
      administrators: [],
      policy: {
        ...policy,
        statements: policy.statements.map((one) =>
          isVerbatim(one) ? { verbatim: one.verbatim } : allows(),
        ),
      },
    };
    expect(differencesOf(primary, replica)).toEqual([]);
  });
});

function templatesOf(one: Design) {
  return synthesize(one).map(({ template }) => template);
}
