import { expect, test } from "../fixtures.ts";
import { realStacks } from "../real-template.ts";
import type { Locator, Page } from "@playwright/test";
import { circle } from "../a11y/part-views.ts";
import { pressOn, tabTo, writeInto } from "../keyboard.ts";
import { Designer } from "../pages/designer.ts";
import { PartDialog } from "../pages/part-dialog.ts";
import { PartSettings } from "../pages/part-settings.ts";

const newKey = /A changed logical ID means that CloudFormation creates a new/;

test("stacks are added, filled, renamed, moved between and deleted, and all of it is undone", async ({
  designer,
}) => {
  const { page, outline, topBar } = designer;
  await designer.startEmpty();
  const start = await designer.savedText();
  const stack = new PartSettings(page, "Selected stack");
  const alias = new PartSettings(page, "Selected alias");

  await outline.addFromMenu("Stack");
  await expect(stack.heading).toHaveText("KeyStack2");
  await outline.choose("KeyStack2", "Rename");
  const renameStack = new PartDialog(page, "Rename stack");
  await renameStack.field.fill("AppStack");
  await expect(renameStack.window).toContainText("makes a new stack");
  await renameStack.button("Rename").click();
  await outline.addFromMenu("Stack");

  // An alias in another stack than its key.
  await outline.stack("AppStack").click();
  await outline.addFromMenu("Alias");
  await expect(alias.heading).toHaveText("KeyAlias");
  await alias.field("Alias name").fill("alias/app/data");
  await expect(outline.row("Alias KeyAlias app/data")).toBeVisible();

  await outline.row("Key").click();
  await outline.choose("Key", "Move to stack");
  const move = new PartDialog(page, "Move key to another stack");
  await move.chooseStack("KeyStack2");
  await expect(move.window).toContainText("CloudFormation does not move a key");
  await expect(move.moving).toContainText("Key961B73FD");
  await move.button("Move").click();
  await expect(designer.settings.view).toContainText("KeyStack2");

  await outline.choose("Key", "Rename");
  const rename = new PartDialog(page, "Rename key");
  await rename.field.fill("DataKey");
  await expect(rename.changes).toContainText("Key961B73FD");
  await expect(rename.changes).toContainText("DataKey17AFBB84");
  await expect(rename.window.getByText(newKey)).toBeVisible();
  await rename.window
    .getByRole("checkbox", { name: "Keep the logical ID of the key" })
    .check();
  await expect(rename.window.getByText(newKey)).toBeHidden();
  await expect(rename.window).toContainText("No logical ID changes.");
  await rename.button("Rename").click();
  await expect(designer.settings.textbox("Logical ID")).toHaveValue(
    "Key961B73FD",
  );

  await outline.choose("DataKey", "Delete");
  const remove = new PartDialog(page, "Delete DataKey");
  await expect(remove.dependents.getByRole("listitem")).toHaveText([
    "Alias KeyAlias",
  ]);
  await remove.button("Delete").click();
  await expect(outline.row("DataKey")).toBeHidden();
  await expect(outline.row("Alias KeyAlias app/data")).toBeHidden();

  await undoAll(designer);
  expect(await designer.savedText()).toBe(start);
  await redoAll(designer);
  await expect(topBar.undo).toBeEnabled();
  expect(await designer.savedText()).toContain("AppStack");
});

test("the same by keyboard", async ({ keyboardPage: page }) => {
  const designer = new Designer(page);
  const { outline, topBar } = designer;
  await designer.visit();
  await pressOn(page, designer.start.empty);
  await expect(designer.settings.keySpec).toBeVisible();

  await chooseByKeyboard(page, outline.add, outline.menuItem("Stack"));
  const stack = new PartSettings(page, "Selected stack");
  await expect(stack.heading).toHaveText("KeyStack2");
  await chooseByKeyboard(page, outline.add, outline.menuItem("Alias"));
  const alias = new PartSettings(page, "Selected alias");
  await writeInto(page, alias.field("Alias name"), "alias/app/data");
  await expect(outline.row("Alias KeyAlias app/data")).toBeVisible();

  await pressOn(page, outline.row("Key"));
  await chooseByKeyboard(
    page,
    outline.menu("Key"),
    outline.menuItem("Move to stack"),
  );
  const move = new PartDialog(page, "Move key to another stack");
  await expect(move.window).toBeVisible();
  await pressOn(page, move.button("Move"));
  await expect(designer.settings.view).toContainText("KeyStack2");

  await chooseByKeyboard(page, outline.menu("Key"), outline.menuItem("Rename"));
  const rename = new PartDialog(page, "Rename key");
  await writeInto(page, rename.field, "DataKey");
  await expect(rename.window.getByText(newKey)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(rename.window).toBeHidden();

  await chooseByKeyboard(
    page,
    outline.menu("DataKey"),
    outline.menuItem("Delete"),
  );
  const remove = new PartDialog(page, "Delete DataKey");
  await expect(remove.dependents).toContainText("KeyAlias");
  await pressOn(page, remove.button("Delete"));
  await expect(outline.row("DataKey")).toBeHidden();

  await tabTo(page, topBar.home);
  while (await topBar.undo.isEnabled()) await page.keyboard.press("Control+z");
  await expect(outline.row("Key")).toBeVisible();
  await expect(outline.stack("KeyStack2")).toBeHidden();
});

test("keys that exist, resources, outputs and parameters are added and set", async ({
  designer,
}) => {
  const { page, outline, code } = designer;
  await designer.startEmpty();
  await outline.addFromMenu("Import key by ARN");
  const importKey = new PartDialog(page, "Import key by ARN");
  await importKey.field.fill("arn:aws:kms:here");
  await expect(importKey.window).toContainText("is not the ARN of a key");
  await importKey.field.fill(
    "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
  );
  await importKey.button("Add").click();
  await expect(outline.row("ImportedKey imported")).toBeVisible();
  await expect(designer.settings.view).toContainText("does nothing");

  await outline.addFromMenu("Import key by alias");
  const importAlias = new PartDialog(page, "Import key by alias");
  await importAlias.field.fill("aws/s3");
  await importAlias.button("Add").click();
  await expect(designer.settings.view).toContainText("An AWS managed key");

  await outline.addFromMenu("Look up key");
  const lookUp = new PartDialog(page, "Look up key");
  await lookUp.field.fill("payments");
  await lookUp.button("Add").click();
  await expect(designer.settings.view).toContainText("has not been looked up");
  await designer.settings.textbox("Account ID").fill("111122223333");
  await designer.settings.choose(designer.settings.region, "eu-west-1");

  await outline.row("Key").click();
  await outline.addFromMenu("S3 bucket");
  const resource = new PartSettings(page, "Selected resource");
  await expect(resource.heading).toHaveText("Bucket");
  await expect(code.panel).toContainText("AWS::S3::Bucket");

  await outline.addFromMenu("Parameter");
  const stack = new PartSettings(page, "Selected stack");
  const parameter = stack.part("Parameter Parameter");
  await parameter.getByRole("textbox", { name: "Default" }).fill("prod");
  await parameter.getByRole("textbox", { name: "Name" }).fill("Stage");
  await stack.field("Description").first().fill("Keys of ${Stage}");
  await expect(stack.part("Parameter Stage")).toContainText("Used by 1 text");
  await stack.button("Add output").click();
  const output = stack.part("Output KeyArn");
  await output.getByRole("textbox", { name: "Export name" }).fill("data-key");
  await expect(code.panel).toContainText("Name: data-key");
  await expect(code.selected("Output KeyArn")).toBeVisible();
});

test("a multi-Region key is replicated, and what a replica has of its own goes back", async ({
  designer,
}) => {
  const { page, settings, outline, code, topBar } = designer;
  await designer.startEmpty();
  await settings.choose(settings.region, "eu-west-1");
  await settings.alias("alias/data");
  await settings.button("Multi-Region").click();
  const start = await designer.savedText();
  const region = settings.view.getByRole("button", { name: /^New replica in/ });
  for (const name of ["eu-central-1", "us-east-1"]) {
    await region.click();
    await settings.option(name).click();
  }
  const list = settings.view.getByRole("list", { name: "Replicas of Key" });
  await expect(list.getByRole("listitem")).toHaveText([
    /^eu-central-1 KeyReplica as the primary$/,
    /^us-east-1 KeyReplica2 as the primary$/,
  ]);

  await list.getByRole("button", { name: "KeyReplica", exact: true }).click();
  await expect(settings.view).toContainText("All else is as the primary key");
  await settings.description.fill("in Frankfurt");
  await outline.row("Key").click();
  await expect(list).toContainText("eu-central-1 KeyReplica own description");
  await list.getByRole("button", { name: "KeyReplica", exact: true }).click();
  await settings.button("Use the primary's description").click();
  await expect(settings.description).toHaveValue("");

  await code.show("CDK", "TypeScript");
  const program = await code.copied();
  const design = await designer.savedDesign();
  await code.show("CloudFormation", "JSON");
  const templates: Record<string, string> = {};
  for (const { id } of design.stacks) {
    await code.chooseStack(id);
    templates[id] = (await code.copied()).trimEnd();
  }
  expect(await realStacks("replicas", program, design)).toEqual(templates);

  for (let step = 0; step < 4; step += 1) await topBar.undo.click();
  expect(await designer.savedText()).toBe(start);
  await expect(page.getByText("KeyReplica")).toBeHidden();
});

test("stacks that depend on each other show the way round, and a click ends it", async ({
  designer,
}) => {
  const { outline, settings, code, topBar } = designer;
  await designer.openDesign(circle);
  await outline.stack("UseStack").click();
  const stack = new PartSettings(designer.page, "Selected stack");
  const steps = stack.region
    .getByRole("list", { name: "Step by step" })
    .getByRole("listitem");
  await expect(steps).toHaveText([
    /^MyKey of KeyStack uses MyRole of UseStack/,
    /^MyRole of UseStack uses MyKey of KeyStack/,
  ]);
  await steps.first().getByRole("button", { name: "Show" }).click();
  await expect(settings.keySpec).toBeVisible();

  await outline.stack("UseStack").click();
  await stack.button("Deploy UseStack after KeyStack").click();
  await expect(stack.region).not.toContainText("depend on each other");
  await expect(code.panel).toContainText("MyRoleDefaultPolicy");
  await topBar.undo.click();
  await expect(stack.region).toContainText("depend on each other");
});

test("the code pane shows one stack of several, and the cursor finds its part", async ({
  designer,
}) => {
  const { page, outline, code } = designer;
  await designer.startEmpty();
  await outline.addFromMenu("Stack");
  await outline.addKey.click();
  await expect(code.panel).toContainText("Key2071601C6");
  const stackOfCode = code.region.getByRole("button", { name: /^Stack / });
  await expect(stackOfCode).toContainText("KeyStack2");
  await stackOfCode.click();
  await page.getByRole("option", { name: "KeyStack", exact: true }).click();
  await expect(code.panel).toContainText("Key961B73FD");

  await outline.stack("KeyStack").click();
  const stack = new PartSettings(page, "Selected stack");
  await stack.button("Add output").click();
  await outline.row("Key2").click();
  await stackOfCode.click();
  await page.getByRole("option", { name: "KeyStack", exact: true }).click();
  await code.text("KeyArn").click();
  await expect(code.selected("Output KeyArn")).toBeVisible();
  await expect(stack.heading).toHaveText("KeyStack");
});

async function undoAll({ topBar }: Designer): Promise<void> {
  while (await topBar.undo.isEnabled()) await topBar.undo.click();
}

async function redoAll({ topBar }: Designer): Promise<void> {
  while (await topBar.redo.isEnabled()) await topBar.redo.click();
}

/** Opens a menu and goes down to its entry. */
async function chooseByKeyboard(
  page: Page,
  menu: Locator,
  entry: Locator,
): Promise<void> {
  await pressOn(page, menu);
  await expect(menu).toHaveAttribute("aria-expanded", "true");
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  for (let step = 0; step < 20 && !(await isFocused(entry)); step += 1)
    await page.keyboard.press("ArrowDown");
  await expect(entry).toBeFocused();
  await page.keyboard.press("Enter");
}

function isFocused(control: Locator): Promise<boolean> {
  return control.evaluate((element) => element === document.activeElement);
}
