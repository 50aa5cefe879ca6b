import { deployablePart, overlaid } from "./deployable-part.ts";
import { canonical } from "./json-values.ts";
import { namesIn } from "./logical-ids.ts";
import {
  creation,
  ending,
  move,
  settingAside,
  workOf,
} from "./migration-words.ts";
import type { Stage } from "./migration-words.ts";
import type { ReplacedKey } from "./new-exports.ts";
import { pairStacks } from "./pair-stacks.ts";
import { goalOf } from "./replaced-keys.ts";
import { isRetained, resourcesOf } from "./resource.ts";
import { withAliasesAside } from "./set-aside.ts";
import { templateOf } from "./update.ts";
import type { StackTemplate, TemplateLike } from "./update.ts";

export type { Stage } from "./migration-words.ts";

/**
 * The way from the base to the head where a key cannot become what the head says, or where its logical ID changed: a
 * new key beside the old one, which takes its place step by step. Empty where no key is replaced.
 *
 * No stage but the last has an update that fails, replaces or deletes; the last is the head, with a logical ID of its
 * own for each new key.
 */
export function migrationPlan(
  base: readonly StackTemplate[],
  head: readonly StackTemplate[],
): readonly Stage[] {
  const pairs = pairStacks(base, head);
  const before = pairs.map(({ stack, base: template = {} }) => ({
    stack,
    template,
  }));
  const after = pairs.flatMap(({ stack, head: template }) =>
    template === undefined ? [] : [{ stack, template }],
  );
  const { keys, templates: goal } = goalOf(before, after);
  if (keys.length === 0) return [];
  const beside = deployablePart(before, withNewKeys(before, goal, keys));
  const aside = withAliasesAside(beside, overlaid(beside, goal));
  const kept = aside ?? beside;
  const moved = deployablePart(kept, overlaid(kept, goal));
  return [
    creation(keys, beside),
    ...(aside === undefined ? [] : [settingAside(aside)]),
    ...(areSame(kept, moved) ? [] : [move(keys, moved)]),
    ...workOf(keys, before),
    ending(keys, { before, goal }),
  ];
}

function areSame(a: readonly StackTemplate[], b: readonly StackTemplate[]) {
  return a.every(
    ({ stack, template }) =>
      canonical({ ...template }) === canonical({ ...templateOf(b, stack) }),
  );
}

/** The base with the new keys, what they name, and old keys that stay in the account whatever happens to the stack. */
function withNewKeys(
  base: readonly StackTemplate[],
  goal: readonly StackTemplate[],
  keys: readonly ReplacedKey[],
): readonly StackTemplate[] {
  const retained = base.map(({ stack, template }) => ({
    stack,
    template: withRetained(template, keys, stack),
  }));
  const added = goal.map(({ stack, template }) => {
    const first = keys.flatMap((key) => (key.stack === stack ? key.next : []));
    const known = templateOf(base, stack).Resources ?? {};
    return {
      stack,
      template: {
        ...template,
        Resources: withGround(template, first, known),
        Outputs: {},
      },
    };
  });
  return overlaid(retained, added);
}

function withRetained(
  template: TemplateLike,
  keys: readonly ReplacedKey[],
  stack: string,
): TemplateLike {
  const old = new Set(
    keys.flatMap((key) => (key.stack === stack ? [key.old] : [])),
  );
  const entries = [...resourcesOf(template).values()].map((resource) => {
    const { logicalId, json } = resource;
    return old.has(logicalId) && !isRetained(resource)
      ? ([logicalId, { ...json, DeletionPolicy: "Retain" }] as const)
      : ([logicalId, json] as const);
  });
  return { ...template, Resources: Object.fromEntries(entries) };
}

/** The resources of these logical IDs, and those that they name and that are not known yet. */
function withGround(
  { Resources: resources = {} }: TemplateLike,
  first: readonly string[],
  known: NonNullable<TemplateLike["Resources"]>,
): NonNullable<TemplateLike["Resources"]> {
  const ids = new Set<string>();
  const open = [...first];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const resource = resources[id];
    if (resource === undefined || id in known || ids.has(id)) continue;
    ids.add(id);
    open.push(...namesIn(resource));
  }
  return Object.fromEntries(
    Object.entries(resources).filter(([id]) => ids.has(id)),
  );
}
