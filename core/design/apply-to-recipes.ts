import type { Result } from "../problem/problem.ts";
import { failed, ok } from "../problem/problem.ts";
import type { AppliedRecipe } from "./applied-recipe.ts";
import type { RecipeChange } from "./change.ts";
import { missing } from "./change-problems.ts";
import type { Design } from "./design.ts";
import { withAdded, withRemoved, withReplaced } from "./list-edits.ts";
import type { Edited } from "./list-edits.ts";
import { memberWithId } from "./members.ts";
import { patched } from "./patch.ts";
import { withRenamedMarkers } from "./recipe-markers.ts";
import { sound } from "./sound.ts";

type Change<Type> = Extract<RecipeChange, { type: Type }>;

/** Adds an applied recipe, changes its answers or its name, or removes it; statements are for other changes. */
export function applyToRecipes(
  design: Design,
  change: RecipeChange,
): Result<Design> {
  switch (change.type) {
    case "add-recipe":
      return withRecipes(
        design,
        withAdded(recipesOf(design), change.applied, change.index),
      );
    case "remove-recipe":
      return removeRecipe(design, change);
    case "edit-recipe":
      return editRecipe(design, change);
  }
}

function recipesOf({ recipes = [] }: Design): Edited<AppliedRecipe> {
  return { kind: "applied recipe", list: recipes };
}

function withRecipes(
  design: Design,
  recipes: Result<readonly AppliedRecipe[]>,
): Result<Design> {
  return recipes.ok ? sound({ ...design, recipes: recipes.value }) : recipes;
}

/** The list goes with its last recipe unless the change keeps it. */
function removeRecipe(
  design: Design,
  { applied: id, keepsList = false }: Change<"remove-recipe">,
): Result<Design> {
  const left = withRemoved(recipesOf(design), id);
  if (!left.ok) return left;
  const { recipes: _, ...rest } = design;
  return ok(
    left.value.length > 0 || keepsList
      ? { ...rest, recipes: left.value }
      : rest,
  );
}

/** A new id is followed by the statements that the recipe wrote. */
function editRecipe(
  design: Design,
  { applied: id, patch }: Change<"edit-recipe">,
): Result<Design> {
  const recipes = recipesOf(design);
  const found = memberWithId(recipes.list, id);
  if (found === undefined) return failed(missing(recipes.kind, id));
  const next = patched<AppliedRecipe>(found, patch);
  return withRecipes(
    withRenamedMarkers(design, id, next.id),
    withReplaced(recipes, id, next),
  );
}
