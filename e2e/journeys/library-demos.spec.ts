import { samples, type Sample, type SampleName } from "../../core/index.ts";
import { expect, test } from "../fixtures.ts";
import type { Designer } from "../pages/designer.ts";
import { realTemplates } from "../real-template.ts";

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
  "demo-custom-policy": async ({ policy }) => {
    await policy.tab.click();
    await policy.replace.click();
    await policy.addStatement.click();
    await policy.addPrincipal("Root");
    for (const action of ["kms:Describe*", "kms:List*", "kms:Put*"])
      await policy.addAction(action);
  },
};

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

    const { code } = designer;
    await code.show("CloudFormation", "JSON");
    const template = await code.copied();
    await code.show("CDK", "TypeScript");
    const program = await code.copied();
    const real = await realTemplates(name, { program });
    expect(real["program"]).toBe(template.trimEnd());
  });
}
