import type { Design } from "../../core/index.ts";
import { expect } from "../fixtures.ts";
import type { Designer } from "../pages/designer.ts";
import { Template } from "../pages/template.ts";
import { oddTemplateDesign, templateDesign } from "../template-design.ts";
import type { View } from "./views.ts";

/** Opens a design with a template and goes on from there. */
function from(
  design: Design,
  go: (designer: Designer, template: Template) => Promise<void>,
): View {
  return {
    open: async (designer) => {
      await designer.openDesign(design);
      await go(designer, new Template(designer.page));
    },
    pane: "Key",
  };
}

/** The views of what came with a template. */
export const templateViews: Readonly<Record<string, View>> = {
  "the settings of a key of a template, with JSON that is wrong": from(
    oddTemplateDesign,
    async (_, template) => {
      const json = await template.openJson("Automatic rotation");
      await json.fill("{");
      await template.openJson("Tags");
      await expect(template.attributes).toBeVisible();
    },
  ),
  "the policy of a template with a statement under a condition": from(
    templateDesign,
    async ({ policy }) => {
      await policy.tab.click();
      await policy.statement(4).click();
      await expect(policy.editorButton("is true")).toBeVisible();
    },
  ),
  "a policy that a template gives as a whole": from(
    oddTemplateDesign,
    async ({ outline, policy }, template) => {
      await outline.region
        .getByRole("button", { name: /^WholeKey/ })
        .first()
        .click();
      await policy.tab.click();
      await expect(template.policyJson).toBeVisible();
    },
  ),
  "an alias of a template": from(
    oddTemplateDesign,
    async ({ outline }, template) => {
      await outline.region
        .getByRole("button", { name: /^Alias DataKeyAlias/ })
        .click();
      await expect(template.value("Key")).toBeVisible();
    },
  ),
  "what is kept of a template": from(oddTemplateDesign, async (_, template) => {
    await template.others(2).click();
    await template.part("Bucket").click();
    await template.assumedParameter("Stage").fill("prod");
    await template.assumedCondition("IsProd", "True").click();
  }),
};
