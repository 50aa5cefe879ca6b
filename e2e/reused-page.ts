import type { Page, PlaywrightTestProject } from "@playwright/test";

/** A page that runs nothing and has an icon, so the browser asks for none: a place to be while it forgets. */
const QUIET = "**/quiet";
const QUIET_PAGE = '<link rel="icon" href="data:,">';

/** Makes a page that another test has used as a new one: nothing kept, nothing open, the size of the settings. */
export async function asNew(
  page: Page,
  { viewport }: NonNullable<PlaywrightTestProject["use"]>,
): Promise<void> {
  await page.unrouteAll();
  await page.emulateMedia({ colorScheme: null });
  if (viewport) await page.setViewportSize(viewport);
  // The designer saves when it is left, so it is left before the browser forgets.
  await page.route(QUIET, async (route) =>
    route.fulfill({ contentType: "text/html", body: QUIET_PAGE }),
  );
  await page.goto("./quiet");
  await page.unroute(QUIET);
  await page.mouse.move(0, 0);
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.clearDataForOrigin", {
    origin: new URL(page.url()).origin,
    storageTypes: "all",
  });
  await session.detach();
  await page.evaluate(async () => navigator.clipboard.writeText(""));
}
