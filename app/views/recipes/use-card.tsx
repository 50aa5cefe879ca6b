import { useId } from "react";
import { recipeSides } from "../../lazy/recipes.ts";
import { classNames } from "../../ui/class-names.ts";
import { monogram } from "./monogram.ts";
import { StatusBadge } from "./status-badge.tsx";
import { isSeveral, type Use } from "./uses.ts";

/** What can be added, as a button named by its title. */
export function UseCard({
  use,
  chosen,
  onPick,
}: {
  readonly use: Use;
  readonly chosen: boolean;
  readonly onPick: (id: string) => void;
}) {
  const about = useId();
  const { id, recipe } = use;
  const several = isSeveral(use);
  return (
    <li className={classNames("use-card", chosen && "use-card-chosen")}>
      <span
        className={`monogram monogram-${several ? "several" : recipe.category}`}
        aria-hidden="true"
      >
        {several ? "+" : monogram(recipe.service)}
      </span>
      <span className="use-card-text">
        <button
          type="button"
          aria-pressed={chosen}
          aria-describedby={about}
          onClick={() => onPick(id)}
        >
          {recipe.title}
        </button>
        <span id={about} className="use-card-about">
          {several ? (
            recipe.summary
          ) : (
            <>
              <b>{recipe.service}</b> <span>{recipeSides[recipe.acts]}</span>{" "}
              <StatusBadge recipe={recipe} />
            </>
          )}
        </span>
      </span>
    </li>
  );
}
