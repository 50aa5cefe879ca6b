import { expect, test } from "../fixtures.ts";
import { textOf } from "../core-export.ts";
import type { Designer } from "../pages/designer.ts";
import { inEmptyStack, realTemplates } from "../real-template.ts";
import { mainJobDesign } from "../main-job-design.ts";

test("a person designs two keys by mouse and takes away code that the real CDK agrees with", async ({
  designer,
}) => {
  await designer.startEmpty();
  await designSigningKey(designer);
  await designDataKey(designer);
  await designStatement(designer);

  const design = await designer.savedDesign();
  expect(design).toEqual(mainJobDesign);

  const { code } = designer;
  await code.show("CloudFormation", "YAML");
  await expect(code.panel).toContainText("RotationPeriodInDays: 180");
  await expect(code.panel).toContainText("PendingWindowInDays: 10");
  await designer.outline.row("SigningKey").click();
  await expect(code.panel).toContainText("KeySpec: ECC_NIST_P256");
  await expect(code.panel).toContainText("KeyUsage: SIGN_VERIFY");
  expect(await code.copied()).toBe(textOf(design, "cloudformation-yaml"));

  await code.show("CloudFormation", "JSON");
  await expect(code.panel).toContainText('"KeySpec": "ECC_NIST_P256"');
  const template = await code.copied();
  expect(template).toBe(textOf(design, "cloudformation-json"));
  const file = await code.downloaded();
  expect(file).toEqual({ name: "KeyStack.template.json", text: template });

  await code.show("CDK");
  await expect(code.panel).toContainText("new kms.Key(this, ");
  const program = await code.copied();

  await code.constructOnly.click();
  await expect(code.panel).not.toContainText("import * as cdk");
  const construct = await code.copied();

  const real = await realTemplates("mouse", {
    app: program,
    construct: inEmptyStack(construct, design),
  });
  expect(real).toEqual({
    app: template.trimEnd(),
    construct: template.trimEnd(),
  });
});

async function designSigningKey(designer: Designer): Promise<void> {
  const { settings, outline, key } = designer;
  await settings.choose(settings.keySpec, "ECC_NIST_P256");
  await expect(settings.keyUsage).toHaveText("SIGN_VERIFY");
  await expect(
    settings.view.getByText("Key usage changes to SIGN_VERIFY."),
  ).toBeVisible();
  await outline.renameKey("Key", "SigningKey");
  await expect(key.getByRole("heading", { name: "SigningKey" })).toBeVisible();
}

async function designDataKey(designer: Designer): Promise<void> {
  const { settings, outline, key } = designer;
  await outline.addKey.click();
  await expect(key.getByRole("heading", { level: 2 })).toHaveText("Key");
  await outline.renameKey("Key", "DataKey");
  await expect(settings.keySpec).toHaveText("SYMMETRIC_DEFAULT");
  await settings.rotation.check();
  await settings.rotationPeriod.fill("180");
  await settings.pendingWindow.fill("10");
  await settings.alias("alias/payments/data");
  await settings.alias("payments/archive");
  await expect(settings.button("Remove alias/payments/data")).toBeVisible();
  await expect(settings.button("Remove alias/payments/archive")).toBeVisible();
  await settings.administer("arn:aws:iam::111122223333:role/KeyAdmins");
  await settings.administer("arn:aws:iam::111122223333:user/Jane");
  await expect(settings.button("Remove KeyAdmins")).toBeVisible();
  await expect(settings.button("Remove Jane")).toBeVisible();
}

async function designStatement({ policy }: Designer): Promise<void> {
  await policy.tab.click();
  await policy.addStatement.click();
  await policy.addPrincipal("arn:aws:iam::111122223333:role/PaymentsApi");
  await policy.editorButton("Remove AccountRoot").click();
  await policy.addAction("Decrypt");
  await policy.editorButton("Remove kms:DescribeKey").click();
  await policy.addCondition("kms:EncryptionContext:app", "payments");
  await expect(policy.statement(4)).toContainText("PaymentsApi may decrypt");
}
