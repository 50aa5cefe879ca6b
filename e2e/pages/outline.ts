import type { Locator, Page } from "@playwright/test";

/** What the menu of a row offers. */
export type RowAction =
  "Rename" | "Duplicate" | "Delete" | "Move to stack" | "Add key here";

/** What the design holds, on the left. */
export class Outline {
  readonly region: Locator;
  readonly addKey: Locator;
  /** Opens the menu of everything that can be added. */
  readonly add: Locator;
  readonly renameDialog: Locator;
  readonly keyName: Locator;
  readonly rename: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.region = page.getByRole("region", { name: "Design outline" });
    this.addKey = this.region.getByRole("button", { name: "Add key" });
    this.add = this.region.getByRole("button", { name: "Add", exact: true });
    this.renameDialog = page.getByRole("dialog", { name: "Rename key" });
    this.keyName = this.renameDialog.getByRole("textbox", { name: "Key name" });
    this.rename = this.renameDialog.getByRole("button", { name: "Rename" });
  }

  /** The row of a key, an alias ("Alias NAME"), the stack ("Stack NAME") or a principal, whatever is wrong with it. */
  row(name: string): Locator {
    const literally = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    return this.region.getByRole("button", {
      name: new RegExp(`^${literally}(?: \\d+ (?:error|warning)s?)*$`),
    });
  }

  /** The row of a stack, which may say more behind its name. */
  stack(name: string): Locator {
    return this.region.getByRole("button", {
      name: new RegExp(`^Stack ${name}\\b`),
    });
  }

  /** The button that opens what can be done with the selected row. */
  menu(key: string): Locator {
    return this.row(`Actions for ${key}`);
  }

  /** An entry of the open menu. */
  menuItem(name: string): Locator {
    return this.page.getByRole("menuitem", { name, exact: true });
  }

  /** Chooses from the menu of the selected row. */
  async choose(name: string, item: RowAction): Promise<void> {
    await this.menu(name).click();
    await this.menuItem(item).click();
  }

  /** Adds something out of the menu at the foot. */
  async addFromMenu(item: string): Promise<void> {
    await this.add.click();
    await this.menuItem(item).click();
  }

  /** Gives the selected key another name. */
  async renameKey(from: string, to: string): Promise<void> {
    await this.choose(from, "Rename");
    await this.keyName.fill(to);
    await this.rename.click();
  }

  /** The row of a principal, which says its kind behind its name. */
  principal(name: string): Locator {
    return this.region.getByRole("button", {
      name: new RegExp(`^${name} (?!and accounts)[a-zA-Z ]+`),
    });
  }

  /** Chooses from the menu of the selected principal. */
  async choosePrincipal(name: string, item: "Edit" | "Remove"): Promise<void> {
    await this.menu(name).click();
    await this.page
      .getByRole("menuitem", { name: new RegExp(`^${item}`) })
      .click();
  }
}
