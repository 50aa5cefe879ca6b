import type { Locator, Page } from "@playwright/test";
import { samples } from "../../core/index.ts";
import { templateFile } from "../../core/testing/template-files.ts";
import { definedKeys } from "../defined-keys.ts";
import { expect, test } from "../fixtures.ts";
import { pressOn, tabTo } from "../keyboard.ts";
import { Designer } from "../pages/designer.ts";
import { OpenText } from "../pages/open-text.ts";

/** What the editor offers, by the word it begins with. */
function offer(page: Page, word: string): Locator {
  return page
    .getByRole("listbox", { name: "Suggest" })
    .getByRole("option", { name: new RegExp(`^${word}\\b`) });
}

/** Goes to the end of the line that has a piece of text, with the editor's own search. */
async function goBehind(
  { page, code }: Designer,
  piece: string,
): Promise<void> {
  const field = page.getByRole("textbox", { name: "Find", exact: true });
  await page.keyboard.press("Control+f");
  await expect(field).toBeFocused();
  await page.keyboard.type(piece);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(field).toBeHidden();
  await expect(code.editor).toBeFocused();
  await page.keyboard.press("End");
}

/** Goes into the code, when it can be edited. */
async function edit({ code }: Designer): Promise<void> {
  await code.monaco.waitFor();
  await expect(code.status).toContainText("Edit here");
  await code.editor.focus();
}

test("an action of a key policy is completed by keyboard alone, with what it means", async ({
  keyboardPage: page,
}) => {
  const designer = new Designer(page);
  const { code } = designer;
  await designer.visit();
  await pressOn(page, designer.start.browseTemplates);
  await pressOn(page, designer.start.card(samples["symmetric-data-key"].title));
  await tabTo(page, code.target("CloudFormation"));
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(code.panel).toHaveAccessibleName("Key policy");
  await expect(code.status).toContainText("Edit here");
  await tabTo(page, code.editor);
  await goBehind(designer, '"kms:Encrypt"');
  await page.keyboard.press("Enter");
  await page.keyboard.type('"Sig');
  await expect(offer(page, "kms:Sign")).toBeVisible();
  await expect(
    page.getByText("Sign a message or its digest. Source: Service"),
  ).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(code.text('"kms:Sign"')).toBeVisible();
  await expect(code.status).toContainText("Edit here");
});

test("a property of a template in YAML is completed, and then its value", async ({
  designer,
}) => {
  const { page, code } = designer;
  await designer.openDesign(samples["symmetric-data-key"].design);
  await code.show("CloudFormation", "YAML");
  await edit(designer);
  await goBehind(designer, "EnableKeyRotation");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+Space");
  await expect(offer(page, "MultiRegion")).toBeVisible();
  await expect(offer(page, "Description")).toHaveCount(0);
  await page.keyboard.type("MultiR");
  await page.keyboard.press("Enter");
  await expect(offer(page, "true")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(code.text("MultiRegion")).toBeVisible();
  await expect(code.status).toContainText("Edit here");
  const [key] = definedKeys(await designer.savedDesign());
  expect(key?.multiRegion).toBe(true);
});

test("a condition is put together out of what is offered", async ({
  designer,
}) => {
  const { page, code } = designer;
  await designer.openDesign(samples["replaced-policy"].design);
  await code.show("Key policy");
  await edit(designer);
  await goBehind(designer, "role/LedgerService");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  const steps = [
    ['"Cond', "Condition"],
    ['"Boo', "Bool"],
    ['"kms:Gr', "kms:GrantIsForAWSResource"],
    // What can follow is offered without being asked for.
    ["", "true"],
  ] as const;
  for (const [typed, word] of steps) {
    await page.keyboard.type(typed);
    await expect(offer(page, word)).toBeVisible();
    await page.keyboard.press("Enter");
  }
  await expect(code.status).toContainText("Edit here");
  const [key] = definedKeys(await designer.savedDesign());
  expect(JSON.stringify(key?.policy.statements[1])).toContain(
    '"Bool":{"kms:GrantIsForAWSResource":"true"}',
  );
});

test("a word says what it means and who says so", async ({ designer }) => {
  const { page, code } = designer;
  await designer.openDesign(samples["symmetric-data-key"].design);
  await code.show("Key policy");
  await edit(designer);
  await goBehind(designer, "kms:EncryptionContext");
  await code.panel.getByText('"kms:EncryptionContext:app"').first().hover();
  const tooltip = page.getByRole("tooltip");
  await expect(tooltip).toContainText(
    "Value of one pair of the encryption context.",
  );
  await expect(
    tooltip.getByText("AWS KMS Developer Guide, condition keys"),
  ).toBeVisible();
});

test("nothing is offered in a comment", async ({ designer }) => {
  const { page, code } = designer;
  await designer.visit();
  await designer.chooseFile("payments.yaml", templateFile("every-tag.yaml"));
  await new OpenText(page).open.click();
  await code.show("CloudFormation", "YAML");
  await edit(designer);
  await goBehind(designer, "# IAM policies of the account");
  await page.keyboard.type(" kms:");
  await page.keyboard.press("Control+Space");
  await expect(code.panel.getByText("No suggestions.")).toBeVisible();
  await expect(page.getByRole("option")).toHaveCount(0);
});
