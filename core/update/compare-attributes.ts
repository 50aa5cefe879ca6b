import type { Json } from "../problem/json.ts";
import { canonical } from "./json-values.ts";
import type { TemplatePair } from "./pair-stacks.ts";
import type { Pair, PartChange, Values } from "./pair.ts";
import { resourceFacts } from "./property-facts.ts";
import type { KnownType } from "./property-facts.ts";
import { isRetained, retains } from "./resource.ts";
import type { Effect } from "./update.ts";

/** A resource whose attributes are compared. */
interface Subject {
  readonly pair: Pair;
  readonly noun: string;
}

type Judge = (values: Values, subject: Subject) => Effect;

const nothingHappens: Effect = {
  impact: "none",
  reason: "CloudFormation only takes note of it: nothing changes in AWS KMS",
};

/** The attributes whose change says something; that of others changes nothing in AWS KMS. */
const judges = new Map<string, Judge>([
  ["DeletionPolicy", deletionPolicy],
  ["UpdateReplacePolicy", updateReplacePolicy],
  ["Condition", condition],
]);

/** The attributes that changed, beside type and properties; Terraform knows none of them. */
export function changedAttributes(
  pair: Pair,
  type: KnownType,
): readonly PartChange[] {
  const names = new Set([
    ...judges.keys(),
    ...Object.keys(pair.before.json),
    ...Object.keys(pair.after.json),
  ]);
  names.delete("Type");
  names.delete("Properties");
  const subject = { pair, noun: resourceFacts[type].noun };
  return [...names].flatMap((property) => {
    const before = pair.before.json[property];
    const after = pair.after.json[property];
    if (canonical(before) === canonical(after)) return [];
    const judge = judges.get(property);
    const cloudFormation =
      judge?.({ before, after }, subject) ?? nothingHappens;
    return [{ property, before, after, effects: { cloudFormation } }];
  });
}

/** Source: CloudFormation Template Reference, "DeletionPolicy attribute". */
function deletionPolicy({ before, after }: Values, { noun }: Subject): Effect {
  if (retains(before) && !retains(after))
    return {
      impact: "in-place",
      reason: `nothing happens now, but from then on the ${noun} is deleted when it leaves the template or the stack is deleted`,
    };
  if (retains(before) === retains(after))
    return {
      impact: "none",
      reason: `nothing changes for a ${noun} that exists`,
    };
  return {
    impact: "in-place",
    reason: `from then on the ${noun} stays in the account when it leaves the template or the stack is deleted`,
  };
}

/** Source: CloudFormation Template Reference, "UpdateReplacePolicy attribute". */
function updateReplacePolicy(_: Values, { noun }: Subject): Effect {
  return {
    impact: "none",
    reason: `nothing happens now: it counts when CloudFormation replaces the ${noun}`,
  };
}

/**
 * A resource whose condition is false leaves the stack.
 * Source: CloudFormation User Guide, "CloudFormation template Conditions syntax".
 */
function condition({ after }: Values, { pair, noun }: Subject): Effect {
  if (after === undefined)
    return {
      impact: "in-place",
      reason: `the ${noun} is in the stack without a condition: it is created where the condition was false`,
    };
  return mayLeave(pair, noun);
}

function mayLeave({ before }: Pair, noun: string): Effect {
  return isRetained(before)
    ? {
        impact: "in-place",
        reason: `if the condition is false, the ${noun} leaves the stack: it stays in the account, no longer managed`,
      }
    : {
        impact: "deletes",
        reason: `if the condition is false, the ${noun} leaves the stack and is deleted`,
      };
}

/** The condition of a resource says something else, though it has the same name. */
export function changedCondition(
  pair: Pair,
  type: KnownType,
  { base, head }: TemplatePair,
): readonly PartChange[] {
  const name = pair.after.json["Condition"];
  if (typeof name !== "string" || name !== pair.before.json["Condition"])
    return [];
  const before: Json | undefined = base?.Conditions?.[name];
  const after: Json | undefined = head?.Conditions?.[name];
  if (canonical(before) === canonical(after)) return [];
  const cloudFormation = mayLeave(pair, resourceFacts[type].noun);
  return [
    { property: "Condition", before, after, effects: { cloudFormation } },
  ];
}
