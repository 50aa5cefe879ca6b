import type { Locator, Page } from "@playwright/test";

/** The Settings of the selected key. */
export class Settings {
  readonly tab: Locator;
  readonly view: Locator;
  readonly keySpec: Locator;
  readonly keyUsage: Locator;
  readonly origin: Locator;
  readonly aliasRemoval: Locator;
  readonly rotation: Locator;
  readonly rotationPeriod: Locator;
  readonly pendingWindow: Locator;
  readonly newAlias: Locator;
  readonly addAlias: Locator;
  readonly administrator: Locator;
  readonly addAdministrator: Locator;
  readonly administrators: Locator;
  readonly description: Locator;
  readonly addTag: Locator;
  readonly stackName: Locator;
  readonly account: Locator;
  readonly region: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.tab = page.getByRole("tab", { name: "Settings", exact: true });
    this.view = page.getByRole("tabpanel", { name: "Settings" });
    const choice = (label: string) =>
      this.view.getByRole("button", { name: new RegExp(`^${label} `) });
    const field = (name: string) => this.textbox(name);
    const number = (name: string) =>
      this.view.getByRole("spinbutton", { name, exact: true });
    this.keySpec = choice("Key spec");
    this.keyUsage = choice("Key usage");
    this.origin = choice("Key material origin");
    this.aliasRemoval = choice("Aliases when removed");
    this.rotation = this.view.getByRole("checkbox", {
      name: "Automatic rotation",
    });
    this.rotationPeriod = number("Rotation period (days)");
    this.pendingWindow = number("Pending window (days)");
    this.newAlias = field("New alias");
    this.addAlias = this.button("Add alias");
    this.administrator = field("Administrators");
    this.addAdministrator = this.button("Add administrator");
    this.administrators = this.view.getByRole("list", {
      name: "Administrators",
    });
    this.description = field("Description");
    this.addTag = this.button("Add tag");
    this.stackName = field("Stack name");
    this.account = field("Account ID");
    this.region = choice("Region");
  }

  /** A field by its label; one with suggestions is a combobox. */
  textbox(name: string): Locator {
    return this.view
      .getByRole("textbox", { name, exact: true })
      .or(this.view.getByRole("combobox", { name, exact: true }));
  }

  /** A button by its name: what adds and removes, a segment, a fix. */
  button(name: string): Locator {
    return this.view.getByRole("button", { name, exact: true });
  }

  /** A value in the list that is open. */
  option(value: string): Locator {
    return this.page.getByRole("option", { name: new RegExp(`^${value}\\b`) });
  }

  /** Chooses a value out of a list. */
  async choose(list: Locator, value: string): Promise<void> {
    await list.click();
    await this.option(value).click();
  }

  /** Adds an alias. */
  async alias(name: string): Promise<void> {
    await this.newAlias.fill(name);
    await this.addAlias.click();
  }

  /** Adds an administrator. */
  async administer(principal: string): Promise<void> {
    await this.administrator.fill(principal);
    await this.addAdministrator.click();
  }
}
