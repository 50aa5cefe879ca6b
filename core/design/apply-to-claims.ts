import type { Path, Problem, Result } from "../problem/problem.ts";
import { failed, failedWith, ok } from "../problem/problem.ts";
import { accountProblems } from "./access-settings.ts";
import type { ClaimChange } from "./change.ts";
import { missing, wrongKind } from "./change-problems.ts";
import type { Claim, Design } from "./design.ts";
import {
  withAdded,
  withMoved,
  withRemoved,
  withReplaced,
} from "./list-edits.ts";
import type { Edited } from "./list-edits.ts";
import { indexOfId } from "./members.ts";
import { foreignToClaim, patchedClaim } from "./patch-claim.ts";
import { sound } from "./sound.ts";

type Change<Type> = Extract<ClaimChange, { type: Type }>;

/** Adds, changes, moves or removes a claim. */
export function applyToClaims(
  design: Design,
  change: ClaimChange,
): Result<Design> {
  const claims = claimsOf(design);
  switch (change.type) {
    case "add-claim":
      return withClaims(design, withAdded(claims, change.claim, change.index));
    case "remove-claim":
      return removeClaim(design, change);
    case "edit-claim":
      return editClaim(design, change);
    case "replace-claim":
      return withClaims(design, withReplaced(claims, change.claim, change.by));
    case "move-claim":
      return withClaims(design, withMoved(claims, change.claim, change.index));
  }
}

function claimsOf({ claims = [] }: Design): Edited<Claim> {
  return { kind: "claim", list: claims };
}

function withClaims(
  design: Design,
  claims: Result<readonly Claim[]>,
): Result<Design> {
  if (!claims.ok) return claims;
  const problems = claims.value.flatMap(boundaryProblems);
  return problems.length > 0
    ? failedWith(problems)
    : sound({ ...design, claims: claims.value });
}

function boundaryProblems(claim: Claim, index: number): readonly Problem[] {
  if (claim.kind !== "nobody-outside" || typeof claim.boundary === "string")
    return [];
  const path: Path = ["claims", index, "boundary"];
  return accountProblems(claim.boundary, (at) => [...path, at]);
}

/** The list goes with its last claim unless the change keeps it. */
function removeClaim(
  design: Design,
  { claim: id, keepsList = false }: Change<"remove-claim">,
): Result<Design> {
  const left = withRemoved(claimsOf(design), id);
  if (!left.ok) return left;
  const { claims: _, ...rest } = design;
  return ok(
    left.value.length > 0 || keepsList ? { ...rest, claims: left.value } : rest,
  );
}

/** Changes a claim within its kind. */
function editClaim(
  design: Design,
  { claim: id, patch }: Change<"edit-claim">,
): Result<Design> {
  const claims = claimsOf(design);
  const index = indexOfId(claims.list, id);
  const found = claims.list[index];
  if (found === undefined) return failed(missing("claim", id));
  const next = patchedClaim(found, patch);
  if (next === undefined)
    return failed(
      wrongKind(
        { thing: "claim", kind: found.kind },
        foreignToClaim(found.kind, patch),
        ["claims", index],
      ),
    );
  return withClaims(design, withReplaced(claims, id, next));
}
