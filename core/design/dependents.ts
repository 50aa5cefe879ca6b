import type {
  Claim,
  ClaimPrincipal,
  Design,
  Key,
  Principal,
} from "./design.ts";
import { partsOfPrincipal } from "./references.ts";

/** The ids of what goes when something is removed together with all that cannot be without it. */
export interface Doomed {
  readonly stacks: ReadonlySet<string>;
  readonly principals: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
  readonly aliases: ReadonlySet<string>;
  readonly consumers: ReadonlySet<string>;
  readonly claims: ReadonlySet<string>;
  readonly tests: ReadonlySet<string>;
  readonly accepted: ReadonlySet<string>;
  readonly recipes: ReadonlySet<string>;
}

/** Where the removal starts. */
export type Removed =
  | { readonly kind: "stack"; readonly id: string }
  | { readonly kind: "principal"; readonly id: string }
  | { readonly kind: "key"; readonly id: string };

/** What goes with a stack, a key or a principal, itself included where the design has it. */
export function doomedWith(design: Design, removed: Removed): Doomed {
  const stacks = new Set(
    removed.kind === "stack" ? idsThat(design.stacks, removed.id) : [],
  );
  const principals = fixpoint(
    design.principals,
    removed.kind === "principal" ? idsThat(design.principals, removed.id) : [],
    (principal, gone) => principalFalls(principal, stacks, gone),
  );
  const keys = fixpoint(
    design.keys,
    removed.kind === "key" ? idsThat(design.keys, removed.id) : [],
    (key, gone) => keyFalls(key, stacks, gone),
  );
  const falls = (user: { readonly stack: string; readonly key: string }) =>
    stacks.has(user.stack) || keys.has(user.key);
  return {
    stacks,
    principals,
    keys,
    aliases: new Set((design.aliases ?? []).filter(falls).map(({ id }) => id)),
    consumers: new Set(
      (design.consumers ?? []).filter(falls).map(({ id }) => id),
    ),
    claims: new Set(
      (design.claims ?? [])
        .filter((claim) => claimFalls(claim, { principals, keys }))
        .map(({ id }) => id),
    ),
    tests: new Set(
      (design.tests ?? [])
        .filter(({ key }) => keys.has(key))
        .map(({ id }) => id),
    ),
    accepted: new Set(
      (design.accepted ?? [])
        .filter(({ key }) => key !== undefined && keys.has(key))
        .map(({ id }) => id),
    ),
    recipes: new Set(
      (design.recipes ?? [])
        .filter(({ key }) => keys.has(key))
        .map(({ id }) => id),
    ),
  };
}

type Ids = ReadonlySet<string>;

function idsThat(
  members: readonly { readonly id: string }[],
  wanted: string,
): readonly string[] {
  return members.some(({ id }) => id === wanted) ? [wanted] : [];
}

/** The ids of the members that fall, given those that start and that each one which falls may bring down others. */
function fixpoint<T extends { readonly id: string }>(
  members: readonly T[],
  start: readonly string[],
  falls: (member: T, gone: Ids) => boolean,
): Ids {
  const gone = new Set(start);
  let before = -1;
  while (before !== gone.size) {
    before = gone.size;
    for (const member of members)
      if (!gone.has(member.id) && falls(member, gone)) gone.add(member.id);
  }
  return gone;
}

/** A composite lives on with the members that are left; without a base or a role's trust nothing does. */
function principalFalls(principal: Principal, stacks: Ids, gone: Ids): boolean {
  if ("stack" in principal && stacks.has(principal.stack)) return true;
  if (principal.kind === "new-role") return gone.has(principal.assumedBy);
  const parts = partsOfPrincipal(principal);
  return parts.length > 0 && parts.every((id) => gone.has(id));
}

/** A claim falls with its principal, the last of its principals or the last of its keys: without them it would say more. */
function claimFalls(
  claim: Claim,
  gone: Pick<Doomed, "principals" | "keys">,
): boolean {
  const named = claim.keys ?? [];
  if (named.length > 0 && named.every((id) => gone.keys.has(id))) return true;
  if (claim.kind === "never") return isGone(claim.principal, gone.principals);
  return (
    claim.kind === "only" &&
    claim.principals.length > 0 &&
    claim.principals.every((one) => isGone(one, gone.principals))
  );
}

/** The claim names a principal of the design, which goes. */
export function isGone(named: ClaimPrincipal, gone: Ids): boolean {
  return "principal" in named && gone.has(named.principal);
}

/** A replica falls with its primary; an imported alias only forgets its target. */
function keyFalls(key: Key, stacks: Ids, gone: Ids): boolean {
  return (
    stacks.has(key.stack) || (key.kind === "replica" && gone.has(key.primary))
  );
}
