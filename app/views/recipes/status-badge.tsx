import type { Recipe } from "../../../core/index.ts";
import { recipesText as words } from "../../text/recipes.ts";

/** How well a recipe is known. */
export function StatusBadge({ recipe }: { readonly recipe: Recipe }) {
  const { status, unconfirmed } = recipe;
  return (
    <span className={`use-status use-status-${status}`} title={unconfirmed}>
      {words.statuses[status]}
    </span>
  );
}
