import type { Result } from "../problem/problem.ts";
import { applyToAccepted } from "./apply-to-accepted.ts";
import { applyToClaims } from "./apply-to-claims.ts";
import { applyToRecipes } from "./apply-to-recipes.ts";
import { editSettings } from "./apply-to-settings.ts";
import { applyToTests } from "./apply-to-tests.ts";
import type { AccessChange } from "./change.ts";
import type { Design } from "./design.ts";

/** Changes what the design says of access: what verdicts assume, claims, tests, accepted findings and applied recipes. */
export function applyToAccess(
  design: Design,
  change: AccessChange,
): Result<Design> {
  switch (change.type) {
    case "edit-settings":
      return editSettings(design, change);
    case "add-claim":
    case "remove-claim":
    case "edit-claim":
    case "replace-claim":
    case "move-claim":
      return applyToClaims(design, change);
    case "add-accepted":
    case "remove-accepted":
    case "edit-accepted":
      return applyToAccepted(design, change);
    case "add-recipe":
    case "remove-recipe":
    case "edit-recipe":
      return applyToRecipes(design, change);
    default:
      return applyToTests(design, change);
  }
}
