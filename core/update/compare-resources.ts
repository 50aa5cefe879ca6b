import { hasKey } from "../kms/keys-of.ts";
import {
  addedEffects,
  otherEffect,
  removedEffects,
} from "./added-and-removed.ts";
import { changedAttributes, changedCondition } from "./compare-attributes.ts";
import { changedProperties } from "./compare-properties.ts";
import { canonical } from "./json-values.ts";
import type { TemplatePair } from "./pair-stacks.ts";
import type { Pair } from "./pair.ts";
import { resourceFacts } from "./property-facts.ts";
import type { RenamedKey, StackPair } from "./renamed-keys.ts";
import type { Resource } from "./resource.ts";
import type { Effects, Update } from "./update.ts";

/** A stack in both sets, and the keys of all stacks whose logical IDs changed. */
export interface Context extends StackPair {
  readonly templates: TemplatePair;
  readonly renamed: readonly RenamedKey[];
}

/** What happens to a part of a resource, before it is told for each target. */
export interface Part extends Pick<
  Update,
  "property" | "change" | "before" | "after"
> {
  readonly effects: Effects;
}

/** What happens to a resource, part by part. */
export function partsOf(context: Context, logicalId: string): readonly Part[] {
  const { base, head } = context;
  const before = base.get(logicalId);
  const after = head.get(logicalId);
  if (before !== undefined && after !== undefined)
    return changedParts(context, { before, after, base, head });
  if (after !== undefined) return [added(context, after)];
  return before === undefined ? [] : [removed(context, before)];
}

function added(context: Context, resource: Resource): Part {
  const { type, json: after, logicalId } = resource;
  const part = { property: "", change: "added", after } as const;
  if (!hasKey(resourceFacts, type))
    return { ...part, effects: other(resource, "added") };
  const renamed = context.renamed.find(
    ({ next }) =>
      next.stack === context.stack && next.key.logicalId === logicalId,
  );
  const loner = { resource, type, renamed };
  return { ...part, effects: addedEffects(loner, context.base) };
}

function removed(context: Context, resource: Resource): Part {
  const { type, json: before, logicalId } = resource;
  const part = { property: "", change: "removed", before } as const;
  if (!hasKey(resourceFacts, type))
    return { ...part, effects: other(resource, "removed") };
  const renamed = context.renamed.find(
    ({ old }) => old.stack === context.stack && old.key.logicalId === logicalId,
  );
  return { ...part, effects: removedEffects({ resource, type, renamed }) };
}

function other(resource: Resource, change: Part["change"]): Effects {
  return { cloudFormation: otherEffect(resource, change) };
}

function changedParts(context: Context, pair: Pair): readonly Part[] {
  const { before, after } = pair;
  if (canonical(before.json) === canonical(after.json) && !isKnown(after))
    return [];
  if (before.type !== after.type) return [changedType(pair)];
  const { type } = after;
  if (!hasKey(resourceFacts, type))
    return [
      {
        property: "",
        change: "changed",
        before: before.json,
        after: after.json,
        effects: other(after, "changed"),
      },
    ];
  return [
    ...changedProperties(pair, type),
    ...changedAttributes(pair, type),
    ...changedCondition(pair, type, context.templates),
  ].map(({ before: old, after: next, ...part }) => ({
    ...part,
    change: changeOf(old, next),
    ...(old !== undefined && { before: old }),
    ...(next !== undefined && { after: next }),
  }));
}

function isKnown({ type }: Resource): boolean {
  return hasKey(resourceFacts, type);
}

function changeOf(before: unknown, after: unknown): Part["change"] {
  if (before === undefined) return "added";
  return after === undefined ? "removed" : "changed";
}

/** Source: CloudFormation's message "Update of resource type is not permitted", aws/aws-sam-cli issue 6786. */
function changedType({ before, after }: Pair): Part {
  return {
    property: "Type",
    change: "changed",
    before: before.type,
    after: after.type,
    effects: {
      cloudFormation: {
        impact: "fails",
        reason: `CloudFormation does not make a ${after.type} of a ${before.type}: the update fails; give the new resource another logical ID`,
      },
    },
  };
}
