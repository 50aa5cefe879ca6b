import type { Locator, Page } from "@playwright/test";

/** The strip at the bottom that compares the design with a baseline. */
export class Compare {
  readonly tab: Locator;
  readonly panel: Locator;
  readonly take: Locator;
  readonly choose: Locator;
  readonly remove: Locator;
  readonly updates: Locator;
  readonly plan: Locator;

  constructor(page: Page) {
    const region = page.getByRole("region", { name: "Checks" });
    this.tab = region.getByRole("tab", { name: "Compare with baseline" });
    this.panel = region.getByRole("tabpanel", {
      name: "Compare with baseline",
    });
    this.take = this.panel.getByRole("button", {
      name: "Use the design as it is now",
    });
    this.choose = this.panel.getByRole("button", {
      name: "Choose a baseline file",
    });
    this.remove = this.panel.getByRole("button", { name: "Remove baseline" });
    this.updates = this.panel.getByRole("list", { name: "Updates" });
    this.plan = this.panel.getByRole("region", {
      name: "A way there that loses no key",
    });
  }

  /** What deploying does to a part. */
  update(place: string): Locator {
    return this.updates.getByRole("listitem").filter({ hasText: place });
  }

  /** Who deploys. */
  target(name: "CloudFormation" | "Terraform"): Locator {
    return this.panel.getByRole("button", { name, exact: true });
  }
}
