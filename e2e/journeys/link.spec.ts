import { samples, type Design } from "../../core/index.ts";
import { expect, test } from "../fixtures.ts";
import { pressOn, tabTo, writeInto } from "../keyboard.ts";
import type { CodePane } from "../pages/code-pane.ts";
import { Designer } from "../pages/designer.ts";

const { design } = samples["symmetric-data-key"];

async function expectTinted(code: CodePane, piece: string): Promise<void> {
  await expect.poll(() => code.isTinted(piece), piece).toBe(true);
}

async function expectPlain(code: CodePane, piece: string): Promise<void> {
  await expect.poll(() => code.isTinted(piece), piece).toBe(false);
}

test("selecting a control tints the lines it wrote, in every target", async ({
  designer,
}) => {
  const { settings, code } = designer;
  await designer.openDesign(design);
  await settings.pendingWindow.click();
  await expectTinted(code, "PendingWindowInDays");
  await expectPlain(code, "RotationPeriodInDays");
  await expect(code.selected("Pending window (days)")).toBeVisible();

  await settings.rotationPeriod.click();
  await expectTinted(code, "RotationPeriodInDays");
  await expectPlain(code, "PendingWindowInDays");

  await code.show("CloudFormation", "JSON");
  await expectTinted(code, '"RotationPeriodInDays"');
  await code.show("CDK");
  await expect(code.panel).toContainText("rotationPeriod: ");
  await expectTinted(code, "180");
});

test("selecting an alias or a statement shows what it wrote", async ({
  designer,
}) => {
  const { outline, code, policy } = designer;
  await designer.openDesign(design);
  await outline.row("Alias payments/archive").click();
  await expect(code.panel).toContainText("AliasName: alias/payments/archive");
  await expect(code.selected("alias/payments/archive")).toBeVisible();

  await policy.tab.click();
  await policy.statement(4).click();
  await expect(code.panel).toContainText("Sid: PaymentsApiUse");
  await expectTinted(code, "Sid");
  await expect(code.selected("Statement PaymentsApiUse")).toBeVisible();
});

test("selecting a principal tints the lines that name it", async ({
  designer,
}) => {
  const { outline, code } = designer;
  await designer.openDesign(samples["symmetric-data-key"].design);
  await outline.principal("PaymentsApi").click();
  await expect(code.panel).toContainText(/role\s*\/\s*PaymentsApi/);
  await expect(code.selected("PaymentsApi")).toBeVisible();
});

/** A key whose template fits into the editor. */
const short: Design = {
  ...samples["hmac-key"].design,
  name: "Short",
  keys: samples["hmac-key"].design.keys.map((key) => ({
    ...key,
    description: "Signs callbacks",
    pendingWindowInDays: 10,
  })),
};

test("a click in the code selects the control that wrote the line", async ({
  designer,
}) => {
  const { settings, policy, code } = designer;
  await designer.openDesign(short);
  await expect(code.monaco).toBeVisible({ timeout: 30_000 });
  await code.text("PendingWindowInDays").click();
  await expect(code.selected("Pending window (days)")).toBeVisible();
  await expect(settings.pendingWindow).toBeInViewport();
  await expectTinted(code, "PendingWindowInDays");
  await code.text("Description").click();
  await expect(settings.description).toBeInViewport();
  await expectTinted(code, "Description");
  await expectPlain(code, "PendingWindowInDays");

  await policy.tab.click();
  await code.text("PendingWindowInDays").click();
  await expect(settings.tab).toHaveAttribute("aria-selected", "true");
  await expect(settings.pendingWindow).toBeInViewport();
});

test("a click on a statement in the code shows the statement", async ({
  designer,
}) => {
  const { policy, code } = designer;
  await designer.openDesign(samples["replaced-policy"].design);
  await expect(code.monaco).toBeVisible({ timeout: 30_000 });
  await code.text("Sid").first().click();
  await expect(policy.tab).toHaveAttribute("aria-selected", "true");
  await expect(code.selected("Statement AdminsManage")).toBeVisible();
  await expect(policy.statement(1)).toBeInViewport();
});

test("the cursor of the keyboard in the code selects what wrote its line", async ({
  keyboardPage: page,
}) => {
  const designer = new Designer(page);
  const { settings, code, start } = designer;
  await designer.visit();
  await pressOn(page, start.empty);
  await writeInto(page, settings.description, "Signs callbacks");
  await expect(code.monaco).toBeVisible({ timeout: 30_000 });
  await tabTo(page, code.editor);
  await page.keyboard.press("Control+Home");
  // Resources, the key, Type, Properties, Description.
  for (let down = 0; down < 4; down += 1)
    await page.keyboard.press("ArrowDown");
  await expect(code.selected("Description")).toBeVisible();
  await expect.poll(() => code.isTinted("Description")).toBe(true);
  await expect.poll(() => code.isTinted("KeyPolicy")).toBe(false);
});

test("the editor does not catch the keyboard", async ({
  keyboardPage: page,
}) => {
  const designer = new Designer(page);
  const { code, start } = designer;
  await designer.visit();
  await pressOn(page, start.empty);
  await expect(code.monaco).toBeVisible({ timeout: 30_000 });
  await tabTo(page, code.editor);
  await page.keyboard.press("Tab");
  await expect(code.editor).not.toBeFocused();
  await tabTo(page, code.editor, "Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await expect(code.download).toBeFocused();
});

test("a person who is in the code when the editor comes stays there", async ({
  keyboardPage: page,
}) => {
  const designer = new Designer(page);
  const { code, start } = designer;
  let letCome = () => {};
  const asked = new Promise<void>((resolve) => (letCome = resolve));
  await page.route(/code-editor.*\.js$/, async (route) => {
    await asked;
    await route.continue();
  });
  await designer.visit();
  await pressOn(page, start.empty);
  await tabTo(page, code.editor);
  letCome();
  await expect(code.monaco).toBeVisible({ timeout: 30_000 });
  await expect(code.editor).toBeFocused();
});
