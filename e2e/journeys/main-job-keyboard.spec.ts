import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { textOf } from "../core-export.ts";
import { downloadedBy } from "../downloads.ts";
import { pressOn, tabTo, writeInto } from "../keyboard.ts";
import { Designer } from "../pages/designer.ts";
import { inEmptyStack, realTemplates } from "../real-template.ts";
import { mainJobDesign } from "../main-job-design.ts";

test("a person designs two keys by keyboard alone and takes away code that the real CDK agrees with", async ({
  keyboardPage: page,
}) => {
  const designer = new Designer(page);
  await designer.visit();
  await pressOn(page, designer.start.empty);
  await designSigningKey(page, designer);
  await designDataKey(page, designer);
  await designStatement(page, designer);

  const saved = await downloadedBy(page, () =>
    page.keyboard.press("Control+s"),
  );
  expect(JSON.parse(saved.text)).toEqual(mainJobDesign);

  const template = await takeTemplate(page, designer);
  expect(template).toBe(textOf(mainJobDesign, "cloudformation-json"));

  const { code } = designer;
  await tabTo(page, code.target("CloudFormation"));
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(code.panel).toContainText("dataKey.addToResourcePolicy(");
  await pressOn(page, code.copy);
  const program = await code.clipboard();

  await pressOn(page, code.constructOnly, "Space");
  await expect(code.panel).not.toContainText("import * as cdk");
  await pressOn(page, code.copy);
  const construct = await code.clipboard();

  const real = await realTemplates("keyboard", {
    app: program,
    construct: inEmptyStack(construct, mainJobDesign),
  });
  expect(real).toEqual({
    app: template.trimEnd(),
    construct: template.trimEnd(),
  });
});

async function designSigningKey(
  page: Page,
  { settings, outline, key }: Designer,
): Promise<void> {
  await pressOn(page, settings.keySpec);
  await page.keyboard.type("NIST_P256");
  await expect(settings.option("ECC_NIST_P256")).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(settings.keyUsage).toHaveText("SIGN_VERIFY");
  await renameKey(page, outline.menu("Key"), "SigningKey");
  await expect(key.getByRole("heading", { name: "SigningKey" })).toBeVisible();
}

async function designDataKey(page: Page, designer: Designer): Promise<void> {
  const { settings, outline, key } = designer;
  await pressOn(page, outline.addKey);
  await expect(key.getByRole("heading", { level: 2 })).toHaveText("Key");
  await renameKey(page, outline.menu("Key"), "DataKey");
  await expect(settings.keySpec).toHaveText("SYMMETRIC_DEFAULT");
  await pressOn(page, settings.rotation, "Space");
  await writeInto(page, settings.rotationPeriod, "180");
  await writeInto(page, settings.pendingWindow, "10");
  await enter(page, settings.newAlias, "alias/payments/data");
  await enter(page, settings.newAlias, "payments/archive");
  await expect(settings.button("Remove alias/payments/archive")).toBeVisible();
  await enter(
    page,
    settings.administrator,
    "arn:aws:iam::111122223333:role/KeyAdmins",
  );
  await enter(
    page,
    settings.administrator,
    "arn:aws:iam::111122223333:user/Jane",
  );
  await expect(settings.button("Remove KeyAdmins")).toBeVisible();
  await expect(settings.button("Remove Jane")).toBeVisible();
}

async function designStatement(
  page: Page,
  { policy }: Designer,
): Promise<void> {
  await page.keyboard.press("Alt+3");
  await pressOn(page, policy.addStatement);
  await pressOn(page, policy.editorButton("Add principal"));
  await enter(
    page,
    policy.principal,
    "arn:aws:iam::111122223333:role/PaymentsApi",
  );
  await tabTo(page, policy.editorButton("Remove AccountRoot"), "Shift+Tab");
  await page.keyboard.press("Enter");
  await pressOn(page, policy.editorButton("Add action"));
  await enter(page, policy.action, "kms:Decrypt");
  await tabTo(page, policy.editorButton("Remove kms:DescribeKey"), "Shift+Tab");
  await page.keyboard.press("Enter");
  await pressOn(page, policy.editorButton("Add condition"));
  await expect(policy.newCondition.getByLabel("Condition key")).toBeFocused();
  await page.keyboard.type("kms:EncryptionContext:app");
  await enter(
    page,
    policy.newCondition.getByLabel("Value", { exact: true }),
    "payments",
  );
  await expect(policy.statement(4)).toContainText("PaymentsApi may decrypt");
}

/** Reads, copies and downloads the CloudFormation template. */
async function takeTemplate(page: Page, { code }: Designer): Promise<string> {
  await pressOn(page, code.button("JSON"), "Space");
  await expect(code.panel).toContainText('"RotationPeriodInDays": 180');
  await expect(code.panel).toContainText('"PendingWindowInDays": 10');
  await pressOn(page, code.copy);
  const template = await code.clipboard();
  await tabTo(page, code.download);
  const file = await downloadedBy(page, () => page.keyboard.press("Enter"));
  expect(file).toEqual({ name: "KeyStack.template.json", text: template });
  return template;
}

/** Opens the menu of the selected key, chooses its first entry, and types the name. */
async function renameKey(
  page: Page,
  menu: Locator,
  name: string,
): Promise<void> {
  await pressOn(page, menu);
  await expect(menu).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Rename key" });
  await expect(dialog.getByRole("textbox", { name: "Key name" })).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
}

/** Writes into a field and presses Enter. */
async function enter(page: Page, field: Locator, text: string): Promise<void> {
  await writeInto(page, field, text);
  await page.keyboard.press("Enter");
}
