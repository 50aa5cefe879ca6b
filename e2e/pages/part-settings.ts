import type { Locator, Page } from "@playwright/test";

/** What the middle of the page shows in place of a key. */
export type PartRegion =
  | "Selected stack"
  | "Selected alias"
  | "Selected resource"
  | "Design settings"
  | "Organization and accounts";

/** The settings of a stack, a separate alias, a resource or the design, or what verdicts assume. */
export class PartSettings {
  readonly region: Locator;
  readonly heading: Locator;
  private readonly page: Page;

  constructor(page: Page, region: PartRegion) {
    this.page = page;
    this.region = page.getByRole("region", { name: region, exact: true });
    this.heading = this.region.getByRole("heading", { level: 2 });
  }

  /** A field by its label. */
  field(label: string): Locator {
    return this.region.getByRole("textbox", { name: label, exact: true });
  }

  /** A list of values by its label. */
  choice(label: string): Locator {
    return this.region.getByRole("button", { name: new RegExp(`^${label} `) });
  }

  /** A button by its name. */
  button(name: string): Locator {
    return this.region.getByRole("button", { name, exact: true });
  }

  /** A radio button by its label. */
  radio(name: string): Locator {
    return this.region.getByRole("radio", { name, exact: true });
  }

  /** A switch or a check box by its label. */
  toggle(name: string): Locator {
    return this.region.getByRole("checkbox", { name, exact: true });
  }

  /** The fields of a parameter or an output. */
  part(name: string): Locator {
    return this.region.getByRole("group", { name, exact: true });
  }

  /** Chooses a value out of a list. */
  async choose(list: Locator, value: string): Promise<void> {
    await list.click();
    await this.page
      .getByRole("option", { name: new RegExp(`^${value}`) })
      .click();
  }
}
