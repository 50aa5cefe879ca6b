import type { Claim, Design, Problem, Result } from "../../core/index.ts";
import { proofsText } from "../text/proofs.ts";
import { edit } from "./edit.ts";
import { freeName } from "./free-name.ts";
import { designOf } from "./selectors.ts";
import { announce, getState } from "./store.ts";

/** Adds a claim at the end of the list. */
export function addClaim(claim: Claim): readonly Problem[] {
  const index = designOf(getState()).claims?.length ?? 0;
  const made = edit({
    title: proofsText.addTitle(claim.id),
    change: { type: "add-claim", claim, index },
  });
  if (made.ok) announce(proofsText.added(claim.id));
  return problemsOf(made);
}

/** Puts a claim in the place of another. */
export function saveClaim(claim: string, by: Claim): readonly Problem[] {
  return problemsOf(
    edit({
      title: proofsText.saveTitle(by.id),
      change: { type: "replace-claim", claim, by },
    }),
  );
}

/** Removes a claim. */
export function removeClaim(claim: string): void {
  const made = edit({
    title: proofsText.removeTitle(claim),
    change: { type: "remove-claim", claim },
  });
  if (made.ok) announce(proofsText.removed(claim));
}

/** The name, or the first of `name 2` and so on that no claim has. */
export function freeClaimName({ claims = [] }: Design, name: string): string {
  return freeName(claims, name);
}

function problemsOf(made: Result<Design>): readonly Problem[] {
  return made.ok ? [] : made.problems;
}
