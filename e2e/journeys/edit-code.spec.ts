import { samples } from "../../core/index.ts";
import { templateFile } from "../../core/testing/template-files.ts";
import { expect, test } from "../fixtures.ts";
import { OpenText } from "../pages/open-text.ts";
import type { Designer } from "../pages/designer.ts";

const text = templateFile("every-tag.yaml");

async function openTemplate(designer: Designer): Promise<void> {
  await designer.visit();
  await designer.chooseFile("payments.yaml", text);
  await new OpenText(designer.page).open.click();
  await designer.code.show("CloudFormation", "YAML");
}

test("the text of a template edits the design, comments and all, and one undo takes it back", async ({
  designer,
}) => {
  const { code, topBar, policy } = designer;
  await openTemplate(designer);
  const typed = text
    .replace("Sid: Whoever it is", "Sid: Whoever they are # all of them")
    .replace("Default: 14", "Default: 21");
  await code.write(typed);
  await expect.poll(() => code.copied()).toBe(typed);
  const { keys } = await designer.savedDesign();
  expect(JSON.stringify(keys)).toContain("Whoever they are");
  await policy.tab.click();
  await topBar.undo.click();
  await expect.poll(() => code.copied()).toBe(text);
});

test("text with a mistake stays beside the design, through a reload, until it is mended or discarded", async ({
  designer,
}) => {
  const { code, page } = designer;
  await openTemplate(designer);
  const before = await designer.savedText();
  await code.write(text.replace("Resources:", "Resources: ["));
  await expect(code.status).toContainText("Not in the design yet, line");
  expect(await designer.savedText()).toBe(before);
  await page.reload();
  await expect(code.status).toContainText("Not in the design yet, line");
  await code.discard.click();
  await expect(code.status).toContainText("Edit here");
  await expect.poll(() => code.copied()).toBe(text);
});

test("a key policy is edited as text, and what the default policy writes is not", async ({
  designer,
}) => {
  const { code } = designer;
  await designer.openDesign(samples["symmetric-data-key"].design);
  await code.show("Key policy");
  const written = await code.copied();
  await code.write(written.replace('"kms:*"', '"kms:Get*"'));
  await expect(code.status).toContainText(
    "is written by a grant, an administrator or the default policy",
  );
  await code.discard.click();
  const added = `,
    {
      "Effect": "Deny",
      "Principal": "*",
      "Action": "kms:ScheduleKeyDeletion",
      "Resource": "*"
    }
  ]`;
  await code.write(written.replace(/\s*\](?=[^\]]*$)/, () => added));
  await expect(code.status).toContainText("Edit here");
  const { keys } = await designer.savedDesign();
  expect(JSON.stringify(keys)).toContain("kms:ScheduleKeyDeletion");
});
