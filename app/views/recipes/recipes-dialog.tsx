import { useState } from "react";
import type { AppliedRecipe, OwnedKey } from "../../../core/index.ts";
import { isOwned } from "../../../core/index.ts";
import { isAsRecipeWrites, recipeNamed } from "../../lazy/recipes.ts";
import { addToKey, changeAnswers } from "../../state/recipe-edits.ts";
import { designOf, keyOf } from "../../state/selectors.ts";
import { getState } from "../../state/store.ts";
import { recipesText as words } from "../../text/recipes.ts";
import { UseGallery } from "./use-gallery.tsx";
import { UseWindow } from "./use-window.tsx";
import {
  answersOf,
  firstForm,
  severalUses,
  singleUses,
  usedRecipes,
  recipeAsUse,
  type UseForm,
} from "./uses.ts";

/** What uses the key: chosen in a gallery and added, or the answers of what was added. */
export function RecipesDialog() {
  const [{ key, applied }] = useState(subjectOfDialog);
  if (key === undefined) return null;
  return applied === undefined ? (
    <AddUse keyOfUse={key} />
  ) : (
    <ChangeUse keyOfUse={key} applied={applied} />
  );
}

function subjectOfDialog() {
  const state = getState();
  const { keys, recipes = [] } = designOf(state);
  const applied = recipes.find(({ id }) => id === state.session.recipe);
  const key =
    applied === undefined
      ? keyOf(state)
      : keys.find(({ id }) => id === applied.key);
  return { applied, key: key !== undefined && isOwned(key) ? key : undefined };
}

const allUses = [...severalUses, ...singleUses];

function AddUse({ keyOfUse: key }: { readonly keyOfUse: OwnedKey }) {
  const [id, setId] = useState<string | null>(null);
  const [forms, setForms] = useState<Readonly<Record<string, UseForm>>>({});
  const use = allUses.find((one) => one.id === id);
  const form = (use && forms[use.id]) ?? (use && firstForm(use));
  return (
    <UseWindow
      title={words.title}
      button={words.add(key.id)}
      count={words.addsCount}
      keyOfUse={key}
      use={use}
      form={form}
      onChange={(next) => {
        if (use !== undefined) setForms({ ...forms, [use.id]: next });
      }}
      onBack={() => setId(null)}
      gallery={<UseGallery chosen={id} onPick={setId} />}
      onSubmit={(chosen, said) =>
        addToKey(key, {
          title: chosen.recipe.title,
          recipes: usedRecipes(chosen, said),
        })
      }
    />
  );
}

function ChangeUse({
  keyOfUse: key,
  applied,
}: {
  readonly keyOfUse: OwnedKey;
  readonly applied: AppliedRecipe;
}) {
  const recipe = recipeNamed(applied.recipe);
  const [use] = useState(() => recipe && recipeAsUse([applied.recipe, recipe]));
  const [form, setForm] = useState(
    () => use && firstForm(use, applied.answers),
  );
  const [isByHand] = useState(
    () => !isAsRecipeWrites(designOf(getState()), applied),
  );
  if (use === undefined) return null;
  return (
    <UseWindow
      title={words.changeAnswersOf(use.recipe.title)}
      button={words.update}
      count={words.updatesCount}
      keyOfUse={key}
      use={use}
      form={form}
      onChange={setForm}
      lead={isByHand && <p className="dialog-warning">{words.byHand}</p>}
      onSubmit={(chosen, said) =>
        changeAnswers(applied, answersOf(chosen, said))
      }
    />
  );
}
