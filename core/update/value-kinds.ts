import type { Json } from "../problem/json.ts";
import { isJsonList } from "../problem/json.ts";
import { holderOf, nameTaken } from "./alias-names.ts";
import { targetEffect } from "./alias-target.ts";
import {
  canonical,
  isIntrinsic,
  resourceNamedBy,
  sameScalar,
} from "./json-values.ts";
import type { Pair, Values } from "./pair.ts";
import type { PropertyFact, ValueKind } from "./property-facts.ts";
import { retains } from "./resource.ts";
import { samePolicy } from "./stored-policy.ts";
import type { Effect, Effects } from "./update.ts";

/** A property that changed. */
export interface Subject {
  readonly pair: Pair;
  readonly fact: PropertyFact;
  readonly values: Values;
}

/** How values of a kind are compared, and what their change does where the table alone does not say it. */
interface KindRow {
  readonly isSame: (values: Values) => boolean;
  /** Values that are not the same may be so once the template is deployed. */
  readonly isOpen: (values: Values) => boolean;
  readonly effects: (subject: Subject) => Effects;
}

const rows: Readonly<Record<ValueKind, KindRow>> = {
  value: { isSame: sameValues, isOpen: isGiven, effects: factEffects },
  switch: { isSame: sameValues, isOpen: isGiven, effects: switchEffects },
  policy: {
    isSame: ({ before, after }) => samePolicy(before, after),
    isOpen: isGiven,
    effects: factEffects,
  },
  tags: {
    isSame: ({ before, after }) => sameMembers(before, after),
    isOpen: isGiven,
    effects: factEffects,
  },
  "primary-key": { isSame: sameKey, isOpen: isOtherKey, effects: factEffects },
  "alias-name": { isSame: sameValues, isOpen: isGiven, effects: nameEffects },
  "alias-target": {
    isSame: sameKey,
    isOpen: isOtherKey,
    effects: ({ pair, values }) => both(targetEffect(pair, values)),
  },
};

/** What the change of a property does. */
export function effectsOf(subject: Subject): Effects {
  const { fact, values } = subject;
  const { isSame, isOpen, effects } = rows[fact.kind];
  if (isSame(withDefault(fact, values))) return noEffects(values);
  return isOpen(values) ? ifItChanges(effects(subject)) : effects(subject);
}

/** What a change does that may turn out to be none. */
function ifItChanges({ cloudFormation, terraform }: Effects): Effects {
  return {
    cloudFormation: conditional(cloudFormation),
    ...(terraform && { terraform: conditional(terraform) }),
  };
}

function conditional({ impact, reason }: Effect): Effect {
  return { impact, reason: `if the value changes: ${reason}` };
}

/** The same thing for both targets. */
export function both(effect: Effect): Effects {
  return { cloudFormation: effect, terraform: effect };
}

function withDefault({ default: fallback }: PropertyFact, values: Values) {
  return {
    before: values.before ?? fallback,
    after: values.after ?? fallback,
  };
}

function noEffects({ before, after }: Values): Effects {
  return both({
    impact: "none",
    reason:
      before === undefined || after === undefined
        ? "the value is the default, which was or stays in force"
        : "the same value in another spelling: nothing changes in AWS KMS",
  });
}

function sameValues({ before, after }: Values): boolean {
  return sameScalar(before, after);
}

/** Tags have no order. Source: schema of `AWS::KMS::Key`, `insertionOrder`. */
function sameMembers(a: Json | undefined, b: Json | undefined): boolean {
  return canonical(inOrder(a ?? [])) === canonical(inOrder(b ?? []));
}

function inOrder(value: Json): Json {
  if (!isJsonList(value)) return value;
  return value.toSorted((a, b) => (canonical(a) < canonical(b) ? -1 : 1));
}

/** A function gives one of the values. */
function isGiven({ before, after }: Values): boolean {
  return isIntrinsic(before) || isIntrinsic(after);
}

/** One of the values is a function that does not name a resource. */
function isOtherKey({ before, after }: Values): boolean {
  return [before, after].some(
    (value) => isIntrinsic(value) && resourceNamedBy(value) === undefined,
  );
}

/** A key may be named by its ID or its ARN. */
function sameKey({ before, after }: Values): boolean {
  const key = resourceNamedBy(before);
  return key !== undefined && key === resourceNamedBy(after);
}

function factEffects({ pair, fact, values }: Subject): Effects {
  const isKept = retains(pair.after.json["UpdateReplacePolicy"]);
  const isLeftOut = values.after === undefined;
  return {
    cloudFormation:
      (isKept ? fact.cloudFormationRetained : undefined) ?? fact.cloudFormation,
    terraform:
      (isLeftOut ? fact.terraformWhenRemoved : undefined) ?? fact.terraform,
  };
}

function switchEffects(subject: Subject): Effects {
  const { fact, values, pair } = subject;
  if (fact.needsEnabledKey === true && staysDisabled(pair))
    return both({
      impact: "fails",
      reason:
        "KMS refuses this change of a disabled key: enable the key first, or in the same update",
    });
  const { after } = withDefault(fact, values);
  return sameScalar(after, true) || fact.turnedOff === undefined
    ? factEffects(subject)
    : both(fact.turnedOff);
}

/** The key is disabled before and after the update. */
function staysDisabled({ before, after }: Pair): boolean {
  return [before, after].every(({ properties }) =>
    sameScalar(properties["Enabled"], false),
  );
}

function nameEffects(subject: Subject): Effects {
  const { before, base } = subject.pair;
  const holder = holderOf(subject.values.after, base, before.logicalId);
  return holder === undefined ? factEffects(subject) : nameTaken(holder);
}
