import { parseDesign, samples } from "../../core/index.ts";
import { expect, test } from "../fixtures.ts";
import { pressOn, tabTo } from "../keyboard.ts";
import { Designer } from "../pages/designer.ts";
import { OpenText, policyText } from "../pages/open-text.ts";

test("a policy pasted anywhere is shown before it opens, and comes out as it came in", async ({
  designer,
}) => {
  const { page, code, policy } = designer;
  await designer.visit();
  const window = new OpenText(page);
  await window.pasteAnywhere(policyText);
  await expect(window.field).toHaveValue(policyText);
  await expect(window.review).toHaveText("Key policy: 1 key, 2 statements.");
  await window.open.click();

  await expect(designer.topBar.designName("Imported policy")).toBeVisible();
  await expect(policy.tab).toHaveAttribute("aria-selected", "true");
  const design = await designer.savedDesign();
  expect(parseDesign(design)).toMatchObject({ ok: true });
  expect(design.principals.map(({ id }) => id)).toEqual([
    "Account111122223333",
    "App",
  ]);
  await code.show("Key policy");
  expect(JSON.parse(await code.copied())).toEqual(JSON.parse(policyText));
});

test("a mistake is told with its place, mended in the field, and read again", async ({
  designer,
}) => {
  const { page } = designer;
  await designer.visit();
  const window = new OpenText(page);
  await designer.start.pastePolicy.click();
  await expect(window.review).toHaveText("Nothing to open yet.");
  await window.field.fill(policyText.replace('"Allow",', '"Allow"'));
  await expect(window.review).toContainText("Key policy: 1 key, 2 statements.");
  await expect(window.review).toContainText(
    "line 7, column 7: this is not valid JSON: comma expected",
  );
  await window.field.fill(policyText);
  await expect(window.review).toHaveText("Key policy: 1 key, 2 statements.");
});

const refused: Readonly<Record<string, { text: string; says: string }>> = {
  "a policy of a role": {
    text: policyText.replaceAll(/"Principal".*/g, ""),
    says: "no statement names a principal",
  },
  "a template": {
    text: '{"Resources": {}}',
    says: "nothing that can be opened",
  },
  "an empty file": { text: "", says: "Nothing to open yet" },
  "something else": { text: "hello", says: "nothing that can be opened" },
};

for (const [name, { text, says }] of Object.entries(refused)) {
  test(`${name} is refused with the reason, and the open design stays`, async ({
    designer,
  }) => {
    const { page, topBar } = designer;
    const { design } = samples["symmetric-data-key"];
    await designer.openDesign(design);
    const before = await designer.savedText();
    await designer.chooseFile("other.json", text);
    const window = new OpenText(page);
    await expect(window.review).toContainText(says);
    await window.open.click();
    await expect(window.review).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(window.review).toBeHidden();
    await expect(topBar.designName(design.name)).toBeVisible();
    expect(await designer.savedText()).toBe(before);
  });
}

test("files of what the command line prints make one key together", async ({
  designer,
}) => {
  const { page, settings, topBar } = designer;
  await designer.visit();
  await designer.dropFiles({
    "policy.json": JSON.stringify({ Policy: policyText }),
    "key.txt": `$ aws kms describe-key --key-id k\n${JSON.stringify({
      KeyMetadata: {
        KeyId: "k",
        Arn: "arn:aws:kms:eu-west-1:111122223333:key/k",
        Description: "Of the ledger",
      },
    })}`,
    "aliases.txt": JSON.stringify({
      Aliases: [{ AliasName: "alias/ledger", TargetKeyId: "k" }],
    }),
  });
  const window = new OpenText(page);
  await expect(window.review).toContainText(
    "AWS CLI output: 1 key, 2 statements.",
  );
  await expect(window.review).toContainText("the key exists already");
  await window.open.click();
  await expect(topBar.designName("policy")).toBeVisible();
  await designer.settings.tab.click();
  const design = await designer.savedDesign();
  expect(design.stacks).toMatchObject([
    { account: "111122223333", region: "eu-west-1" },
  ]);
  expect(design.keys).toMatchObject([
    { kind: "imported", found: { aliases: ["alias/ledger"] } },
  ]);
  await page.getByRole("button", { name: "Bring under management" }).click();
  await expect(settings.description).toHaveValue("Of the ledger");
});

test("a state of Terraform opens as a design, and says what it left out", async ({
  designer,
}) => {
  const { page, outline } = designer;
  const resource = (type: string, values: object) => ({
    address: `${type}.ledger`,
    mode: "managed",
    type,
    name: "ledger",
    values,
  });
  await designer.visit();
  await designer.chooseFile(
    "state.json",
    JSON.stringify({
      format_version: "1.0",
      values: {
        root_module: {
          resources: [
            resource("aws_kms_key", { key_id: "k", policy: policyText }),
            resource("aws_kms_grant", { key_id: "k" }),
          ],
        },
      },
    }),
  );
  const window = new OpenText(page);
  await expect(window.review).toContainText(
    "Terraform plan or state: 1 key, 2 statements.",
  );
  await expect(window.review).toContainText("aws_kms_grant.ledger");
  await window.open.click();
  await expect(outline.row("Ledger")).toBeVisible();
});

test("a text is opened by keyboard alone", async ({ keyboardPage: page }) => {
  const designer = new Designer(page);
  await designer.visit();
  await pressOn(page, designer.start.pastePolicy);
  const window = new OpenText(page);
  await expect(window.field).toBeFocused();
  await page.keyboard.insertText(policyText);
  await expect(window.review).toHaveText("Key policy: 1 key, 2 statements.");
  await tabTo(page, window.open);
  await page.keyboard.press("Enter");
  await expect(designer.topBar.designName("Imported policy")).toBeVisible();
});
