import type { Locator, Page } from "@playwright/test";

/** The strip at the bottom, and what it lists when it is open. */
export class Problems {
  readonly page: Page;
  readonly tab: Locator;
  readonly region: Locator;
  readonly expand: Locator;
  readonly collapse: Locator;
  readonly list: Locator;
  readonly settled: Locator;
  readonly settledToggle: Locator;
  readonly family: Locator;
  readonly key: Locator;
  readonly none: Locator;
  readonly fixWindow: Locator;
  readonly acceptWindow: Locator;
  readonly reason: Locator;

  constructor(page: Page) {
    this.page = page;
    this.region = page.getByRole("region", { name: "Checks" });
    this.tab = this.region.getByRole("tab", { name: /^Problems/ });
    this.expand = this.region.getByRole("button", { name: "Expand checks" });
    this.collapse = this.region.getByRole("button", {
      name: "Collapse checks",
    });
    this.list = this.region.getByRole("list", { name: "Problems" });
    this.settled = this.region.getByRole("list", {
      name: "Accepted and closed",
    });
    this.settledToggle = this.region.getByLabel(/^Show accepted/);
    this.family = this.region.getByLabel("Family");
    this.key = this.region.getByLabel("Key", { exact: true });
    this.none = this.region.getByText("No problems.");
    this.fixWindow = page.getByRole("dialog", { name: "Fix a problem" });
    this.acceptWindow = page.getByRole("dialog", {
      name: /^(?:Accept a problem|Change the reason)$/,
    });
    this.reason = this.acceptWindow.getByLabel("Reason");
  }

  /** The entry that says this. */
  problem(text: string | RegExp): Locator {
    return this.list.getByRole("listitem").filter({ hasText: text });
  }

  /** The button that lets only errors, warnings or notes through. */
  only(severity: "Errors" | "Warnings" | "Notes"): Locator {
    return this.region.getByRole("button", {
      name: new RegExp(`^${severity}`),
    });
  }

  /** The buttons of an entry that mend it. */
  fixesOf(problem: Locator): Locator {
    return problem.getByRole("button", {
      name: /^(?!Show |Why$|Preview$|Fix all |Accept…$)/,
    });
  }

  /** Mends the first entry that says this. */
  async mend(text: string, fix: string): Promise<void> {
    const [problem, button] = [this.problem(text).first(), { name: fix }];
    await problem.getByRole("button", button).first().click();
  }
}
