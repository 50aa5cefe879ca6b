import type { Caller } from "../evaluate/caller.ts";
import type { Comparison } from "../evaluate/comparison.ts";
import { kmsActionNames } from "../kms/actions.ts";
import type { Bits } from "./bits.ts";
import { bitsWhere } from "./bits.ts";
import type { Box, Part } from "./region.ts";
import { meetBoxes, minusPart } from "./region.ts";
import type { PolicyBoxes } from "./relations.ts";
import { placeOf } from "./relations.ts";
import { ACTION, CALLER } from "./space.ts";
import type { Space } from "./space.ts";

/** A set of requests, said so that somebody else can work out the same set. */
export type Term = StatementTerm | WhereTerm | AllTerm | NeverTerm;

/** The requests that several terms share. */
export interface AllTerm {
  readonly kind: "all";
  readonly terms: readonly Term[];
}

/** The requests that a statement fits. */
export interface StatementTerm {
  readonly kind: "statement";
  /** The place of its policy in the question. */
  readonly policy: number;
  /** Its place in the policy. */
  readonly statement: number;
  /** Those whose caller it names itself, or also those whose account it names. */
  readonly side: "itself" | "any";
  /** Those that it surely fits, or also those where AWS does not say. */
  readonly bound: "must" | "may";
}

/** The requests of some callers, for some actions, of which comparisons hold or do not. */
export interface WhereTerm {
  readonly kind: "where";
  readonly caller?: (caller: Caller) => boolean;
  readonly action?: (action: string) => boolean;
  readonly comparisons?: readonly Asked[];
}

/** Requests that cannot be: no text of a condition key meets these comparisons together. */
export interface NeverTerm {
  readonly kind: "never";
  readonly asked: readonly Asked[];
  /** The words that prove it: all that the comparisons can tell apart, and none meets them. */
  readonly words: readonly string[];
}

/** A comparison that holds, or that does not. */
export interface Asked {
  readonly comparison: Comparison;
  readonly is: boolean;
}

/** The boxes that a term is the union of. */
export function boxesOfTerm(
  space: Space,
  policies: readonly PolicyBoxes[],
  term: Term,
): readonly Box[] {
  if (term.kind === "where") return boxesWhere(space, term);
  if (term.kind === "never")
    return boxesWhere(space, { kind: "where", comparisons: term.asked });
  if (term.kind === "all")
    return term.terms
      .map((one) => boxesOfTerm(space, policies, one))
      .reduce(meetAll, [new Map()]);
  const { allows = [], denies = [] } = policies[term.policy] ?? {};
  const found = [...allows, ...denies].find(
    ({ statement }) => statement.index === term.statement,
  );
  const box = found?.[term.side][term.bound];
  return box === undefined ? [] : [box];
}

function boxesWhere(
  space: Space,
  { caller, action, comparisons = [] }: WhereTerm,
): readonly Box[] {
  const { callers } = space.callers;
  const box = new Map<number, Part>();
  if (caller !== undefined) box.set(CALLER, where(callers, caller));
  if (action !== undefined) box.set(ACTION, where(kmsActionNames, action));
  return comparisons.reduce<readonly Box[]>(
    (boxes, asked) => meetAll(boxes, boxesOfComparison(space, asked)),
    [box],
  );
}

function where<Item>(
  items: readonly Item[],
  holds: (item: Item) => boolean,
): Bits {
  const flags = items.map(holds);
  return bitsWhere(flags.length, (index) => flags[index] === true);
}

/** What is surely so; a comparison that has no place in the space is nowhere so. */
function boxesOfComparison(
  space: Space,
  { comparison, is }: Asked,
): readonly Box[] {
  const place = placeOf(space, comparison);
  if (place === undefined) return [];
  const { dimension, parts } = place;
  const whole = space.whole[dimension];
  const found =
    is || whole === undefined ? [parts.must] : minusPart(whole, parts.may);
  return found.map((part) => new Map([[dimension, part]]));
}

/** What boxes share with others, each with each. */
export function meetAll(
  boxes: readonly Box[],
  others: readonly Box[],
): readonly Box[] {
  return boxes.flatMap((box) =>
    others.flatMap((other) => meetBoxes(box, other) ?? []),
  );
}
