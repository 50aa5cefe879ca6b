import type { OwnedKey } from "../../../core/index.ts";
import { CommandButton } from "../../commands/command-button.tsx";
import { commands } from "../../commands/registry.ts";
import { recipeNamed } from "../../lazy/recipes.ts";
import { titleOf } from "../../state/recipe-edits.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { recipesText as words } from "../../text/recipes.ts";
import { Section } from "../settings/section.tsx";
import { RecipeActions } from "./recipe-note.tsx";
import "./recipes.css";

/** The recipes that were added to a key. */
export function UsedBy({ keyOfUse: key }: { readonly keyOfUse: OwnedKey }) {
  const { recipes = [] } = useApp(designOf);
  const own = recipes.filter((one) => one.key === key.id);
  return (
    <Section title={words.usedBy} lead={words.usedByLead}>
      <div className="used-by">
        {own.length === 0 && (
          <p className="settings-none">{words.usedByNone}</p>
        )}
        <ul aria-label={words.usedBy}>
          {own.map((applied) => (
            <li key={applied.id} className="recipe-note">
              <span>
                <b>{titleOf(applied)}</b>
                <span className="use-small">
                  {" "}
                  {recipeNamed(applied.recipe)?.service}
                </span>
              </span>
              <RecipeActions applied={applied} />
            </li>
          ))}
        </ul>
        <CommandButton command={commands.addUse} icon="service" />
      </div>
    </Section>
  );
}
