import type {
  AcceptedChange,
  AccessChange,
  ClaimChange,
  DesignChange,
  RecipeChange,
  SettingsChange,
  TestChange,
} from "./change.ts";
import type { AccessSettings, AppliedRecipe, Design } from "./design.ts";
import { keptList, nothing } from "./invert-parts.ts";
import { indexOfId, memberWithId } from "./members.ts";
import { inverseClaimPatch } from "./patch-claim.ts";
import { inversePatch } from "./patch.ts";
import { keysMarked } from "./recipe-markers.ts";

/** The inverse of an edit of what the design says of access, which applies. */
export function inverseOfAccess(
  design: Design,
  change: AccessChange,
): DesignChange {
  switch (change.type) {
    case "edit-settings":
      return inverseOfSettings(design, change);
    case "add-claim":
    case "remove-claim":
    case "edit-claim":
    case "replace-claim":
    case "move-claim":
      return inverseOfClaim(design, change);
    case "add-accepted":
    case "remove-accepted":
    case "edit-accepted":
      return inverseOfAccepted(design, change);
    case "add-recipe":
    case "remove-recipe":
    case "edit-recipe":
      return inverseOfRecipe(design, change);
    default:
      return inverseOfTest(design, change);
  }
}

function inverseOfSettings(
  { settings }: Design,
  { patch }: SettingsChange,
): DesignChange {
  const before: AccessSettings = settings ?? {};
  const wasEmpty = settings !== undefined && Object.keys(settings).length === 0;
  return {
    type: "edit-settings",
    patch: inversePatch(before, patch),
    ...(wasEmpty && { keepsSettings: true }),
  };
}

function inverseOfClaim(design: Design, change: ClaimChange): DesignChange {
  const { claims = [] } = design;
  if (change.type === "add-claim")
    return {
      type: "remove-claim",
      claim: change.claim.id,
      ...keptList(design.claims),
    };
  const claim = memberWithId(claims, change.claim);
  const index = indexOfId(claims, change.claim);
  if (claim === undefined) return nothing;
  switch (change.type) {
    case "remove-claim":
      return { type: "add-claim", claim, index };
    case "edit-claim": {
      const patch = inverseClaimPatch(claim, change.patch);
      if (patch === undefined) return nothing;
      return { type: "edit-claim", claim: change.patch.id ?? claim.id, patch };
    }
    case "replace-claim":
      return { type: "replace-claim", claim: change.by.id, by: claim };
    case "move-claim":
      return { type: "move-claim", claim: claim.id, index };
  }
}

function inverseOfTest(design: Design, change: TestChange): DesignChange {
  const { tests = [] } = design;
  if (change.type === "add-test")
    return {
      type: "remove-test",
      test: change.test.id,
      ...keptList(design.tests),
    };
  const test = memberWithId(tests, change.test);
  const index = indexOfId(tests, change.test);
  if (test === undefined) return nothing;
  switch (change.type) {
    case "remove-test":
      return { type: "add-test", test, index };
    case "edit-test":
      return {
        type: "edit-test",
        test: change.patch.id ?? test.id,
        patch: inversePatch(test, change.patch),
      };
    case "move-test":
      return { type: "move-test", test: test.id, index };
  }
}

function inverseOfAccepted(
  design: Design,
  change: AcceptedChange,
): DesignChange {
  const { accepted = [] } = design;
  if (change.type === "add-accepted")
    return {
      type: "remove-accepted",
      accepted: change.accepted.id,
      ...keptList(design.accepted),
    };
  const found = memberWithId(accepted, change.accepted);
  if (found === undefined) return nothing;
  switch (change.type) {
    case "remove-accepted":
      return {
        type: "add-accepted",
        accepted: found,
        index: indexOfId(accepted, change.accepted),
      };
    case "edit-accepted":
      return {
        type: "edit-accepted",
        accepted: change.patch.id ?? found.id,
        patch: inversePatch(found, change.patch),
      };
  }
}

function inverseOfRecipe(design: Design, change: RecipeChange): DesignChange {
  const { recipes = [] } = design;
  if (change.type === "add-recipe")
    return {
      type: "remove-recipe",
      applied: change.applied.id,
      ...keptList(design.recipes),
    };
  const found = memberWithId(recipes, change.applied);
  if (found === undefined) return nothing;
  switch (change.type) {
    case "remove-recipe":
      return {
        type: "add-recipe",
        applied: found,
        index: indexOfId(recipes, change.applied),
      };
    case "edit-recipe": {
      const to = change.patch.id ?? found.id;
      const back: DesignChange = {
        type: "edit-recipe",
        applied: to,
        patch: inversePatch<AppliedRecipe>(found, change.patch),
      };
      // Statements that had the new name before must not get the old one.
      const others = to === found.id ? [] : keysMarked(design, to);
      if (others.length === 0) return back;
      return {
        type: "batch",
        changes: [
          back,
          ...others.map(({ id, policy }): DesignChange => ({
            type: "edit-key",
            key: id,
            patch: { policy },
          })),
        ],
      };
    }
  }
}
