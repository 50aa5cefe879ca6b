import type { Claim, ClaimAnswer, Design } from "../../core/index.ts";
import { answerToClaim, isOwned, subjectOf } from "../../core/index.ts";
import type { Work } from "./questions.ts";

/** Answers every claim of a design, key by key. */
export function claimsWork({
  design,
}: {
  readonly design: Design;
}): Work<"claims"> {
  const { claims = [] } = design;
  return {
    head: null,
    parts: claims.flatMap((claim) =>
      keysOfClaim(design, claim).map((key) => () => answer(design, claim, key)),
    ),
  };
}

/** The `id`s of the keys that a claim is about. */
export function keysOfClaim({ keys }: Design, claim: Claim): readonly string[] {
  return claim.keys ?? keys.filter(isOwned).map(({ id }) => id);
}

function answer(design: Design, claim: Claim, id: string): ClaimAnswer {
  const key = design.keys.find((one) => one.id === id);
  const subject = key && subjectOf(design, key);
  return key === undefined || subject === undefined
    ? {
        claim: claim.id,
        key: id,
        verdict: "unknown",
        reason: "the key exists elsewhere, and its policy is not known",
      }
    : answerToClaim(design, claim, { key, subject });
}
