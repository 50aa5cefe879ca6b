import { hasKey } from "../kms/keys-of.ts";
import { keySpecs, keyUsages, origins } from "../kms/key-specs.ts";
import type { SourceRef } from "../kms/sources.ts";
import { templateResources } from "../kms/template-properties.ts";
import { startOfLine } from "./characters.ts";
import { isFunction } from "./function-shape.ts";
import { meaning, type Meaning } from "./meaning.ts";
import type { Offer } from "./offer.ts";
import { placeAt, type AssistLanguage, type Read } from "./place-at.ts";
import {
  actionsMeaning,
  conditionKeyMeaning,
  serviceMeaning,
} from "./policy-offers.ts";
import {
  attributeOffers,
  functionOffers,
  pseudoOffers,
  referableOffers,
  tagOffers,
} from "./reference-offers.ts";
import { shapeAt, type ShapeAt } from "./shape-at.ts";
import type { Shape } from "./shape.ts";
import { scalarText } from "./tree.ts";
import { variableAt } from "./variable-at.ts";

/** What the word at a place means, and where the word is. */
export interface MeaningAt extends Meaning {
  readonly start: number;
  readonly end: number;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** What the word under the cursor means; undefined where the tables have nothing to say about it. */
export function meaningAt(
  text: string,
  offset: number,
  language: AssistLanguage,
): MeaningAt | undefined {
  const read = placeAt(text, offset, language);
  if (read === undefined) return undefined;
  const at = shapeAt(read);
  const token = tokenRange(read);
  const word = wordRange(text, offset);
  return (
    ofRange(text, variableAt(text, offset), (name) =>
      variableMeaning(name, at),
    ) ??
    (read.place.inText
      ? undefined
      : ofRange(text, token, (name) => tokenMeaning(name, read, at))) ??
    ofRange(text, word, wordMeaning)
  );
}

function ofRange(
  text: string,
  range: Range | undefined,
  meaningOf: (word: string) => Meaning | undefined,
): MeaningAt | undefined {
  if (range === undefined || range.start === range.end) return undefined;
  const { start, end } = range;
  const found = meaningOf(text.slice(start, end));
  return found && { ...found, start, end };
}

/** The word of the place, without its quotes. */
function tokenRange({ text, place: { token } }: Read): Range {
  const inner = scalarText(text, token);
  const quoted = /^["']/.test(text.charAt(token.start));
  const start = token.start + (quoted ? 1 : 0);
  return { start, end: start + inner.length };
}

function variableMeaning(name: string, { shape, around }: ShapeAt) {
  return shape?.hasVariables
    ? byLabel([...referableOffers(around), ...attributeOffers(around)], name)
    : undefined;
}

function tokenMeaning(
  word: string,
  { place }: Read,
  { shape, around }: ShapeAt,
): Meaning | undefined {
  if (place.isTag) return byLabel(tagOffers, word);
  const isCall = around.kind === "template" && isFunction(word);
  return (
    byLabel(offersAt(place, shape), word) ??
    shape?.meaningOf?.(word) ??
    (isCall ? byLabel(functionOffers, word) : undefined) ??
    (hasKey(values, word) ? values[word] : undefined)
  );
}

function offersAt(
  { role }: Read["place"],
  shape: Shape | undefined,
): readonly Offer[] {
  if (shape === undefined) return [];
  const { names = () => [], values: own = () => [] } = shape;
  return [
    ...(role === "value" ? [] : names(undefined)),
    ...(role === "name" ? [] : own()),
  ];
}

function byLabel(offers: readonly Offer[], label: string): Meaning | undefined {
  return offers.find((offer) => offer.label === label)?.meaning;
}

/** Values that mean the same wherever they stand. */
const values: Readonly<Record<string, Meaning>> = Object.fromEntries(
  [keySpecs, keyUsages, origins].flatMap((table) =>
    Object.entries<ValueRow>(table).map(
      ([name, { label, summary, source }]) => [
        name,
        meaning(name, `${label}: ${summary}`, source),
      ],
    ),
  ),
);

interface ValueRow {
  readonly label: string;
  readonly summary: string;
  readonly source: SourceRef;
}

/** No word that the tables know is longer. */
const longestWord = 100;

/** The word around the cursor, whatever it is part of. */
function wordRange(text: string, offset: number): Range {
  const line = Math.max(startOfLine(text, offset), offset - longestWord);
  const before = /[\w:*?./-]*$/.exec(text.slice(line, offset))?.[0] ?? "";
  const rest = text.slice(offset, offset + longestWord);
  const after = /^[\w:*?./-]*/.exec(rest)?.[0] ?? "";
  const [word = ""] = /^.*?(?=[.:?/-]*$)/.exec(`${before}${after}`) ?? [];
  const start = offset - before.length;
  return { start, end: start + word.length };
}

/** Words that only one thing is called. */
function wordMeaning(word: string): Meaning | undefined {
  if (/^kms:/i.test(word))
    return actionsMeaning(word) ?? conditionKeyMeaning(word);
  if (/^aws:\w/i.test(word)) return conditionKeyMeaning(word);
  if (hasKey(templateResources, word)) {
    const { summary, source } = templateResources[word];
    return meaning(word, summary, source);
  }
  return byLabel(pseudoOffers, word) ?? serviceMeaning(word);
}
