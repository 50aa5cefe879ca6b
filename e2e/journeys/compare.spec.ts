import { samples } from "../../core/index.ts";
import { templateFile } from "../../core/testing/template-files.ts";
import { expect, test } from "../fixtures.ts";
import { Compare } from "../pages/compare.ts";
import { OpenText } from "../pages/open-text.ts";

test("what a change does to a deployed key is told, with a way there that loses no key", async ({
  designer,
}) => {
  const { page, settings } = designer;
  const compare = new Compare(page);
  await designer.visit();
  await designer.chooseFile("keys.yaml", templateFile("fragment.yaml"));
  await new OpenText(page).open.click();
  await compare.tab.click();
  await expect(compare.panel).toContainText("Baseline: keys");
  await expect(compare.panel).toContainText("No change.");

  await settings.tab.click();
  await settings.description.fill("Signs the releases");
  await expect(compare.update("SigningKey / Description")).toContainText(
    "In place",
  );
  await settings.choose(settings.keySpec, "RSA_2048");
  await expect(compare.update("SigningKey / KeySpec")).toContainText("Fails");
  await expect(compare.plan).toContainText("stage 1");
  await compare.target("Terraform").click();
  await expect(compare.update("SigningKey / KeySpec")).toContainText(
    "Replaces",
  );

  await page.reload();
  await expect(compare.panel).toContainText("Baseline: keys");
  await compare.take.click();
  await expect(compare.panel).toContainText("No change.");
  await compare.remove.click();
  await expect(compare.panel).toContainText("Nothing to compare with yet.");
});

test("AWS's own form of the policy is shown", async ({ designer }) => {
  const { page } = designer;
  const compare = new Compare(page);
  await designer.openDesign(samples["symmetric-data-key"].design);
  await compare.tab.click();
  await compare.panel.getByText(/^AWS stores the policy of/).click();
  await expect(compare.panel).toContainText('"Version": "2012-10-17"');
});

test("a design of v1 is moved to v2, or frozen so that nothing changes", async ({
  designer,
}) => {
  const { page, outline, code } = designer;
  const compare = new Compare(page);
  await designer.openDesign({
    ...samples["symmetric-data-key"].design,
    cdk: { line: "v1" },
  });
  await outline.row("Design settings CDK v1").click();
  const move = page.getByRole("region", { name: "Move to CDK v2" });
  await expect(move).toContainText("CDK v2 changes this");
  await move
    .getByRole("button", { name: "Open a program that changes nothing" })
    .click();
  await compare.tab.click();
  await expect(compare.panel).toContainText("No change.");
  await code.show("CDK", "TypeScript");
  expect(await code.copied()).toContain('from "aws-cdk-lib"');
});
