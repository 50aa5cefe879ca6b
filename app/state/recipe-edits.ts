import type {
  AppliedRecipe,
  Answers,
  Design,
  DesignChange,
  OwnedKey,
  Problem,
  Result,
} from "../../core/index.ts";
import { ok } from "../../core/index.ts";
import {
  addRecipe,
  recipeNamed,
  removeRecipe,
  updateRecipe,
} from "../lazy/recipes.ts";
import { recipesText } from "../text/recipes.ts";
import { edit } from "./edit.ts";
import { designOf } from "./selectors.ts";
import { designAfter } from "./step.ts";
import { announce, getState } from "./store.ts";

/** Recipes to add to a key with one edit. */
export interface Addition {
  readonly title: string;
  readonly recipes: readonly {
    readonly name: string;
    readonly answers: Answers;
  }[];
}

/** Adds recipes to a key, all with one edit, and says how many statements came. */
export function addToKey(
  key: OwnedKey,
  { title, recipes }: Addition,
): readonly Problem[] {
  const change = additionOf(designOf(getState()), key, recipes);
  if (!change.ok) return change.problems;
  const made = edit({
    title: recipesText.addTitle(title),
    change: change.value,
  });
  if (!made.ok) return made.problems;
  const count = recipes.reduce(
    (sum, { name }) => sum + (recipeNamed(name)?.statements.length ?? 0),
    0,
  );
  announce(recipesText.added(count, key.id));
  return [];
}

/** Each recipe comes to a design that has the ones before. */
function additionOf(
  design: Design,
  key: OwnedKey,
  recipes: Addition["recipes"],
): Result<DesignChange> {
  const changes: DesignChange[] = [];
  let next = design;
  for (const { name, answers } of recipes) {
    const change = addRecipe(next, { key: key.id, recipe: name, answers });
    if (!change.ok) return change;
    const after = designAfter(next, change.value);
    if (!after.ok) return after;
    changes.push(change.value);
    next = after.value;
  }
  return ok({ type: "batch", changes });
}

/** Gives an applied recipe other answers. */
export function changeAnswers(
  applied: AppliedRecipe,
  answers: Answers,
): readonly Problem[] {
  const change = updateRecipe(designOf(getState()), applied.id, answers);
  if (!change.ok) return change.problems;
  const made = edit({
    title: recipesText.updateTitle(titleOf(applied)),
    change: change.value,
  });
  if (!made.ok) return made.problems;
  announce(recipesText.updated);
  return [];
}

/** Takes an applied recipe away with its statements. */
export function removeApplied(applied: AppliedRecipe): void {
  const change = removeRecipe(designOf(getState()), applied.id);
  if (!change.ok) return;
  const title = titleOf(applied);
  const made = edit({
    title: recipesText.removeTitle(title),
    change: change.value,
  });
  if (made.ok) announce(recipesText.removed(title));
}

/** What an applied recipe is called. */
export function titleOf({ recipe }: AppliedRecipe): string {
  return recipeNamed(recipe)?.title ?? recipe;
}
