import { expect, type Page } from "@playwright/test";

/** The page itself never scrolls sideways; wide code scrolls in its own box. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  await expect
    .poll(
      () => page.evaluate(sidewaysScroll),
      `at ${page.viewportSize()?.width} px`,
    )
    .toBe(0);
}

/** Runs in the page: how far it can be scrolled to the right. */
function sidewaysScroll(): number {
  const { documentElement: page, body } = document;
  return Math.max(page.scrollWidth, body.scrollWidth) - page.clientWidth;
}
