import type { DesignChange } from "./change.ts";
import type { Doomed } from "./dependents.ts";
import { isGone } from "./dependents.ts";
import { isOwned, isVerbatim } from "./design.ts";
import type {
  Claim,
  Design,
  Grant,
  Key,
  Output,
  OwnedKey,
  Stack,
  Statement,
} from "./design.ts";

/** The changes that take the names of what goes out of what stays; stacks lose their outputs first. */
export function forgetDoomed(
  { stacks, principals, keys, claims = [] }: Design,
  doomed: Doomed,
): readonly DesignChange[] {
  return [
    ...claims
      .filter(({ id }) => !doomed.claims.has(id))
      .flatMap((claim) => forgetInClaim(claim, doomed)),
    ...stacks.flatMap((stack) => forgetInStack(stack, doomed)),
    ...keys
      .filter(({ id }) => !doomed.keys.has(id))
      .flatMap((key) => forgetInKey(key, doomed)),
    ...principals.flatMap((principal): DesignChange[] => {
      if (principal.kind !== "composite" || doomed.principals.has(principal.id))
        return [];
      const members = staying(principal.members, doomed.principals);
      return members.length === principal.members.length
        ? []
        : [
            {
              type: "replace-principal",
              principal: principal.id,
              by: { ...principal, members },
            },
          ];
    }),
  ];
}

/** The output shows something that goes. */
export function showsDoomed({ value }: Output, doomed: Doomed): boolean {
  if ("key" in value) return doomed.keys.has(value.key);
  return "alias" in value && doomed.aliases.has(value.alias);
}

/** The statement names nobody once those who go are taken out. */
export function isLeftEmpty(statement: Statement, doomed: Doomed): boolean {
  const left = statementWithout(statement, doomed);
  if (isVerbatim(left) || left === statement) return false;
  return !left.principals?.length && !left.notPrincipals?.length;
}

/** A claim loses keys and principals that go; it keeps some of each. */
function forgetInClaim(claim: Claim, doomed: Doomed): readonly DesignChange[] {
  const { id, keys = [] } = claim;
  const stays = staying(keys, doomed.keys);
  const changes: DesignChange[] =
    stays.length === keys.length
      ? []
      : [{ type: "edit-claim", claim: id, patch: { keys: stays } }];
  if (claim.kind !== "only") return changes;
  const principals = claim.principals.filter(
    (one) => !isGone(one, doomed.principals),
  );
  return principals.length === claim.principals.length
    ? changes
    : [...changes, { type: "edit-claim", claim: id, patch: { principals } }];
}

function forgetInStack(stack: Stack, doomed: Doomed): readonly DesignChange[] {
  const { dependencies = [], outputs = [] } = stack;
  const stays = staying(dependencies, doomed.stacks);
  const shown = outputs.filter((output) => !showsDoomed(output, doomed));
  const patch = {
    ...(stays.length < dependencies.length && { dependencies: orNull(stays) }),
    ...(shown.length < outputs.length && { outputs: orNull(shown) }),
  };
  return Object.keys(patch).length === 0
    ? []
    : [{ type: "edit-stack", stack: stack.id, patch }];
}

function forgetInKey(key: Key, doomed: Doomed): readonly DesignChange[] {
  const patches = [
    ...(isOwned(key) ? [ownedPatch(key, doomed)] : []),
    ...(key.kind === "replica" ? [] : [grantsPatch(key.grants, doomed)]),
  ];
  const changes = patches
    .filter((patch) => Object.keys(patch).length > 0)
    .map((patch): DesignChange => ({ type: "edit-key", key: key.id, patch }));
  const loses =
    key.kind === "imported-alias" &&
    key.target !== undefined &&
    doomed.keys.has(key.target);
  return loses
    ? [...changes, { type: "edit-key", key: key.id, patch: { target: null } }]
    : changes;
}

function ownedPatch({ administrators, policy }: OwnedKey, doomed: Doomed) {
  const stays = staying(administrators, doomed.principals);
  const statements = policy.statements
    .filter((statement) => !isLeftEmpty(statement, doomed))
    .map((statement) => statementWithout(statement, doomed));
  const isSame =
    statements.length === policy.statements.length &&
    statements.every((statement, at) => statement === policy.statements[at]);
  return {
    ...(stays.length < administrators.length && { administrators: stays }),
    ...(!isSame && { policy: { ...policy, statements } }),
  };
}

function grantsPatch(grants: readonly Grant[] | undefined, doomed: Doomed) {
  const stays = grants?.filter(
    ({ principal }) => !doomed.principals.has(principal),
  );
  return stays === undefined || stays.length === grants?.length
    ? {}
    : { grants: orNull(stays) };
}

/** The statement without those who go; the same object where it names none of them. */
function statementWithout(statement: Statement, doomed: Doomed): Statement {
  if (isVerbatim(statement)) return statement;
  const { principals, notPrincipals } = statement;
  const isNamed = [...(principals ?? []), ...(notPrincipals ?? [])].some((id) =>
    doomed.principals.has(id),
  );
  if (!isNamed) return statement;
  return {
    ...statement,
    ...(principals && { principals: staying(principals, doomed.principals) }),
    ...(notPrincipals && {
      notPrincipals: staying(notPrincipals, doomed.principals),
    }),
  };
}

function staying(
  ids: readonly string[],
  gone: ReadonlySet<string>,
): readonly string[] {
  return ids.filter((id) => !gone.has(id));
}

function orNull<T>(list: readonly T[]): readonly T[] | null {
  return list.length === 0 ? null : list;
}
