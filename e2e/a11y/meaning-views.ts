import type { Design } from "../../core/index.ts";
import { expect } from "../fixtures.ts";
import { eventOf, partnerDesign, partnerRole } from "../meaning-design.ts";
import { Meaning } from "../pages/meaning.ts";
import type { View } from "./views.ts";

/** A design with claims that hold and do not, and tests that pass and fail. */
const claimed: Design = {
  ...partnerDesign,
  claims: [
    {
      id: "account-only",
      kind: "nobody-outside",
      boundary: "account",
      actions: ["kms:*"],
    },
    {
      id: "never-delete",
      kind: "never",
      principal: { arn: partnerRole },
      actions: ["kms:ScheduleKeyDeletion"],
    },
  ],
  tests: [
    {
      id: "Partner decrypts",
      key: "UploadKey",
      request: { principal: partnerRole, action: "kms:Decrypt" },
      expected: "allowed",
    },
  ],
};

/** The tabs that say what the policy means. */
export const meaningViews: Readonly<Record<string, View>> = {
  "the test of a request, with a kept test that fails": {
    open: async (designer) => {
      const meaning = new Meaning(designer.page);
      await designer.openDesign(claimed);
      await meaning.requestTab.click();
      await meaning.principal.fill(partnerRole);
      await meaning.context(1, "Condition key").fill("aws:SourceIp");
      await designer.page.keyboard.press("Escape");
      await meaning.request.getByText("Other policies that have a say").click();
      await meaning.request.getByLabel("Permissions boundary").fill("{");
      await meaning.request.getByLabel("Permissions boundary").fill("");
      await meaning.request.getByRole("button", { name: "Show them" }).click();
      await expect(meaning.tests).toContainText("1 of 1 fail");
    },
    pane: "Problems",
  },
  "the replay of recorded requests": {
    open: async (designer) => {
      const { page, policy } = designer;
      const meaning = new Meaning(page);
      await designer.openDesign(claimed);
      await policy.tab.click();
      await policy.statement(3).click();
      await policy.deny.click();
      await meaning.requestTab.click();
      await meaning.request
        .getByRole("button", { name: "Recorded requests" })
        .click();
      await meaning.events.fill(eventOf("Decrypt", "UploadReader"));
      await expect(meaning.flips).toBeVisible();
    },
    pane: "Problems",
  },
  "the proofs, with a claim being written": {
    open: async (designer) => {
      const meaning = new Meaning(designer.page);
      await designer.openDesign(claimed);
      await meaning.proofsTab.click();
      await meaning.claims
        .getByRole("button", { name: "Only these may administer" })
        .click();
      await meaning.claimForm
        .getByRole("button", { name: "Add claim" })
        .click();
      await meaning.proofs.getByText("Both sides").first().click();
      await expect(meaning.claim("Nobody outside")).toContainText("Refuted");
    },
    pane: "Problems",
  },
  "who gained and who lost access": {
    open: async (designer) => {
      const { policy } = designer;
      const meaning = new Meaning(designer.page);
      await designer.openDesign(claimed);
      await meaning.compareTab.click();
      await meaning.compare
        .getByRole("button", { name: "Use the design as it is now" })
        .click();
      await policy.tab.click();
      await policy.statement(3).click();
      await policy.deny.click();
      await policy.statement(2).click();
      await policy.addAction("kms:Decrypt");
      await expect(meaning.lost).toContainText("role/UploadReader");
      await expect(meaning.gained).toContainText("account 444455556666");
    },
    pane: "Problems",
  },
};
