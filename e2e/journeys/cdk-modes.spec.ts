import { settingsOfMode } from "../../core/index.ts";
import { textOf } from "../core-export.ts";
import { expect, test } from "../fixtures.ts";
import { pressOn, tabTo } from "../keyboard.ts";
import { Designer } from "../pages/designer.ts";
import { PartSettings } from "../pages/part-settings.ts";
import { realStacks } from "../real-template.ts";

const aliasFlag = "@aws-cdk/aws-kms:aliasNameRef";

test("the CDK app of a design is chosen by words, and then flag by flag", async ({
  designer,
}) => {
  const { page, outline, code, topBar } = designer;
  await designer.startEmpty();
  const start = await designer.savedText();
  const settings = new PartSettings(page, "Design settings");
  await outline.row("Design settings CDK v2").click();
  await expect(settings.radio("New v2 app")).toBeChecked();
  await expect(settings.toggle(aliasFlag)).toBeChecked();

  await settings.radio("Older v2 app").check();
  await expect(settings.toggle(aliasFlag)).not.toBeChecked();
  await expect(settings.button("Strong")).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  expect((await designer.savedDesign()).cdk).toEqual(
    settingsOfMode("older-v2"),
  );

  await settings.toggle(aliasFlag).check();
  await expect(settings.region).toContainText("Chosen flag by flag");
  await expect(settings.radio("Older v2 app")).not.toBeChecked();
  await settings.button("Both").click();
  await expect(settings.region).toContainText("to move from strong to weak");

  await code.show("CDK", "Python");
  await code.region.getByRole("button", { name: /^File / }).click();
  await page.getByRole("option", { name: "cdk.json", exact: true }).click();
  await expect(code.panel).toContainText(aliasFlag);
  expect((await code.downloaded()).name).toBe("cdk.json");

  await settings.radio("v1 app").check();
  await expect(outline.row("Design settings CDK v1")).toBeVisible();
  await code.show("CDK", "TypeScript");
  const design = await designer.savedDesign();
  expect(await code.copied()).toBe(textOf(design, "cdk-v1-typescript"));
  await expect(settings.button("Weak")).toBeHidden();

  while (await topBar.undo.isEnabled()) await topBar.undo.click();
  expect(await designer.savedText()).toBe(start);
  await expect(settings.radio("New v2 app")).toBeChecked();
});

test("what CDK v1 does not know can be chosen, and is said in place", async ({
  designer,
}) => {
  const { page, outline, settings } = designer;
  await designer.startEmpty();
  await outline.row("Design settings CDK v2").click();
  await new PartSettings(page, "Design settings").radio("v1 app").check();
  await outline.row("Key").click();
  const trust = settings.view.getByRole("checkbox", {
    name: "Trust account identities",
  });
  await expect(trust).not.toBeChecked();
  await trust.check();
  expect((await designer.savedDesign()).keys[0]).toMatchObject({
    trustAccountIdentities: true,
  });
  await settings.choose(settings.keySpec, "HMAC_256");
  await expect(settings.view).toContainText("CDK v1 does not know");
});

test("a key is written with its L1 construct, and means the same", async ({
  designer,
}) => {
  const { settings, code } = designer;
  await designer.startEmpty();
  await settings.alias("alias/data");
  const start = await designer.savedDesign();
  await settings.button("CfnKey (L1)").click();
  await expect(settings.button("Retain")).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await code.show("CDK", "TypeScript");
  await expect(code.panel).toContainText("kms.Key.fromCfnKey(cfnKey)");
  const program = await code.copied();
  const design = await designer.savedDesign();
  await code.show("CloudFormation", "JSON");
  expect(await realStacks("l1", program, design)).toEqual({
    KeyStack: (await code.copied()).trimEnd(),
  });
  await settings.button("Key (L2)").click();
  expect(await designer.savedDesign()).toEqual(start);
});

test("the CDK app is chosen by keyboard", async ({ keyboardPage: page }) => {
  const designer = new Designer(page);
  await designer.visit();
  await pressOn(page, designer.start.empty);
  await expect(designer.settings.keySpec).toBeVisible();
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox", { name: "Search or run a command" });
  await expect(field).toBeFocused();
  await page.keyboard.type("design settings");
  await page.keyboard.press("Enter");
  const settings = new PartSettings(page, "Design settings");
  await tabTo(page, settings.radio("New v2 app"));
  await page.keyboard.press("ArrowDown");
  await expect(settings.radio("Older v2 app")).toBeChecked();
  await pressOn(page, settings.toggle(aliasFlag), "Space");
  await expect(settings.toggle(aliasFlag)).toBeChecked();
  await expect(settings.region).toContainText("Chosen flag by flag");
});
