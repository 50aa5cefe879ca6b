import type { Locator, Page } from "@playwright/test";

/** The strip at the bottom, and what it lists when it is open. */
export class Problems {
  readonly tab: Locator;
  readonly region: Locator;
  readonly expand: Locator;
  readonly collapse: Locator;
  readonly list: Locator;
  readonly none: Locator;

  constructor(page: Page) {
    this.region = page.getByRole("region", { name: "Checks" });
    this.tab = this.region.getByRole("tab", { name: /^Problems/ });
    this.expand = this.region.getByRole("button", { name: "Expand checks" });
    this.collapse = this.region.getByRole("button", {
      name: "Collapse checks",
    });
    this.list = this.region.getByRole("list", { name: "Problems" });
    this.none = this.region.getByText("No problems.");
  }

  /** The entry that says this. */
  problem(text: string): Locator {
    return this.list.getByRole("listitem").filter({ hasText: text });
  }
}
