import { checkAll, importFiles } from "../../core/index.ts";
import { expect, test } from "../fixtures.ts";
import { pressOn, tabTo, writeInto } from "../keyboard.ts";
import { Designer } from "../pages/designer.ts";
import { OpenText } from "../pages/open-text.ts";
import { Recipes } from "../pages/recipes.ts";

const trail = "Trail encrypts its log files";
const logs = "All log groups of the account";
const share = "Share with another account";
const other = "444455556666";

/** What core finds above a note in a template. */
function faultsIn(text: string): readonly string[] {
  const read = importFiles([{ name: "key.yaml", text }], "key");
  if (!read.ok) throw new Error(read.problems.map((one) => one.message).join());
  return checkAll(read.value.design)
    .filter(({ severity }) => severity !== "info")
    .map(({ message }) => message);
}

/** The template that was copied has what the three services need, and no fault. */
async function expectTemplate({ code, problems }: Designer): Promise<void> {
  await expect(problems.tab).toHaveAccessibleName("Problems");
  const text = await code.clipboard();
  for (const part of ["cloudtrail.amazonaws.com", "trail/main", "logs.${"])
    expect(text).toContain(part);
  for (const part of [`iam::${other}:root`, "s3:::orders"])
    expect(text).toContain(part);
  expect(faultsIn(text)).toEqual([]);
}

test("a key for CloudTrail, CloudWatch Logs and a bucket shared with another account", async ({
  designer,
}) => {
  const { page, code, topBar } = designer;
  const recipes = new Recipes(page);
  await designer.startEmpty();
  await recipes.use(trail, { Trails: "main" });
  await expect(recipes.window).toBeHidden();
  await expect(recipes.open).toBeFocused();

  await recipes.open.click();
  await recipes.search.fill("log groups");
  await recipes.card(logs).click();
  await recipes.add.click();

  await recipes.open.click();
  await recipes.card(share).click();
  await recipes.part("Snapshots of EBS volumes").uncheck();
  await recipes.answer("Account IDs").fill("4444");
  await recipes.add.click();
  await expect(recipes.window).toContainText("is not an account ID");
  await expect(recipes.window).toContainText("Bucket is not answered");
  await expect(recipes.answer("Account IDs")).toBeFocused();
  await recipes.answer("Account IDs").fill(other);
  await recipes.answer("Bucket").fill("orders");
  await expect(recipes.window).toContainText("Adds 1 statement to Key");
  await recipes.add.click();

  await expect(recipes.usedBy.getByRole("listitem")).toHaveCount(3);
  await code.copied();
  await expectTemplate(designer);
  await topBar.undo.click();
  await expect(recipes.usedBy.getByRole("listitem")).toHaveCount(2);
});

test("the same by keyboard alone", async ({ keyboardPage: page }) => {
  const designer = new Designer(page);
  const recipes = new Recipes(page);
  await designer.visit();
  await pressOn(page, designer.start.empty);
  await pressOn(page, recipes.open);
  await expect(recipes.search).toBeFocused();
  await page.keyboard.type("cloudtrail");
  await expect(recipes.count).toHaveText("5 uses");
  await page.keyboard.press("Enter");
  await writeInto(page, recipes.answer("Trails"), "main");
  await pressOn(page, recipes.add);
  await expect(recipes.open).toBeFocused();

  await page.keyboard.press("Enter");
  await expect(recipes.search).toBeFocused();
  await page.keyboard.type("log groups");
  await page.keyboard.press("ArrowDown");
  await tabTo(page, recipes.card(logs), "ArrowDown");
  await page.keyboard.press("Enter");
  await pressOn(page, recipes.add);

  await page.keyboard.press("Control+k");
  await page.keyboard.type("Use in a service");
  await page.keyboard.press("Enter");
  await expect(recipes.search).toBeFocused();
  await page.keyboard.type("share");
  await pressOn(page, recipes.card(share));
  await pressOn(page, recipes.part("Snapshots of EBS volumes"), "Space");
  await writeInto(page, recipes.answer("Account IDs"), other);
  await writeInto(page, recipes.answer("Bucket"), "orders");
  await pressOn(page, recipes.add);
  await expect(recipes.window).toBeHidden();
  await pressOn(page, designer.code.copy);
  await expectTemplate(designer);
});

test("the answers of a recipe are changed, and what was changed by hand is told", async ({
  designer,
}) => {
  const { page, policy, code } = designer;
  const recipes = new Recipes(page);
  await designer.startEmpty();
  await recipes.use(trail, { Trails: "main" });
  await policy.tab.click();
  await expect(policy.statement(2)).toContainText(`From recipe: ${trail}`);
  await policy.statement(2).click();
  const change = policy.view.getByRole("button", { name: "Change answers…" });
  await change.click();
  await expect(recipes.answer("Trails")).toHaveValue("main");
  await expect(recipes.changeWindow).not.toContainText("by hand");
  await recipes.answer("Trails").fill("main\naudit");
  await recipes.update.click();
  expect(await code.copied()).toContain("trail/audit");
  await expect(policy.rows).toHaveCount(3);

  await policy.deny.click();
  await change.click();
  await expect(recipes.changeWindow).toContainText("changed by hand");
  await recipes.answer("Trails").fill("audit");
  await recipes.update.click();
  const text = await code.copied();
  expect(text).toContain("trail/audit");
  expect(text).not.toContain("trail/main");
  expect(text).not.toContain("Deny");
});

test("a recipe is removed with its statements, and undo brings them back", async ({
  designer,
}) => {
  const { page, policy, topBar, code } = designer;
  const recipes = new Recipes(page);
  await designer.startEmpty();
  await recipes.use(trail, { Trails: "main" });
  await policy.tab.click();
  await policy.statement(2).click();
  await policy.view.getByRole("button", { name: "Remove recipe" }).click();
  await expect(policy.rows).toHaveCount(1);
  expect(await code.copied()).not.toContain("cloudtrail");
  await topBar.undo.click();
  await expect(policy.rows).toHaveCount(3);
  await expect(policy.statement(3)).toContainText(`From recipe: ${trail}`);
});

const lacking = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::111122223333:root" },
      Action: "kms:*",
      Resource: "*",
    },
    {
      Effect: "Allow",
      Principal: { Service: "cloudtrail.amazonaws.com" },
      Action: "kms:GenerateDataKey*",
      Resource: "*",
    },
  ],
});

test("whether a service is allowed, of a policy that lacks an action", async ({
  designer,
}) => {
  const { page } = designer;
  const recipes = new Recipes(page);
  await designer.visit();
  await designer.chooseFile("policy.json", lacking);
  await new OpenText(page).open.click();
  await recipes.open.click();
  await recipes.card(trail).click();
  await recipes.tab("Is my service allowed?").click();
  const told = async () => {
    await expect(recipes.call("kms:GenerateDataKey")).toContainText("Allowed");
    await expect(recipes.call("kms:DescribeKey")).toContainText("Missing");
    await expect(recipes.window).toContainText("1 call is missing.");
  };
  // Before anything is answered, and after.
  await told();
  await recipes.answer("Trails").fill("main");
  await told();
  await recipes
    .call("kms:DescribeKey")
    .getByText("Request", { exact: true })
    .click();
  await expect(recipes.call("kms:DescribeKey")).toContainText("trail/main");
});

test("the gallery is searched by words, by category and by who calls", async ({
  designer,
}) => {
  const { page } = designer;
  const recipes = new Recipes(page);
  await designer.startEmpty();
  await recipes.open.click();
  await recipes.search.fill("flow logs");
  await expect(recipes.card("Flow logs in an encrypted bucket")).toBeVisible();
  await expect(recipes.card(trail)).toBeHidden();
  await recipes.search.fill("");
  await recipes.category.click();
  await page.getByRole("option", { name: "Guards of the key" }).click();
  await expect(recipes.count).toHaveText("2 uses");
  await recipes.side.click();
  await page.getByRole("option", { name: /by KMS grants/ }).click();
  await expect(recipes.window).toContainText("Nothing fits.");
});
