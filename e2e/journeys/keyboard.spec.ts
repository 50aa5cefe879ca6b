import { samples } from "../../core/index.ts";
import { expect, test } from "../fixtures.ts";
import { pressOn, tabTo } from "../keyboard.ts";
import { Designer } from "../pages/designer.ts";

/** Opens the data key of the gallery by keyboard. */
async function openDataKey(designer: Designer): Promise<void> {
  const { page } = designer;
  await designer.visit();
  await pressOn(page, designer.start.browseTemplates);
  await pressOn(
    page,
    designer.start.card(samples["symmetric-data-key"].title),
    "Enter",
  );
  await expect(designer.settings.keySpec).toBeVisible();
}

test("the palette finds commands and keys by keyboard", async ({
  keyboardPage: page,
}) => {
  const designer = new Designer(page);
  await openDataKey(designer);
  const field = page.getByRole("combobox", { name: "Search or run a command" });
  const options = page
    .getByRole("listbox", { name: "Command palette" })
    .getByRole("option");

  await page.keyboard.press("Control+k");
  await expect(field).toBeFocused();
  await page.keyboard.type("add key");
  await expect(options).toHaveText(["Add key"]);
  await page.keyboard.press("Enter");
  await expect(field).toBeHidden();
  await expect(designer.outline.row("Key")).toBeVisible();

  await page.keyboard.press("Control+k");
  await page.keyboard.type("go payments");
  await expect(options).toHaveText(["Go to key PaymentsKey"]);
  await page.keyboard.press("Enter");
  await expect(
    designer.key.getByRole("heading", { name: "PaymentsKey", exact: true }),
  ).toBeVisible();

  await page.keyboard.press("Control+k");
  await page.keyboard.type("nothing like this");
  await expect(page.getByText("Nothing of that name")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(field).toBeHidden();
});

test("the palette moves with the arrows and gives the focus back", async ({
  keyboardPage: page,
}) => {
  const designer = new Designer(page);
  await openDataKey(designer);
  await tabTo(page, designer.outline.addKey);
  await page.keyboard.press("Control+k");
  const options = page.getByRole("option");
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowDown");
  await expect(options.nth(1)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(options.last()).toHaveAttribute("aria-selected", "true");
  await expect(options.last()).toBeInViewport();
  await page.keyboard.press("Escape");
  await expect(designer.outline.addKey).toBeFocused();
});

test("F6 goes round the parts of the page, also out of the editor", async ({
  keyboardPage: page,
}) => {
  const designer = new Designer(page);
  await openDataKey(designer);
  const parts = [
    designer.outline.region,
    designer.key,
    designer.code.region,
    designer.problems.region,
  ];
  for (const part of [...parts, designer.outline.region]) {
    await page.keyboard.press("F6");
    await expect(part.locator(":focus")).toHaveCount(1);
  }
  await page.keyboard.press("Shift+F6");
  await expect(designer.problems.region.locator(":focus")).toHaveCount(1);
  await page.keyboard.press("Shift+F6");
  await tabTo(page, designer.code.editor);
  await page.keyboard.press("F6");
  await expect(designer.problems.region.locator(":focus")).toHaveCount(1);
});

test("F8 goes from problem to problem and focuses what to mend", async ({
  keyboardPage: page,
}) => {
  const designer = new Designer(page);
  const { settings } = designer;
  await designer.visit();
  await pressOn(page, designer.start.browseTemplates);
  await pressOn(page, designer.start.card(samples["demo-mend"].title));
  await expect(settings.keySpec).toBeVisible();
  await page.keyboard.press("F8");
  await expect(settings.keyUsage).toBeFocused();
  await page.keyboard.press("F8");
  await expect(settings.pendingWindow).toBeFocused();
  await page.keyboard.press("Shift+F8");
  await expect(settings.keyUsage).toBeFocused();
  await page.keyboard.press("Alt+3");
  await page.keyboard.press("F8");
  await expect(settings.pendingWindow).toBeFocused();
});

test("Alt+1 and Alt+3 show the views, also while a field has the focus", async ({
  keyboardPage: page,
}) => {
  const designer = new Designer(page);
  const { settings, policy } = designer;
  await openDataKey(designer);
  await tabTo(page, settings.description);
  await page.keyboard.press("Alt+3");
  await expect(policy.tab).toHaveAttribute("aria-selected", "true");
  await expect(policy.statements).toBeVisible();
  await page.keyboard.press("Alt+1");
  await expect(settings.description).toBeVisible();
});

test("a statement is opened, moved, removed and brought back by keyboard", async ({
  keyboardPage: page,
}) => {
  const designer = new Designer(page);
  const { policy } = designer;
  await designer.visit();
  await pressOn(page, designer.start.browseTemplates);
  await pressOn(page, designer.start.card(samples["replaced-policy"].title));
  await page.keyboard.press("Alt+3");
  await tabTo(page, policy.statement(1));
  await page.keyboard.press("ArrowDown");
  await expect(policy.statement(2)).toBeFocused();
  await expect(policy.statement(2)).toContainText("LedgerService");

  await page.keyboard.press("Alt+ArrowUp");
  await expect(policy.statement(1)).toContainText("LedgerService");
  await expect(policy.statement(1)).toBeFocused();
  await expect(
    page.getByText("Statement moved to place 1 of 3"),
  ).toBeAttached();
  await page.keyboard.press("Alt+ArrowDown");
  await page.keyboard.press("Alt+ArrowDown");
  await expect(policy.statement(3)).toContainText("LedgerService");
  await expect(policy.statement(3)).toBeFocused();

  await page.keyboard.press("Enter");
  await expect(policy.editor).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(policy.editor).toBeHidden();

  await page.keyboard.press("Delete");
  await expect(policy.rows).toHaveCount(2);
  await page.keyboard.press("Control+z");
  await expect(policy.rows).toHaveCount(3);
  await expect(policy.statement(3)).toContainText("LedgerService");
  await page.keyboard.press("Control+z");
  await expect(policy.statement(2)).toContainText("LedgerService");
  await page.keyboard.press("Control+y");
  await expect(policy.statement(3)).toContainText("LedgerService");
});

test("after Delete the focus stays in the list of statements", async ({
  keyboardPage: page,
}) => {
  const designer = new Designer(page);
  const { policy } = designer;
  await openDataKey(designer);
  await page.keyboard.press("Alt+3");
  await tabTo(page, policy.statement(4));
  await page.keyboard.press("Delete");
  await expect(policy.rows).toHaveCount(3);
  await expect(policy.statements.locator(":focus")).toHaveCount(1);
});

test("arrow keys walk through the outline and the tabs", async ({
  keyboardPage: page,
}) => {
  const designer = new Designer(page);
  const { outline, settings, policy } = designer;
  await openDataKey(designer);
  await tabTo(page, outline.row("PaymentsKey"));
  await page.keyboard.press("ArrowDown");
  await expect(outline.row("Alias payments/data")).toBeFocused();
  await page.keyboard.press("End");
  await expect(outline.principal("PaymentsApi")).toBeFocused();
  await page.keyboard.press("Home");
  await expect(outline.row("Stack PaymentsKeys")).toBeFocused();

  await tabTo(page, settings.tab);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(policy.tab).toBeFocused();
});

test("the list of shortcuts opens with ? and names every one", async ({
  keyboardPage: page,
}) => {
  const designer = new Designer(page);
  await openDataKey(designer);
  await tabTo(page, designer.outline.addKey);
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  for (const [title, keys] of [
    ["Undo", "Ctrl+Z"],
    ["Redo", "Shift+Ctrl+Z"],
    ["Open", "Ctrl+O"],
    ["Save file", "Ctrl+S"],
    ["Next problem", "F8"],
    ["Next part of the page", "F6"],
    ["Show settings", "Alt+1"],
    ["Show policy", "Alt+2"],
    ["Search or run a command", "Ctrl+K"],
    ["Move a statement", "Alt+Up"],
  ] as const) {
    await expect(dialog.getByText(title, { exact: true })).toBeVisible();
    await expect(dialog.getByText(keys, { exact: true })).toBeVisible();
  }
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(designer.outline.addKey).toBeFocused();
});

test("keys that stand for text stay text in a field", async ({
  keyboardPage: page,
}) => {
  const designer = new Designer(page);
  const { settings } = designer;
  await openDataKey(designer);
  await tabTo(page, settings.description);
  await page.keyboard.press("End");
  await page.keyboard.type("?");
  await expect(settings.description).toHaveValue("Protects payment records?");
  await page.keyboard.press("Backspace");
  await expect(settings.description).toHaveValue("Protects payment records");
  await expect(page.getByRole("dialog")).toBeHidden();
});

test("the edge of the code pane moves by arrow keys", async ({
  keyboardPage: page,
}) => {
  const designer = new Designer(page);
  await openDataKey(designer);
  const edge = page.getByRole("separator", { name: "Resize the code pane" });
  await tabTo(page, edge);
  await expect(edge).toHaveAttribute("aria-valuenow", "392");
  await page.keyboard.press("ArrowLeft");
  await expect(edge).toHaveAttribute("aria-valuenow", "416");
  await page.reload();
  await expect(edge).toHaveAttribute("aria-valuenow", "416");
});
