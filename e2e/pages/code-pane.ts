import { expect, type Locator, type Page } from "@playwright/test";
import type { CdkLine } from "../../core/index.ts";
import { downloadedBy, type DownloadedFile } from "../downloads.ts";

/** A tab of the code pane. */
export type TargetTab = "CloudFormation" | "CDK" | "Key policy";

/** The code on the right. */
export class CodePane {
  readonly region: Locator;
  readonly copy: Locator;
  readonly download: Locator;
  readonly constructOnly: Locator;
  readonly app: Locator;
  /** The code itself, in the editor or as plain text. */
  readonly panel: Locator;
  /** The field of the code: plain text at first, then the editor. */
  readonly editor: Locator;
  /** The loaded editor. */
  readonly monaco: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.region = page.getByRole("region", { name: "Code", exact: true });
    this.copy = this.region.getByRole("button", { name: /^Copy/ });
    this.download = this.region.getByRole("button", { name: /^Download/ });
    this.constructOnly = this.button("Construct only");
    this.app = this.button("App");
    this.panel = this.region.getByRole("tabpanel");
    this.editor = this.panel.getByRole("textbox");
    this.monaco = this.panel.getByRole("code");
  }

  /** A tab of the export targets. */
  target(name: TargetTab): Locator {
    return this.region.getByRole("tab", { name, exact: true });
  }

  /** A button of the bar: a language, or how much of the program. */
  button(name: string): Locator {
    return this.region.getByRole("button", { name, exact: true });
  }

  /** Shows a target, in a language where there are several. */
  async show(target: TargetTab, language?: string): Promise<void> {
    await this.target(target).click();
    if (language !== undefined) await this.button(language).click();
  }

  /** Shows the code of one of several stacks. */
  async chooseStack(id: string): Promise<void> {
    await this.chooseScope("Stack", id);
  }

  /** Shows the program of a CDK line. */
  async chooseLine(line: CdkLine): Promise<void> {
    await this.button(`CDK ${line}`).click();
  }

  private async chooseScope(label: string, value: string): Promise<void> {
    await this.region
      .getByRole("button", { name: new RegExp(`^${label} `) })
      .click();
    // The name of the chosen option begins with "Selected", its text does not.
    await this.page
      .getByRole("option")
      .getByText(value, { exact: true })
      .click();
  }

  /** Copies the code that is shown, and returns what is on the clipboard then. */
  async copied(): Promise<string> {
    await this.copy.click();
    return this.clipboard();
  }

  /** The line that says whether the text is in the design. */
  get status(): Locator {
    return this.region.getByRole("status");
  }

  /** Forgets what was typed. */
  get discard(): Locator {
    return this.region.getByRole("button", { name: "Discard text" });
  }

  /** Waits until the text can be edited, and puts another text in its place, as a person who pastes it. */
  async write(text: string): Promise<void> {
    await this.monaco.waitFor();
    await expect(this.status).toContainText("Edit here");
    await this.page.evaluate(
      (copy) => navigator.clipboard.writeText(copy),
      text,
    );
    await this.editor.focus();
    await this.page.keyboard.press("Control+A");
    await this.page.keyboard.press("Control+V");
  }

  /** What is on the clipboard. */
  async clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Downloads the code that is shown. */
  async downloaded(): Promise<DownloadedFile> {
    return downloadedBy(this.page, () => this.download.click());
  }

  /** A place in the code that is shown, by its text. */
  text(text: string): Locator {
    return this.panel.getByText(text, { exact: true });
  }

  /** The words at the foot that name what is selected. */
  selected(name: string): Locator {
    // The code above it may hold the same words.
    return this.region.getByText(name, { exact: true }).last();
  }

  /** Whether the line that holds a piece of code has another ground than the lines around it. */
  async isTinted(piece: string): Promise<boolean> {
    return this.text(piece).first().evaluate(hasGroundOfItsOwn);
  }
}

/** Runs in the page: something as high as a line lies under the text and is coloured. */
function hasGroundOfItsOwn(element: Element): boolean {
  const { left, top, height } = element.getBoundingClientRect();
  return document
    .elementsFromPoint(left + 2, top + height / 2)
    .filter((under) => under.clientHeight <= 2 * height)
    .map((under) => getComputedStyle(under).backgroundColor)
    .some((colour) => !["rgba(0, 0, 0, 0)", "transparent"].includes(colour));
}
