import { canonical, present } from "./json-values.ts";
import type { Pair, PartChange, Values } from "./pair.ts";
import { resourceFacts } from "./property-facts.ts";
import type { KnownType } from "./property-facts.ts";
import type { Effects } from "./update.ts";
import { effectsOf } from "./value-kinds.ts";

/** The properties that changed, those of the table first. */
export function changedProperties(
  pair: Pair,
  type: KnownType,
): readonly PartChange[] {
  const { properties } = resourceFacts[type];
  const names = new Set([
    ...Object.keys(properties),
    ...Object.keys(pair.before.properties),
    ...Object.keys(pair.after.properties),
  ]);
  return [...names].flatMap((property) => {
    const values = valuesOf(pair, property);
    if (canonical(values.before) === canonical(values.after)) return [];
    const fact = properties[property];
    const effects =
      fact === undefined
        ? unknownProperty(type, property)
        : effectsOf({ pair, fact, values });
    return [{ property, ...values, effects }];
  });
}

function valuesOf({ before, after }: Pair, property: string): Values {
  return {
    before: present(before.properties[property]),
    after: present(after.properties[property]),
  };
}

function unknownProperty(type: KnownType, property: string): Effects {
  return {
    cloudFormation: {
      impact: "in-place",
      reason: `${property} is not known here: whether its change is in place, CloudFormation's documentation of ${type} says`,
    },
  };
}
