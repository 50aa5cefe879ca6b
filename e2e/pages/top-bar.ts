import type { Locator, Page } from "@playwright/test";

/** The dark bar over everything. */
export class TopBar {
  readonly home: Locator;
  readonly undo: Locator;
  readonly redo: Locator;
  readonly open: Locator;
  readonly saveFile: Locator;
  readonly exportProject: Locator;
  readonly palette: Locator;
  readonly toDark: Locator;
  readonly toLight: Locator;
  readonly saved: Locator;
  readonly designNameField: Locator;
  private readonly bar: Locator;

  constructor(page: Page) {
    this.bar = page.getByRole("banner");
    const button = (name: string) =>
      this.bar.getByRole("button", { name, exact: true });
    this.home = button("Keywright, all designs");
    this.undo = button("Undo");
    this.redo = button("Redo");
    this.open = button("Open");
    this.saveFile = button("Save file");
    this.exportProject = button("Export project");
    this.palette = this.bar.getByRole("button", {
      name: "Search or run a command",
    });
    this.toDark = button("Switch to dark theme");
    this.toLight = button("Switch to light theme");
    this.saved = this.bar.getByText("Saved locally", { exact: true });
    this.designNameField = this.bar.getByRole("textbox", {
      name: "Design name",
    });
  }

  /** The name of the open design, which a click makes a field. */
  designName(name: string): Locator {
    return this.bar.getByRole("button", {
      name: `${name}. Rename design`,
      exact: true,
    });
  }
}
