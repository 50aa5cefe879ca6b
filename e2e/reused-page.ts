import type { Page, PlaywrightTestProject } from "@playwright/test";

/** A file of ours that runs nothing: a place to be while the browser forgets. */
const QUIET = "./keywright-design.schema.json";

/** Makes a page that another test has used as a new one: nothing kept, nothing open, the size of the settings. */
export async function asNew(
  page: Page,
  { viewport }: NonNullable<PlaywrightTestProject["use"]>,
): Promise<void> {
  await page.unrouteAll();
  await page.emulateMedia({ colorScheme: null });
  if (viewport) await page.setViewportSize(viewport);
  // The designer saves when it is left, so it is left before the browser forgets.
  await page.goto(QUIET);
  await page.mouse.move(0, 0);
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.clearDataForOrigin", {
    origin: new URL(page.url()).origin,
    storageTypes: "all",
  });
  await session.detach();
  await page.evaluate(async () => navigator.clipboard.writeText(""));
}
