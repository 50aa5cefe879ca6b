import type { Locator, Page } from "@playwright/test";

/** The windows for what uses the key, and where the key says what does. */
export class Recipes {
  readonly page: Page;
  /** In the outline. */
  readonly open: Locator;
  readonly window: Locator;
  readonly search: Locator;
  readonly category: Locator;
  readonly side: Locator;
  readonly count: Locator;
  readonly add: Locator;
  readonly cancel: Locator;
  readonly changeWindow: Locator;
  readonly update: Locator;
  readonly usedBy: Locator;

  constructor(page: Page) {
    this.page = page;
    this.open = page
      .getByRole("region", { name: "Design outline" })
      .getByRole("button", { name: "Use in a service" });
    this.window = page.getByRole("dialog", {
      name: "What will use this key?",
    });
    this.search = this.window.getByRole("searchbox", { name: "Search" });
    this.category = this.window.getByLabel("Category");
    this.side = this.window.getByLabel("Who calls AWS KMS");
    this.count = this.window.getByText(/^\d+ uses?$/);
    this.add = this.window.getByRole("button", { name: /^Add to / });
    this.cancel = this.window.getByRole("button", { name: "Cancel" });
    this.changeWindow = page.getByRole("dialog", { name: /^Change answers: / });
    this.update = this.changeWindow.getByRole("button", { name: "Update" });
    this.usedBy = page.getByRole("list", { name: "Used by" });
  }

  /** A card by its title. */
  card(title: string): Locator {
    return this.window.getByRole("button", { name: title, exact: true });
  }

  /** The field of a question, in whichever window is open. */
  answer(label: string): Locator {
    return this.page
      .getByRole("dialog")
      .getByRole("textbox", { name: label, exact: true });
  }

  part(label: string): Locator {
    return this.window.getByRole("checkbox", { name: label });
  }

  tab(name: "What it adds" | "Is my service allowed?"): Locator {
    return this.page.getByRole("dialog").getByRole("tab", { name });
  }

  /** The documented calls with their verdicts. */
  call(action: string): Locator {
    return this.page
      .getByRole("dialog")
      .getByRole("list", { name: "Calls" })
      .getByRole("listitem")
      .filter({ hasText: new RegExp(String.raw`\b${action}\b`) });
  }

  /** Adds what has no questions, or whose answers are these. */
  async use(
    title: string,
    answers: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    await this.open.click();
    await this.card(title).click();
    for (const [label, text] of Object.entries(answers))
      // oxlint-disable-next-line no-await-in-loop -- one field after the other
      await this.answer(label).fill(text);
    await this.add.click();
  }
}
