import { samples, type Design } from "../../core/index.ts";
import { templateFile } from "../../core/testing/template-files.ts";
import { expect } from "../fixtures.ts";
import { Compare } from "../pages/compare.ts";
import type { Designer } from "../pages/designer.ts";
import { OpenText } from "../pages/open-text.ts";
import type { View } from "./views.ts";

const found: Design = {
  ...samples["demo-import-by-arn"].design,
  keys: [
    {
      id: "Ledger",
      kind: "imported",
      stack: samples["demo-import-by-arn"].design.stacks[0]?.id ?? "",
      arn: "arn:aws:kms:eu-west-1:111122223333:key/1234abcd",
      found: {
        description: "Of the ledger",
        aliases: ["alias/ledger"],
        tags: [],
        policyDocument: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Principal: { AWS: "arn:aws:iam::111122223333:root" },
              Action: "kms:*",
              Resource: "*",
            },
          ],
        },
      },
      aliases: ["alias/more"],
    },
  ],
};

/** Opens a design and goes on from there. */
function from(
  design: Design,
  pane: NonNullable<View["pane"]>,
  go: (designer: Designer) => Promise<void>,
): View {
  return {
    open: async (designer) => {
      await designer.openDesign(design);
      await go(designer);
    },
    pane,
  };
}

/** The views of what an update does, and of keys that exist. */
export const updateViews: Readonly<Record<string, View>> = {
  "a comparison with a plan": {
    open: async (designer) => {
      const { page, settings } = designer;
      const compare = new Compare(page);
      await designer.visit();
      await designer.chooseFile("keys.yaml", templateFile("fragment.yaml"));
      await new OpenText(page).open.click();
      await settings.tab.click();
      await settings.choose(settings.keySpec, "RSA_2048");
      await compare.tab.click();
      await expect(compare.plan).toBeVisible();
    },
    pane: "Problems",
  },
  "what CDK v2 changes": from(
    { ...samples["symmetric-data-key"].design, cdk: { line: "v1" } },
    "Key",
    async ({ page, outline }) => {
      await outline.row("Design settings CDK v1").click();
      await expect(
        page.getByRole("region", { name: "Move to CDK v2" }),
      ).toContainText("flag by flag");
    },
  ),
  "what is known of a key that exists": from(
    found,
    "Key",
    async ({ page, settings }) => {
      await settings.tab.click();
      await expect(
        page.getByRole("button", { name: "Bring under management" }),
      ).toBeVisible();
    },
  ),
  "the policy of a key that exists": from(found, "Key", async ({ policy }) => {
    await policy.tab.click();
  }),
  "a key that is brought under management": from(
    found,
    "Key",
    async ({ page, settings }) => {
      await settings.tab.click();
      await page
        .getByRole("button", { name: "Bring under management" })
        .click();
      await expect(
        page.getByRole("region", { name: "Import blocks, for Terraform" }),
      ).toBeVisible();
    },
  ),
};
