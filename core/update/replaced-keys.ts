import { hasKey } from "../kms/keys-of.ts";
import { compareTemplates } from "./compare-templates.ts";
import { freeName, withNames } from "./logical-ids.ts";
import { withNewExports } from "./new-exports.ts";
import type { ReplacedKey } from "./new-exports.ts";
import { resourceFacts } from "./property-facts.ts";
import { renamedKeys } from "./renamed-keys.ts";
import { isKey, resourcesOf } from "./resource.ts";
import { isBreaking, templateOf } from "./update.ts";
import type { StackTemplate, Update } from "./update.ts";

/** What is to be reached, with the keys that cannot be changed as new keys. */
export interface Goal {
  readonly keys: readonly ReplacedKey[];
  readonly templates: readonly StackTemplate[];
}

/**
 * The head with a logical ID of its own for each key that cannot become what the head says, and the keys whose logical
 * IDs the head changes itself. A replica of such a key cannot stay either, so that one search may not be enough.
 */
export function goalOf(
  base: readonly StackTemplate[],
  head: readonly StackTemplate[],
): Goal {
  const keys = [...renamedIn(base, head)];
  for (;;) {
    const templates = withNewKeys(base, head, keys);
    const more = refused(base, templates);
    if (more.length === 0) return { keys, templates };
    keys.push(...more);
  }
}

function renamedIn(
  base: readonly StackTemplate[],
  head: readonly StackTemplate[],
): readonly ReplacedKey[] {
  const stacks = head.map(({ stack, template }) => ({
    stack,
    base: resourcesOf(templateOf(base, stack)),
    head: resourcesOf(template),
  }));
  return renamedKeys(stacks).flatMap(({ old, next }) =>
    old.stack === next.stack
      ? [{ stack: old.stack, old: old.key.logicalId, next: next.key.logicalId }]
      : [],
  );
}

function refused(
  base: readonly StackTemplate[],
  goal: readonly StackTemplate[],
): readonly ReplacedKey[] {
  const places = new Map<string, ReplacedKey>();
  for (const update of compareTemplates(base, goal)) {
    const { stack, logicalId: old } = update;
    if (!isOfImmutable(update, base)) continue;
    const taken = new Set(
      [base, goal].flatMap((all) =>
        Object.keys(templateOf(all, stack).Resources ?? {}),
      ),
    );
    const next = freeName(old, "New", (name) => taken.has(name));
    places.set(`${stack}.${old}`, { stack, old, next });
  }
  return [...places.values()];
}

/** The change of a property of a key that needs a new key. */
function isOfImmutable(
  update: Update,
  base: readonly StackTemplate[],
): boolean {
  const { stack, logicalId, property } = update;
  if (update.target !== "cloudformation" || !isBreaking(update)) return false;
  const key = resourcesOf(templateOf(base, stack)).get(logicalId);
  if (key === undefined || !isKey(key) || !hasKey(resourceFacts, key.type))
    return false;
  const fact = resourceFacts[key.type].properties[property];
  return (
    fact !== undefined && isBreaking({ ...update, ...fact.cloudFormation })
  );
}

function withNewKeys(
  base: readonly StackTemplate[],
  head: readonly StackTemplate[],
  keys: readonly ReplacedKey[],
): readonly StackTemplate[] {
  const renamed = head.map(({ stack, template }) => {
    const names = new Map(
      keys.flatMap((key) =>
        key.stack === stack ? [[key.old, key.next] as const] : [],
      ),
    );
    return { stack, template: withNames(template, names) };
  });
  return withNewExports(base, renamed, keys);
}
