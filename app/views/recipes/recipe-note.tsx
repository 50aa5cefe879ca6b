import type { AppliedRecipe } from "../../../core/index.ts";
import { recipeNamed } from "../../lazy/recipes.ts";
import { removeApplied } from "../../state/recipe-edits.ts";
import { designOf } from "../../state/selectors.ts";
import { setSession, useApp } from "../../state/store.ts";
import { recipesText as words } from "../../text/recipes.ts";
import { Button } from "../../ui/button.tsx";
import "./recipes.css";

/** Which recipe wrote a statement, and what can be done with it. */
export function RecipeNote({ applied }: { readonly applied: string }) {
  const record = useApp((state) =>
    designOf(state).recipes?.find(({ id }) => id === applied),
  );
  if (record === undefined) return null;
  const title = recipeNamed(record.recipe)?.title;
  return (
    <div className="recipe-note">
      <span>
        {title === undefined ? words.unknownRecipe : words.from(title)}
      </span>
      <RecipeActions applied={record} />
    </div>
  );
}

/** Changes the answers of an applied recipe, or takes it away. */
export function RecipeActions({
  applied,
}: {
  readonly applied: AppliedRecipe;
}) {
  const readOnly = useApp(({ session }) => session.readOnly);
  return (
    <>
      {recipeNamed(applied.recipe) !== undefined && (
        <Button
          variant="link"
          disabled={readOnly}
          onClick={() => setSession({ dialog: "recipes", recipe: applied.id })}
        >
          {words.changeAnswers}
        </Button>
      )}
      <Button
        variant="link"
        disabled={readOnly}
        onClick={() => removeApplied(applied)}
      >
        {words.remove}
      </Button>
    </>
  );
}
