import { samples, type Sample } from "../../core/index.ts";
import { textOf } from "../core-export.ts";
import { expect, test } from "../fixtures.ts";
import type { Designer } from "../pages/designer.ts";

const all: readonly Sample[] = Object.values(samples);

for (const { title, design } of all.filter(({ kind }) => kind === "template")) {
  test(`the template "${title}" opens from its card and exports what core exports`, async ({
    designer,
  }) => {
    await openCard(designer, title);
    await expect(designer.topBar.designName(design.name)).toBeVisible();

    const { code } = designer;
    await code.show("CloudFormation", "JSON");
    for (const { id: stack } of design.stacks) {
      if (design.stacks.length > 1) await code.chooseStack(stack);
      const { text } = await code.downloaded();
      expect(text).toBe(textOf(design, "cloudformation-json", { stack }));
    }
    expect(await designer.savedDesign()).toEqual(design);
    await expect(designer.problems.tab).toHaveAccessibleName("Problems");
  });
}

test("the first demo leads from a bare key to its end", async ({
  designer,
}) => {
  const { settings, policy } = designer;
  await openCard(designer, samples["demo-first-key"].title);
  const steps = stepsOf(designer);
  await expect(steps.progress).toHaveText("0 of 4");

  await settings.rotation.check();
  await settings.rotationPeriod.fill("180");
  await expect(steps.progress).toHaveText("1 of 4");
  await settings.alias("alias/app/data");
  await expect(steps.progress).toHaveText("2 of 4");
  await settings.administer("KeyAdmins");
  await expect(steps.progress).toHaveText("3 of 4");
  await expect(steps.end).toBeHidden();
  await policy.tab.click();
  await policy.addStatement.click();
  await policy.addPrincipal("App");
  await policy.addAction("kms:Decrypt");
  await expect(steps.progress).toHaveText("4 of 4");
  await expect(steps.end).toHaveText(
    "Finished. The CloudFormation template and the CDK program hold a rotating key with an alias, an administrator and a user.",
  );

  await designer.topBar.undo.click();
  await expect(steps.progress).toHaveText("3 of 4");
  await expect(steps.end).toBeHidden();
  await designer.topBar.redo.click();

  const template = await copiedTemplate(designer);
  expect(template).toMatchObject({
    EnableKeyRotation: true,
    RotationPeriodInDays: 180,
  });
});

test("the second demo leads from a design that is refused to code", async ({
  designer,
}) => {
  const { settings, code, problems } = designer;
  await openCard(designer, samples["demo-mend"].title);
  const steps = stepsOf(designer);
  await expect(steps.progress).toHaveText("0 of 2");
  await expect(
    code.panel.getByRole("heading", { name: "No code yet" }),
  ).toBeVisible();
  await expect(code.copy).toBeDisabled();
  await expect(problems.tab).toHaveAccessibleName("Problems 2 errors");

  await settings.choose(settings.keyUsage, "SIGN_VERIFY");
  await expect(steps.progress).toHaveText("1 of 2");
  await settings.pendingWindow.fill("7");
  await expect(steps.progress).toHaveText("2 of 2");
  await expect(steps.end).toHaveText(
    "Finished. The design has no problems and the code is back.",
  );

  await expect(problems.tab).toHaveAccessibleName("Problems");
  expect(await copiedTemplate(designer)).toMatchObject({
    KeySpec: "ECC_NIST_P256",
    KeyUsage: "SIGN_VERIFY",
    PendingWindowInDays: 7,
  });
});

test("the start page opens the first demo at once, and its steps can be closed", async ({
  designer,
}) => {
  await designer.visit();
  await designer.start.openDemo.click();
  const steps = stepsOf(designer);
  await expect(steps.progress).toHaveText("0 of 4");
  await steps.region
    .getByRole("button", { name: "Close the demo steps" })
    .click();
  await expect(steps.region).toBeHidden();
  await expect(designer.topBar.designName("First key")).toBeVisible();
});

async function openCard(designer: Designer, title: string): Promise<void> {
  await designer.visit();
  await designer.start.browseTemplates.click();
  await designer.start.card(title).click();
}

function stepsOf({ page }: Designer) {
  const region = page.getByRole("region", { name: "Demo steps" });
  return {
    region,
    progress: region.getByText(/^\d+ of \d+$/),
    end: region.getByRole("status"),
  };
}

/** The properties of the only key in the copied template. */
async function copiedTemplate({ code }: Designer): Promise<unknown> {
  await code.show("CloudFormation", "JSON");
  const template = JSON.parse(await code.copied()) as {
    Resources: Record<string, { Type: string; Properties: unknown }>;
  };
  return Object.values(template.Resources).find(
    ({ Type }) => Type === "AWS::KMS::Key",
  )?.Properties;
}
