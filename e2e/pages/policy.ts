import type { Locator, Page } from "@playwright/test";

type StatementAction = "Duplicate" | "Move up" | "Move down" | "Remove";

/** The Policy of the selected key and the editor of the open statement. */
export class Policy {
  readonly tab: Locator;
  readonly view: Locator;
  readonly addStatement: Locator;
  readonly amend: Locator;
  readonly replace: Locator;
  readonly statements: Locator;
  /** The sentences, one for each statement. */
  readonly rows: Locator;
  readonly editor: Locator;
  readonly allow: Locator;
  readonly deny: Locator;
  readonly sid: Locator;
  readonly principal: Locator;
  readonly action: Locator;
  readonly newCondition: Locator;
  readonly json: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.tab = page.getByRole("tab", { name: "Policy", exact: true });
    this.view = page.getByRole("tabpanel", { name: "Policy", exact: true });
    const button = (name: string) =>
      this.view.getByRole("button", { name, exact: true });
    this.addStatement = button("Add statement");
    this.amend = button("Add to the default policy");
    this.replace = button("Replace the default policy");
    this.statements = this.view.getByRole("list", { name: /^Statements of / });
    this.rows = this.statements.getByRole("button", {
      name: /^Statement \d+ /,
    });
    this.editor = this.view.getByRole("group", {
      name: /^Statement (?:\d+|as JSON)$/,
    });
    this.allow = this.editorButton("Allow");
    this.deny = this.editorButton("Deny");
    this.sid = this.editor.getByRole("textbox", { name: "Statement ID" });
    // A field with suggestions is a combobox.
    this.principal = this.editor.getByLabel("Principal", { exact: true });
    this.action = this.editor.getByLabel("Action or pattern", { exact: true });
    this.newCondition = this.editor.getByRole("form", {
      name: "Add condition",
    });
    this.json = this.editor.getByRole("textbox", { name: "Statement as JSON" });
  }

  /** The sentence of a statement, which opens and closes its editor; they are counted from 1. */
  statement(number: number): Locator {
    return this.statements.getByRole("button", {
      name: new RegExp(`^Statement ${number} `),
    });
  }

  /** A button of the open editor. */
  editorButton(name: string): Locator {
    return this.editor.getByRole("button", { name, exact: true });
  }

  /** A list of the open editor: "Who", "May do", "May never do"... */
  list(name: string): Locator {
    return this.editor.getByRole("list", { name, exact: true });
  }

  /** A condition of the open statement by its key. */
  condition(key: string): Locator {
    return this.editor.getByRole("group", { name: key, exact: true });
  }

  /** An option of the list that is open. */
  option(name: string): Locator {
    return this.page.getByRole("option", { name: new RegExp(`^${name}\\b`) });
  }

  /** The button that opens what can be done with the open statement. */
  get menu(): Locator {
    return this.editor.getByRole("button", {
      name: /^Actions for statement/,
    });
  }

  /** Does something with the open statement. */
  async choose(action: StatementAction): Promise<void> {
    await this.menu.click();
    await this.page.getByRole("menuitem", { name: action }).click();
  }

  /** Adds a principal to the open statement. */
  async addPrincipal(text: string): Promise<void> {
    await this.editorButton("Add principal").first().click();
    await this.principal.fill(text);
    await this.principal.press("Enter");
  }

  /** Adds an action to the open statement. */
  async addAction(text: string): Promise<void> {
    await this.editorButton("Add action").first().click();
    await this.action.fill(text);
    await this.action.press("Enter");
  }

  /** Adds a condition to the open statement; its operator is the usual one of the key. */
  async addCondition(key: string, value: string): Promise<void> {
    await this.editorButton("Add condition").click();
    await this.newCondition.getByLabel("Condition key").fill(key);
    await this.newCondition.getByLabel("Value", { exact: true }).fill(value);
    await this.newCondition
      .getByRole("button", { name: "Add condition" })
      .click();
  }
}
