import { test as base, type BrowserContext, type Page } from "@playwright/test";
import { refusePointers } from "./keyboard-only.ts";
import { Designer } from "./pages/designer.ts";
import { asNew } from "./reused-page.ts";
import { watch } from "./watch.ts";

export { expect } from "@playwright/test";

interface Fixtures {
  /** A page on which everything but the keyboard throws. */
  readonly keyboardPage: Page;
  /** The page by its areas. */
  readonly designer: Designer;
}

/** A page that one test after the other uses, and what it may not do and did. */
interface ReusedPage {
  readonly page: Page;
  readonly faults: string[];
}

const withDesigner = base.extend<Fixtures>({
  designer: async ({ page }, use) => {
    await use(new Designer(page));
  },
  keyboardPage: async ({ page }, use) => {
    const restore = refusePointers(page);
    await use(page);
    restore();
  },
});

/**
 * Every test is watched: no console error, no violation of the policy, no foreign request.
 *
 * Tests of a worker follow each other on one page, which is as new before each of them: a new one costs three times the
 * processor time of most tests.
 */
export const test = withDesigner.extend<
  { page: Page; context: BrowserContext },
  { reused: ReusedPage }
>({
  reused: [
    async ({ browser }, use, { project }) => {
      const { baseURL, viewport, permissions } = project.use;
      const context = await browser.newContext({
        ...(baseURL !== undefined && { baseURL }),
        ...(viewport !== undefined && { viewport }),
        ...(permissions !== undefined && { permissions }),
      });
      const faults = await watch(context, baseURL ?? "");
      await use({ page: await context.newPage(), faults });
      await context.close();
    },
    { scope: "worker" },
  ],
  context: async ({ reused }, use) => {
    await use(reused.page.context());
  },
  page: async ({ reused: { page, faults } }, use, { project }) => {
    await asNew(page, project.use);
    faults.length = 0;
    await use(page);
    refuseFaults(faults);
  },
});

/** The same with a page and a browser profile of its own: for tests of tabs, of what the browser keeps, and of screens. */
export const freshTest = withDesigner.extend<{ context: BrowserContext }>({
  context: async ({ context, baseURL }, use) => {
    const faults = await watch(context, baseURL ?? "");
    await use(context);
    refuseFaults(faults);
  },
});

function refuseFaults(faults: readonly string[]): void {
  if (faults.length > 0)
    throw new Error(`the page misbehaved:\n${faults.join("\n")}`);
}
