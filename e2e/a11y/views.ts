import { samples, type Design } from "../../core/index.ts";
import { expect } from "../fixtures.ts";
import type { Designer } from "../pages/designer.ts";
import { Grants } from "../pages/grants.ts";
import { OpenText, policyText } from "../pages/open-text.ts";
import { PrincipalWindow } from "../pages/principals.ts";
import { definedKeys } from "../defined-keys.ts";
import { meaningViews } from "./meaning-views.ts";
import { accessViews } from "./access-views.ts";
import { partViews } from "./part-views.ts";
import { problemViews } from "./problem-views.ts";
import { recipeViews } from "./recipe-views.ts";
import { templateViews } from "./template-views.ts";
import { updateViews } from "./update-views.ts";

const long = "a-name-that-is-much-longer-than-what-fits".repeat(4);
const [dataKey] = definedKeys(samples["symmetric-data-key"].design);

/** A design that is hard on the layout: long names, and problems. */
const crowded: Design = {
  ...samples["symmetric-data-key"].design,
  name: `Crowded ${long}`,
  keys: dataKey
    ? [
        {
          ...dataKey,
          id: `Key${long}`,
          aliases: [...dataKey.aliases, `alias/${long}`],
          description: long,
          pendingWindowInDays: 5,
        },
        dataKey,
      ]
    : [],
};

/** A view of the page. */
export interface View {
  /** Brings the page there. */
  readonly open: (designer: Designer) => Promise<void>;
  /** The pane that shows it on a phone. */
  readonly pane?: "Design" | "Key" | "Code" | "Problems";
  /** It needs a browser of its own. */
  readonly isFresh?: true;
}

/** Every view of the page, and the way there. */
export const views: Readonly<Record<string, View>> = {
  ...meaningViews,
  ...partViews,
  ...problemViews,
  ...recipeViews,
  ...templateViews,
  ...updateViews,
  ...accessViews,
  "the start page": {
    open: async (designer) => {
      await designer.openDesign(samples["hmac-key"].design);
      await designer.topBar.home.click();
      await expect(designer.start.recents).toBeVisible();
    },
  },
  "the gallery": {
    open: async (designer) => {
      await designer.visit();
      await designer.start.browseTemplates.click();
      await expect(designer.start.gallery).toBeVisible();
    },
  },
  "the palette": {
    open: async (designer) => {
      await designer.openDesign(crowded);
      await designer.topBar.palette.click();
      await expect(designer.page.getByRole("option").first()).toBeVisible();
    },
  },
  "the list of shortcuts": {
    open: async (designer) => {
      await designer.openDesign(crowded);
      await designer.topBar.home.focus();
      await designer.page.keyboard.press("?");
      await expect(designer.page.getByRole("dialog")).toBeVisible();
    },
  },
  "the dialog that renames a key": {
    open: async (designer) => {
      await designer.startEmpty();
      await designer.outline.choose("Key", "Rename");
      await designer.outline.keyName.fill("");
      await designer.outline.rename.click();
    },
  },
  "the outline": {
    open: async (designer) => {
      await designer.openDesign(crowded);
    },
    pane: "Design",
  },
  Settings: {
    open: async (designer) => {
      await designer.openDesign(samples["symmetric-data-key"].design);
      await expect(designer.code.monaco).toBeVisible({ timeout: 30_000 });
    },
    pane: "Key",
  },
  "Settings with problems": {
    open: async (designer) => {
      await designer.openDesign(crowded);
      await designer.settings.alias("not a name");
      await designer.settings.rotationPeriod.fill("1");
    },
    pane: "Key",
  },
  "an open list of key specs": {
    open: async (designer) => {
      await designer.startEmpty();
      await designer.settings.keySpec.click();
      await expect(designer.settings.option("RSA_2048")).toBeVisible();
    },
  },
  "Policy with an open editor": {
    open: async (designer) => {
      const { policy } = designer;
      await designer.openDesign(samples["symmetric-data-key"].design);
      await policy.tab.click();
      await policy.statement(4).click();
      await policy.editorButton("Pick from the list").click();
      await policy.editorButton("Add principal").click();
      await policy.editorButton("Add condition").click();
      await designer.page.keyboard.press("Escape");
    },
    pane: "Key",
  },
  "Policy with a refused statement": {
    open: async (designer) => {
      const { policy } = designer;
      await designer.openDesign(samples["replaced-policy"].design);
      await policy.tab.click();
      await policy.statement(2).click();
      await policy.deny.click();
      await policy.addPrincipal("nobody here");
      await policy.sid.fill("Ключ");
    },
    pane: "Key",
  },
  "Grants with what is wrong": {
    open: async (designer) => {
      const grants = new Grants(designer.page);
      await designer.openDesign(samples["replaced-policy"].design);
      await grants.grant("sns.amazonaws.com");
      await grants.permit("Sns", "Own actions");
      await grants.grant("arn:aws:iam::111122223333:role/Another-role");
      await grants.permit("Another-role", "Sign");
    },
    pane: "Key",
  },
  "the window of a principal with what is missing": {
    open: async (designer) => {
      await designer.startEmpty();
      await new Grants(designer.page).newPrincipal.click();
      const window = new PrincipalWindow(designer.page, "New principal");
      await window.kind("New role").check();
      await window.add.click();
      await window.kind("With conditions").check();
      await window.choose("Principal", "logs.amazonaws.com");
    },
  },
  "Policy as merged": {
    open: async (designer) => {
      const grants = new Grants(designer.page);
      await designer.startEmpty();
      await grants.grant("logs.amazonaws.com");
      await grants.grant("sns.amazonaws.com");
      await designer.policy.tab.click();
      await designer.policy.view
        .getByRole("button", { name: "Show as merged" })
        .click();
    },
    pane: "Key",
  },
  "the CDK code": {
    open: async (designer) => {
      await designer.openDesign(samples["symmetric-data-key"].design);
      await designer.code.show("CDK");
      await expect(designer.code.monaco).toBeVisible({ timeout: 30_000 });
    },
    pane: "Code",
  },
  "the key policy as JSON, with its notes": {
    open: async (designer) => {
      await designer.openDesign(samples["symmetric-data-key"].design);
      await designer.code.show("Key policy");
      await designer.code.region.getByRole("button", { name: /note/ }).click();
    },
    pane: "Code",
  },
  "code that is refused": {
    open: async (designer) => {
      await designer.openDesign(crowded);
      await expect(
        designer.code.panel.getByRole("heading", { name: "No code yet" }),
      ).toBeVisible();
    },
    pane: "Code",
  },
  "the open problems": {
    open: async (designer) => {
      await designer.openDesign(samples["demo-mend"].design);
      await designer.problems.expand.click();
      await expect(designer.problems.list).toBeVisible();
    },
    pane: "Problems",
  },
  "the window that opens a text": {
    open: async (designer) => {
      const { page, start } = designer;
      await designer.visit();
      await start.pastePolicy.click();
      const window = new OpenText(page);
      await window.field.fill(policyText.replace('"Allow",', '"Allow"'));
      await expect(window.review).toContainText("comma expected");
    },
  },
  "a demo with its steps": {
    open: async (designer) => {
      await designer.visit();
      await designer.start.openDemo.click();
      await designer.settings.alias("alias/app/data");
      await expect(
        designer.page.getByRole("region", { name: "Demo steps" }),
      ).toBeVisible();
    },
    pane: "Key",
  },
  "the banners": {
    isFresh: true,
    open: async (designer) => {
      await designer.page.addInitScript(() => {
        indexedDB.open = () => {
          throw new DOMException("closed by the test", "SecurityError");
        };
      });
      await designer.startEmpty();
      await designer.chooseFile("broken.json", '{"keywright": 1');
      await expect(
        designer.page.getByText(/This browser cannot keep the design/),
      ).toBeVisible();
      await expect(designer.page.getByText(/"broken.json" is/)).toBeVisible();
    },
  },
  "a tab that only reads": {
    isFresh: true,
    open: async (designer) => {
      await designer.startEmpty();
      await expect(designer.topBar.saved).toBeVisible();
      const { page } = designer;
      const other = await page.context().newPage();
      await other.goto(page.url());
      await other.getByRole("button", { name: "Take over" }).click();
      await expect(
        page.getByRole("button", { name: "Take over" }),
      ).toBeVisible();
    },
  },
  "a design without keys": {
    open: async (designer) => {
      await designer.startEmpty();
      await designer.outline.choose("Key", "Delete");
      await expect(
        designer.page.getByRole("button", { name: "Add a key" }),
      ).toBeVisible();
    },
  },
};

/** On a phone: shows a pane. */
export async function showPane(
  { page }: Designer,
  pane: NonNullable<View["pane"]>,
): Promise<void> {
  await page
    .getByRole("navigation", { name: "Panes" })
    .getByRole("button", { name: new RegExp(`^${pane}`) })
    .click();
}
