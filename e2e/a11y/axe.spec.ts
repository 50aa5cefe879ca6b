import type { Page } from "@playwright/test";
import { expectAccessible, expectReadableColours } from "../accessibility.ts";
import { expect, freshTest, test } from "../fixtures.ts";
import { expectNoSidewaysScroll } from "./sideways-scroll.ts";
import { showPane, views } from "./views.ts";

const phone = { width: 390, height: 844 };
const sizes = [
  { width: 900, height: 700 },
  { width: 1280, height: 800 },
  { width: 1440, height: 900 },
];

for (const [name, { open, pane, isFresh }] of Object.entries(views)) {
  const run = isFresh === true ? freshTest : test;
  run(
    `${name}: nothing wrong in light and dark, wide and on a phone, and it fits`,
    async ({ designer }) => {
      const { page } = designer;
      await open(designer);
      await expectAccessible(page);
      for (const size of sizes) {
        await page.setViewportSize(size);
        await expectNoSidewaysScroll(page);
      }
      await page.emulateMedia({ colorScheme: "dark" });
      await expectDark(page);
      await expectReadableColours(page);

      await page.setViewportSize(phone);
      if (pane !== undefined) await showPane(designer, pane);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      await page.emulateMedia({ colorScheme: "light" });
      await expectReadableColours(page);
    },
  );
}

/** The page follows the system; its ground is darker than its text then. */
async function expectDark(page: Page): Promise<void> {
  const isDark = () =>
    page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.body);
      const light = (text: string) =>
        (text.match(/\d+/g) ?? []).reduce((sum, part) => sum + Number(part), 0);
      return light(backgroundColor) < light(color);
    });
  await expect.poll(isDark).toBe(true);
}
