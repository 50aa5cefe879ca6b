import { expect, type Locator, type Page } from "@playwright/test";
import type { Design } from "../../core/index.ts";
import { downloadedBy } from "../downloads.ts";
import { CodePane } from "./code-pane.ts";
import { Outline } from "./outline.ts";
import { Policy } from "./policy.ts";
import { Problems } from "./problems.ts";
import { Settings } from "./settings.ts";
import { StartPage } from "./start-page.ts";
import { TopBar } from "./top-bar.ts";

/** The whole page, area by area. */
export class Designer {
  readonly page: Page;
  readonly start: StartPage;
  readonly topBar: TopBar;
  readonly outline: Outline;
  readonly settings: Settings;
  readonly policy: Policy;
  readonly code: CodePane;
  readonly problems: Problems;
  readonly key: Locator;

  constructor(page: Page) {
    this.page = page;
    this.start = new StartPage(page);
    this.topBar = new TopBar(page);
    this.outline = new Outline(page);
    this.settings = new Settings(page);
    this.policy = new Policy(page);
    this.code = new CodePane(page);
    this.problems = new Problems(page);
    this.key = page.getByRole("region", { name: "Selected key" });
  }

  /** Opens the page. */
  async visit(): Promise<void> {
    await this.page.goto("./");
  }

  /** Opens the page and an empty design: one key called Key. */
  async startEmpty(): Promise<void> {
    await this.visit();
    await this.start.empty.click();
    await expect(this.settings.keySpec).toBeVisible();
  }

  /** Chooses a file as a person would. */
  async chooseFile(name: string, text: string | Buffer): Promise<void> {
    const chooser = this.page.waitForEvent("filechooser");
    await this.topBar.open.click();
    await (
      await chooser
    ).setFiles({
      name,
      mimeType: "application/json",
      buffer: Buffer.from(text),
    });
  }

  /** Drops files on the page, by name. */
  async dropFiles(files: Readonly<Record<string, string>>): Promise<void> {
    await this.page.getByRole("main").waitFor();
    const dataTransfer = await this.page.evaluateHandle((texts) => {
      const data = new DataTransfer();
      for (const [name, text] of Object.entries(texts))
        data.items.add(new File([text], name));
      return data;
    }, files);
    await this.page.getByRole("main").dispatchEvent("drop", { dataTransfer });
  }

  /** Opens a design from a file. */
  async openDesign(design: Design): Promise<void> {
    await this.visit();
    await this.chooseFile("design.json", JSON.stringify(design));
    await expect(this.topBar.designName(design.name)).toBeVisible();
  }

  /** The design as "Save file" gives it. */
  async savedDesign(): Promise<Design> {
    return JSON.parse(await this.savedText()) as Design;
  }

  /** The text that "Save file" gives. */
  async savedText(): Promise<string> {
    const file = await downloadedBy(this.page, () =>
      this.topBar.saveFile.click(),
    );
    return file.text;
  }
}
