import type { Locator, Page } from "@playwright/test";

/** What the design holds, on the left. */
export class Outline {
  readonly region: Locator;
  readonly addKey: Locator;
  readonly renameDialog: Locator;
  readonly keyName: Locator;
  readonly rename: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.region = page.getByRole("region", { name: "Design outline" });
    this.addKey = this.region.getByRole("button", { name: "Add key" });
    this.renameDialog = page.getByRole("dialog", { name: "Rename key" });
    this.keyName = this.renameDialog.getByRole("textbox", { name: "Key name" });
    this.rename = this.renameDialog.getByRole("button", { name: "Rename" });
  }

  /** The row of a key, an alias ("Alias NAME"), the stack ("Stack NAME") or a principal. */
  row(name: string): Locator {
    return this.region.getByRole("button", { name, exact: true });
  }

  /** The button that opens what can be done with the selected key. */
  menu(key: string): Locator {
    return this.row(`Actions for ${key}`);
  }

  /** An entry of the open menu. */
  menuItem(name: "Rename" | "Duplicate" | "Delete"): Locator {
    return this.page.getByRole("menuitem", { name, exact: true });
  }

  /** Chooses from the menu of the selected key. */
  async choose(
    key: string,
    item: "Rename" | "Duplicate" | "Delete",
  ): Promise<void> {
    await this.menu(key).click();
    await this.menuItem(item).click();
  }

  /** Gives the selected key another name. */
  async renameKey(from: string, to: string): Promise<void> {
    await this.choose(from, "Rename");
    await this.keyName.fill(to);
    await this.rename.click();
  }
}
