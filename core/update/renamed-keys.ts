import { canonical, resourceNamedBy } from "./json-values.ts";
import type { Resource, Resources } from "./resource.ts";
import { isAlias, isKey } from "./resource.ts";

/** A stack in the base and in the head; a side that lacks it has no resources. */
export interface StackPair {
  readonly stack: string;
  readonly base: Resources;
  readonly head: Resources;
}

/** A key in a stack. */
export interface PlacedKey {
  readonly stack: string;
  readonly key: Resource;
}

/** A key that was removed, and the one that takes its place under another logical ID or in another stack. */
export interface RenamedKey {
  readonly old: PlacedKey;
  readonly next: PlacedKey;
}

/**
 * The keys that were removed and come back under another name: an alias moved from one to the other, or they are equal.
 * Each key is in one pair at most; keys of the same stack are paired first.
 */
export function renamedKeys(
  stacks: readonly StackPair[],
): readonly RenamedKey[] {
  const removed = stacks.flatMap(({ stack, base, head }) =>
    keysOnlyIn(base, head).map((key) => ({ stack, key })),
  );
  const added = stacks.flatMap(({ stack, base, head }) =>
    keysOnlyIn(head, base).map((key) => ({ stack, key })),
  );
  const pairs: RenamedKey[] = [];
  const tests: readonly ((pair: RenamedKey) => boolean)[] = [
    (pair) => isSameStack(pair) && aliasMoved(pair, stacks),
    (pair) => isSameStack(pair) && areEqual(pair),
    areEqual,
  ];
  for (const test of tests)
    for (const old of removed) {
      const next = added.find(
        (candidate) =>
          candidate.key.type === old.key.type &&
          !pairs.some((pair) => pair.old === old || pair.next === candidate) &&
          test({ old, next: candidate }),
      );
      if (next !== undefined) pairs.push({ old, next });
    }
  return pairs;
}

function keysOnlyIn(resources: Resources, others: Resources) {
  return [...resources.values()].filter(
    (resource) => isKey(resource) && !others.has(resource.logicalId),
  );
}

function isSameStack({ old, next }: RenamedKey): boolean {
  return old.stack === next.stack;
}

function areEqual({ old, next }: RenamedKey): boolean {
  return canonical(old.key.properties) === canonical(next.key.properties);
}

function aliasMoved(
  { old, next }: RenamedKey,
  stacks: readonly StackPair[],
): boolean {
  const pair = stacks.find(({ stack }) => stack === old.stack);
  if (pair === undefined) return false;
  const after = aliasesOf(next.key, pair.head);
  return aliasesOf(old.key, pair.base).some((alias) =>
    after.some(
      (other) =>
        other.logicalId === alias.logicalId ||
        canonical(other.properties["AliasName"]) ===
          canonical(alias.properties["AliasName"]),
    ),
  );
}

function aliasesOf({ logicalId }: Resource, resources: Resources) {
  return [...resources.values()].filter(
    (resource) =>
      isAlias(resource) &&
      resourceNamedBy(resource.properties["TargetKeyId"]) === logicalId,
  );
}
