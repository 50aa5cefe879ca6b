import { recipeNamed } from "../../lazy/recipes.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { recipesText as words } from "../../text/recipes.ts";

/** What an applied recipe is called. */
export function RecipeTitle({ applied }: { readonly applied: string }) {
  const name = useApp(
    (state) =>
      designOf(state).recipes?.find(({ id }) => id === applied)?.recipe,
  );
  const title = name === undefined ? undefined : recipeNamed(name)?.title;
  return title === undefined ? words.fromRecipe : words.from(title);
}
