import type { Path } from "../problem/problem.ts";
import { isVerbatim } from "./design.ts";
import type {
  Claim,
  ClaimPrincipal,
  Design,
  Key,
  Output,
  Principal,
  Stack,
  Statement,
} from "./design.ts";
import { administratorsOf, grantsOf, statementsOf } from "./key-parts.ts";
import { reachedFrom } from "./reached-from.ts";

/** What other parts of a design may name by `id`. */
export type NamedKind = "stack" | "principal" | "key" | "alias";

/** Something that other parts of a design may name. */
export interface Named {
  readonly kind: NamedKind;
  readonly id: string;
}

/** A place of a design that names something by its `id`. */
export interface Reference extends Named {
  readonly path: Path;
}

/** Every place of a design that names something, in the order of the document. */
export function referencesOf(design: Design): readonly Reference[] {
  const { stacks, principals, keys, aliases = [], consumers = [] } = design;
  const { claims = [], tests = [], accepted = [], recipes = [] } = design;
  return [
    ...stacks.flatMap((stack, index) => ofStack(stack, ["stacks", index])),
    ...principals.flatMap((principal, index) =>
      ofPrincipal(principal, ["principals", index]),
    ),
    ...keys.flatMap((key, index) => ofKey(key, ["keys", index])),
    ...aliases.flatMap((alias, index) => ofPlaced(alias, ["aliases", index])),
    ...consumers.flatMap((consumer, index) =>
      ofPlaced(consumer, ["consumers", index]),
    ),
    ...claims.flatMap((claim, index) => ofClaim(claim, ["claims", index])),
    ...tests.map(({ key }, index) => at("key", key, ["tests", index, "key"])),
    ...accepted.flatMap(({ key }, index) =>
      key === undefined ? [] : [at("key", key, ["accepted", index, "key"])],
    ),
    ...recipes.map(({ key }, index) =>
      at("key", key, ["recipes", index, "key"]),
    ),
  ];
}

/** The places that name something, less those inside it. */
export function usesOf(
  design: Design,
  kind: NamedKind,
  id: string,
): readonly Reference[] {
  const list = listOfKind[kind];
  const index = (design[list] ?? []).findIndex((member) => member.id === id);
  return referencesOf(design).filter(
    ({ path, ...reference }) =>
      reference.kind === kind &&
      reference.id === id &&
      !(path[0] === list && path[1] === index),
  );
}

/** The property of a design that has the members of a kind. */
export const listOfKind = {
  stack: "stacks",
  principal: "principals",
  key: "keys",
  alias: "aliases",
} as const satisfies Record<NamedKind, keyof Design>;

/** Somebody or something names the principal. */
export function principalIsUsed(design: Design, id: string): boolean {
  return usesOf(design, "principal", id).length > 0;
}

/**
 * The places that name a key: separate aliases, consumers, outputs, replicas, imported aliases, claims, tests,
 * accepted findings and applied recipes.
 */
export function usesOfKey(design: Design, id: string): readonly Reference[] {
  return usesOf(design, "key", id);
}

/** The places that name a stack: what lives in it, and the stacks that depend on it. */
export function usesOfStack(design: Design, id: string): readonly Reference[] {
  return usesOf(design, "stack", id);
}

/** The ids of the principals that a principal is made of, as often as it names them. */
export function partsOfPrincipal(principal: Principal): readonly string[] {
  switch (principal.kind) {
    case "composite":
      return principal.members;
    case "with-conditions":
      return [principal.base];
    case "via-service":
      return principal.base === undefined ? [] : [principal.base];
    default:
      return [];
  }
}

/** The ids of these principals and of those they are made of, each once. */
export function principalsBehind(
  { principals }: Design,
  ids: readonly string[],
): readonly string[] {
  const parts = new Map(
    principals.map((principal) => [principal.id, partsOfPrincipal(principal)]),
  );
  return [...new Set(ids.flatMap((id) => [id, ...reachedFrom(id, parts)]))];
}

/** The ids of the principals that a principal names: those it is made of, and who may assume a new role. */
export function principalsNamedBy(principal: Principal): readonly string[] {
  return principal.kind === "new-role"
    ? [principal.assumedBy]
    : partsOfPrincipal(principal);
}

/**
 * The ids of the principals that a key names, as often as it names them:
 * administrators, then statements (disabled ones too), then grants.
 */
export function principalUses(key: Key): readonly string[] {
  return ofPrincipalsInKey(key, []).map(({ id }) => id);
}

/** The ids of the principals that a key names, each once, in the order of their first use. */
export function principalsOf(key: Key): readonly string[] {
  return [...new Set(principalUses(key))];
}

/** The id of the key that a key names: the primary of a replica, the target of an imported alias. */
export function keyNamedBy(key: Key): string | undefined {
  if (key.kind === "replica") return key.primary;
  return key.kind === "imported-alias" ? key.target : undefined;
}

function ofStack(stack: Stack, path: Path): readonly Reference[] {
  return [
    ...listed("stack", stack.dependencies, [...path, "dependencies"]),
    ...(stack.outputs ?? []).flatMap((output, index) =>
      ofOutput(output, [...path, "outputs", index, "value"]),
    ),
  ];
}

function ofOutput({ value }: Output, path: Path): readonly Reference[] {
  if ("key" in value) return [at("key", value.key, [...path, "key"])];
  if ("alias" in value) return [at("alias", value.alias, [...path, "alias"])];
  return [];
}

function ofPrincipal(principal: Principal, path: Path): readonly Reference[] {
  const stack =
    "stack" in principal
      ? [at("stack", principal.stack, [...path, "stack"])]
      : [];
  return [...stack, ...ofPrincipalParts(principal, path)];
}

function ofPrincipalParts(
  principal: Principal,
  path: Path,
): readonly Reference[] {
  switch (principal.kind) {
    case "composite":
      return listed("principal", principal.members, [...path, "members"]);
    case "new-role":
      return [at("principal", principal.assumedBy, [...path, "assumedBy"])];
    case "with-conditions":
    case "via-service":
      return principal.base === undefined
        ? []
        : [at("principal", principal.base, [...path, "base"])];
    default:
      return [];
  }
}

function ofKey(key: Key, path: Path): readonly Reference[] {
  return [
    at("stack", key.stack, [...path, "stack"]),
    ...ofKeyInKey(key, path),
    ...ofPrincipalsInKey(key, path),
  ];
}

function ofKeyInKey(key: Key, path: Path): readonly Reference[] {
  const named = keyNamedBy(key);
  if (named === undefined) return [];
  const property = key.kind === "replica" ? "primary" : "target";
  return [at("key", named, [...path, property])];
}

function ofPrincipalsInKey(key: Key, path: Path): readonly Reference[] {
  return [
    ...listed("principal", administratorsOf(key), [...path, "administrators"]),
    ...statementsOf(key).flatMap((statement, index) =>
      ofStatement(statement, [...path, "policy", "statements", index]),
    ),
    ...grantsOf(key).map(({ principal }, index) =>
      at("principal", principal, [...path, "grants", index, "principal"]),
    ),
  ];
}

function ofStatement(statement: Statement, path: Path): readonly Reference[] {
  if (isVerbatim(statement)) return [];
  const { principals, notPrincipals } = statement;
  return [
    ...listed("principal", principals, [...path, "principals"]),
    ...listed("principal", notPrincipals, [...path, "notPrincipals"]),
  ];
}

function ofPlaced(
  { stack, key }: { readonly stack: string; readonly key: string },
  path: Path,
): readonly Reference[] {
  return [
    at("stack", stack, [...path, "stack"]),
    at("key", key, [...path, "key"]),
  ];
}

function ofClaim(claim: Claim, path: Path): readonly Reference[] {
  return [
    ...listed("key", claim.keys, [...path, "keys"]),
    ...ofPrincipalsInClaim(claim, path),
  ];
}

function ofPrincipalsInClaim(claim: Claim, path: Path): readonly Reference[] {
  switch (claim.kind) {
    case "nobody-outside":
      return [];
    case "never":
      return ofClaimPrincipal(claim.principal, [...path, "principal"]);
    case "only":
      return claim.principals.flatMap((principal, index) =>
        ofClaimPrincipal(principal, [...path, "principals", index]),
      );
  }
}

function ofClaimPrincipal(
  named: ClaimPrincipal,
  path: Path,
): readonly Reference[] {
  return "principal" in named
    ? [at("principal", named.principal, [...path, "principal"])]
    : [];
}

function listed(
  kind: NamedKind,
  ids: readonly string[] | undefined,
  path: Path,
): readonly Reference[] {
  return (ids ?? []).map((id, index) => at(kind, id, [...path, index]));
}

function at(kind: NamedKind, id: string, path: Path): Reference {
  return { kind, id, path };
}
