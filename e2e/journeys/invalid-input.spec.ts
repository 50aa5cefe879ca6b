import type { Locator } from "@playwright/test";
import { samples, type DefinedKey, type Design } from "../../core/index.ts";
import { expect, test } from "../fixtures.ts";
import type { Designer } from "../pages/designer.ts";
import { definedKeys } from "../defined-keys.ts";

/** One key with rotation, a tag and a statement, so that every field is there and open to input. */
const design: Design = {
  ...samples["symmetric-data-key"].design,
  name: "For bad input",
};

interface FieldCase {
  readonly field: (designer: Designer) => Locator;
  readonly bad: string;
  readonly says: RegExp;
  readonly good: string;
}

const fields: Readonly<Record<string, FieldCase>> = {
  "Rotation period, too short": {
    field: ({ settings }) => settings.rotationPeriod,
    bad: "89",
    says: /rotation period is 89 days, outside 90 to 2560/,
    good: "90",
  },
  "Rotation period, too long": {
    field: ({ settings }) => settings.rotationPeriod,
    bad: "2561",
    says: /rotation period is 2561 days, outside 90 to 2560/,
    good: "2560",
  },
  "Rotation period, not whole": {
    field: ({ settings }) => settings.rotationPeriod,
    bad: "90.5",
    says: /days are a whole number/i,
    good: "91",
  },
  "Pending window, too long": {
    field: ({ settings }) => settings.pendingWindow,
    bad: "31",
    says: /pending window is 31 days, outside 7 to 30/,
    good: "30",
  },
  "Pending window, too short": {
    field: ({ settings }) => settings.pendingWindow,
    bad: "6",
    says: /pending window is 6 days, outside 7 to 30/,
    good: "7",
  },
  "Pending window, not whole": {
    field: ({ settings }) => settings.pendingWindow,
    bad: "7.5",
    says: /days are a whole number/i,
    good: "30",
  },
  Description: {
    field: ({ settings }) => settings.description,
    bad: "x".repeat(8193),
    says: /8193 characters, more than 8192/,
    good: "short",
  },
  "Stack name": {
    field: ({ settings }) => settings.stackName,
    bad: "1 stack",
    says: /stack name 1 stack is not allowed/i,
    good: "NewStack",
  },
  "Account ID": {
    field: ({ settings }) => settings.account,
    bad: "1234",
    says: /1234 is not an account ID/,
    good: "111122223333",
  },
};

for (const [name, { field, bad, says, good }] of Object.entries(fields)) {
  test(`${name}: invalid text stays in the field, says why, and leaves the design alone`, async ({
    designer,
  }) => {
    await designer.openDesign(design);
    const control = field(designer);
    const before = await designer.savedText();

    await control.fill(bad);
    await expect(control).toHaveAccessibleDescription(says);
    await expect(control).toHaveAttribute("aria-invalid", "true");
    await expect(control).toHaveValue(bad);
    await expect(designer.problems.tab).toHaveAccessibleName(
      "Problems 1 error",
    );
    expect(await designer.savedText()).toBe(before);

    await control.fill(good);
    await expect(control).not.toHaveAccessibleDescription(says);
    await expect(designer.problems.tab).toHaveAccessibleName("Problems");
    expect(await designer.savedText()).not.toBe(before);
  });
}

test("a tag with a bad key or value keeps its text and says why", async ({
  designer,
}) => {
  const { settings, problems } = designer;
  await designer.openDesign(design);
  const before = await designer.savedText();
  const key = settings.textbox("Tag key 1");
  const value = settings.textbox("Tag value 1");

  await key.fill("aws:team");
  await expect(key).toHaveAttribute("aria-invalid", "true");
  await expect(
    settings.view.getByText(/begins with aws:, which only AWS may use/),
  ).toBeVisible();
  await value.fill("x".repeat(257));
  await expect(value).toHaveAttribute("aria-invalid", "true");
  await expect(
    settings.view.getByText(/257 characters, more than 256/),
  ).toBeVisible();
  await expect(problems.tab).toHaveAccessibleName("Problems 2 errors");
  expect(await designer.savedText()).toBe(before);
  await expect(key).toHaveValue("aws:team");

  await key.fill("owner");
  await value.fill("ledger");
  await expect(problems.tab).toHaveAccessibleName("Problems");
  expect(definedKeys(await designer.savedDesign())[0]?.tags).toEqual([
    { key: "owner", value: "ledger" },
  ]);
});

test("a second tag of the same name is refused", async ({ designer }) => {
  const { settings } = designer;
  await designer.openDesign(design);
  await settings.addTag.click();
  await settings.textbox("Tag key 2").fill("team");
  await expect(
    settings.view.getByText(/tag key team is there already/i),
  ).toBeVisible();
  await expect(settings.textbox("Tag key 2")).toHaveValue("team");
});

const aliases: Readonly<Record<string, RegExp>> = {
  "alias/aws/mine": /begins with alias\/aws\/, which only AWS may use/,
  "not a name": /alias\/not a name is not an alias name/,
  "payments/data": /alias alias\/payments\/data is there already/i,
};

for (const [bad, says] of Object.entries(aliases)) {
  test(`the alias "${bad}" is not added, stays in the field and says why`, async ({
    designer,
  }) => {
    const { settings } = designer;
    await designer.openDesign(design);
    const before = await designer.savedText();
    await settings.alias(bad);
    await expect(settings.newAlias).toHaveAccessibleDescription(says);
    await expect(settings.newAlias).toHaveValue(bad);
    expect(await designer.savedText()).toBe(before);
    await settings.alias("right");
    await expect(settings.button("Remove alias/right")).toBeVisible();
    await expect(settings.newAlias).toHaveValue("");
    await expect(settings.newAlias).not.toHaveAccessibleDescription(says);
  });
}

test("an administrator nobody understands is not added and stays in the field", async ({
  designer,
}) => {
  const { settings } = designer;
  await designer.openDesign(design);
  const before = await designer.savedText();
  await settings.administer("nobody here");
  await expect(settings.administrator).toHaveAccessibleDescription(
    /nobody here is not a principal that is understood here/,
  );
  await expect(settings.administrator).toHaveValue("nobody here");
  expect(await designer.savedText()).toBe(before);
  await settings.administer("444455556666");
  await expect(settings.button("Remove Account444455556666")).toBeVisible();
  await expect(settings.administrator).toHaveValue("");
});

test("a key is not renamed to nothing or to the name of another", async ({
  designer,
}) => {
  const { outline } = designer;
  await designer.openDesign(design);
  await outline.choose("PaymentsKey", "Duplicate");
  const before = await designer.savedText();
  await outline.choose("PaymentsKey2", "Rename");
  await outline.keyName.fill("");
  await outline.rename.click();
  await expect(outline.keyName).toHaveAccessibleDescription(
    /a key needs a name/i,
  );
  await outline.keyName.fill("PaymentsKey");
  await outline.rename.click();
  await expect(outline.keyName).toHaveAccessibleDescription(/PaymentsKey/);
  await expect(outline.keyName).toHaveValue("PaymentsKey");
  await outline.keyName.fill("ArchiveKey");
  await outline.rename.click();
  await expect(outline.renameDialog).toBeHidden();
  await designer.topBar.undo.click();
  expect(await designer.savedText()).toBe(before);
});

test("a design without a name says what is missing", async ({ designer }) => {
  const { topBar, page } = designer;
  await designer.openDesign(design);
  const before = await designer.savedText();
  await topBar.designName(design.name).click();
  await topBar.designNameField.fill("");
  await expect(page.getByText(/a design needs a name/i)).toBeVisible();
  await topBar.designNameField.press("Enter");
  await expect(topBar.designNameField).toBeVisible();
  await topBar.designNameField.fill("Named again");
  await topBar.designNameField.press("Enter");
  await expect(topBar.designName("Named again")).toBeVisible();
  await topBar.undo.click();
  expect(await designer.savedText()).toBe(before);
});

test("the parts of a statement refuse what a key policy cannot hold", async ({
  designer,
}) => {
  const { policy } = designer;
  await designer.openDesign(design);
  await policy.tab.click();
  await policy.statement(4).click();
  const before = await designer.savedText();
  const says = (text: RegExp) => policy.editor.getByText(text);

  await policy.sid.fill("Ключ");
  await expect(policy.sid).toHaveAttribute("aria-invalid", "true");
  await expect(policy.sid).toHaveValue("Ключ");
  await policy.addPrincipal("nobody here");
  await expect(
    says(/nobody here is not a principal that is understood here/),
  ).toBeVisible();
  await expect(policy.principal).toHaveValue("nobody here");
  await policy.addAction("De crypt");
  await expect(says(/kms:De crypt is not an action/)).toBeVisible();
  await expect(policy.action).toHaveValue("De crypt");
  expect(await designer.savedText()).toBe(before);

  await policy.sid.fill("Right");
  await policy.principal.fill("444455556666");
  await policy.principal.press("Enter");
  await policy.action.fill("Sign");
  await policy.action.press("Enter");
  const [statement] = definedKeys(await designer.savedDesign())[0]?.policy
    .statements ?? [undefined];
  expect(statement).toMatchObject({
    sid: "Right",
    principals: ["PaymentsApi", "Account444455556666"],
    actions: expect.arrayContaining(["kms:Sign"]),
  });
});

test("a resource and a value refuse letters that a key policy cannot hold", async ({
  designer,
}) => {
  const { policy } = designer;
  const [key] = definedKeys(design);
  await designer.openDesign({
    ...design,
    keys: key === undefined ? [] : [withResource(key)],
  });
  await policy.tab.click();
  await policy.statement(4).click();
  const before = await designer.savedText();
  const refused = policy.editor.getByText(/which AWS KMS refuses/);

  const addResource = policy.editor.getByRole("button", {
    name: "Add resource",
  });
  await addResource.click();
  const resource = policy.editor.getByLabel("Resource", { exact: true });
  await resource.fill("Ключ");
  await addResource.click();
  await expect(refused).toHaveCount(1);
  await expect(resource).toHaveValue("Ключ");

  const value = policy.editor.getByLabel("Value", { exact: true });
  await value.fill("Ключ");
  await policy.editor.getByRole("button", { name: "Add value" }).click();
  await expect(refused).toHaveCount(2);
  await expect(value).toHaveValue("Ключ");
  expect(await designer.savedText()).toBe(before);
});

/** The key with a resource of its own in each statement, so that the editor shows the field. */
function withResource(key: DefinedKey): DefinedKey {
  const resources = ["arn:aws:kms:eu-west-1:111122223333:key/1"];
  const statements = key.policy.statements.map((statement) => ({
    ...statement,
    resources,
  }));
  return { ...key, policy: { ...key.policy, statements } };
}

test("a condition needs a key and a value, and cannot be there twice", async ({
  designer,
}) => {
  const { policy } = designer;
  await designer.openDesign(design);
  await policy.tab.click();
  await policy.statement(4).click();
  const before = await designer.savedText();
  await policy.addCondition("kms:ViaService", "");
  await expect(
    policy.newCondition.getByText(/a condition needs a key and a value/i),
  ).toBeVisible();
  await policy.newCondition
    .getByLabel("Condition key")
    .fill("kms:EncryptionContext:app");
  await policy.newCondition.getByLabel("Value", { exact: true }).fill("other");
  await policy.newCondition
    .getByRole("button", { name: "Add condition" })
    .click();
  await expect(
    policy.newCondition.getByText(/has a condition on that key already/i),
  ).toBeVisible();
  await expect(
    policy.newCondition.getByLabel("Value", { exact: true }),
  ).toHaveValue("other");
  expect(await designer.savedText()).toBe(before);
});

test("the Region is chosen from a list, so nothing else can be", async ({
  designer,
}) => {
  const { settings } = designer;
  await designer.openDesign(design);
  await settings.region.click();
  await designer.page.keyboard.type("nowhere");
  await expect(designer.page.getByRole("option")).toHaveCount(0);
  await designer.page.keyboard.press("Escape");
  await settings.choose(settings.region, "eu-west-1");
  await expect(settings.region).toContainText("eu-west-1");
});
