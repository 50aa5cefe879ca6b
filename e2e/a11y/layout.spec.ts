import { expect, freshTest as test } from "../fixtures.ts";
import type { Designer } from "../pages/designer.ts";
import { expectNoSidewaysScroll } from "./sideways-scroll.ts";
import { showPane } from "./views.ts";

test.describe("at 200 % zoom", () => {
  test.use({ viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 });

  test("the main job fits and works", async ({ designer }) => {
    const { page, settings, start } = designer;
    await designer.visit();
    await expectNoSidewaysScroll(page);
    await start.empty.click();
    await settings.choose(settings.keySpec, "ECC_NIST_P256");
    await settings.pendingWindow.fill("10");
    await expectNoSidewaysScroll(page);
    await reach(designer, "Code");
    await designer.code.show("CloudFormation", "JSON");
    await expect(designer.code.panel).toContainText(
      '"PendingWindowInDays": 10',
    );
    await expectNoSidewaysScroll(page);
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("the design, its policy, its code and its problems can be read", async ({
    designer,
  }) => {
    const { outline, settings, policy, code, problems } = designer;
    await designer.visit();
    await designer.start.browseTemplates.click();
    await designer.start.card("Key with a policy of its own").click();
    await expect(settings.keySpec).toBeVisible();
    await policy.tab.click();
    await expect(policy.statement(1)).toContainText("LedgerAdmins");
    await showPane(designer, "Code");
    await expect(code.panel).toContainText("Type: AWS::KMS::Key");
    await expect(code.monaco).toBeHidden();
    await showPane(designer, "Problems");
    await expect(problems.only("Errors")).toBeVisible();
    await showPane(designer, "Design");
    await outline.row("Alias ledger").click();
    await expectNoSidewaysScroll(designer.page);
  });
});

/** Shows a part of the page, by the panes where the page is small. */
async function reach(designer: Designer, pane: "Code"): Promise<void> {
  const panes = designer.page.getByRole("navigation", { name: "Panes" });
  if (await panes.isVisible()) await showPane(designer, pane);
}
