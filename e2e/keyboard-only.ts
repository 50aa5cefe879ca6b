import type { Page } from "@playwright/test";

/** What a person at a keyboard does not have; `press`, `type` and `fill` of a locator focus it first. */
const LOCATOR_METHODS = [
  "blur",
  "check",
  "clear",
  "click",
  "dblclick",
  "dispatchEvent",
  "dragTo",
  "drop",
  "fill",
  "focus",
  "hover",
  "press",
  "pressSequentially",
  "scrollIntoViewIfNeeded",
  "selectOption",
  "selectText",
  "setChecked",
  "setInputFiles",
  "tap",
  "type",
  "uncheck",
];

const PAGE_METHODS = [...LOCATOR_METHODS, "dragAndDrop"];
const MOUSE_METHODS = ["click", "dblclick", "down", "move", "up", "wheel"];

/** Makes every way but `page.keyboard` throw, and returns the function that ends this. */
export function refusePointers(page: Page): () => void {
  // Playwright has one class for all locators; a worker runs one test at a time, so patching the class is safe.
  const locators = Object.getPrototypeOf(page.locator("body")) as object;
  const undo = [
    refuse(locators, LOCATOR_METHODS),
    refuse(page, PAGE_METHODS),
    refuse(page.mouse, MOUSE_METHODS),
    refuse(page.touchscreen, ["tap"]),
  ];
  return () => {
    for (const step of undo) step();
  };
}

function refuse(target: object, names: readonly string[]): () => void {
  const before = Object.getOwnPropertyDescriptors(target);
  const known = names.filter((name) => name in target);
  for (const name of known) {
    const value = () => {
      throw new Error(
        `\`${name}\` is not a key: this test uses the keyboard only.`,
      );
    };
    Object.defineProperty(target, name, { value, configurable: true });
  }
  return () => {
    for (const name of known) {
      const original = before[name];
      if (original === undefined) Reflect.deleteProperty(target, name);
      else Object.defineProperty(target, name, original);
    }
  };
}
