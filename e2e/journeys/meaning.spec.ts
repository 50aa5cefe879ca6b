import { gzipSync } from "node:zlib";
import { samples } from "../../core/index.ts";
import { downloadedBy } from "../downloads.ts";
import { expect, test } from "../fixtures.ts";
import { pressOn, tabTo, writeInto } from "../keyboard.ts";
import { eventOf, partnerDesign, partnerRole } from "../meaning-design.ts";
import { Designer } from "../pages/designer.ts";
import { Meaning } from "../pages/meaning.ts";

const sample = samples["rsa-encryption-key"];

test("a reviewer reads who has access, tightens a condition, sees who lost what, keeps a test and goes back", async ({
  designer,
}) => {
  const { page, start, policy, topBar } = designer;
  const meaning = new Meaning(page);
  await designer.visit();
  await start.browseTemplates.click();
  await start.card(sample.title).click();

  await page.getByRole("tab", { name: "Access", exact: true }).click();
  await expect(page.getByRole("grid")).toContainText("Partner");
  await expect(meaning.standing).toContainText("Not public");
  await meaning.standing.getByRole("button", { name: "Not public" }).click();
  await expect(meaning.proof("Public access")).toContainText("checked");
  await expect(meaning.proofs).toContainText(
    "account 444455556666 may encrypt, get the public key and describe key",
  );

  await meaning.compareTab.click();
  await meaning.compare
    .getByRole("button", { name: "Use the design as it is now" })
    .click();
  await expect(meaning.compare).toContainText("The same access");
  await policy.tab.click();
  await policy.statement(2).click();
  await policy.addCondition("aws:PrincipalOrgID", "o-a1b2c3d4e5");
  await expect(meaning.compare).toContainText("Less access: nobody gained any");
  await expect(meaning.gained).toContainText("Nobody");
  await expect(meaning.lost).toContainText(
    "account 444455556666 may no longer encrypt",
  );

  await meaning.lost.getByRole("button", { name: "Show a request" }).click();
  await expect(meaning.answer).toContainText("Denied");
  await expect(meaning.answer).toContainText("aws:PrincipalOrgID is");
  await meaning.testName.fill("Strangers are denied");
  await meaning.keep.click();
  await expect(meaning.tests).toContainText("All 1 pass");

  await topBar.undo.click();
  await expect(meaning.tests).toContainText("None yet");
  await topBar.undo.click();
  await expect(
    meaning.answer.getByRole("heading", { name: "IAM decides" }),
  ).toBeVisible();
  await meaning.compareTab.click();
  await expect(meaning.compare).toContainText("The same access");
});

test("the same by keyboard", async ({ keyboardPage: page }) => {
  const designer = new Designer(page);
  const meaning = new Meaning(page);
  const { start, policy } = designer;
  await designer.visit();
  await pressOn(page, start.browseTemplates);
  await pressOn(page, start.card(sample.title));
  await expect(meaning.standing).toContainText("Not public");
  await pressOn(
    page,
    meaning.standing.getByRole("button", { name: "Not public" }),
  );
  await expect(meaning.proof("Public access")).toContainText("None");

  await tabTo(page, meaning.proofsTab, "Shift+Tab");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await pressOn(
    page,
    meaning.compare.getByRole("button", {
      name: "Use the design as it is now",
    }),
  );
  await expect(meaning.compare).toContainText("The same access");

  await page.keyboard.press("Alt+3");
  await pressOn(page, policy.statement(2));
  await pressOn(page, policy.editorButton("Deny"));
  await expect(meaning.lost).toContainText("account 444455556666");
  await pressOn(
    page,
    meaning.lost.getByRole("button", { name: "Show a request" }),
  );
  await expect(meaning.answer).toContainText("explicitly");
  await writeInto(page, meaning.testName, "Partner is denied");
  await page.keyboard.press("Enter");
  await expect(meaning.tests).toContainText("All 1 pass");
  await tabTo(page, meaning.requestTab, "Shift+Tab");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(meaning.tests).toContainText("None yet");
});

test("a request is typed, and the answer follows every key", async ({
  designer,
}) => {
  const { page } = designer;
  const meaning = new Meaning(page);
  await designer.openDesign(partnerDesign);
  await meaning.requestTab.click();
  await expect(meaning.request).toContainText("Name a principal");
  await meaning.principal.fill("Analytics");
  await expect(meaning.request).toContainText("is nobody who can call AWS KMS");
  await meaning.principal.fill(partnerRole);
  await expect(meaning.answer).toContainText("No statement of the key policy");
  await meaning.action.fill("kms:Encrypt");
  await expect(meaning.answer).toContainText("IAM decides");
  await expect(meaning.answer).toContainText("IAM policies of the caller");
  await meaning.context(1, "Condition key").fill("aws:SourceIp");
  await meaning.context(1, "Value").fill("192.0.2.1");
  await expect(meaning.context(2, "Condition key")).toBeVisible();

  await meaning.request.getByText("Other policies that have a say").click();
  const identity = meaning.request.getByLabel("IAM policies of the caller");
  await identity.fill("[{");
  await expect(meaning.request).toContainText("mend the field that is marked");
  await identity.fill(
    '{"Statement": {"Effect": "Allow", "Action": "kms:Encrypt", "Resource": "*"}}',
  );
  await expect(
    meaning.answer.getByRole("heading", { name: "Allowed" }),
  ).toBeVisible();
});

test("kept tests run at every change, open, and are changed", async ({
  designer,
}) => {
  const { page, policy, topBar } = designer;
  const meaning = new Meaning(page);
  await designer.openDesign(partnerDesign);
  await meaning.requestTab.click();
  await meaning.principal.fill(partnerRole);
  await meaning.action.fill("kms:Encrypt");
  await meaning.testName.fill("Partner encrypts");
  await meaning.keep.click();
  await expect(meaning.tests).toContainText("All 1 pass");
  await policy.tab.click();
  await policy.statement(2).click();
  await policy.deny.click();
  await expect(meaning.tests).toContainText("1 of 1 fail");
  await expect(meaning.tests).toContainText("expected IAM decides, is Denied");

  await meaning.tests
    .getByRole("button", { name: /^Open test Partner encrypts/ })
    .click();
  await meaning.request.getByLabel("Expected").click();
  await page.getByRole("option", { name: "Denied" }).click();
  await meaning.request
    .getByRole("button", { name: "Save test Partner encrypts" })
    .click();
  await expect(meaning.tests).toContainText("All 1 pass");
  await meaning.tests
    .getByRole("button", { name: "Remove test Partner encrypts" })
    .click();
  await expect(meaning.tests).toContainText("None yet");
  await topBar.undo.click();
  await expect(meaning.tests).toContainText("All 1 pass");
});

test("claims are written by choosing, proven or refuted, with both sides of access across accounts", async ({
  designer,
}) => {
  const { page, topBar } = designer;
  const meaning = new Meaning(page);
  await designer.openDesign(partnerDesign);
  await meaning.proofsTab.click();
  await meaning.claims
    .getByRole("button", { name: "Nobody outside the account may decrypt" })
    .click();
  await meaning.claimForm.getByRole("button", { name: "Add claim" }).click();
  const decrypt = meaning.claim("Nobody outside the account may decrypt");
  await expect(decrypt).toContainText("Proven");
  await expect(decrypt).toContainText("checked");
  await expect(meaning.standing).toContainText("1 claim holds");

  await decrypt.getByRole("button", { name: /^Edit claim/ }).click();
  await meaning.claimForm
    .getByLabel("Actions", { exact: true })
    .first()
    .fill("kms:Encrypt");
  await page.keyboard.press("Enter");
  await meaning.claimForm.getByRole("button", { name: "Save claim" }).click();
  const both = meaning.claim("Nobody outside the account may");
  await expect(both).toContainText("Refuted");
  await expect(meaning.standing).toContainText("1 of 1 claim not proven");
  await both.getByText("Both sides").click();
  await expect(both).toContainText("Proven sufficient together");
  await expect(both).toContainText("either alone allows nothing");
  const file = await downloadedBy(page, () =>
    both.getByRole("button", { name: "Download the IAM policy" }).click(),
  );
  expect(JSON.parse(file.text)).toMatchObject({
    Statement: [{ Effect: "Allow" }],
  });
  await both.getByRole("button", { name: "Show a request" }).click();
  await expect(
    meaning.answer.getByRole("heading", { name: "IAM decides" }),
  ).toBeVisible();

  await meaning.proofsTab.click();
  await both.getByRole("button", { name: /^Remove claim/ }).click();
  await expect(meaning.claims).toContainText("None yet");
  await topBar.undo.click();
  await expect(both).toContainText("Refuted");
});

test("recorded requests are replayed, from text and from a compressed log file", async ({
  designer,
}) => {
  const { page, policy } = designer;
  const meaning = new Meaning(page);
  await designer.openDesign(partnerDesign);
  await meaning.requestTab.click();
  await meaning.request
    .getByRole("button", { name: "Recorded requests" })
    .click();
  await meaning.events.fill(eventOf("Decrypt", "UploadReader"));
  await expect(meaning.request).toContainText(
    "No request is decided otherwise",
  );
  await policy.tab.click();
  await policy.statement(3).click();
  await policy.deny.click();
  await expect(meaning.flips).toContainText("role/UploadReader");
  await expect(meaning.request).toContainText(
    "the design before the last edit, as there is no baseline",
  );

  const log = `{"Records": [${eventOf("Decrypt", "UploadReader")}, ${eventOf("Encrypt", "Other")}]}`;
  const chooser = page.waitForEvent("filechooser");
  await meaning.request
    .getByRole("button", { name: "Choose a log file" })
    .click();
  await (
    await chooser
  ).setFiles({
    name: "log.json.gz",
    mimeType: "application/gzip",
    buffer: gzipSync(log),
  });
  await expect(meaning.request).toContainText("2 requests");
  await expect(meaning.request).toContainText("1 request is decided otherwise");
  await meaning.flips.getByRole("button", { name: "Test it" }).click();
  await expect(meaning.answer).toContainText("explicitly");
  await meaning.request
    .getByRole("button", { name: "Recorded requests" })
    .click();
  await expect(meaning.flips).toBeVisible();
});

test("statements that do nothing, or open the key to everybody, are marked in the policy", async ({
  designer,
}) => {
  const { page, policy } = designer;
  const meaning = new Meaning(page);
  await designer.openDesign(partnerDesign);
  await policy.tab.click();
  await policy.statement(2).click();
  await policy.deny.click();
  await expect(policy.statement(2)).toContainText("adds nothing");
  await policy.allow.click();
  await expect(policy.view).toContainText(
    "account 444455556666 is of another account",
  );
  await policy.addPrincipal("*");
  await expect(policy.statement(2)).toContainText("makes the key public");
  await meaning.standing
    .getByRole("button", { name: "Public", exact: true })
    .click();
  await meaning
    .proof("Public access")
    .getByRole("button", { name: "Show a request" })
    .click();
  await expect(meaning.answer).toContainText("matches");
});
