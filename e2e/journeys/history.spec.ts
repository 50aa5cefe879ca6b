import type { Page } from "@playwright/test";
import { samples } from "../../core/index.ts";
import { textOf } from "../core-export.ts";
import { downloadedBy } from "../downloads.ts";
import { expect, freshTest, test } from "../fixtures.ts";
import { Designer } from "../pages/designer.ts";

test("a long series of edits goes back to the beginning and forward to the end, over a reload", async ({
  designer,
}) => {
  const { topBar, page } = designer;
  await designer.openDesign(samples["symmetric-data-key"].design);
  const start = await designer.savedText();
  const states = [start];
  for (const edit of series(designer)) {
    await edit();
    states.push(await designer.savedText());
  }
  const unchanged = states.filter((state, at) => state === states[at - 1]);
  expect(unchanged).toEqual([]);

  for (const state of states.slice(0, -1).toReversed().slice(0, 8)) {
    await topBar.undo.click();
    expect(await designer.savedText()).toBe(state);
  }
  await expect(topBar.saved).toBeVisible();
  await page.reload();
  for (const state of states.slice(0, -1).toReversed().slice(8)) {
    await topBar.undo.click();
    expect(await designer.savedText()).toBe(state);
  }
  await expect(topBar.undo).toBeDisabled();
  expect(await designer.savedText()).toBe(start);

  for (let step = 1; step < states.length; step += 1) await topBar.redo.click();
  await expect(topBar.redo).toBeDisabled();
  expect(await designer.savedText()).toBe(states.at(-1));
});

test("undo takes the consequences of a spec back together with the spec", async ({
  designer,
}) => {
  const { settings, topBar } = designer;
  await designer.startEmpty();
  await settings.rotation.check();
  await settings.choose(settings.keySpec, "HMAC_256");
  await expect(settings.keyUsage).toHaveText("GENERATE_VERIFY_MAC");
  await expect(settings.rotation).not.toBeChecked();
  await topBar.undo.click();
  await expect(settings.keySpec).toHaveText("SYMMETRIC_DEFAULT");
  await expect(settings.keyUsage).toHaveText("ENCRYPT_DECRYPT");
  await expect(settings.rotation).toBeChecked();
});

test("typing in one field is one step back", async ({ designer }) => {
  const { settings, topBar, page } = designer;
  await designer.startEmpty();
  await settings.description.click();
  await page.keyboard.type("Protects payments");
  await page.keyboard.press("Tab");
  await topBar.undo.click();
  await expect(settings.description).toHaveValue("");
  await expect(topBar.undo).toBeDisabled();
  await topBar.redo.click();
  await expect(settings.description).toHaveValue("Protects payments");
});

test("text that comes back to what it was is no step of the history", async ({
  designer,
}) => {
  const { settings, topBar } = designer;
  await designer.openDesign(samples["symmetric-data-key"].design);
  await settings.pendingWindow.fill("5");
  await settings.pendingWindow.blur();
  await settings.pendingWindow.fill("10");
  await expect(settings.pendingWindow).not.toHaveAttribute(
    "aria-invalid",
    "true",
  );
  await expect(topBar.undo).toBeDisabled();
});

test("a reload right after an edit loses nothing", async ({ designer }) => {
  const { settings, page, topBar } = designer;
  await designer.startEmpty();
  await expect(topBar.saved).toBeVisible();
  await settings.description.fill("typed last");
  await page.reload();
  await expect(settings.description).toHaveValue("typed last");
});

test("a reload right after an edit can still undo it and the edits before it", async ({
  designer,
}) => {
  const { settings, page, topBar } = designer;
  await designer.startEmpty();
  await settings.rotation.check();
  await expect(topBar.saved).toBeVisible();
  await settings.description.fill("typed last");
  await page.reload();
  await expect(settings.description).toHaveValue("typed last");
  await expect(topBar.undo).toBeEnabled();
  await topBar.undo.click();
  await expect(settings.description).toHaveValue("");
  await topBar.undo.click();
  await expect(settings.rotation).not.toBeChecked();
});

freshTest(
  "a tab that dies right after an edit loses nothing",
  async ({ designer, context }) => {
    await designer.startEmpty();
    await expect(designer.topBar.saved).toBeVisible();
    const address = designer.page.url();
    await designer.settings.description.fill("typed last");
    // The process ends before the page hears of it.
    const { page } = designer;
    await Promise.all([page.waitForEvent("crash"), crash(page)]);
    const again = new Designer(await context.newPage());
    await again.page.goto(address);
    await expect(again.settings.description).toHaveValue("typed last");
  },
);

test("a reload keeps the view, the target and text that is not valid yet", async ({
  designer,
}) => {
  const { settings, code, page, topBar } = designer;
  await designer.startEmpty();
  await settings.pendingWindow.fill("5");
  await code.show("CDK");
  await expect(topBar.saved).toBeVisible();
  await page.reload();
  await expect(settings.pendingWindow).toHaveValue("5");
  await expect(settings.pendingWindow).toHaveAccessibleDescription(
    /outside 7 to 30/,
  );
  await expect(code.target("CDK")).toHaveAttribute("aria-selected", "true");
});

freshTest(
  "a second tab on the same design shows it, follows, and may take over",
  async ({ designer, context }) => {
    await designer.startEmpty();
    await expect(designer.topBar.saved).toBeVisible();
    const second = new Designer(await context.newPage());
    await second.page.goto(designer.page.url());
    const banner = (page: Page) =>
      page.getByText("Another tab edits this design.");
    await expect(banner(second.page)).toBeVisible();
    await expect(second.settings.rotation).toBeVisible();
    await expect(second.settings.button("Add alias")).toBeDisabled();
    await expect(second.topBar.undo).toBeDisabled();

    await designer.settings.description.fill("from the first tab");
    await expect(second.settings.description).toHaveValue("from the first tab");

    await second.page.getByRole("button", { name: "Take over" }).click();
    await expect(banner(second.page)).toBeHidden();
    await expect(banner(designer.page)).toBeVisible();
    await second.settings.description.fill("from the second tab");
    await expect(designer.settings.description).toHaveValue(
      "from the second tab",
    );
    await expect(designer.settings.button("Add alias")).toBeDisabled();

    await second.page.close();
    await expect(banner(designer.page)).toBeHidden();
    await designer.settings.description.fill("from the first tab again");
    await expect(designer.settings.description).toHaveValue(
      "from the first tab again",
    );
  },
);

test("designs of this browser are listed, opened and deleted", async ({
  designer,
}) => {
  const { start, topBar, page } = designer;
  await designer.openDesign(samples["hmac-key"].design);
  const { name } = samples["hmac-key"].design;
  await topBar.home.click();
  await start.recent(name).click();
  expect(await designer.savedDesign()).toEqual(samples["hmac-key"].design);
  await topBar.home.click();
  page.once("dialog", (dialog) => void dialog.accept());
  await start.recents
    .getByRole("button", { name: `Delete ${name} from this device` })
    .click();
  await expect(start.recents).toBeHidden();
  await page.reload();
  await expect(start.empty).toBeVisible();
  await expect(start.recents).toBeHidden();
});

test("a stored design that cannot be read is said, kept and can be downloaded", async ({
  designer,
}) => {
  const { page, topBar, start } = designer;
  await designer.startEmpty();
  await designer.settings.description.fill("will be damaged");
  await expect(topBar.saved).toBeVisible();
  await damageStored(page, '{"keywright": 1, "name"');
  await page.reload();
  const banner = page.getByText(
    /The stored design "Untitled design" cannot be read\b.*It was not changed/,
  );
  await expect(banner).toBeVisible();
  await expect(start.empty).toBeVisible();
  const { text } = await downloadedBy(page, () =>
    page.getByRole("button", { name: "Download design" }).click(),
  );
  expect(text).toBe('{"keywright": 1, "name"');

  await start.empty.click();
  await designer.settings.description.fill("the page goes on");
  await expect(topBar.saved).toBeVisible();
  await topBar.home.click();
  await expect(start.recents.getByRole("listitem")).toHaveCount(2);
});

freshTest(
  "a browser without storage says so, and everything else works",
  async ({ designer }) => {
    const { page, settings, code, topBar } = designer;
    await page.addInitScript(() => {
      indexedDB.open = () => {
        throw new DOMException("closed by the test", "SecurityError");
      };
    });
    await designer.startEmpty();
    await settings.description.fill("not lost while the page is open");
    await expect(
      page.getByText(/This browser cannot keep the design:/),
    ).toBeVisible();
    await expect(topBar.saved).toBeHidden();
    await settings.choose(settings.keySpec, "RSA_4096");
    await code.show("CloudFormation", "JSON");
    const design = await designer.savedDesign();
    expect(design.keys[0]).toMatchObject({
      keySpec: "RSA_4096",
      description: "not lost while the page is open",
    });
    expect(await code.copied()).toBe(textOf(design, "cloudformation-json"));
  },
);

freshTest(
  "a storage that is full says so, and recovers",
  async ({ designer }) => {
    const { page, settings, topBar } = designer;
    await page.addInitScript(() => {
      const { prototype } = IDBObjectStore;
      const real = Object.getOwnPropertyDescriptor(prototype, "put")
        ?.value as IDBObjectStore["put"];
      prototype.put = function (...values) {
        if (Reflect.get(window, "isFull") === true)
          throw new DOMException("full", "QuotaExceededError");
        return Reflect.apply(real, this, values);
      };
    });
    await designer.startEmpty();
    await expect(topBar.saved).toBeVisible();
    await page.evaluate(() => Reflect.set(window, "isFull", true));
    await settings.description.fill("too much");
    const banner = page.getByText(/its storage is full/);
    await expect(banner).toBeVisible();
    await page.evaluate(() => Reflect.set(window, "isFull", false));
    await settings.description.fill("fits again");
    await expect(topBar.saved).toBeVisible();
    await expect(banner).toBeHidden();
  },
);

/** Edits of every kind, each one step of the history. */
function series(designer: Designer): readonly (() => Promise<void>)[] {
  const { settings, outline, policy } = designer;
  return [
    () => settings.rotationPeriod.fill("365"),
    () => settings.pendingWindow.fill("30"),
    () => settings.alias("extra"),
    () => settings.button("Remove alias/payments/archive").click(),
    () => settings.administer("444455556666"),
    () => settings.button("Remove KeyAdmins").click(),
    () => settings.button("Multi-Region").click(),
    () => settings.button("Destroy").click(),
    () => settings.choose(settings.aliasRemoval, "Destroy"),
    () => settings.textbox("Metadata (JSON)").fill('{"note": "kept"}'),
    () => settings.choose(settings.region, "eu-west-1"),
    () => outline.renameKey("PaymentsKey", "LedgerKey"),
    () => outline.choose("LedgerKey", "Duplicate"),
    () => settings.choose(settings.keySpec, "ECC_NIST_P384"),
    () => outline.choose("LedgerKey2", "Delete"),
    () =>
      outline
        .row("LedgerKey")
        .click()
        .then(() => policy.tab.click())
        .then(() => policy.addStatement.click()),
    () => policy.deny.click(),
    () => policy.sid.fill("NoMore"),
    () => policy.addPrincipal("logs.amazonaws.com"),
    () => policy.addCondition("aws:SourceAccount", "111122223333"),
    () => policy.choose("Move up"),
    () => policy.choose("Remove"),
    () => policy.replace.click(),
  ];
}

/** Writes another text over every stored design. */
async function damageStored(page: Page, text: string): Promise<void> {
  await page.evaluate(async (damaged) => {
    const opened = indexedDB.open("keywright");
    await new Promise((resolve) => (opened.onsuccess = resolve));
    const store = opened.result
      .transaction("designs", "readwrite")
      .objectStore("designs");
    const all = store.getAll();
    await new Promise((resolve) => (all.onsuccess = resolve));
    for (const record of all.result as { id: string }[])
      store.put({ ...record, text: damaged }, record.id);
    await new Promise((resolve) => (store.transaction.oncomplete = resolve));
    opened.result.close();
  }, text);
}

/** Kills the process of the page. */
async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  session.send("Page.crash").catch(() => {});
}
