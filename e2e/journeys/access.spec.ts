import { samples, type Design, type Statement } from "../../core/index.ts";
import { definedKeys } from "../defined-keys.ts";
import { expect, test } from "../fixtures.ts";
import { pressOn, tabTo } from "../keyboard.ts";
import { Access } from "../pages/access.ts";
import { Designer } from "../pages/designer.ts";

const { design: payments } = samples["symmetric-data-key"];

async function openAccess(
  designer: Designer,
  design: Design = payments,
): Promise<Access> {
  const access = new Access(designer.page);
  await designer.openDesign(design);
  await access.tab.click();
  await expect(access.proven).toBeVisible();
  return access;
}

async function ownStatements(
  designer: Designer,
): Promise<readonly Statement[]> {
  const [key] = definedKeys(await designer.savedDesign());
  return key?.policy.statements ?? [];
}

test("who can decrypt is read in a column, and every cell is proven", async ({
  designer,
}) => {
  const access = await openAccess(designer);
  await expect(access.proven).toHaveText("56 of 56 cells proven");
  await expect(
    access.cell("Account root user", "Decrypt"),
  ).toHaveAccessibleName("Account root user, Decrypt: Allowed");
  await expect(access.cell("PaymentsApi", "Decrypt")).toHaveAccessibleName(
    "PaymentsApi, Decrypt: if app, allowed under conditions, otherwise IAM decides, so the conditions do not bind",
  );
  await expect(access.cell("KeyAdmins", "Decrypt")).toContainText("via IAM");
  await expect(access.cell("KeyAdmins", "Administer")).toContainText("17/20");
  await expect(access.cell("Everyone else", "Decrypt")).toContainText("No");
  await access.proven.click();
  await expect(access.view).toContainText("The stack has no Region");
});

test("a click explains and changes nothing; the code shows the statement", async ({
  designer,
}) => {
  const access = await openAccess(designer);
  await access.cell("PaymentsApi", "Decrypt").click();
  await expect(access.why).toContainText(
    "PaymentsApi can decrypt under conditions",
  );
  await expect(access.why).toContainText("PaymentsApiUse");
  await expect(access.why).toContainText("The conditions do not bind");
  await expect(designer.code.region).toContainText("Statement PaymentsApiUse");
  await expect(access.setting("Allow if")).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  expect(await designer.savedDesign()).toEqual(payments);
  await access.why
    .getByRole("button", { name: "Go to statement 4" })
    .first()
    .click();
  await expect(designer.policy.sid).toHaveValue("PaymentsApiUse");
  await expect(designer.policy.statement(4)).toContainText("does not bind");
});

test("conditions are made binding by a Deny, and undo takes it back", async ({
  designer,
}) => {
  const access = await openAccess(designer);
  const cell = access.cell("PaymentsApi", "Decrypt");
  await cell.click();
  await access.makeBinding.click();
  await expect(cell).toHaveAccessibleName(
    "PaymentsApi, Decrypt: if app, allowed under conditions",
  );
  await expect(access.makeBinding).toBeHidden();
  const [, deny] = await ownStatements(designer);
  expect(deny).toEqual({
    effect: "Deny",
    principals: ["PaymentsApi"],
    actions: ["kms:Decrypt"],
    resources: ["*"],
    conditions: {
      StringNotEquals: { "kms:EncryptionContext:app": "payments" },
    },
  });
  await expect(access.cell("PaymentsApi", "Encrypt")).toHaveAccessibleName(
    /do not bind/,
  );
  await designer.topBar.undo.click();
  await expect(cell).toHaveAccessibleName(/do not bind/);
  expect(await designer.savedDesign()).toEqual(payments);
});

test("a cell is set to Deny, to Allow by the CDK's own grant, and left to IAM", async ({
  designer,
}) => {
  const access = await openAccess(designer);
  const cell = access.cell("KeyAdmins", "Decrypt");
  await cell.click();
  await access.setting("Deny").click();
  await expect(cell).toHaveAccessibleName("KeyAdmins, Decrypt: Denied");
  await expect(access.why).toContainText("KeyAdmins can never decrypt");
  await access.setting("Allow").click();
  await expect(cell).toHaveAccessibleName("KeyAdmins, Decrypt: Allowed");
  const [key] = definedKeys(await designer.savedDesign());
  expect(key?.grants).toEqual([
    { principal: "KeyAdmins", permission: "decrypt" },
  ]);
  expect(key?.policy).toEqual(definedKeys(payments)[0]?.policy);
  await access.setting("Via IAM").click();
  await expect(cell).toContainText("via IAM");
  expect(await designer.savedDesign()).toEqual(payments);
});

test("a cell is set to Allow if, beginning with a condition that people use", async ({
  designer,
}) => {
  const access = await openAccess(designer);
  const cell = access.cell("KeyAdmins", "Encrypt");
  await cell.click();
  await access.setting("Allow if").click();
  await access.whyButton("Through a service").click();
  await access.why
    .getByRole("form", { name: "Add condition" })
    .getByRole("button", { name: "Add condition" })
    .click();
  await expect(cell).toHaveAccessibleName(/: if S3, /);
  expect((await ownStatements(designer)).at(-1)).toEqual({
    effect: "Allow",
    principals: ["KeyAdmins"],
    actions: ["kms:Encrypt"],
    resources: ["*"],
    conditions: {
      StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" },
    },
  });
});

test("rows are searched, filtered and folded, and a column opens into its actions", async ({
  designer,
}) => {
  const access = await openAccess(designer);
  await access.search.fill("payments");
  await expect(access.cell("KeyAdmins", "Decrypt")).toBeHidden();
  await expect(access.cell("PaymentsApi", "Decrypt")).toBeVisible();
  await access.search.fill("");
  await access.filter("Not binding").click();
  await expect(access.cell("Everyone else", "Decrypt")).toBeHidden();
  await access.filter("All").click();
  await access.head("Data keys").click();
  await expect(access.cell("PaymentsApi", "GenerateDataKeyPair")).toContainText(
    "if app",
  );
  await access.view.getByRole("button", { name: "AWS services" }).click();
  await expect(access.cell("Other services", "Decrypt")).toBeHidden();
});

test("many principals with the same access are one row until they are unfolded", async ({
  designer,
}) => {
  const many = Array.from({ length: 50 }, (_, index) => ({
    id: `Role${index}`,
    kind: "arn" as const,
    arn: `arn:aws:iam::111122223333:role/Role${index}`,
  }));
  const [key] = definedKeys(payments);
  const access = await openAccess(designer, {
    ...payments,
    principals: [...payments.principals, ...many],
    keys: key
      ? [
          {
            ...key,
            policy: {
              ...key.policy,
              statements: [
                ...key.policy.statements,
                {
                  effect: "Allow",
                  principals: many.map(({ id }) => id),
                  actions: ["kms:Sign", "kms:Decrypt"],
                  resources: ["*"],
                },
              ],
            },
          },
        ]
      : [],
  });
  await access.view.getByRole("button", { name: "and 49 alike" }).click();
  await expect(access.cell("Role7", "Decrypt")).toContainText("Allowed");
});

test("an edit elsewhere keeps the matrix as it is", async ({ designer }) => {
  const access = await openAccess(designer);
  await access.cell("PaymentsApi", "Decrypt").click();
  await designer.page.keyboard.press("Alt+1");
  await designer.settings.description.fill("another");
  await designer.page.keyboard.press("Alt+2");
  await expect(access.proven).toHaveText("56 of 56 cells proven");
  await expect(access.why).toContainText("PaymentsApi can decrypt");
});

test("the matrix by keyboard: one tab stop, arrows explain, Enter sets, T tests, Escape goes back", async ({
  keyboardPage: page,
}) => {
  const designer = new Designer(page);
  const access = new Access(page);
  await designer.visit();
  await pressOn(page, designer.start.browseTemplates);
  await pressOn(page, designer.start.card(samples["symmetric-data-key"].title));
  await page.keyboard.press("Alt+2");
  await expect(access.proven).toBeVisible();
  await tabTo(page, access.cell("Account root user", "Encrypt"));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  const cell = access.cell("KeyAdmins", "Decrypt");
  await expect(cell).toBeFocused();
  await expect(access.why).toContainText(
    "KeyAdmins can decrypt where IAM policies allow it",
  );
  await page.keyboard.press("End");
  await expect(access.cell("KeyAdmins", "Deletion")).toBeFocused();
  await page.keyboard.press("Home");
  await expect(access.cell("KeyAdmins", "Encrypt")).toBeFocused();
  await page.keyboard.press("Control+End");
  await expect(access.cell("Everyone else", "Deletion")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(
    access.view.getByRole("button", { name: /^Everyone 1/ }),
  ).toBeFocused();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(access.cell("KeyAdmins", "Encrypt")).toBeFocused();

  await page.keyboard.press("Enter");
  await expect(access.setting("Via IAM")).toBeFocused();
  await tabTo(page, access.setting("Deny"));
  await page.keyboard.press("Enter");
  await expect(access.cell("KeyAdmins", "Encrypt")).toContainText("Denied");
  await page.keyboard.press("Escape");
  await expect(access.cell("KeyAdmins", "Encrypt")).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(access.cell("KeyAdmins", "Encrypt")).toContainText("via IAM");
  await page.keyboard.press("t");
  await expect(access.drawerTab("Test a request")).toHaveAttribute(
    "aria-selected",
    "true",
  );
});
