import { expect, type Locator, type Page } from "@playwright/test";

/** More stops than any view of ours has. */
const MOST_STOPS = 200;

/** Presses Tab (or Shift+Tab, or an arrow in a menu) until the control has the focus, as a person would. */
export async function tabTo(
  page: Page,
  control: Locator,
  key: "Tab" | "Shift+Tab" | "ArrowDown" = "Tab",
): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await hasFocus(control)) return;
    await page.keyboard.press(key);
  }
  await expect(control, `not reached by ${key}`).toBeFocused();
}

/** Tabs to the control and presses a key on it. */
export async function pressOn(
  page: Page,
  control: Locator,
  key = "Enter",
): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press(key);
}

/** Tabs to a field and writes over what it holds. */
export async function writeInto(
  page: Page,
  field: Locator,
  text: string,
): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
}

async function hasFocus(control: Locator): Promise<boolean> {
  return control.evaluate((element) => element === document.activeElement);
}
