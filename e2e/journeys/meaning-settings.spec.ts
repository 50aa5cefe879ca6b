import { samples } from "../../core/index.ts";
import { expect, test } from "../fixtures.ts";
import { pressOn, tabTo, writeInto } from "../keyboard.ts";
import { Designer } from "../pages/designer.ts";
import { PartSettings } from "../pages/part-settings.ts";

const title = "Organization and accounts";

test("what verdicts assume is set field by field, and all of it is undone", async ({
  designer,
}) => {
  const { page, outline, topBar } = designer;
  await designer.startEmpty();
  const start = await designer.savedText();
  await outline.row(title).click();
  const pane = new PartSettings(page, title);
  await expect(pane.heading).toHaveText(title);
  const accounts = pane.field("Accounts in the organization");
  await expect(accounts).toBeDisabled();

  await pane.field("Account").fill("111122223333");
  await pane.field("Organization ID").fill("o-a1b2c3d4e5");
  await accounts.fill("111122223333\n444455556666\n");
  await pane.field("Trusted accounts").fill("777788889999");
  await pane
    .field("Deployer")
    .fill("arn:aws:iam::111122223333:role/deploy/Pipeline");
  expect((await designer.savedDesign()).settings).toEqual({
    account: "111122223333",
    organization: {
      id: "o-a1b2c3d4e5",
      accounts: ["111122223333", "444455556666"],
    },
    trustedAccounts: ["777788889999"],
    deployer: "arn:aws:iam::111122223333:role/deploy/Pipeline",
  });

  while (await topBar.undo.isEnabled()) await topBar.undo.click();
  expect(await designer.savedText()).toBe(start);
  await expect(pane.field("Account")).toHaveValue("");
});

test("what is malformed stays in its field, and says what it should be", async ({
  designer,
}) => {
  const { page, outline } = designer;
  await designer.openDesign({
    ...samples["symmetric-data-key"].design,
    settings: {
      account: "111122223333",
      organization: { id: "o-a1b2c3d4e5", accounts: ["111122223333"] },
    },
  });
  const start = await designer.savedText();
  await outline.row(title).click();
  const pane = new PartSettings(page, title);
  const account = pane.field("Account");
  await account.fill("1111");
  await expect(account).toHaveAccessibleDescription(
    /`?1111`? is not an account ID of 12 digits/,
  );
  const deployer = pane.field("Deployer");
  await deployer.fill("arn:aws:iam::111122223333:root");
  await expect(deployer).toHaveAccessibleDescription(
    /ARN of a root: write the ARN of a role/,
  );
  const trusted = pane.field("Trusted accounts");
  await trusted.fill("777788889999\nhere");
  await expect(trusted).toHaveAccessibleDescription(/here/);
  const organization = pane.field("Organization ID");
  await organization.fill("");
  await expect(organization).toHaveAccessibleDescription(
    /remove its accounts first/,
  );
  expect(await designer.savedText()).toBe(start);

  await pane.field("Accounts in the organization").fill("");
  await organization.fill("r-1");
  await organization.fill("");
  await account.fill("");
  expect(await designer.savedDesign()).not.toHaveProperty("settings");
});

test("the organization is set by keyboard, and undone", async ({
  keyboardPage: page,
}) => {
  const designer = new Designer(page);
  const { outline, start, settings } = designer;
  await designer.visit();
  await pressOn(page, start.empty);
  await expect(settings.keySpec).toBeVisible();
  await pressOn(page, outline.row(title));
  const pane = new PartSettings(page, title);
  const organization = pane.field("Organization ID");
  await writeInto(page, organization, "o-a1b2c3d4e5");
  await writeInto(
    page,
    pane.field("Accounts in the organization"),
    "444455556666",
  );
  await expect(outline.row(title)).toHaveAttribute("aria-current", "true");
  await tabTo(page, organization, "Shift+Tab");
  await page.keyboard.press("Control+k");
  await expect(
    page.getByRole("combobox", { name: "Search or run a command" }),
  ).toBeFocused();
  await page.keyboard.type("undo");
  await page.keyboard.press("Enter");
  await expect(pane.field("Accounts in the organization")).toHaveValue("");
  await expect(organization).toHaveValue("o-a1b2c3d4e5");
});
