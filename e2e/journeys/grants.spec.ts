import type { Design, Key } from "../../core/index.ts";
import { textOf } from "../core-export.ts";
import { expect, test } from "../fixtures.ts";
import { pressOn, tabTo, writeInto } from "../keyboard.ts";
import { Designer } from "../pages/designer.ts";
import { Grants } from "../pages/grants.ts";

const key: Key = {
  id: "DataKey",
  kind: "defined",
  stack: "Keys",
  aliases: [],
  tags: [],
  administrators: [],
  policy: { mode: "amend", statements: [] },
};

const design: Design = {
  keywright: 1,
  name: "Grants",
  cdk: { line: "v2" },
  stacks: [{ id: "Keys", account: "111122223333", region: "eu-west-1" }],
  principals: [
    {
      id: "Here",
      kind: "imported-role",
      stack: "Keys",
      identity: { arn: "arn:aws:iam::111122223333:role/Here" },
    },
    {
      id: "Frozen",
      kind: "imported-role",
      stack: "Keys",
      identity: { name: "Frozen" },
      mutable: false,
    },
  ],
  keys: [key],
};

/** The same with a policy that replaces the default and lets nobody but Frozen in. */
const replaced: Design = {
  ...design,
  name: "Replaced",
  keys: [
    {
      ...key,
      policy: {
        mode: "replace",
        statements: [
          {
            effect: "Allow",
            principals: ["Frozen"],
            actions: ["kms:*"],
            resources: ["*"],
          },
        ],
      },
      grants: [{ principal: "Here", permission: "decrypt" }],
    },
  ],
};

test("each grant says in words where the CDK puts it", async ({ designer }) => {
  const { page, code } = designer;
  const grants = new Grants(page);
  await designer.openDesign(design);
  for (const [text, name, landing] of [
    ["Here", "Here", /identity policy.*Same account, so the principal's own/],
    ["Frozen", "Frozen", /nowhere.*nothing is written/],
    [
      "arn:aws:iam::444455556666:role/There",
      "There",
      /key policy.*no policy of its own here/,
    ],
  ] as const) {
    await grants.grant(text);
    await expect(grants.row(name)).toContainText(landing);
    await expect(grants.principal).toHaveValue("");
  }
  await code.show("CloudFormation", "JSON");
  expect(await code.copied()).toBe(
    textOf(await designer.savedDesign(), "cloudformation-json"),
  );
});

test("a grant takes another permission and actions of one's own, is moved and removed", async ({
  designer,
}) => {
  const { page, topBar } = designer;
  const grants = new Grants(page);
  await designer.openDesign(design);
  await grants.grant("Here");
  await grants.grant("logs.amazonaws.com");
  await grants.permit("Here", "Decrypt");
  await grants.permit("Logs", "Own actions");
  const actions = grants.row("Logs");
  await expect(actions).toContainText("kms:GenerateDataKey*");
  await actions.getByRole("button", { name: "Remove kms:ReEncrypt*" }).click();
  await actions.getByRole("button", { name: "Choose actions" }).click();
  await actions.getByRole("searchbox", { name: "Search actions" }).fill("sign");
  await expect(
    actions.getByRole("checkbox", { name: /^Sign Write, not for this key/ }),
  ).toBeVisible();
  await actions.getByRole("searchbox", { name: "Search actions" }).fill("desc");
  await actions.getByRole("checkbox", { name: /^DescribeKey/ }).check();

  const ids = async () =>
    (await designer.savedDesign()).keys.flatMap((one) =>
      "grants" in one ? (one.grants ?? []) : [],
    );
  expect(await ids()).toEqual([
    { principal: "Here", permission: "decrypt" },
    {
      principal: "Logs",
      permission: "actions",
      actions: [
        "kms:Decrypt",
        "kms:Encrypt",
        "kms:GenerateDataKey*",
        "kms:DescribeKey",
      ],
    },
  ]);
  await grants.menu("Logs").click();
  await grants.menuItem("Move up").click();
  expect((await ids()).map(({ principal }) => principal)).toEqual([
    "Logs",
    "Here",
  ]);
  for (const name of ["Logs", "Here"]) {
    await grants.menu(name).click();
    await grants.menuItem("Remove").click();
    await expect(grants.row(name)).toBeHidden();
  }
  expect(await designer.savedDesign()).toEqual(design);
  await topBar.undo.click();
  await expect(grants.row("Here")).toBeVisible();
});

test("a grant that a replaced policy makes useless is told of, and mended in place", async ({
  designer,
}) => {
  const { page, policy, problems } = designer;
  const grants = new Grants(page);
  await designer.openDesign(replaced);
  const row = grants.row("Here");
  await expect(row).toContainText(
    /What Here is granted has no effect.*this key policy does not let the account's IAM policies decide/,
  );
  await expect(problems.tab).toHaveAccessibleName(/1 warning/);
  await row.getByRole("button", { name: "Add the account statement" }).click();
  await expect(row).not.toContainText("has no effect");
  await expect(row).toContainText("Same account");
  await policy.tab.click();
  await expect(policy.statement(2)).toContainText(
    /IAM policies of this account may let principals do everything.*Own/,
  );
});

test("a grant can ask for the key policy too", async ({ designer }) => {
  const { page, code } = designer;
  const grants = new Grants(page);
  await designer.openDesign(replaced);
  const row = grants.row("Here");
  await row
    .getByRole("button", { name: "Write the grant into the key policy too" })
    .click();
  await expect(row).not.toContainText("has no effect");
  await expect(row).toContainText(/both policies.*as you asked/);
  await code.show("CDK", "TypeScript");
  await expect(code.panel).toContainText("KeyGrants.fromKey(dataKey, false)");
  await grants.menu("Here").click();
  await page
    .getByRole("menuitemcheckbox", { name: "Write into the key policy too" })
    .click();
  await expect(row).toContainText("has no effect");
});

test("the policy shows the grants that reach it, and what the CDK merges", async ({
  designer,
}) => {
  const { page, policy, settings } = designer;
  const grants = new Grants(page);
  await designer.openDesign(design);
  for (const text of ["Here", "logs.amazonaws.com", "sns.amazonaws.com"])
    await grants.grant(text);
  await policy.tab.click();
  await expect(policy.rows).toHaveCount(3);
  await expect(policy.statement(2)).toContainText(
    /logs\.amazonaws\.com may .*merged with 3.*From a grant/,
  );
  await expect(policy.view).toContainText(
    "1 grant is in the principal's own policy only.",
  );
  await policy.view.getByRole("button", { name: "Show as merged" }).click();
  const merged = policy.view
    .getByRole("list", { name: /^Merged statements of / })
    .getByRole("button");
  await expect(merged).toHaveCount(2);
  await expect(merged.nth(1)).toHaveText(
    /logs\.amazonaws\.com and sns\.amazonaws\.com may .*Statements 2, 3/,
  );
  await policy.view.getByRole("button", { name: "Show as written" }).click();
  await policy.statement(2).click();
  await policy.view
    .getByRole("button", { name: "Go to Grants" })
    .first()
    .click();
  await expect(settings.tab).toHaveAttribute("aria-selected", "true");
  await expect(grants.row("Logs")).toBeVisible();
});

test("a key that exists has grants, and says that its policy is elsewhere", async ({
  designer,
}) => {
  const { page, policy } = designer;
  const grants = new Grants(page);
  await designer.openDesign({
    ...design,
    name: "Existing",
    keys: [
      {
        id: "Old",
        kind: "imported",
        stack: "Keys",
        arn: "arn:aws:kms:eu-west-1:111122223333:key/1234abcd",
        aliases: [],
      },
    ],
  });
  await grants.grant("Here");
  await expect(grants.row("Here")).toContainText("identity policy");
  await policy.tab.click();
  await expect(policy.view).toContainText(
    "Its policy is not part of the design",
  );
  await expect(policy.view.getByRole("listitem")).toContainText(
    /Here may .*identity policy/,
  );
});

test("statements are disabled, enabled and duplicated in the menu of their row and by key", async ({
  designer,
}) => {
  const { page, policy, code } = designer;
  await designer.openDesign(replaced);
  await policy.tab.click();
  const menu = policy.statements.getByRole("button", {
    name: "Actions for statement 1",
  });
  await menu.click();
  await page.getByRole("menuitem", { name: "Duplicate" }).click();
  await expect(policy.rows).toHaveCount(2);
  await policy.statement(2).click();
  await menu.click();
  await page.getByRole("menuitem", { name: "Disable" }).click();
  await expect(policy.statement(1)).toContainText("Disabled");
  await code.show("Key policy");
  expect((await code.copied()).match(/"Effect"/g)).toHaveLength(1);
  await policy.statement(1).focus();
  await page.keyboard.press("e");
  await expect(policy.statement(1)).toContainText("Own");
  await page.keyboard.press("d");
  await expect(policy.rows).toHaveCount(3);
  await page.keyboard.press("Delete");
  await expect(policy.rows).toHaveCount(2);
});

test("the whole grammar of a statement: all but these principals, actions and resources", async ({
  designer,
}) => {
  const { policy, code } = designer;
  await designer.openDesign(replaced);
  await policy.tab.click();
  await policy.statement(1).click();
  const form = (name: RegExp) => policy.editor.getByRole("combobox", { name });
  await policy.deny.click();
  await form(/^Who:/).selectOption("everyone except");
  await form(/^Actions:/).selectOption("everything except");
  await form(/^Resources:/).selectOption("all except");
  await expect(policy.editor).toContainText("NotPrincipal with Deny");
  const [changed] = (await designer.savedDesign()).keys;
  expect(changed).toMatchObject({
    policy: {
      statements: [
        {
          effect: "Deny",
          notPrincipals: ["Frozen"],
          notActions: ["kms:*"],
          notResources: ["*"],
        },
      ],
    },
  });
  await code.show("Key policy");
  await expect(code.panel).toContainText('"NotPrincipal"');
  await form(/^Who:/).selectOption("these");
  await form(/^Actions:/).selectOption("these");
  await form(/^Resources:/).selectOption("these");
  await policy.allow.click();
  expect(await designer.savedDesign()).toEqual(replaced);
});

test("grants are given, changed, moved and taken away by keyboard alone", async ({
  keyboardPage: page,
}) => {
  const designer = new Designer(page);
  const grants = new Grants(page);
  await designer.visit();
  await pressOn(page, designer.start.empty);
  for (const text of ["logs.amazonaws.com", "sns.amazonaws.com"]) {
    await writeInto(page, grants.principal, text);
    await page.keyboard.press("Enter");
  }
  await expect(grants.rows).toHaveCount(2);
  await pressOn(page, grants.permission("Logs"));
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await expect(grants.permission("Logs")).toContainText("Encrypt");
  await tabTo(page, grants.menu("Logs"));
  await page.keyboard.press("Alt+ArrowDown");
  await expect(grants.rows.nth(1)).toContainText("Logs");
  await expect(grants.menu("Logs")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(grants.menu("Logs")).toHaveAttribute("aria-expanded", "true");
  await tabTo(page, grants.menuItem("Remove"), "ArrowDown");
  await page.keyboard.press("Enter");
  await expect(grants.rows).toHaveCount(1);
  await expect(grants.row("Sns")).toBeVisible();
});
