import { badTemplate } from "../bad-template.ts";
import { expect } from "../fixtures.ts";
import type { Designer } from "../pages/designer.ts";
import { OpenText } from "../pages/open-text.ts";
import type { View } from "./views.ts";

/** Opens a template with many faults, and the list of them. */
async function openProblems(designer: Designer): Promise<void> {
  const { page, problems } = designer;
  await designer.visit();
  await designer.chooseFile("archive.yaml", badTemplate);
  await new OpenText(page).open.click();
  await problems.expand.click();
  await expect(problems.problem("s3:GetObject is an action")).toBeVisible();
}

/** The problems of a design, and the windows that mend and accept them. */
export const problemViews: Readonly<Record<string, View>> = {
  "the list of problems, one explained and one accepted": {
    open: async (designer) => {
      const { problems } = designer;
      await openProblems(designer);
      const unknown = problems.problem("s3:GetObject is an action");
      await unknown.getByRole("button", { name: "Why" }).click();
      await problems
        .problem("The key is deleted when it leaves the stack")
        .first()
        .getByRole("button", { name: "Accept…" })
        .click();
      await problems.reason.fill("the archive is copied elsewhere");
      await problems.acceptWindow
        .getByRole("button", { name: "Accept", exact: true })
        .click();
      await problems.settledToggle.click();
      await problems.only("Warnings").click();
      await expect(problems.settled).toBeVisible();
    },
    pane: "Problems",
  },
  "the statement with what is wrong with it": {
    open: async (designer) => {
      await openProblems(designer);
      await designer.problems
        .problem("s3:GetObject is an action")
        .getByRole("button", { name: /^Show/ })
        .click();
      await expect(designer.policy.view).toContainText("Remove s3:GetObject");
    },
    pane: "Key",
  },
  "the window that shows what a fix does": {
    open: async (designer) => {
      const { problems } = designer;
      await openProblems(designer);
      await problems
        .problem("may use the key for anybody")
        .getByRole("button", { name: "Preview" })
        .click();
      await expect(problems.fixWindow).toContainText("Less access");
    },
  },
  "the window that accepts a problem": {
    open: async (designer) => {
      const { problems } = designer;
      await openProblems(designer);
      await problems
        .problem("s3:GetObject is an action")
        .getByRole("button", { name: "Accept…" })
        .click();
      await problems.acceptWindow
        .getByRole("button", { name: "Accept", exact: true })
        .click();
      await expect(problems.acceptWindow).toContainText("this one is empty");
    },
  },
};
