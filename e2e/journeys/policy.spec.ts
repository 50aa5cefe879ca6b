import {
  samples,
  type Design,
  type Statement,
  type VerbatimStatement,
} from "../../core/index.ts";
import { textOf } from "../core-export.ts";
import { expect, test } from "../fixtures.ts";
import type { Designer } from "../pages/designer.ts";
import { definedKeys } from "../defined-keys.ts";

const { design: replaced } = samples["replaced-policy"];

async function ownStatements(
  designer: Designer,
): Promise<readonly Statement[]> {
  const [key] = definedKeys(await designer.savedDesign());
  return key?.policy.statements ?? [];
}

async function openStatement(
  designer: Designer,
  design: Design,
  number: number,
): Promise<void> {
  await designer.openDesign(design);
  await designer.policy.tab.click();
  await designer.policy.statement(number).click();
  await expect(designer.policy.editor).toBeVisible();
}

test("every statement is a sentence with what it came from", async ({
  designer,
}) => {
  const { policy } = designer;
  await designer.openDesign(samples["symmetric-data-key"].design);
  await policy.tab.click();
  await expect(policy.rows).toHaveCount(4);
  await expect(policy.statement(1)).toContainText(/Allow.*Account default/);
  await expect(policy.statement(2)).toContainText(/KeyAdmins.*Administrators/);
  await expect(policy.statement(3)).toContainText(
    /SecurityOps.*Administrators/,
  );
  await expect(policy.statement(4)).toContainText(/PaymentsApi may .*Own/);
  await expect(policy.statement(4)).toContainText("payments");
});

test("statements that are not written by hand say where they are edited", async ({
  designer,
}) => {
  const { policy, settings } = designer;
  await designer.openDesign(samples["symmetric-data-key"].design);
  await policy.tab.click();
  await policy.statement(2).click();
  await policy.view
    .getByRole("button", { name: "Go to Administrators" })
    .click();
  await expect(settings.administrator).toBeVisible();
});

test("a new statement is valid, in the code at once, and one step to take back", async ({
  designer,
}) => {
  const { policy, topBar, problems } = designer;
  await designer.startEmpty();
  await policy.tab.click();
  await policy.addStatement.click();
  await expect(policy.editor).toBeVisible();
  await expect(problems.tab).toHaveAccessibleName("Problems");
  expect(await ownStatements(designer)).toHaveLength(1);
  await topBar.undo.click();
  expect(await ownStatements(designer)).toHaveLength(0);
  await expect(policy.editor).toBeHidden();
});

test("effect, Sid and actions are edited in place", async ({ designer }) => {
  const { policy, code } = designer;
  await openStatement(designer, replaced, 2);
  await policy.deny.click();
  await expect(policy.statement(2)).toContainText("Deny");
  await expect(policy.list("May never do")).toBeVisible();
  await policy.sid.fill("ServiceMustNot");
  await policy.addAction("kms:Sign*");
  await expect(policy.list("May never do")).toContainText("kms:Sign*");
  await policy.editorButton("Remove kms:Decrypt").click();
  const [, statement] = await ownStatements(designer);
  expect(statement).toEqual({
    sid: "ServiceMustNot",
    effect: "Deny",
    principals: ["LedgerService"],
    actions: ["kms:GenerateDataKey", "kms:Sign*"],
    resources: ["*"],
  });
  await code.show("Key policy");
  await expect(code.panel).toContainText('"Sid": "ServiceMustNot"');
});

test("actions are picked from the table, by access level, with patterns expanded", async ({
  designer,
}) => {
  const { policy } = designer;
  await openStatement(designer, replaced, 3);
  await expect(policy.list("May do")).toContainText("GenerateDataKeyPair");
  await policy.editorButton("Pick from the list").click();
  const picker = policy.editor.getByRole("group", {
    name: "Actions of AWS KMS",
  });
  const action = (name: string) =>
    picker.getByRole("checkbox", { name: new RegExp(`^${name}\\b`) });
  await expect(action("Encrypt")).toBeChecked();
  await expect(action("ReEncryptTo")).toBeChecked();
  await expect(action("ReEncryptTo")).toBeDisabled();
  await expect(action("ReEncryptTo")).toHaveAccessibleName(
    /by kms:ReEncrypt\*/,
  );
  await expect(action("CreateGrant")).toHaveAccessibleName(
    /Permissions management/i,
  );
  await picker.getByRole("searchbox", { name: "Search actions" }).fill("grant");
  await expect(action("Encrypt")).toBeHidden();
  await action("CreateGrant").check();
  const [, , logs] = await ownStatements(designer);
  expect(logs).toMatchObject({
    actions: expect.arrayContaining(["kms:CreateGrant"]),
  });
  await action("CreateGrant").uncheck();
  expect(await designer.savedDesign()).toEqual(replaced);
});

test("principals of every kind are added and removed, and unused ones leave the design", async ({
  designer,
}) => {
  const { policy, outline } = designer;
  await openStatement(designer, replaced, 2);
  for (const [text, name] of [
    ["arn:aws:iam::444455556666:user/path/Jane", "Jane"],
    ["777788889999", "Account777788889999"],
    ["s3.amazonaws.com", "S3"],
    ["root", "AccountRoot"],
    ["*", "Everyone"],
    ["LedgerAdmins", "LedgerAdmins"],
  ] as const) {
    await policy.addPrincipal(text);
    await expect(policy.editorButton(`Remove ${name}`)).toBeVisible();
    await expect(outline.principal(name)).toBeVisible();
  }
  const [, statement] = await ownStatements(designer);
  expect(statement).toMatchObject({
    principals: [
      "LedgerService",
      "Jane",
      "Account777788889999",
      "S3",
      "AccountRoot",
      "Everyone",
      "LedgerAdmins",
    ],
  });
  await policy.editorButton("Remove Jane").click();
  await expect(outline.principal("Jane")).toBeHidden();
  await policy.editorButton("Remove LedgerAdmins").click();
  await expect(outline.principal("LedgerAdmins")).toBeVisible();
});

test("conditions: add, another operator, or absent, another value, another key, remove", async ({
  designer,
}) => {
  const { policy } = designer;
  await openStatement(designer, replaced, 2);
  await policy.addCondition("kms:ViaService", "s3.eu-west-1.amazonaws.com");
  const condition = policy.condition("kms:ViaService");
  await condition.getByRole("button", { name: /^Operator / }).click();
  await policy.option("StringLike").click();
  await condition.getByRole("checkbox", { name: "or absent" }).check();
  await condition.getByLabel("Value", { exact: true }).fill("ec2.*");
  await condition.getByRole("button", { name: "Add value" }).click();
  await policy.addCondition("aws:PrincipalOrgID", "o-1234567890");
  const conditions = async () => {
    const [, statement] = await ownStatements(designer);
    return statement && "conditions" in statement
      ? statement.conditions
      : undefined;
  };
  expect(await conditions()).toEqual({
    StringLikeIfExists: {
      "kms:ViaService": ["s3.eu-west-1.amazonaws.com", "ec2.*"],
    },
    StringEquals: { "aws:PrincipalOrgID": "o-1234567890" },
  });

  await condition.getByRole("button", { name: "Remove ec2.*" }).click();
  const organisation = policy.condition("aws:PrincipalOrgID");
  await organisation.getByLabel("Condition key").fill("aws:ResourceOrgID");
  await organisation.getByLabel("Condition key").press("Tab");
  await policy
    .condition("aws:ResourceOrgID")
    .getByRole("button", { name: "Remove condition aws:ResourceOrgID" })
    .click();
  expect(await conditions()).toEqual({
    StringLikeIfExists: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" },
  });
  await condition
    .getByRole("button", { name: "Remove condition kms:ViaService" })
    .click();
  expect(await designer.savedDesign()).toEqual(replaced);
});

test("a key with several values asks which of them", async ({ designer }) => {
  const { policy } = designer;
  await openStatement(designer, replaced, 2);
  await policy.addCondition("kms:GrantOperations", "Decrypt");
  const [, statement] = await ownStatements(designer);
  expect(statement).toMatchObject({
    conditions: {
      "ForAnyValue:StringEquals": { "kms:GrantOperations": "Decrypt" },
    },
  });
  const condition = policy.condition("kms:GrantOperations");
  await condition.getByRole("button", { name: /^Set / }).click();
  await policy.option("ForAllValues").click();
  const [, changed] = await ownStatements(designer);
  expect(changed).toMatchObject({
    conditions: {
      "ForAllValues:StringEquals": { "kms:GrantOperations": "Decrypt" },
    },
  });
});

test("a statement is duplicated, moved and removed", async ({ designer }) => {
  const { policy } = designer;
  const sids = async () =>
    (await ownStatements(designer)).map((statement) =>
      "sid" in statement ? statement.sid : undefined,
    );
  await openStatement(designer, replaced, 2);
  await policy.choose("Duplicate");
  expect(await sids()).toEqual([
    "AdminsManage",
    "ServiceUses",
    "ServiceUses2",
    "LogsEncrypt",
  ]);
  await expect(policy.sid).toHaveValue("ServiceUses2");
  await policy.choose("Move down");
  await expect(policy.sid).toHaveValue("ServiceUses2");
  await policy.choose("Move up");
  await policy.choose("Move up");
  expect(await sids()).toEqual([
    "AdminsManage",
    "ServiceUses2",
    "ServiceUses",
    "LogsEncrypt",
  ]);
  await policy.choose("Remove");
  expect(await designer.savedDesign()).toEqual(replaced);
});

test("statements are reordered by dragging", async ({ designer }) => {
  const { policy } = designer;
  await designer.openDesign(replaced);
  await policy.tab.click();
  await policy.statements
    .getByTitle("Move statement 3")
    .dragTo(policy.statement(1));
  await expect(policy.statement(1)).toContainText("logs.");
  await expect(policy.statement(2)).toContainText("LedgerAdmins");
});

test("the default policy is replaced and comes back", async ({ designer }) => {
  const { policy, code, problems } = designer;
  await designer.openDesign(samples["symmetric-data-key"].design);
  await policy.tab.click();
  await policy.replace.click();
  await expect(policy.rows).toHaveCount(3);
  await expect(policy.statements).not.toContainText("Account default");
  await code.show("Key policy");
  const [key] = definedKeys(await designer.savedDesign());
  expect(key?.policy.mode).toBe("replace");
  expect(await code.copied()).toBe(
    textOf(await designer.savedDesign(), "key-policy"),
  );
  await expect(problems.tab).not.toHaveAccessibleName(/error/);
  await policy.amend.click();
  await expect(policy.statement(1)).toContainText("Account default");
  expect(await designer.savedDesign()).toEqual(
    samples["symmetric-data-key"].design,
  );
});

test("the list shows all, Allow or Deny", async ({ designer }) => {
  const { policy } = designer;
  await openStatement(designer, replaced, 2);
  await policy.deny.click();
  const show = (name: string) => policy.view.getByRole("button", { name });
  await show("Deny 1").click();
  await expect(policy.rows).toHaveCount(1);
  await show("Allow 2").click();
  await expect(policy.rows).toHaveCount(2);
  await show("All 3").click();
  await expect(policy.statement(2)).toContainText("Deny");
});

/** A statement that the editor does not show in parts. */
const verbatim: VerbatimStatement = {
  verbatim: {
    Sid: "Unusual",
    Effect: "Allow",
    Principal: {
      Federated: "arn:aws:iam::111122223333:saml-provider/Corporate",
      CanonicalUser:
        "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be",
    },
    Action: "kms:Decrypt",
    Resource: "*",
  },
};

const withVerbatim: Design = {
  ...replaced,
  name: "Unusual",
  keys: definedKeys(replaced).map((key) => ({
    ...key,
    policy: {
      ...key.policy,
      statements: [...key.policy.statements, verbatim],
    },
  })),
};

test("a statement the editor cannot show is kept to the letter and edited as text", async ({
  designer,
}) => {
  const { policy, code, topBar } = designer;
  await openStatement(designer, withVerbatim, 4);
  expect(await designer.savedDesign()).toEqual(withVerbatim);
  await expect(policy.statement(4)).toContainText("Kept as text");
  await expect(policy.json).toHaveValue(/"CanonicalUser": "79a59df/);

  const changed = JSON.stringify(verbatim.verbatim).replace(
    "kms:Decrypt",
    "kms:Encrypt",
  );
  await policy.json.fill(changed);
  const statements = await ownStatements(designer);
  expect(statements[3]).toEqual({ verbatim: JSON.parse(changed) as unknown });
  await code.show("CloudFormation", "JSON");
  expect(await code.copied()).toBe(
    textOf(await designer.savedDesign(), "cloudformation-json"),
  );

  await topBar.undo.click();
  expect(await designer.savedDesign()).toEqual(withVerbatim);
  await topBar.redo.click();

  const before = await designer.savedText();
  await policy.json.fill(`${changed},`);
  await expect(policy.editor.getByText(/not valid JSON/)).toBeVisible();
  await expect(policy.json).toHaveValue(`${changed},`);
  await policy.json.fill("[]");
  await expect(
    policy.editor.getByText(/this is not a JSON object/i),
  ).toBeVisible();
  await policy.json.fill('{"Effect": "Maybe"}');
  await expect(policy.json).toHaveAttribute("aria-invalid", "true");
  expect(await designer.savedText()).toBe(before);
  await policy.json.fill(changed);
  await expect(policy.json).not.toHaveAttribute("aria-invalid", "true");
  expect(await designer.savedText()).toBe(before);
});

test("the byte meter counts the policy of the selected key", async ({
  designer,
}) => {
  const { policy, problems } = designer;
  await designer.openDesign(replaced);
  const meter = problems.region.getByText(/bytes$/);
  const before = await meter.textContent();
  await policy.tab.click();
  await policy.addStatement.click();
  await expect(meter).not.toHaveText(before ?? "");
  await expect(meter).toHaveText(/^[\d,]+ of 32,768 bytes$/);
});
