import { test as base, type BrowserContext, type Page } from "@playwright/test";
import { refusePointers } from "./keyboard-only.ts";
import { Designer } from "./pages/designer.ts";
import { watch } from "./watch.ts";

export { expect } from "@playwright/test";

interface Fixtures {
  /** A page on which everything but the keyboard throws. */
  readonly keyboardPage: Page;
  /** The page by its areas. */
  readonly designer: Designer;
}

/** Every test runs in a context that is watched: no console error, no violation of the policy, no foreign request. */
export const test = base.extend<Fixtures & { context: BrowserContext }>({
  context: async ({ context, baseURL }, use) => {
    const faults = await watch(context, baseURL ?? "");
    await use(context);
    if (faults.length > 0) {
      throw new Error(`the page misbehaved:\n${faults.join("\n")}`);
    }
  },
  designer: async ({ page }, use) => {
    await use(new Designer(page));
  },
  keyboardPage: async ({ page }, use) => {
    const restore = refusePointers(page);
    await use(page);
    restore();
  },
});
