import type { Claim, ClaimPrincipal, Design } from "../../../core/index.ts";
import { describePolicyStatement, printSentence } from "../../../core/index.ts";
import { proofsText } from "../../text/proofs.ts";

/** A claim as a sentence. */
export function claimWords(claim: Claim): string {
  const { says } = proofsText;
  const what = actionWords(claim.actions);
  switch (claim.kind) {
    case "nobody-outside": {
      const { boundary } = claim;
      if (boundary === "account") return says.outsideAccount(what);
      if (boundary === "organization") return says.outsideOrganization(what);
      return says.outsideAccounts(boundary.join(", "), what);
    }
    case "never":
      return says.never(nameOf(claim.principal), what);
    case "only":
      return says.only(claim.principals.map(nameOf).join(", "), what);
  }
}

/** Actions in everyday words. */
export function actionWords(actions: readonly string[]): string {
  const sentence = describePolicyStatement({
    Effect: "Allow",
    Principal: "*",
    Action: actions,
    Resource: "*",
  });
  const verb = sentence.findIndex(({ kind }) => kind === "verb");
  return printSentence(sentence.slice(verb + 1)).trim();
}

/** Whom a claim names, as a person wrote it. */
export function nameOf(who: ClaimPrincipal): string {
  return "arn" in who ? who.arn : who.principal;
}

/** Whom a text names: a principal of the design where it has one of that name. */
export function claimPrincipal(
  { principals }: Design,
  text: string,
): ClaimPrincipal {
  return principals.some(({ id }) => id === text)
    ? { principal: text }
    : { arn: text };
}
