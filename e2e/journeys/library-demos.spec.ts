import {
  exportDesign,
  samples,
  type Sample,
  type SampleName,
} from "../../core/index.ts";
import { textOf } from "../core-export.ts";
import { expect, test } from "../fixtures.ts";
import type { Designer } from "../pages/designer.ts";
import { Grants } from "../pages/grants.ts";
import { PartDialog } from "../pages/part-dialog.ts";
import { PartSettings } from "../pages/part-settings.ts";
import { realStacks } from "../real-template.ts";

/** What a person does in the demos of the construct library's documentation. */
const played: Readonly<
  Partial<Record<SampleName, (designer: Designer) => Promise<void>>>
> = {
  "demo-define-key": async ({ outline, settings }) => {
    await outline.addKey.click();
    await settings.rotation.check();
    await settings.rotationPeriod.fill("180");
  },
  "demo-waiting-period": async ({ settings }) => {
    await settings.pendingWindow.fill("10");
    await settings.button("Destroy").click();
  },
  "demo-aliases": async ({ settings }) => {
    await settings.alias("alias/foo");
    await settings.alias("alias/bar");
  },
  "demo-spec-and-usage": async ({ page, settings }) => {
    await settings.choose(settings.keySpec, "ECC_SECG_P256K1");
    await expect(settings.keyUsage).toContainText("SIGN_VERIFY");
    await grant(new Grants(page), "App", "Sign and verify");
  },
  "demo-sharing": async ({ page, outline }) => {
    await outline.stack("UseStack").click();
    await outline.addFromMenu("Alias");
    const alias = new PartSettings(page, "Selected alias");
    await alias.field("Alias name").fill("alias/foo");
    await outline.row("Design settings CDK v2").click();
    await new PartSettings(page, "Design settings").button("Strong").click();
  },
  "demo-import-by-arn": async ({ page, outline, settings }) => {
    await outline.addFromMenu("Import key by ARN");
    await add(
      new PartDialog(page, "Import key by ARN"),
      "arn:aws:kms:us-east-1:111122223333:key/12345678-1234-1234-1234-123456789012",
    );
    await settings.alias("alias/foo");
  },
  "demo-import-by-alias": async ({ page, outline }) => {
    await outline.addFromMenu("Import key by alias");
    await add(new PartDialog(page, "Import key by alias"), "alias/aws/s3");
    await outline.addFromMenu("CloudTrail trail");
  },
  "demo-look-up": async ({ page, outline }) => {
    await outline.addFromMenu("Look up key");
    await add(new PartDialog(page, "Look up key"), "alias/KeyAlias");
    await grant(new Grants(page), "MyRole", "Encrypt and decrypt");
  },
  "demo-trust": async ({ page, outline, settings, code }) => {
    await outline.row("Design settings CDK v2").click();
    await new PartSettings(page, "Design settings").radio("v1 app").check();
    await expect(code.panel).toContainText("kms:GenerateDataKey");
    await outline.row("MyKey").click();
    await settings.view
      .getByRole("checkbox", { name: "Trust account identities" })
      .check();
  },
  "demo-grants": async ({ page }) => {
    const grants = new Grants(page);
    await grant(grants, "MyUser", "Encrypt and decrypt");
    await grant(grants, "Sns", "Decrypt");
  },
  "demo-administrators": async ({ page, outline, settings }) => {
    await outline.row("MyKey").click();
    await settings.administer("TrustedRole");
    await outline.row("MyKey2").click();
    await grant(new Grants(page), "TrustedRole", "Administer");
  },
  "demo-custom-policy": async ({ policy }) => {
    await policy.tab.click();
    await policy.replace.click();
    await policy.addStatement.click();
    await policy.addPrincipal("Root");
    for (const action of ["kms:Describe*", "kms:List*", "kms:Put*"])
      await policy.addAction(action);
  },
};

/** The targets of each line by language. */
const programs = {
  v1: { TypeScript: "cdk-v1-typescript", Python: "cdk-v1-python" },
  v2: { TypeScript: "cdk-typescript", Python: "cdk-python" },
} as const;

async function grant(
  grants: Grants,
  principal: string,
  permission: string,
): Promise<void> {
  await grants.grant(principal);
  // A new grant has the usual permission of the key's usage already.
  if (!(await grants.permission(principal).innerText()).includes(permission))
    await grants.permit(principal, permission);
}

async function add(dialog: PartDialog, text: string): Promise<void> {
  await dialog.field.fill(text);
  await dialog.button("Add").click();
}

test("every demo of the library is played", () => {
  const names = Object.entries<Sample>(samples)
    .filter(([, { kind }]) => kind === "demo")
    .map(([name]) => name);
  const elsewhere = ["demo-first-key", "demo-mend"];
  expect([...Object.keys(played), ...elsewhere].toSorted()).toEqual(
    names.toSorted(),
  );
});

for (const [name, play] of Object.entries(played)) {
  const sample = new Map<string, Sample>(Object.entries(samples)).get(name);
  if (sample === undefined) throw new Error(`there is no demo ${name}`);

  test(`"${sample.title}" is played by hand, and the real CDK agrees with its end`, async ({
    designer,
  }) => {
    await designer.visit();
    await designer.start.browseTemplates.click();
    await designer.start.card(sample.title).click();
    await play(designer);
    const steps = designer.page.getByRole("region", { name: "Demo steps" });
    const { length } = sample.steps;
    await expect(steps.getByText(`${length} of ${length}`)).toBeVisible();
    await expect(steps.getByRole("status")).toHaveText(
      `Finished. ${sample.end ?? ""}`,
    );

    const design = await designer.savedDesign();
    const { line } = design.cdk;
    const { code } = designer;
    await code.show("CloudFormation", "JSON");
    const templates: Record<string, string> = {};
    for (const { id } of design.stacks) {
      if (design.stacks.length > 1) await code.chooseStack(id);
      templates[id] = (await code.copied()).trimEnd();
    }
    await code.show("CDK", "TypeScript");
    const program = await code.copied();
    expect(await realStacks(name, program, design)).toEqual(templates);

    await code.show("CDK", "Python");
    expect(await code.copied()).toBe(textOf(design, programs[line].Python));

    const other = line === "v2" ? "v1" : "v2";
    await code.chooseLine(other);
    for (const language of ["Python", "TypeScript"] as const) {
      await code.button(language).click();
      const exported = exportDesign(design, programs[other][language]);
      if (exported.ok) expect(await code.copied()).toBe(exported.value.text);
      else await expect(code.panel).toContainText(`CDK ${other} does not know`);
    }
  });
}
