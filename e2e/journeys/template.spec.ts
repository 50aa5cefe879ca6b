import { expect, test } from "../fixtures.ts";
import { pressOn, tabTo, writeInto } from "../keyboard.ts";
import { Designer } from "../pages/designer.ts";
import { PartSettings } from "../pages/part-settings.ts";
import { Template } from "../pages/template.ts";
import { oddTemplateDesign, templateDesign } from "../template-design.ts";

test("what a template says in place of a setting is shown in words, edited, and given up for a setting", async ({
  designer,
}) => {
  const { page, settings, code, topBar } = designer;
  const template = new Template(page);
  await designer.openDesign(templateDesign);
  const start = await designer.savedText();

  await expect(template.value("Automatic rotation")).toContainText(
    "if IsProd: true, else false",
  );
  await expect(template.value("Pending window (days)")).toContainText("Days");
  await expect(template.value("Tags")).toContainText("Stage: parameter Stage");
  await expect(settings.rotation).toBeHidden();

  const json = await template.openJson("Automatic rotation");
  await json.fill('{"Ref": ');
  await expect(template.value("Automatic rotation")).toContainText(
    "This is not valid JSON",
  );
  await json.fill('{"Ref": "Rotate"}');
  expect(await code.copied()).toContain("EnableKeyRotation: !Ref Rotate");
  await topBar.undo.click();
  await expect(template.value("Automatic rotation")).toContainText("IsProd");

  await template.dropValue("Automatic rotation");
  await expect(settings.rotation).toBeFocused();
  await expect(settings.rotation).not.toBeChecked();
  expect(await code.copied()).not.toContain("EnableKeyRotation");
  await topBar.undo.click();
  await expect(template.value("Automatic rotation")).toBeVisible();
  expect(await designer.savedText()).toBe(start);
});

test("attributes of a resource are chosen and removed", async ({
  designer,
}) => {
  const { page, outline, code } = designer;
  const template = new Template(page);
  await designer.openDesign(oddTemplateDesign);
  await expect(template.value("Removal policy")).toContainText(
    "UpdateReplacePolicy Delete",
  );
  const condition = template.attributes.getByRole("button", {
    name: /^Condition /,
  });
  await condition.click();
  await page.getByRole("option", { name: "IsDev" }).click();
  expect(await code.copied()).toContain("Condition: IsDev");
  await template.attributes
    .getByRole("button", { name: /^DependsOn / })
    .click();
  await page.getByRole("option", { name: "Bucket" }).click();
  await template.attributes
    .getByRole("button", { name: "Remove CreationPolicy" })
    .click();
  const design = await designer.savedDesign();
  expect(design.keys[0]).toMatchObject({
    overrides: { Condition: "IsDev", DependsOn: ["Role", "Bucket"] },
  });
  expect(design.keys[0]).not.toHaveProperty("overrides.CreationPolicy");

  await outline.row("Alias DataKeyAlias ${AWS::StackName}-data").click();
  const alias = new PartSettings(page, "Selected alias");
  await expect(template.value("Key")).toContainText("if IsProd: DataKey");
  await template.dropValue("Key");
  await expect(alias.choice("Key")).toBeVisible();
  await alias.field("Logical ID").fill("Renamed");
  expect(await code.copied()).toContain("Renamed:");
});

test("statements of a template are there under its conditions, and the policy takes the form of the CDK", async ({
  designer,
}) => {
  const { policy, code, topBar } = designer;
  await designer.openDesign(templateDesign);
  await policy.tab.click();
  await expect(policy.statement(4)).toContainText("If IsProd:");
  await policy.statement(4).click();
  const onlyWhen = policy.editor.getByRole("combobox", { name: "Only when" });
  await expect(onlyWhen).toHaveValue("IsProd");
  await policy.editorButton("is false").click();
  await expect(policy.statement(4)).toContainText("If not IsProd:");
  await onlyWhen.selectOption("always");
  await expect(policy.statement(4)).toContainText("4DenyEveryone");
  await topBar.undo.click();
  await topBar.undo.click();
  await expect(policy.statement(4)).toContainText("If IsProd:");

  const before = await code.copied();
  await policy.view
    .getByRole("button", { name: "Write it as the CDK does" })
    .click();
  await expect(policy.view).toContainText("only a template can say it");
  const { keys } = await designer.savedDesign();
  expect(JSON.stringify(keys)).not.toContain('"lists"');
  expect(JSON.stringify(keys)).toContain('"when"');
  await topBar.undo.click();
  expect(await code.copied()).toBe(before);
});

test("a policy that a template gives as a whole is kept as JSON until statements take its place", async ({
  designer,
}) => {
  const { page, outline, policy, settings } = designer;
  const template = new Template(page);
  await designer.openDesign(oddTemplateDesign);
  await outline.row("WholeKey 1 warning").or(outline.row("WholeKey")).click();
  await settings.button("Go to Policy").click();
  await expect(template.policyJson).toHaveValue(/"Ref": "Stage"/);
  await policy.view
    .getByRole("button", { name: "Use statements instead" })
    .click();
  await expect(policy.addStatement).toBeVisible();
});

test("the version of a policy is chosen where the key is a CfnKey", async ({
  designer,
}) => {
  const { outline, settings, code } = designer;
  await designer.openDesign(templateDesign);
  await settings.button("2008-10-17").click();
  expect(await code.copied()).toMatch(/Version: "?2008-10-17/);
  await settings.button("2012-10-17").click();
  await outline.addKey.click();
  await expect(settings.button("2008-10-17")).toBeDisabled();
});

test("what is kept of a template is listed, and values are assumed", async ({
  designer,
}) => {
  const { page, topBar } = designer;
  const template = new Template(page);
  await designer.openDesign(oddTemplateDesign);
  const start = await designer.savedText();
  await template.others(2).click();
  await expect(template.kept).toBeInViewport();
  await expect(template.list("Resources").getByRole("listitem")).toHaveText([
    /^Bucket AWS::S3::Bucket refers to DataKey$/,
    /^Role AWS::IAM::Role/,
  ]);
  await expect(template.part("KeyArn")).toContainText("refers to DataKey");
  await template.part("Accounts").click();
  await expect(template.kept).toContainText('"Audit": "111122223333"');

  const stage = template.assumedParameter("Stage");
  await expect(stage).toHaveAttribute("placeholder", "dev");
  await stage.fill("prod");
  const readers = template.assumedParameter("Readers");
  await readers.pressSequentially("a\nb");
  await expect(readers).toHaveValue("a\nb");
  await template.assumedCondition("IsProd", "True").click();
  expect((await designer.savedDesign()).stacks[0]?.assumed).toEqual({
    parameters: { Stage: "prod", Readers: ["a", "b"] },
    conditions: { IsProd: true },
  });

  await template.assumedCondition("IsProd", "Not assumed").click();
  await readers.fill("");
  await stage.fill("");
  expect(await designer.savedText()).toBe(start);
  await topBar.undo.click();
  await expect(stage).toHaveValue("prod");
});

test("the same by keyboard", async ({ keyboardPage: page }) => {
  const designer = new Designer(page);
  const template = new Template(page);
  const { settings, policy } = designer;
  await designer.visit();
  const chooser = page.waitForEvent("filechooser");
  await pressOn(page, designer.topBar.open);
  await (
    await chooser
  ).setFiles({
    name: "design.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(templateDesign)),
  });
  await expect(designer.topBar.designName("Payments")).toBeVisible();
  await pressOn(
    page,
    template
      .value("Automatic rotation")
      .getByRole("button", { name: "Use a setting instead" }),
  );
  await expect(settings.rotation).toBeFocused();

  await tabTo(page, settings.tab);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await pressOn(page, policy.statement(4));
  await tabTo(page, policy.editorButton("is false"));
  await page.keyboard.press("Space");
  await expect(policy.statement(4)).toContainText("If not IsProd:");

  await pressOn(page, template.others(1));
  await expect(template.part("AWSTemplateFormatVersion")).toBeFocused();
  await writeInto(page, template.assumedParameter("Stage"), "prod");
  await expect(template.assumedParameter("Stage")).toHaveValue("prod");
});
