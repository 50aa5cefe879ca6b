import type { Claim, ClaimKind, Design } from "../../../core/index.ts";
import { proofsText } from "../../text/proofs.ts";
import { linesOf } from "../fields/lines.ts";
import { claimPrincipal, nameOf } from "./claim-words.ts";

/** A claim as it is being written. */
export interface ClaimDraft {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly boundary: "account" | "organization" | "accounts";
  /** One account ID a line. */
  readonly accounts: string;
  /** Names of the design, ARNs and the like. */
  readonly who: readonly string[];
  readonly actions: readonly string[];
  /** None for every key that the design creates. */
  readonly keys: readonly string[];
}

/** A claim, ready to be changed. */
export function draftOfClaim(claim: Claim): ClaimDraft {
  const { id, kind, actions, keys = [] } = claim;
  const boundary = kind === "nobody-outside" ? claim.boundary : "account";
  const isList = typeof boundary === "object";
  return {
    id,
    kind,
    actions,
    keys,
    boundary: isList ? "accounts" : boundary,
    accounts: isList ? boundary.join("\n") : "",
    who: whoOf(claim).map(nameOf).filter(Boolean),
  };
}

function whoOf(claim: Claim) {
  if (claim.kind === "never") return [claim.principal];
  return claim.kind === "only" ? claim.principals : [];
}

/** The claim that was written, or what it lacks. */
export function claimOfDraft(
  design: Design,
  draft: ClaimDraft,
): Claim | string {
  const { form } = proofsText;
  const { kind, who, actions, keys } = draft;
  const id = draft.id.trim();
  if (id === "") return form.noName;
  if (actions.length === 0) return form.noAction;
  const base = { id, actions, ...(keys.length > 0 && { keys }) };
  if (kind === "nobody-outside")
    return {
      ...base,
      kind,
      boundary:
        draft.boundary === "accounts"
          ? linesOf(draft.accounts)
          : draft.boundary,
    };
  const principals = who.map((text) => claimPrincipal(design, text));
  const [first] = principals;
  if (first === undefined) return form.nobody;
  return kind === "never"
    ? { ...base, kind, principal: first }
    : { ...base, kind, principals };
}
