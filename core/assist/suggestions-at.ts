import { functionShape, isFunction } from "./function-shape.ts";
import type { Offer, SuggestionKind } from "./offer.ts";
import type { Surroundings } from "./parts.ts";
import { placeAt, type AssistLanguage, type Read } from "./place-at.ts";
import {
  attributeOffers,
  functionOffers,
  referableOffers,
  tagOffers,
} from "./reference-offers.ts";
import { shapeAt, type ShapeAt } from "./shape-at.ts";
import type { Shape } from "./shape.ts";
import { textsOf, type Container, type Member } from "./tree.ts";
import { variableAt } from "./variable-at.ts";
import {
  writtenName,
  writtenTag,
  writtenValue,
  type Written,
} from "./written.ts";

/** Something that can be written at a place of a text. */
export interface Suggestion {
  readonly label: string;
  /** The text that is written in place of the range. */
  readonly insert: string;
  /** Where the cursor is to stand in it, where more is to be said there. */
  readonly caret?: number;
  readonly kind: SuggestionKind;
  /** A few words beside the label. */
  readonly detail: string;
  /** What it means, and who says so. */
  readonly documentation: string;
}

/** What can be written at a place, the likely first, and the range that it takes the place of. */
export interface Suggestions {
  readonly from: number;
  readonly to: number;
  readonly items: readonly Suggestion[];
}

/**
 * What can be written at a place of a template or of a key policy. The text may be broken, as it is while it is typed;
 * what is typed already does not narrow the list, only what is there besides does.
 */
export function suggestionsAt(
  text: string,
  offset: number,
  language: AssistLanguage,
): Suggestions {
  const read = placeAt(text, offset, language);
  const nothing: Suggestions = { from: offset, to: offset, items: [] };
  if (read === undefined) return nothing;
  const at = shapeAt(read);
  const variable = variableAt(text, offset);
  if (variable !== undefined)
    return at.shape?.hasVariables ? variables(text, variable, at) : nothing;
  const { token, inText } = read.place;
  const { start: from, end: to } = token;
  if (inText || text.slice(from, to).includes("\n")) return nothing;
  return { from, to, items: itemsAt(read, at) };
}

function itemsAt(read: Read, at: ShapeAt): readonly Suggestion[] {
  const { shape, around } = at;
  const { role, isTag, levels } = read.place;
  if (isTag)
    return around.kind === "template"
      ? tagOffers.map((offer) => suggestion(offer, writtenTag(offer, read)))
      : [];
  if (shape === undefined) return [];
  const inner = levels.at(-1)?.container;
  const names = role === "value" ? [] : nameItems(read, at, shape);
  if (role === "name") return names;
  const used = new Set(otherItems(read, inner));
  const values = (shape.values?.() ?? [])
    .filter(({ label }) => !used.has(label))
    .map((offer) => suggestion(offer, writtenValue(offer, read, shape.form)));
  return [...values, ...names];
}

function nameItems(
  read: Read,
  { around }: ShapeAt,
  shape: Shape,
): readonly Suggestion[] {
  const { role, levels } = read.place;
  const level = role === "name" ? levels.at(-1) : undefined;
  const container = level?.container ?? noMembers;
  const others = container.members.filter((one) => one !== level?.member);
  const used = new Set(others.map(({ name }) => name));
  const functions = others.length === 0 ? functionsAt(read, around, shape) : [];
  return [
    ...(shape.names?.({ ...container, members: others }) ?? []),
    ...functions,
  ]
    .filter(({ label }) => !used.has(label))
    .map((offer) => {
      const inner = isFunction(offer.label)
        ? functionShape(offer.label, around, shape)
        : shape.member?.(offer.label, container);
      const value = inner?.form ?? "choice";
      return suggestion(
        offer,
        writtenName(offer, read, { outer: shape.form, value }),
      );
    });
}

const noMembers: Container = { kind: "mapping", column: -1, members: [] };

/** The functions in their long form, which YAML has tags for. */
function functionsAt(
  { isJson }: Read,
  { kind }: Surroundings,
  { functions }: Shape,
): readonly Offer[] {
  if (!isJson || kind !== "template" || functions === undefined) return [];
  return functions === "all"
    ? functionOffers
    : functionOffers.filter(({ label }) => label === "Fn::If");
}

/** The texts of the list that the place is in, less its own. */
function otherItems(
  { text, place }: Read,
  list: Container | undefined,
): readonly string[] {
  const owner = place.levels.at(-2)?.member;
  const isCall =
    owner !== undefined &&
    (owner.functions.length > 0 || isFunction(owner.name));
  // What a function takes may be there twice.
  if (list?.kind !== "list" || isCall) return [];
  const own: Member | undefined = place.levels.at(-1)?.member;
  return list.members
    .filter((item) => item !== own && item.content?.kind === "scalar")
    .flatMap((item) => textsOf(text, item));
}

/** What can stand between the braces of a variable. */
function variables(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  { around }: ShapeAt,
): Suggestions {
  const close = text.charAt(end) === "}" ? "" : "}";
  const offers = [...referableOffers(around), ...attributeOffers(around)];
  return {
    from: start,
    to: end,
    items: offers.map((offer) =>
      suggestion(offer, { insert: `${offer.label}${close}` }),
    ),
  };
}

function suggestion(
  { label, kind, detail, meaning: { text, source } }: Offer,
  written: Written,
): Suggestion {
  const documentation = `${text} Source: ${source}.`;
  return { label, kind, detail, documentation, ...written };
}
