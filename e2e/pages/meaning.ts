import type { Locator, Page } from "@playwright/test";

/** The tabs at the bottom that say what the policy means: the test of requests, the proofs, and who gained and lost. */
export class Meaning {
  readonly requestTab: Locator;
  readonly proofsTab: Locator;
  readonly compareTab: Locator;
  readonly request: Locator;
  readonly proofs: Locator;
  readonly compare: Locator;
  readonly principal: Locator;
  readonly action: Locator;
  readonly answer: Locator;
  readonly testName: Locator;
  readonly keep: Locator;
  readonly tests: Locator;
  readonly standing: Locator;
  readonly proofList: Locator;
  readonly claims: Locator;
  readonly claimForm: Locator;
  readonly gained: Locator;
  readonly lost: Locator;
  readonly events: Locator;
  readonly flips: Locator;

  constructor(page: Page) {
    const region = page.getByRole("region", { name: "Checks" });
    const tab = (name: string) => region.getByRole("tab", { name });
    const panel = (name: string) => region.getByRole("tabpanel", { name });
    this.requestTab = tab("Test a request");
    this.proofsTab = tab("Proofs");
    this.compareTab = tab("Compare with baseline");
    this.request = panel("Test a request");
    this.proofs = panel("Proofs");
    this.compare = panel("Compare with baseline");
    // A field with suggestions is a combobox.
    this.principal = this.request.getByLabel("Principal", { exact: true });
    this.action = this.request.getByLabel("Action", { exact: true });
    this.answer = this.request.getByRole("region", { name: "The decision" });
    this.testName = this.request.getByLabel("Name of the test");
    this.keep = this.request.getByRole("button", { name: "Keep as test" });
    this.tests = this.request.getByRole("region", { name: "Kept tests" });
    this.standing = region.getByRole("group", {
      name: "Standing of the proofs",
    });
    this.proofList = this.proofs.getByRole("list", {
      name: /^What is proven of/,
    });
    this.claims = this.proofs.getByRole("region", { name: "Claims" });
    this.claimForm = this.claims.getByRole("form", { name: "Claim" });
    this.gained = this.compare.getByRole("region", { name: "Who gained" });
    this.lost = this.compare.getByRole("region", { name: "Who lost" });
    this.events = this.request.getByLabel("CloudTrail events");
    this.flips = this.request.getByRole("list", {
      name: "Requests that are decided otherwise",
    });
  }

  /** A line of the proofs of the key. */
  proof(name: string): Locator {
    return this.proofList.getByRole("listitem").filter({ hasText: name });
  }

  /** A claim by what it says. */
  claim(text: string): Locator {
    return this.claims
      .getByRole("list", { name: "Claims" })
      .getByRole("listitem")
      .filter({ hasText: text });
  }

  /** The field of a condition key, or of its value, of the request; counted from 1. */
  context(number: number, part: "Condition key" | "Value"): Locator {
    return this.request.getByLabel(`${part} ${number}`, { exact: true });
  }
}
