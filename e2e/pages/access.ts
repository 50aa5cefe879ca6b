import type { Locator, Page } from "@playwright/test";

type Setting = "Via IAM" | "No access" | "Allow" | "Allow if" | "Deny";

/** The Access of the selected key: the matrix, why a cell says what it says, and what it is set to. */
export class Access {
  readonly tab: Locator;
  readonly view: Locator;
  readonly grid: Locator;
  readonly proven: Locator;
  readonly search: Locator;
  readonly why: Locator;
  readonly makeBinding: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.tab = page.getByRole("tab", { name: "Access", exact: true });
    this.view = page.getByRole("tabpanel", { name: "Access", exact: true });
    this.grid = this.view.getByRole("grid");
    this.proven = this.view.getByRole("button", { name: /cells proven$/ });
    this.search = this.view.getByRole("searchbox", {
      name: "Find a principal",
    });
    this.why = this.view.getByRole("region", { name: "Why" });
    this.makeBinding = this.why.getByRole("button", {
      name: "Make it binding",
    });
  }

  /** What a principal may do with a column; its name is what it says. */
  cell(principal: string, column: string): Locator {
    return this.view.getByRole("button", {
      name: new RegExp(`^${principal}, ${column}: `),
    });
  }

  /** The head of a column, which shows its actions one by one. */
  head(column: string): Locator {
    return this.grid
      .getByRole("columnheader")
      .getByRole("button", { name: column });
  }

  /** A choice of what the cell is set to. */
  setting(name: Setting): Locator {
    return this.why
      .getByRole("group", { name: "Set to" })
      .getByRole("button", { name, exact: true });
  }

  /** A choice of which principals are shown. */
  filter(name: string): Locator {
    return this.view
      .getByRole("group", { name: "Show" })
      .getByRole("button", { name, exact: true });
  }

  /** A button of the panel that says why. */
  whyButton(name: string): Locator {
    return this.why.getByRole("button", { name, exact: true });
  }

  /** A tab of the strip below. */
  drawerTab(name: string): Locator {
    return this.page.getByRole("tab", { name });
  }
}
