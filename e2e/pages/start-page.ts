import type { Locator, Page } from "@playwright/test";

/** The start page: three doors, an empty design, and what this browser keeps. */
export class StartPage {
  readonly browseTemplates: Locator;
  readonly chooseFiles: Locator;
  readonly openDemo: Locator;
  readonly empty: Locator;
  readonly pastePolicy: Locator;
  readonly recents: Locator;
  readonly gallery: Locator;

  constructor(page: Page) {
    const button = (name: string) =>
      page.getByRole("button", { name, exact: true });
    this.browseTemplates = button("Browse templates");
    this.chooseFiles = button("Choose files");
    this.openDemo = button("Open demo");
    this.empty = button("Start with an empty design");
    this.pastePolicy = button("Paste a key policy");
    this.recents = page.getByRole("region", { name: "Recent on this device" });
    this.gallery = page.getByRole("dialog", { name: "Templates and demos" });
  }

  /** The card of a sample in the gallery. */
  card(title: string): Locator {
    return this.gallery.getByRole("button", { name: title, exact: true });
  }

  /** A design that this browser keeps. */
  recent(name: string): Locator {
    return this.recents.getByRole("button", { name, exact: true });
  }
}
