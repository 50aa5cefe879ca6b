import { describe, expect, test } from "vitest";
import { applyChange } from "../design/apply-change.ts";
import type { DesignChange } from "../design/change.ts";
import type { Design } from "../design/design.ts";
import { isDefined } from "../design/design.ts";
import { invertChange } from "../design/invert-change.ts";
import { printDesign } from "../design/print-design.ts";
import { keySpecNames } from "../kms/key-specs.ts";
import type { Result } from "../problem/problem.ts";
import { exampleAnswers, firstAnswers } from "../recipes/answers.ts";
import {
  addRecipe,
  isAsRecipeWrites,
  removeRecipe,
  updateRecipe,
} from "../recipes/apply-recipe.ts";
import type { Recipe } from "../recipes/recipe.ts";
import { recipes } from "../recipes/registry.ts";
import { subjectOf } from "../prove/subject.ts";
import { answersToCalls } from "../prove/service-calls.ts";
import { checkAll } from "./check-all.ts";
import { designOfParts } from "./example.ts";

const account = "111122223333";
const region = "us-east-1";
const start = designOfParts({
  key: { policy: { mode: "amend", statements: [] } },
  stack: { account, region },
  design: { principals: [] },
});

const all = Object.entries(recipes);

/** The design with a key of the kind that a recipe is for. */
function startFor({ keys }: Recipe): Design {
  const keySpec = keySpecNames.find((name) => name === keys?.keySpecs[0]);
  return keySpec === undefined
    ? start
    : {
        ...start,
        keys: start.keys.map((key) =>
          isDefined(key) ? { ...key, keySpec, keyUsage: "SIGN_VERIFY" } : key,
        ),
      };
}

function applied(design: Design, change: Result<DesignChange>): Design {
  const next = change.ok ? applyChange(design, change.value) : change;
  if (next.ok) return next.value;
  throw new Error(JSON.stringify(next.problems));
}

function withRecipe(name: string, recipe: Recipe, design = start): Design {
  const answers = exampleAnswers(recipe);
  return applied(
    design,
    addRecipe(design, { key: "Key", recipe: name, answers }),
  );
}

function statementsOf({ keys: [key] }: Design) {
  return key !== undefined && isDefined(key) ? key.policy.statements : [];
}

describe("a recipe in a design", () => {
  test.each(all)(
    "[Q5] %s adds its statements, marked as its own",
    (name, recipe) => {
      const design = withRecipe(name, recipe);
      const statements = statementsOf(design);
      expect(statements).toHaveLength(recipe.statements.length);
      expect(statements.every((one) => one.recipe === name)).toBe(true);
      expect(statements.some((one) => "verbatim" in one)).toBe(false);
      const [record] = design.recipes ?? [];
      expect(record && isAsRecipeWrites(design, record)).toBe(true);
    },
  );

  test.each(all)("[Q5] adding %s is undone by its inverse", (name, recipe) => {
    const answers = exampleAnswers(recipe);
    const change = addRecipe(start, { key: "Key", recipe: name, answers });
    if (!change.ok) throw new Error("refused");
    const back = invertChange(start, change.value);
    const next = applyChange(start, change.value);
    const undone = next.ok && applyChange(next.value, back);
    expect(undone && undone.ok && printDesign(undone.value)).toBe(
      printDesign(start),
    );
  });

  test.each(all)("[Q5] removing %s leaves what was there", (name, recipe) => {
    const own = {
      effect: "Allow",
      actions: ["kms:DescribeKey"],
      principals: ["Reader"],
      resources: ["*"],
    } as const;
    const before = designOfParts({
      key: { policy: { mode: "amend", statements: [own] } },
      principal: {
        id: "Reader",
        kind: "arn",
        arn: `arn:aws:iam::${account}:role/Reader`,
      },
    });
    const design = withRecipe(name, recipe, before);
    const after = applied(design, removeRecipe(design, name));
    expect(printDesign(after)).toBe(printDesign(before));
  });

  test.each(all)(
    "[Q6] the calls of %s are allowed on the key",
    (name, recipe) => {
      const design = withRecipe(name, recipe);
      const [key] = design.keys;
      const subject = key && subjectOf(design, key);
      const answers = exampleAnswers(recipe);
      const verdicts = new Set(
        subject &&
          answersToCalls(subject, recipe, answers).map(
            ({ verdict }) => verdict,
          ),
      );
      expect(verdicts.has("missing")).toBe(recipe.acts === "guard");
      expect(verdicts.has("unknown")).toBe(false);
    },
  );

  test.each(all)(
    "[Q7] the design with %s has no finding above info",
    (name, recipe) => {
      const found = checkAll(withRecipe(name, recipe, startFor(recipe)))
        .filter(({ severity, standing }) => severity !== "info" && !standing)
        .map(({ code, message }) => `${code}: ${message}`);
      const isExcepted = (recipe.exceptions ?? []).some(
        ({ law }) => law === "findings",
      );
      expect(isExcepted ? [] : found).toEqual([]);
      expect(isExcepted).toBe(found.length > 0);
    },
  );
});

describe("answers that change", () => {
  const name = "cwlogs-one-group";
  const recipe = recipes[name];
  if (recipe === undefined) throw new Error("there is no such recipe");
  const [question] = recipe.questions;
  const asked = question?.name ?? "";

  test("[Q5] its statements change in their place, and nothing else", () => {
    const first = withRecipe(name, recipe);
    const both = withRecipe(
      "sns-event-source",
      recipes["sns-event-source"] ?? recipe,
      first,
    );
    const answers = { ...exampleAnswers(recipe), [asked]: "/aws/lambda/other" };
    const next = applied(both, updateRecipe(both, name, answers));
    expect(JSON.stringify(statementsOf(next)[0])).toContain(
      "/aws/lambda/other",
    );
    expect(statementsOf(next).slice(1)).toEqual(statementsOf(both).slice(1));
    expect(next.recipes?.[0]?.answers).toEqual(answers);
  });

  test("[Q5] added twice it gets an id and Sids of its own", () => {
    const twice = withRecipe(name, recipe, withRecipe(name, recipe));
    expect(twice.recipes?.map(({ id }) => id)).toEqual([name, `${name}2`]);
    const sids = statementsOf(twice).map((one) => "sid" in one && one.sid);
    expect(new Set(sids).size).toBe(sids.length);
  });

  test("[Q8] answers of a wrong form, and none, are refused with their question", () => {
    const empty = addRecipe(start, {
      key: "Key",
      recipe: name,
      answers: { ...firstAnswers(recipe), [asked]: "" },
    });
    expect(empty.ok ? [] : empty.problems.map(({ path }) => path)).toEqual([
      [asked],
    ]);
    const wrong = addRecipe(start, {
      key: "Key",
      recipe: name,
      answers: { [asked]: "two words" },
    });
    expect(wrong.ok).toBe(false);
    expect(
      addRecipe(start, { key: "Key", recipe: "none", answers: {} }).ok,
    ).toBe(false);
    expect(
      addRecipe(start, { key: "None", recipe: name, answers: {} }).ok,
    ).toBe(false);
    expect(updateRecipe(start, name, {}).ok).toBe(false);
    expect(removeRecipe(start, name).ok).toBe(false);
  });
});
