import type { Locator, Page } from "@playwright/test";
import { PartSettings } from "./part-settings.ts";

/** What came with a template: values in place of settings, and what is kept of it. */
export class Template {
  /** The settings of a stack, with what is kept of its template. */
  readonly stack: PartSettings;
  readonly kept: Locator;
  /** What a resource has besides its settings. */
  readonly attributes: Locator;
  readonly policyJson: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.stack = new PartSettings(page, "Selected stack");
    this.kept = this.stack.region.getByRole("region", {
      name: "Template",
      exact: true,
    });
    this.attributes = page.getByRole("region", { name: "In the template" });
    this.policyJson = page.getByRole("textbox", { name: "Key policy (JSON)" });
  }

  /** What the template says in place of a setting. */
  value(label: string): Locator {
    return this.page.getByRole("group", { name: label, exact: true }).filter({
      has: this.page.getByRole("button", { name: "Edit JSON" }),
    });
  }

  /** Has the field of a setting take the place of what the template says. */
  async dropValue(label: string): Promise<void> {
    await this.value(label)
      .getByRole("button", { name: "Use a setting instead" })
      .click();
  }

  /** Opens what the template says as JSON. */
  async openJson(label: string): Promise<Locator> {
    const value = this.value(label);
    await value.getByRole("button", { name: "Edit JSON" }).click();
    return value.getByRole("textbox", { name: `${label} (JSON)` });
  }

  /** The row of the outline that leads to what is kept. */
  others(count: number): Locator {
    return this.page
      .getByRole("region", { name: "Design outline" })
      .getByRole("button", {
        name: count === 1 ? "1 other resource" : `${count} other resources`,
        exact: true,
      });
  }

  /** The parts of a section that is kept. */
  list(section: string): Locator {
    return this.kept.getByRole("list", { name: section, exact: true });
  }

  /** A part that is kept, which opens its JSON. */
  part(name: string): Locator {
    return this.kept.getByRole("button", { name: new RegExp(`^${name}\\b`) });
  }

  /** What a parameter is assumed to be. */
  assumedParameter(name: string): Locator {
    return this.kept
      .getByRole("group", { name: `Parameter ${name}`, exact: true })
      .getByRole("textbox", { name: "Assumed value" });
  }

  /** A choice of what a condition is assumed to be. */
  assumedCondition(
    name: string,
    choice: "True" | "False" | "Not assumed",
  ): Locator {
    return this.kept
      .getByRole("group", { name: `Condition ${name}`, exact: true })
      .getByRole("button", { name: choice, exact: true });
  }
}
