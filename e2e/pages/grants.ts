import type { Locator, Page } from "@playwright/test";

/** The grants in the Settings of the selected key. */
export class Grants {
  readonly region: Locator;
  readonly principal: Locator;
  readonly add: Locator;
  readonly newPrincipal: Locator;
  readonly rows: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.region = page.getByRole("region", { name: "Grants", exact: true });
    this.principal = this.region.getByRole("combobox", {
      name: "Who may use the key",
    });
    this.add = this.region.getByRole("button", { name: "Add grant" });
    this.newPrincipal = this.region.getByRole("button", {
      name: "New principal",
    });
    this.rows = this.region
      .getByRole("list", { name: /^Grants on / })
      .getByRole("listitem")
      .filter({ has: page.getByRole("button", { name: /^Permission of / }) });
  }

  /** The row of a principal. */
  row(principal: string): Locator {
    return this.rows.filter({ has: this.permission(principal) });
  }

  /** The list of permissions of a row. */
  permission(principal: string): Locator {
    return this.page.getByRole("button", {
      name: new RegExp(`^Permission of ${principal}\\b`),
    });
  }

  /** The menu of a row. */
  menu(principal: string): Locator {
    return this.region.getByRole("button", {
      name: `Actions for grant to ${principal}`,
    });
  }

  /** An entry of the open menu. */
  menuItem(name: string): Locator {
    return this.page.getByRole("menuitem", { name: new RegExp(`^${name}`) });
  }

  /** Grants to a principal by its name or by what its text says. */
  async grant(text: string): Promise<void> {
    await this.principal.fill(text);
    await this.add.click();
  }

  /** Gives a row another permission. */
  async permit(principal: string, permission: string): Promise<void> {
    await this.permission(principal).click();
    await this.page
      .getByRole("option", { name: new RegExp(`^${permission}\\b`) })
      .first()
      .click();
  }
}
