import { samples, type Design, type Principal } from "../../core/index.ts";
import { textOf } from "../core-export.ts";
import { expect, test } from "../fixtures.ts";
import { pressOn, tabTo, writeInto } from "../keyboard.ts";
import { Designer } from "../pages/designer.ts";
import { Grants } from "../pages/grants.ts";
import { PrincipalWindow } from "../pages/principals.ts";

interface Kind {
  readonly kind: string;
  readonly fill: (window: PrincipalWindow) => Promise<void>;
  readonly principal: Principal;
  /** What the template has of it. */
  readonly template: string;
}

const stack = "KeyStack";
const account = "444455556666";
const unit = "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*";
const saml = `arn:aws:iam::${account}:saml-provider/Corporate`;
const canonical = "0123456789abcdef".repeat(4);

/** Every kind, in an order in which each needs only those before it. */
const kinds: readonly Kind[] = [
  {
    kind: "This account",
    fill: async () => {},
    principal: { id: "AccountRoot", kind: "account-root" },
    template: ":root",
  },
  {
    kind: "Another account",
    fill: (window) => window.fill("Account ID", account),
    principal: { id: `Account${account}`, kind: "account", account },
    template: `:iam::${account}:root`,
  },
  {
    kind: "By ARN",
    fill: (window) => window.fill("ARN", `arn:aws:iam::${account}:user/Jane`),
    principal: {
      id: "Jane",
      kind: "arn",
      arn: `arn:aws:iam::${account}:user/Jane`,
    },
    template: "user/Jane",
  },
  {
    kind: "Role",
    fill: async (window) => {
      await window.fill("ARN", `arn:aws:iam::${account}:role/ops/Deployer`);
      await window.dialog.getByRole("checkbox", { name: "Policies" }).uncheck();
    },
    principal: {
      id: "Deployer",
      kind: "imported-role",
      stack,
      identity: { arn: `arn:aws:iam::${account}:role/ops/Deployer` },
      mutable: false,
    },
    template: "role/ops/Deployer",
  },
  {
    kind: "User",
    fill: async (window) => {
      await window.button("Name").click();
      await window.fill("Name in IAM", "Auditor");
    },
    principal: {
      id: "Auditor",
      kind: "imported-user",
      stack,
      identity: { name: "Auditor" },
    },
    template: "Auditor",
  },
  {
    kind: "Group",
    fill: async (window) => {
      await window.button("Name").click();
      await window.fill("Name in IAM", "Staff");
    },
    principal: {
      id: "Staff",
      kind: "imported-group",
      stack,
      identity: { name: "Staff" },
    },
    template: "Staff",
  },
  {
    kind: "AWS service",
    fill: (window) => window.fill("Service principal", "lambda.amazonaws.com"),
    principal: {
      id: "Lambda",
      kind: "service",
      service: "lambda.amazonaws.com",
    },
    template: "lambda.amazonaws.com",
  },
  {
    kind: "New role",
    fill: async (window) => {
      await window.choose("Who may assume the role", "Lambda");
      await window.button("Generate where needed").click();
      await window.name.fill("Worker");
    },
    principal: {
      id: "Worker",
      kind: "new-role",
      stack,
      assumedBy: "Lambda",
      physicalName: "generate",
    },
    template: "AWS::IAM::Role",
  },
  {
    kind: "New user",
    fill: async (window) => {
      await window.button("Fixed name").click();
      await window.fill("Fixed name", "robot");
    },
    principal: {
      id: "robot",
      kind: "new-user",
      stack,
      physicalName: { name: "robot" },
    },
    template: "AWS::IAM::User",
  },
  {
    kind: "New group",
    fill: (window) => window.name.fill("Team"),
    principal: { id: "Team", kind: "new-group", stack },
    template: "AWS::IAM::Group",
  },
  {
    kind: "Through a service",
    fill: async (window) => {
      await window.fill("Service", "s3.us-east-1.amazonaws.com");
      await window.choose("Principal (any AWS principal when empty)", "Jane");
    },
    principal: {
      id: "ViaS3",
      kind: "via-service",
      service: "s3.us-east-1.amazonaws.com",
      base: "Jane",
    },
    template: "kms:ViaService",
  },
  {
    kind: "Organization",
    fill: (window) => window.fill("Organization ID", "o-a1b2c3d4e5"),
    principal: {
      id: "Organization",
      kind: "organization",
      organization: "o-a1b2c3d4e5",
    },
    template: "aws:PrincipalOrgID",
  },
  {
    kind: "Organizational unit",
    fill: (window) => window.fill("Paths of the units", unit),
    principal: {
      id: "OrganizationalUnit",
      kind: "organizational-unit",
      paths: [unit],
    },
    template: "aws:PrincipalOrgPaths",
  },
  {
    kind: "SAML or other provider",
    fill: async (window) => {
      await window.fill("Provider", saml);
      await window.addCondition("aws:PrincipalTag/team", "payments");
    },
    principal: {
      id: "Corporate",
      kind: "federated",
      provider: saml,
      conditions: { StringEquals: { "aws:PrincipalTag/team": "payments" } },
    },
    template: "saml-provider/Corporate",
  },
  {
    kind: "Web identity (OIDC)",
    fill: (window) => window.fill("Provider", "accounts.google.com"),
    principal: {
      id: "Google",
      kind: "web-identity",
      provider: "accounts.google.com",
    },
    template: "accounts.google.com",
  },
  {
    kind: "Any AWS principal",
    fill: async () => {},
    principal: { id: "Everyone", kind: "any" },
    template: '"*"',
  },
  {
    kind: 'Everyone, written "*"',
    fill: async () => {},
    principal: { id: "Anyone", kind: "star" },
    template: '"Principal": "*"',
  },
  {
    kind: "Canonical user",
    fill: (window) => window.fill("Canonical user ID", canonical),
    principal: {
      id: "CanonicalUser",
      kind: "canonical-user",
      canonicalUser: canonical,
    },
    template: canonical,
  },
  {
    kind: "Combination",
    fill: async (window) => {
      await window.choose("Members", "Jane");
      await window.choose("Members", `Account${account}`);
    },
    principal: {
      id: "Combination",
      kind: "composite",
      members: ["Jane", `Account${account}`],
    },
    template: "user/Jane",
  },
  {
    kind: "With conditions",
    fill: async (window) => {
      await window.choose("Principal", "Everyone");
      await window.addCondition("aws:SourceAccount", account);
    },
    principal: {
      id: "EveryoneWithConditions",
      kind: "with-conditions",
      base: "Everyone",
      conditions: { StringEquals: { "aws:SourceAccount": account } },
    },
    template: "aws:SourceAccount",
  },
];

test("every kind of principal is made in the window, used at once, and in the code", async ({
  designer,
}) => {
  test.slow();
  const { page, code } = designer;
  const grants = new Grants(page);
  await designer.startEmpty();
  for (const [count, { kind, fill, principal }] of kinds.entries()) {
    await grants.newPrincipal.click();
    const window = new PrincipalWindow(page, "New principal");
    await window.kind(kind).check();
    await fill(window);
    await window.add.click();
    await expect(window.dialog, kind).toBeHidden();
    await expect(grants.rows).toHaveCount(count + 1);
    await expect(designer.outline.principal(principal.id)).toBeVisible();
  }
  const design = await designer.savedDesign();
  expect(design.principals).toEqual(kinds.map(({ principal }) => principal));

  await code.show("CloudFormation", "JSON");
  const template = await code.copied();
  expect(template).toBe(textOf(design, "cloudformation-json"));
  for (const { template: piece } of kinds) expect(template).toContain(piece);
  await code.show("CDK");
  expect(await code.copied()).toBe(textOf(design, "cdk-typescript"));
});

test("a principal and its use are one step to take back", async ({
  designer,
}) => {
  const { page, settings, topBar } = designer;
  await designer.startEmpty();
  const before = await designer.savedText();
  await settings.view
    .getByRole("button", { name: "New principal" })
    .first()
    .click();
  const window = new PrincipalWindow(page, "New principal");
  await window.kind("New role").check();
  await window.name.fill("Worker");
  await window.button("New principal").click();
  const inner = new PrincipalWindow(
    page,
    "New principal for: Who may assume the role",
  );
  await inner.kind("AWS service").check();
  await inner.fill("Service principal", "ecs-tasks.amazonaws.com");
  await inner.add.click();
  await expect(window.dialog).toContainText("EcsTasks");
  await window.add.click();
  const [key] = (await designer.savedDesign()).keys;
  expect(key).toMatchObject({ administrators: ["Worker"] });
  expect((await designer.savedDesign()).principals).toMatchObject([
    { id: "EcsTasks" },
    { id: "Worker", assumedBy: "EcsTasks" },
  ]);
  await topBar.undo.click();
  expect(await designer.savedText()).toBe(before);
});

test("what is typed is checked at once, and what is missing when it is sent", async ({
  designer,
}) => {
  const { page } = designer;
  await designer.startEmpty();
  const before = await designer.savedText();
  await new Grants(page).newPrincipal.click();
  const window = new PrincipalWindow(page, "New principal");
  const says = (text: RegExp) => window.dialog.getByText(text);

  await window.fill("ARN", "arn:aws:iam::111122223333:role/*");
  await expect(says(/wildcard does not work/)).toBeVisible();
  await window.fill("ARN", "arn:amazon:iam::111122223333:role/App");
  await expect(says(/no partition amazon/)).toBeVisible();
  await window.fill("ARN", "arn:aws:iam::1111:role/App");
  await expect(says(/1111 is not an account ID/)).toBeVisible();
  await window.fill("ARN", "");
  await expect(says(/something is missing/)).toBeHidden();
  await window.add.click();
  await expect(says(/something is missing/i)).toBeVisible();
  await window.kind("Another account").check();
  await window.fill("Account ID", "12345");
  await expect(says(/an account ID has 12 digits/i)).toBeVisible();
  await window.kind("Combination").check();
  await window.choose("Members", "nobody at all");
  await expect(says(/nobody at all is not a principal/)).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(window.dialog).toBeHidden();
  expect(await designer.savedText()).toBe(before);
});

const { design: sample } = samples["symmetric-data-key"];

test("a principal is edited in the same window, and its kind can change", async ({
  designer,
}) => {
  const { page, outline, policy, topBar } = designer;
  await designer.openDesign(sample);
  await outline.principal("PaymentsApi").click();
  await outline.choosePrincipal("PaymentsApi", "Edit");
  const window = new PrincipalWindow(page, "Edit principal");
  await expect(window.name).toHaveValue("PaymentsApi");
  await window.kind("AWS service").check();
  await window.fill("Service principal", "s3.amazonaws.com");
  await window.name.fill("Storage");
  await window.save.click();
  await expect(window.dialog).toBeHidden();
  await expect(outline.principal("Storage")).toBeVisible();
  await policy.tab.click();
  await expect(policy.statement(4)).toContainText("s3.amazonaws.com");
  await topBar.undo.click();
  expect(await designer.savedDesign()).toEqual(sample);
});

test("a name that is taken is refused where it is typed", async ({
  designer,
}) => {
  const { page, outline } = designer;
  await designer.openDesign(sample);
  await outline.principal("PaymentsApi").click();
  await outline.choosePrincipal("PaymentsApi", "Edit");
  const window = new PrincipalWindow(page, "Edit principal");
  await window.name.fill("KeyAdmins");
  await expect(window.name).toHaveAccessibleDescription(
    /KeyAdmins is the name of another principal/,
  );
  await window.save.click();
  await expect(window.dialog).toBeVisible();
  await window.cancel.click();
  expect(await designer.savedDesign()).toEqual(sample);
});

test("removing a principal tells what goes with it, and is one step", async ({
  designer,
}) => {
  const { page, outline, topBar } = designer;
  await designer.openDesign(sample);
  await outline.principal("PaymentsApi").click();
  await outline.choosePrincipal("PaymentsApi", "Remove");
  const dialog = page.getByRole("dialog", { name: "Remove PaymentsApi" });
  await expect(dialog.getByRole("listitem")).toHaveText([
    "Statement of PaymentsKey",
  ]);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  expect(await designer.savedDesign()).toEqual(sample);

  await outline.choosePrincipal("PaymentsApi", "Remove");
  await dialog.getByRole("button", { name: "Remove all" }).click();
  await expect(outline.principal("PaymentsApi")).toBeHidden();
  const after: Design = await designer.savedDesign();
  expect(after.principals.map(({ id }) => id)).not.toContain("PaymentsApi");
  await topBar.undo.click();
  expect(await designer.savedDesign()).toEqual(sample);
});

test("the picker finds by name, and adds what the text says", async ({
  designer,
}) => {
  const { page, settings } = designer;
  await designer.openDesign(sample);
  await settings.administrator.fill("paym");
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.getByRole("option", { name: /PaymentsApi/ }).click();
  await expect(settings.button("Remove PaymentsApi")).toBeVisible();
  await settings.administrator.fill("sns.amazonaws.com");
  await page.getByRole("option", { name: /Add Sns/ }).click();
  await expect(settings.button("Remove Sns")).toBeVisible();
  await expect(settings.administrator).toHaveValue("");
});

test("a role is made and named an administrator by keyboard alone", async ({
  keyboardPage: page,
}) => {
  const designer = new Designer(page);
  await designer.visit();
  await pressOn(page, designer.start.empty);
  const { settings, outline } = designer;
  await pressOn(
    page,
    settings.view.getByRole("button", { name: "New principal" }).first(),
  );
  const window = new PrincipalWindow(page, "New principal");
  await expect(window.kind("By ARN")).toBeFocused();
  for (let step = 0; step < 4; step += 1)
    await page.keyboard.press("ArrowDown");
  await expect(window.kind("New role")).toBeChecked();
  await writeInto(page, window.field("Who may assume the role"), "lambda");
  await page.keyboard.type(".amazonaws.com");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(window.dialog).toContainText("Lambda");
  await writeInto(page, window.name, "Worker");
  await page.keyboard.press("Enter");
  await expect(window.dialog).toBeHidden();
  await expect(settings.button("Remove Worker")).toBeVisible();
  await tabTo(page, outline.principal("Worker"), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(outline.principal("Worker")).toHaveAttribute(
    "aria-current",
    "true",
  );
});
