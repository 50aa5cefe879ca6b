import type { Locator } from "@playwright/test";
import { samples, type Design } from "../../core/index.ts";
import { expect, test } from "../fixtures.ts";
import type { Designer } from "../pages/designer.ts";
import { definedKeys } from "../defined-keys.ts";

const { design } = samples["symmetric-data-key"];

/** What is said about a file that cannot be read. */
function notice({ page }: Designer, fileName: string): Locator {
  return page.getByText(new RegExp(`^"${fileName}" is .*Nothing was changed`));
}

/** The reasons, and where they apply: line and column in the words of the page. */
interface BadFile {
  readonly text: string;
  readonly says: readonly RegExp[];
}

const badFiles: Readonly<Record<string, BadFile>> = {
  "not-json.json": {
    text: '{\n  "keywright": 1,\n  "name": nonsense\n}',
    says: [/not valid JSON: invalid symbol/, /\b3\b\D{1,12}\b11\b/],
  },
  "newer.json": {
    text: JSON.stringify({ ...design, keywright: 2 }),
    says: [/version 2 of the design format is not known, only 1/],
  },
  "wrong-shape.json": {
    text: JSON.stringify(
      {
        ...design,
        stacks: 3,
        keys: [{ ...design.keys[0], aliases: "x", bogus: 1 }],
      },
      null,
      2,
    ),
    says: [
      /stacks.? must be a list/,
      /keys\[0\]\.aliases.? must be a list/,
      /keys\[0\]\.bogus.? is not a property of a design/,
      /\b7\b\D{1,12}\b13\b/,
    ],
  },
  "prototype.json": {
    text: JSON.stringify(design).replace(
      '"name"',
      '"__proto__": {"polluted": true}, "name"',
    ),
    says: [/__proto__.? cannot be a name in this document/],
  },
  "large.json": {
    text: `${JSON.stringify(design)}${" ".repeat(11_000_000)}`,
    says: [/larger than 10 MB/],
  },
  "deep.json": {
    text: `{"keywright": 1, "name": ${"[".repeat(5000)}${"]".repeat(5000)}}`,
    says: [/deep/],
  },
};

for (const [fileName, { text, says }] of Object.entries(badFiles)) {
  test(`${fileName} is refused with its reasons, and the open design stays`, async ({
    designer,
  }) => {
    const { page, topBar, settings } = designer;
    await designer.openDesign(design);
    const before = await designer.savedText();
    await designer.chooseFile(fileName, text);
    await expect(notice(designer, fileName)).toBeVisible();
    for (const reason of says)
      await expect(page.getByText(reason).first()).toBeVisible();
    await expect(topBar.designName(design.name)).toBeVisible();
    expect(await designer.savedText()).toBe(before);
    expect(await page.evaluate(() => "polluted" in {})).toBe(false);

    await page.getByRole("button", { name: "Dismiss" }).click();
    await expect(notice(designer, fileName)).toBeHidden();
    await settings.description.fill("goes on");
    await expect(settings.description).toHaveValue("goes on");
  });
}

test("a file can be dropped anywhere on the page", async ({ designer }) => {
  await designer.visit();
  await designer.dropFiles({ "dropped.json": JSON.stringify(design) });
  await expect(designer.topBar.designName(design.name)).toBeVisible();
  expect(await designer.savedDesign()).toEqual(design);
});

test("a saved file opens again as the same design", async ({ designer }) => {
  const { settings, start } = designer;
  await designer.openDesign(design);
  await settings.description.fill("saved and opened");
  const saved = await designer.savedText();
  await designer.visit();
  await designer.topBar.home.click();
  const chooser = designer.page.waitForEvent("filechooser");
  await start.chooseFiles.click();
  await (
    await chooser
  ).setFiles({
    name: "saved.json",
    mimeType: "application/json",
    buffer: Buffer.from(saved),
  });
  await expect(settings.description).toHaveValue("saved and opened");
  expect(await designer.savedText()).toBe(saved);
});

test("an illegal combination from a file is explained in place and mended there", async ({
  designer,
}) => {
  const { settings, problems, code } = designer;
  const [key] = definedKeys(samples["ecc-signing-key"].design);
  const broken: Design = {
    ...samples["ecc-signing-key"].design,
    name: "Illegal",
    keys: key
      ? [{ ...key, keyUsage: "ENCRYPT_DECRYPT", pendingWindowInDays: 5 }]
      : [],
  };
  await designer.openDesign(broken);
  expect(await designer.savedDesign()).toEqual(broken);
  await expect(problems.tab).toHaveAccessibleName(/^Problems 2 errors/);
  await expect(settings.keyUsage).toHaveAccessibleDescription(
    /ENCRYPT_DECRYPT.*ECC_NIST_P256|ECC_NIST_P256.*ENCRYPT_DECRYPT/,
  );
  await expect(settings.pendingWindow).toHaveAccessibleDescription(
    /pending window is 5 days, outside 7 to 30/,
  );
  await expect(
    code.panel.getByRole("heading", { name: "No code yet" }),
  ).toBeVisible();

  await settings.button("Make the settings fit the key spec").click();
  await expect(settings.keyUsage).toHaveText("SIGN_VERIFY");
  await settings.button("Choose the nearest pending window").click();
  await expect(settings.pendingWindow).toHaveValue("7");
  await expect(problems.tab).toHaveAccessibleName("Problems");
  await expect(code.editor).toBeVisible();

  await designer.topBar.undo.click();
  await designer.topBar.undo.click();
  expect(await designer.savedDesign()).toEqual(broken);
});

test("a problem in the drawer leads to its control and mends it", async ({
  designer,
}) => {
  const { settings, problems, policy } = designer;
  await designer.openDesign(samples["demo-mend"].design);
  await policy.tab.click();
  await problems.expand.click();
  const problem = problems.problem("pending window is 5 days");
  await problem.getByRole("button", { name: "Show" }).click();
  await expect(settings.pendingWindow).toBeFocused();
  await problem
    .getByRole("button", { name: "Choose the nearest pending window" })
    .click();
  await expect(problem).toBeHidden();
  await expect(settings.pendingWindow).toHaveValue("7");
});
