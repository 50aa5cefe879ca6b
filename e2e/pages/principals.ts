import type { Locator, Page } from "@playwright/test";

/** The window that makes or changes a principal. */
export class PrincipalWindow {
  readonly dialog: Locator;
  readonly name: Locator;
  readonly add: Locator;
  readonly save: Locator;
  readonly cancel: Locator;

  constructor(page: Page, title: string) {
    this.dialog = page.getByRole("dialog", { name: title, exact: true });
    this.name = this.field("Name in this design");
    this.add = this.button("Add principal");
    this.save = this.button("Save");
    this.cancel = this.button("Cancel");
  }

  /** A kind in the list. */
  kind(label: string): Locator {
    return this.dialog.getByRole("radio", { name: label, exact: true });
  }

  /** A field by its label; one with suggestions is a combobox. */
  field(label: string): Locator {
    return this.dialog
      .getByRole("textbox", { name: label, exact: true })
      .or(this.dialog.getByRole("combobox", { name: label, exact: true }));
  }

  /** A button by its name. */
  button(name: string): Locator {
    return this.dialog.getByRole("button", { name, exact: true });
  }

  /** Fills a field in. */
  async fill(label: string, text: string): Promise<void> {
    await this.field(label).fill(text);
  }

  /** Chooses a principal by name or by what its text says. */
  async choose(label: string, text: string): Promise<void> {
    await this.field(label).fill(text);
    await this.field(label).press("Enter");
  }

  /** Adds a condition; its operator is the usual one of the key. */
  async addCondition(key: string, value: string): Promise<void> {
    await this.button("Add condition").click();
    const form = this.dialog.getByRole("form", { name: "Add condition" });
    await form.getByLabel("Condition key").fill(key);
    await form.getByLabel("Value", { exact: true }).fill(value);
    await form.getByRole("button", { name: "Add condition" }).click();
  }
}
