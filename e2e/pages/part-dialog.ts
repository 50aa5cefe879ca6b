import type { Locator, Page } from "@playwright/test";

/** A window that renames, moves, deletes or imports a part of the design. */
export class PartDialog {
  readonly window: Locator;
  private readonly page: Page;

  constructor(page: Page, title: string) {
    this.page = page;
    this.window = page.getByRole("dialog", { name: title, exact: true });
  }

  /** The field of the window. */
  get field(): Locator {
    return this.window.getByRole("textbox");
  }

  /** A button by its name. */
  button(name: string): Locator {
    return this.window.getByRole("button", { name, exact: true });
  }

  /** The logical IDs that change. */
  get changes(): Locator {
    return this.window.getByRole("group", { name: "Logical IDs that change" });
  }

  /** The resources that move to another stack. */
  get moving(): Locator {
    return this.window.getByRole("group", { name: "Resources that move" });
  }

  /** What goes together with what is deleted. */
  get dependents(): Locator {
    return this.window.getByRole("list", { name: "These go with it:" });
  }

  /** Chooses the stack. */
  async chooseStack(name: string): Promise<void> {
    await this.window.getByRole("button", { name: /^Stack / }).click();
    await this.page.getByRole("option", { name }).click();
  }
}
