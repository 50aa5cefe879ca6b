import { checkAll, importFiles, type Finding } from "../../core/index.ts";
import { badTemplate, repairs } from "../bad-template.ts";
import { downloadedBy } from "../downloads.ts";
import { expect, test } from "../fixtures.ts";
import { pressOn, tabTo } from "../keyboard.ts";
import { Designer } from "../pages/designer.ts";
import { OpenText } from "../pages/open-text.ts";
import { manyKeys, plainDesign } from "../plain-design.ts";

/** Errors and warnings, in the name of the tab. */
const wrong = /error|warning/;

/** What core finds in a template, notes excepted. */
function faultsIn(text: string): readonly Finding[] {
  const read = importFiles([{ name: "archive.yaml", text }], "archive");
  if (!read.ok) throw new Error(read.problems.map((one) => one.message).join());
  return checkAll(read.value.design).filter(
    ({ severity, standing }) => severity !== "info" && standing === undefined,
  );
}

async function openBadTemplate(designer: Designer): Promise<void> {
  await designer.visit();
  await designer.chooseFile("archive.yaml", badTemplate);
  await new OpenText(designer.page).open.click();
  await expect(designer.problems.tab).toHaveAccessibleName(/ errors /);
}

test("a bad template is mended by its fixes alone", async ({ designer }) => {
  const { problems, code, topBar } = designer;
  await openBadTemplate(designer);
  await problems.expand.click();
  for (const [problem, fix] of repairs)
    await test.step(fix, async () => {
      await problems.mend(problem, fix);
    });
  await problems
    .problem("The key is deleted when it leaves the stack")
    .first()
    .getByRole("button", { name: "Fix all 2 like this" })
    .click();
  await mendTheRest(designer);
  await expect(problems.tab).toHaveAccessibleName("Problems");
  expect(faultsIn(await code.copied())).toEqual([]);

  await topBar.undo.click();
  await expect(problems.tab).toHaveAccessibleName(wrong);
});

/** Takes the first fix of what is left above a note, until nothing is. */
async function mendTheRest({ problems }: Designer): Promise<void> {
  await problems.only("Errors").click();
  await problems.only("Warnings").click();
  const rows = problems.list.getByRole("listitem");
  for (let step = 0; step < 20 && (await rows.count()) > 0; step += 1) {
    const text = (await rows.first().textContent()) ?? "";
    await problems.fixesOf(rows.first()).first().click();
    await expect(rows.filter({ hasText: text })).toHaveCount(0);
  }
}

test("the same by keyboard, from problem to problem", async ({
  keyboardPage: page,
}) => {
  const designer = new Designer(page);
  const { problems } = designer;
  await openByKeyboard(designer);
  await expect(problems.tab).toHaveAccessibleName(wrong);
  const apply = problems.fixWindow.getByRole("button", {
    name: "Apply",
    exact: true,
  });
  for (let step = 0; step < 40; step += 1) {
    const name = await problems.tab.evaluate((tab) => tab.textContent);
    if (!wrong.test(name)) break;
    // What was mended may have taken another problem with it, which is then looked for in vain.
    await expect(async () => {
      await page.keyboard.press("F8");
      await page.keyboard.press("Control+.");
      await expect(apply).toBeFocused({ timeout: 2000 });
    }).toPass();
    await page.keyboard.press("Enter");
    await expect(problems.fixWindow).toBeHidden();
  }
  await expect(problems.tab).toHaveAccessibleName("Problems");
  const file = await downloadedBy(page, () =>
    pressOn(page, designer.code.download),
  );
  expect(faultsIn(file.text)).toEqual([]);
});

/** Types the template, as no file can be chosen without a pointer. */
async function openByKeyboard(designer: Designer): Promise<void> {
  const { page, start } = designer;
  const window = new OpenText(page);
  await designer.visit();
  await pressOn(page, start.pastePolicy);
  await expect(window.field).toBeFocused();
  await page.keyboard.insertText(badTemplate);
  await expect(window.review).toContainText("2 keys");
  await pressOn(page, window.open);
}

test("the list is walked through by arrow keys, Enter shows the place", async ({
  keyboardPage: page,
}) => {
  const designer = new Designer(page);
  const { problems, settings } = designer;
  await openByKeyboard(designer);
  await expect(problems.tab).toHaveAccessibleName(wrong);
  await pressOn(page, problems.tab);
  const place = problems.list.getByRole("button", {
    name: "Show ArchiveKey, Pending window (days)",
  });
  await tabTo(page, place);
  await page.keyboard.press("ArrowDown");
  await expect(
    problems.list.getByRole("button", {
      name: "Show SigningKey, Automatic rotation",
    }),
  ).toBeFocused();
  await page.keyboard.press("Home");
  await expect(place).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(settings.pendingWindow).toBeFocused();
  await page.keyboard.press("F8");
  await expect(settings.rotation).toBeFocused();
  await expect(page.getByText(/^Error, 2 of \d+: AWS KMS does/)).toBeAttached();
  await page.keyboard.press("Shift+F8");
  await expect(settings.pendingWindow).toBeFocused();
});

test("the list is filtered by severity, family and key, and so is F8", async ({
  designer,
}) => {
  const { page, problems, settings, topBar } = designer;
  await openBadTemplate(designer);
  await problems.expand.click();
  const rows = problems.list.getByRole("listitem");
  await problems.only("Errors").click();
  await expect(problems.only("Errors")).toHaveAttribute("aria-pressed", "true");
  await expect(rows.filter({ hasText: "Warning" })).toHaveCount(0);
  await problems.key.selectOption("SigningKey");
  await expect(rows).toHaveCount(1);
  await page.keyboard.press("F8");
  await expect(settings.rotation).toBeFocused();
  await expect(page.getByText(/^Error, 1 of 1: AWS KMS/)).toBeAttached();

  await problems.only("Errors").click();
  await problems.family.selectOption("services");
  await expect(problems.region).toContainText(
    "No problems of that kind. The filters hide the others.",
  );
  await problems.key.selectOption("All keys");
  await expect(problems.problem("logs.amazonaws.com")).toBeVisible();
  await page.keyboard.press("F8");
  await expect(page.getByText(/^Warning, 1 of \d: /)).toBeAttached();
  await expect(topBar.saved).toBeVisible();
  await page.reload();
  await expect(problems.family).toHaveValue("services");
  await problems.region.getByRole("button", { name: "Clear filters" }).click();
  await expect(rows.first()).toContainText("pending window");
});

test("a fix is previewed: what it writes, and who gains and loses access", async ({
  designer,
}) => {
  const { problems, topBar, page } = designer;
  await openBadTemplate(designer);
  await problems.expand.click();
  const problem = problems.problem("may use the key for anybody");
  await problem.getByRole("button", { name: "Why" }).click();
  await expect(problem).toContainText("How to mend it");
  await expect(problem).toContainText("https://docs.aws.amazon.com/");
  const preview = problem.getByRole("button", { name: "Preview" });
  await preview.click();
  const { fixWindow } = problems;
  const writes = fixWindow.getByRole("region", { name: "What it writes" });
  await expect(writes.getByRole("insertion").first()).toContainText(
    "Condition:",
  );
  const access = fixWindow.getByRole("region", {
    name: "What it changes in access",
  });
  await expect(access).toContainText("Less access: nobody gained any");
  await expect(access.getByRole("region", { name: "Who lost" })).toContainText(
    "logs.amazonaws.com may no longer",
  );
  await page.keyboard.press("Escape");
  await expect(preview).toBeFocused();

  await preview.click();
  await fixWindow.getByRole("button", { name: "Apply", exact: true }).click();
  await expect(problem).toBeHidden();
  await expect(problems.list.locator(":focus")).toHaveCount(1);
  await topBar.undo.click();
  await expect(problem).toBeVisible();

  await problems
    .problem("The key is deleted when it leaves the stack")
    .first()
    .getByRole("button", { name: "Preview" })
    .click();
  await fixWindow.getByRole("button", { name: "Apply to all 2" }).click();
  await expect(problems.problem("leaves the stack")).toHaveCount(0);
  await topBar.undo.click();
  await expect(problems.problem("leaves the stack")).toHaveCount(2);
});

test("a problem is accepted for a reason, which other scanners are told, and withdrawn", async ({
  designer,
}) => {
  const { problems, code, topBar } = designer;
  await designer.openDesign(plainDesign);
  await problems.expand.click();
  const problem = problems.problem("could rotate this key automatically");
  const { acceptWindow, reason, settled } = problems;
  const dismiss = acceptWindow.getByRole("button", {
    name: "Accept",
    exact: true,
  });
  await problem.getByRole("button", { name: "Accept…" }).click();
  await expect(acceptWindow).toContainText("The rule rotation-off in key Key");
  await dismiss.click();
  await expect(acceptWindow).toContainText("this one is empty");
  await reason.fill("rotated by hand each spring");
  await dismiss.click();
  await expect(problem).toBeHidden();
  await expectSuppressed(designer, "rotated by hand each spring");

  await problems.settledToggle.click();
  await expect(settled).toContainText("Reason: rotated by hand each spring");
  await settled.getByRole("button", { name: "Change reason" }).click();
  await reason.fill("rotated by hand every autumn");
  await acceptWindow.getByRole("button", { name: "Save" }).click();
  await expect(settled).toContainText("every autumn");
  expect(await code.copied()).toContain("every autumn");

  await settled.getByRole("button", { name: "Withdraw" }).click();
  await expect(problem).toBeVisible();
  expect(await code.copied()).not.toContain("checkov");
  await topBar.undo.click();
  await expect(problem).toBeHidden();
  await topBar.undo.click();
  await topBar.undo.click();
  await expect(problem).toBeVisible();
  await expect(settled).toBeHidden();
});

async function expectSuppressed(
  { code }: Designer,
  reason: string,
): Promise<void> {
  await expect(code.panel).toContainText("cdk_nag:");
  const text = await code.copied();
  expect(text).toContain("checkov:");
  expect(text).toContain(reason);
}

test("what the worker finds follows the typing, and the list stays quick with many", async ({
  designer,
}) => {
  const { page, problems, settings } = designer;
  await designer.openDesign(manyKeys(130));
  await problems.expand.click();
  const rows = problems.list.getByRole("listitem");
  await expect(rows).toHaveCount(100);
  await problems.region
    .getByRole("button", { name: /^Show \d+ more$/ })
    .click();
  await expect(rows).not.toHaveCount(100);
  await settings.rotation.click();
  await expect(
    problems.list.getByRole("button", {
      name: "Show Key0, Automatic rotation",
    }),
  ).toBeHidden();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(
    problems.list.getByRole("button", {
      name: "Show Key0, Automatic rotation",
    }),
  ).toBeVisible();
});
