import { cdkOut, templateFile } from "../../core/testing/template-files.ts";
import { expect, test } from "../fixtures.ts";
import { OpenText } from "../pages/open-text.ts";

const text = templateFile("every-tag.yaml");

test("a template is shown before it opens, is edited by hand, and keeps every other line", async ({
  designer,
}) => {
  const { page, code, settings, topBar } = designer;
  await designer.visit();
  await designer.chooseFile("payments.yaml", text);
  const window = new OpenText(page);
  await expect(window.review).toContainText(
    "CloudFormation template: 1 key, 1 alias, 5 statements.",
  );
  await expect(window.review).toContainText("Resources: Role");
  await window.open.click();
  await expect(topBar.designName("payments")).toBeVisible();
  await code.show("CloudFormation", "YAML");
  expect(await code.copied()).toBe(text);

  await settings.tab.click();
  await page.getByText("The key can be used", { exact: true }).click();
  await expect
    .poll(() => code.copied())
    .toBe(
      text.replace(
        "          Value: !Ref Stage\n",
        "          Value: !Ref Stage\n      Enabled: false\n",
      ),
    );
});

test("the files of cdk.out open as their stacks", async ({ designer }) => {
  const { page, outline } = designer;
  await designer.visit();
  await designer.dropFiles(
    Object.fromEntries(
      cdkOut.map(({ name, text: content }) => [
        name.replace("cdk.out/", ""),
        content,
      ]),
    ),
  );
  const window = new OpenText(page);
  await expect(window.review).toContainText(
    "CloudFormation template: 2 stacks, 3 keys",
  );
  await expect(window.field).toBeHidden();
  await window.open.click();
  await expect(outline.row("DataKey")).toBeVisible();
  await expect(outline.stack("Users")).toBeVisible();
});

test("what is wrong in a template is told with its line, and the open design stays", async ({
  designer,
}) => {
  const { page, topBar } = designer;
  await designer.startEmpty();
  const before = await designer.savedText();
  await designer.chooseFile(
    "broken.yaml",
    "Resources:\n  Key:\n    Type: AWS::KMS::Key\n   Bad: [\n",
  );
  const window = new OpenText(page);
  await expect(window.review).toContainText("This cannot be opened.");
  await expect(window.review).toContainText("line 4");
  await page.keyboard.press("Escape");
  await expect(topBar.saveFile).toBeVisible();
  expect(await designer.savedText()).toBe(before);
});

test("a key that exists is brought under management, and its files say how to import it", async ({
  designer,
}) => {
  const { page, policy, settings, code } = designer;
  await designer.visit();
  await designer.chooseFile(
    "key.json",
    `${JSON.stringify({
      KeyMetadata: {
        KeyId: "1234abcd",
        Arn: "arn:aws:kms:eu-west-1:111122223333:key/1234abcd",
        KeyManager: "CUSTOMER",
        Description: "Of the ledger",
      },
    })}
${JSON.stringify({
  Policy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::111122223333:root" },
        Action: "kms:*",
        Resource: "*",
      },
    ],
  }),
})}`,
  );
  const window = new OpenText(page);
  await expect(window.review).toContainText("opens as an imported key");
  await window.open.click();
  await expect(
    page.getByRole("list", { name: "Statements of the key that exists" }),
  ).toContainText("IAM policies of account 111122223333");
  await settings.tab.click();
  await page.getByRole("button", { name: "Bring under management" }).click();
  await expect(settings.description).toHaveValue("Of the ledger");
  const mapping = page.getByRole("region", {
    name: "Resource mapping, for the CDK",
  });
  await expect(mapping).toContainText('"KeyId": "1234abcd"');
  await code.show("CloudFormation", "YAML");
  expect(await code.copied()).toContain("DeletionPolicy: Retain");
  await policy.tab.click();
  await settings.tab.click();
  await page.getByRole("button", { name: "It is imported" }).click();
  await expect(mapping).toBeHidden();
});
