import type { Comparison } from "../evaluate/comparison.ts";
import type { ContextValue } from "../evaluate/context.ts";
import type { Truth } from "../evaluate/truth.ts";
import { bitsWhere, firstBit, membersOf } from "./bits.ts";
import type { Part } from "./region.ts";
import { listsOf, wholeLists } from "./region.ts";

/** What a part of a question surely is, and what it may be where AWS does not say. */
export interface Sides<Value> {
  readonly must: Value;
  readonly may: Value;
}

/** A condition key by the values that requests can carry, in finitely many classes. */
export interface KeyDimension {
  readonly kind: "key";
  /** The key in lower case. */
  readonly name: string;
  /** The key carries lists. */
  readonly isList: boolean;
  /** One value of each class; undefined where the key is absent, which only keys of one value have as a class. */
  readonly values: readonly (string | undefined)[];
  /** What makes the classes of texts complete; undefined where the values are numbers, addresses, or fixed. */
  readonly words?: readonly string[];
  /** The texts that are classes of their own. */
  readonly literals?: ReadonlySet<string>;
}

/** The whole of a key's dimension. */
export function wholeOfKey({ isList, values }: KeyDimension): Part {
  return isList
    ? wholeLists(values.length)
    : bitsWhere(values.length, () => true);
}

/** Where a comparison holds. */
export function partsOfComparison(
  dimension: KeyDimension,
  comparison: Comparison,
): Sides<Part> {
  return dimension.isList
    ? partsOfLists(dimension, comparison)
    : sidesOf((value) => comparison.holds(value, noContext), dimension.values);
}

const noContext = new Map<string, string>();

/** The classes of which a question is surely true, and may be. */
export function sidesOf<Value>(
  ask: (value: Value) => Truth,
  values: readonly Value[],
): Sides<Uint32Array> {
  const truths = values.map(ask);
  return {
    must: bitsWhere(truths.length, (index) => truths[index] === true),
    may: bitsWhere(truths.length, (index) => truths[index] !== false),
  };
}

/** Each value of a list is asked on its own, as a list of one. */
function partsOfLists(
  { values }: KeyDimension,
  { operator, holds }: Comparison,
): Sides<Part> {
  const absent = holds(undefined, noContext);
  const whole = wholeLists(values.length).lists;
  const isNull = operator?.name === "Null";
  if (operator?.prefix === undefined || isNull) {
    const present = isNull ? holds(["x"], noContext) : undefined;
    const lists = (truth: Truth, asIf: boolean) =>
      (truth ?? asIf) ? whole : undefined;
    return {
      must: { absent: absent ?? false, lists: lists(present, false) },
      may: { absent: absent ?? true, lists: lists(present, true) },
    };
  }
  const each = sidesOf<string | undefined>(
    (value) => holds([value ?? ""], noContext),
    values,
  );
  const isEvery = operator.prefix === "ForAllValues";
  const all = bitsWhere(values.length, () => true);
  const part = (bits: Uint32Array): Part => ({
    absent: absent ?? false,
    lists: isEvery ? listsOf(bits, []) : listsOf(all, [bits]),
  });
  return { must: part(each.must), may: part(each.may) };
}

/** A value in a part of the dimension; undefined where the key is absent, which comes first. */
export function valueInPart(
  { values, isList }: KeyDimension,
  part: Part,
): ContextValue | undefined {
  if (part instanceof Uint32Array) {
    if (isList) return undefined;
    const absent = membersOf(part).find(
      (member) => values[member] === undefined,
    );
    return absent === undefined ? values[firstBit(part)] : undefined;
  }
  if (part.absent || part.lists === undefined) return undefined;
  const { within, hits } = part.lists;
  const members = hits.length === 0 ? [firstBit(within)] : hits.map(firstBit);
  return [...new Set(members)].flatMap((member) => values[member] ?? []);
}
