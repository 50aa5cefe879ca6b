import { samples } from "../../core/index.ts";
import { downloadedBy } from "../downloads.ts";
import { expect, test } from "../fixtures.ts";
import { pressOn, tabTo } from "../keyboard.ts";
import { partnerRole } from "../meaning-design.ts";
import { Designer } from "../pages/designer.ts";
import { Meaning } from "../pages/meaning.ts";

const VIA_S3 = "s3.us-east-1.amazonaws.com";
const design = {
  ...samples["demo-first-key"].design,
  settings: { account: "111122223333" },
};

test("an author lets a role of another account decrypt through S3 only, sees both sides, and that nobody else gained", async ({
  designer,
}) => {
  const { page, policy } = designer;
  const meaning = new Meaning(page);
  await designer.openDesign(design);
  await meaning.compareTab.click();
  await meaning.compare
    .getByRole("button", { name: "Use the design as it is now" })
    .click();
  await expect(meaning.compare).toContainText("The same access");

  await policy.tab.click();
  await policy.addStatement.click();
  await policy.addPrincipal(partnerRole);
  await policy.addAction("kms:Decrypt");
  await policy.addCondition("kms:ViaService", VIA_S3);

  await policy.view.getByText("Both sides").click();
  await expect(policy.view).toContainText("Proven sufficient together");
  await expect(policy.view).toContainText("either alone allows nothing");
  const file = await downloadedBy(page, () =>
    policy.view
      .getByRole("button", { name: "Download the IAM policy" })
      .click(),
  );
  expect(JSON.parse(file.text)).toMatchObject({
    Statement: [{ Effect: "Allow" }],
  });

  const gained = meaning.gained.getByRole("listitem");
  await expect(gained).toHaveCount(1);
  await expect(gained).toContainText("Analytics");
  await expect(gained).toContainText(VIA_S3);
  await expect(meaning.lost).toContainText("Nobody");

  await page.getByRole("tab", { name: "Access", exact: true }).click();
  const decrypt = page.getByRole("button", { name: /^Analytics, Decrypt: / });
  await expect(decrypt).toHaveAccessibleName(/if S3/);
});

test("the same by keyboard", async ({ keyboardPage: page }) => {
  const designer = new Designer(page);
  const meaning = new Meaning(page);
  const { policy } = designer;
  await designer.visit();
  const chooser = page.waitForEvent("filechooser");
  await pressOn(page, designer.topBar.open);
  await (
    await chooser
  ).setFiles({
    name: "design.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(design)),
  });
  await expect(designer.topBar.designName(design.name)).toBeVisible();
  await tabTo(page, designer.problems.tab);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await pressOn(
    page,
    meaning.compare.getByRole("button", {
      name: "Use the design as it is now",
    }),
  );
  await page.keyboard.press("Alt+3");
  await pressOn(page, policy.addStatement);
  await pressOn(page, policy.editorButton("Add principal").first());
  await page.keyboard.type(partnerRole);
  await page.keyboard.press("Enter");
  await pressOn(page, policy.editorButton("Add action").first());
  await page.keyboard.type("kms:Decrypt");
  await page.keyboard.press("Enter");
  await expect(meaning.gained.getByText(/Analytics/).first()).toBeVisible();
  await pressOn(page, policy.view.getByText("Both sides"));
  await expect(policy.view).toContainText("Proven sufficient together");
  await expect(meaning.lost).toContainText("Nobody");
});
