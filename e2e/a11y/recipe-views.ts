import { expect } from "../fixtures.ts";
import type { Designer } from "../pages/designer.ts";
import { Recipes } from "../pages/recipes.ts";
import type { View } from "./views.ts";

async function openGallery(designer: Designer): Promise<Recipes> {
  const recipes = new Recipes(designer.page);
  await designer.startEmpty();
  await recipes.open.click();
  await expect(recipes.count).toBeVisible();
  return recipes;
}

/** What uses a key: chosen, asked, added and changed. */
export const recipeViews: Readonly<Record<string, View>> = {
  "the gallery of what uses a key": {
    open: async (designer) => {
      await openGallery(designer);
    },
  },
  "a use with what it adds and what is wrong with the answers": {
    open: async (designer) => {
      const recipes = await openGallery(designer);
      await recipes.card("Share with another account").click();
      await recipes.add.click();
      await expect(recipes.window).toContainText("is not answered");
    },
  },
  "a use that is not confirmed, with its calls": {
    open: async (designer) => {
      const recipes = await openGallery(designer);
      await recipes.card("Trail notifies an encrypted topic").click();
      await recipes.tab("Is my service allowed?").click();
      await expect(recipes.call("kms:Decrypt")).toBeVisible();
    },
  },
  "the answers of a recipe and the statement it wrote": {
    open: async (designer) => {
      const recipes = new Recipes(designer.page);
      await designer.startEmpty();
      await recipes.use("Trail encrypts its log files", { Trails: "main" });
      await recipes.usedBy
        .getByRole("button", { name: "Change answers…" })
        .click();
      await expect(recipes.changeWindow).toBeVisible();
    },
  },
  "the policy with statements of a recipe": {
    open: async (designer) => {
      const recipes = new Recipes(designer.page);
      await designer.startEmpty();
      await recipes.use("Trail encrypts its log files", { Trails: "main" });
      await designer.policy.tab.click();
      await designer.policy.statement(2).click();
      await expect(designer.policy.view).toContainText("Remove recipe");
    },
    pane: "Key",
  },
};
