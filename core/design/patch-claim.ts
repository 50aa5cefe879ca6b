import { keysOf } from "../kms/keys-of.ts";
import type { ClaimPatch, ClaimPatchOf } from "./change.ts";
import type { Claim, ClaimKind } from "./claim.ts";
import { claimProperties } from "./claim.ts";
import { inversePatch, patched } from "./patch.ts";

/** The properties of a patch that claims of a kind do not have; the kind itself cannot be patched. */
export function foreignToClaim(
  kind: ClaimKind,
  patch: ClaimPatch,
): readonly string[] {
  const own = new Set<string>(claimProperties[kind]);
  return keysOf<object>(patch).filter(
    (name) => name === "kind" || !own.has(name),
  );
}

/** The claim with a patch, or undefined where the patch is for claims of another kind. */
export function patchedClaim(
  claim: Claim,
  patch: ClaimPatch,
): Claim | undefined {
  switch (claim.kind) {
    case "nobody-outside":
      return fits("nobody-outside", patch) ? patched(claim, patch) : undefined;
    case "never":
      return fits("never", patch) ? patched(claim, patch) : undefined;
    case "only":
      return fits("only", patch) ? patched(claim, patch) : undefined;
  }
}

/** The patch that leads from the patched claim back to `claim`; undefined where the patch is for another kind. */
export function inverseClaimPatch(
  claim: Claim,
  patch: ClaimPatch,
): ClaimPatch | undefined {
  switch (claim.kind) {
    case "nobody-outside":
      return fits("nobody-outside", patch)
        ? inversePatch(claim, patch)
        : undefined;
    case "never":
      return fits("never", patch) ? inversePatch(claim, patch) : undefined;
    case "only":
      return fits("only", patch) ? inversePatch(claim, patch) : undefined;
  }
}

function fits<Kind extends ClaimKind>(
  kind: Kind,
  patch: ClaimPatch,
): patch is ClaimPatchOf<Kind> {
  return foreignToClaim(kind, patch).length === 0;
}
