/*
 * Part of the checker of proofs, which shares nothing with the prover but the evaluator: whether a list of words is all
 * that patterns can tell apart.
 */
import { arnParts } from "../evaluate/matchers.ts";
import type { Comparison } from "../evaluate/comparison.ts";
import { policyText } from "../evaluate/policy-text.ts";
import { conditionOperators } from "../policy/operators.ts";

/** A step of a pattern: one of some characters or any but a colon or any at all; once, or as often as one likes. */
export interface Step {
  readonly chars?: string;
  readonly isAnyButColon?: boolean;
  readonly isMany?: boolean;
}

/** A pattern, step by step. */
export type Steps = readonly Step[];

const noContext = new Map<string, string>();

/** The patterns that a comparison asks for; undefined where it asks for something else. */
export function stepsAsked({
  operator,
  values,
  variables,
  hasVariables,
}: Comparison): readonly Steps[] | undefined {
  if (operator === undefined || values === undefined || variables.length > 0)
    return undefined;
  const { type } = conditionOperators[operator.name];
  const isOpen = type === "arn" || operator.name.endsWith("Like");
  const parts = values.map(
    (value) =>
      policyText(value, {
        isPattern: isOpen,
        hasVariables: hasVariables && type !== "binary",
      }).glob(noContext) ?? [],
  );
  if (type === "null") return [];
  if (type === "binary") return values.map(stepsOf);
  if (type === "boolean") return ["true", "false"].map(foldedSteps);
  if (type === "string")
    return operator.name.endsWith("IgnoreCase")
      ? parts.map((glob) => foldedSteps(glob.join("")))
      : parts.map((glob) => glob.map(stepOf));
  if (type !== "arn") return undefined;
  return parts.flatMap((glob) => {
    const six = arnParts(glob);
    if (six === undefined) return [];
    return [six.flatMap((part, index) => partSteps(part, index))];
  });
}

type Token = string | 0 | 1;

function stepOf(token: Token): Step {
  return typeof token === "string" ? { chars: token } : { isMany: token === 0 };
}

function partSteps(part: readonly Token[], index: number): Steps {
  if (index === 5) return part.map(stepOf);
  const inside = part.map((token) =>
    typeof token === "string"
      ? stepOf(token)
      : { ...stepOf(token), isAnyButColon: true },
  );
  return [...inside, { chars: ":" }];
}

/** The steps of a text. */
export function stepsOf(text: string): Steps {
  return text.split("").map((chars) => ({ chars }));
}

function foldedSteps(text: string): Steps {
  return text.split("").map((char) => ({
    chars: /[a-z]/i.test(char) ? char.toLowerCase() + char.toUpperCase() : char,
  }));
}

/** The text of a pattern that only one text fits. */
export function onlyText(steps: Steps): string | undefined {
  return steps.every(({ chars }) => chars?.length === 1)
    ? steps.map(({ chars }) => chars).join("")
    : undefined;
}

/** Where in the patterns one can be: a number for each pattern and step that can come next, in order. */
type Places = readonly number[];

const STEPS = 1 << 15;

/** Adds a place, and those behind it that are reached without a character. */
function enter(places: Set<number>, steps: Steps, place: number): void {
  places.add(place);
  for (let at = place; steps[at % STEPS]?.isMany === true; at++)
    places.add(at + 1);
}

function inOrder(places: ReadonlySet<number>): Places {
  return places.size < 2 ? [...places] : [...places].toSorted((a, b) => a - b);
}

function beginning(patterns: readonly Steps[]): Places {
  const places = new Set<number>();
  for (const [index, steps] of patterns.entries())
    enter(places, steps, index * STEPS);
  return inOrder(places);
}

function moved(
  patterns: readonly Steps[],
  places: Places,
  char: string,
): Places {
  const next = new Set<number>();
  for (const place of places) {
    const steps = patterns[Math.floor(place / STEPS)];
    const step = steps?.[place % STEPS];
    if (steps === undefined || step === undefined || !takes(step, char))
      continue;
    enter(next, steps, step.isMany === true ? place : place + 1);
  }
  return inOrder(next);
}

function takes({ chars, isAnyButColon }: Step, char: string): boolean {
  if (chars !== undefined) return chars.includes(char);
  return isAnyButColon !== true || char !== ":";
}

function after(patterns: readonly Steps[], text: string): Places {
  return text
    .split("")
    .reduce(
      (places, char) => moved(patterns, places, char),
      beginning(patterns),
    );
}

/** Which patterns a text fits that leads to these places. */
function kindAt(patterns: readonly Steps[], places: Places): string {
  return places
    .filter(
      (place) => patterns[Math.floor(place / STEPS)]?.length === place % STEPS,
    )
    .join();
}

/** A set of texts: how a text can go on, and whether it can end. */
export interface Texts {
  /** The text, which can go on somehow, can go on like this. */
  readonly canFollow: (text: string, char: string) => boolean;
  /** What matters of a text for how it can go on. */
  readonly after: (text: string) => string;
  readonly isText: (text: string) => boolean;
  /** Characters among which each that no pattern names has one that is treated like it. */
  readonly chars: (named: ReadonlySet<string>) => readonly string[];
}

/** What was claimed of texts: these words are all there is, and these examples are all kinds. */
export interface ClaimedWords {
  readonly words: readonly string[];
  readonly examples: readonly string[];
}

/**
 * Whether the words are complete: the empty word is among them, and each word with one more character is treated by every
 * pattern as one of them; and whether each word that is a text has an example that fits the same patterns.
 */
export function areComplete(
  texts: Texts,
  patterns: readonly Steps[],
  { words, examples }: ClaimedWords,
): boolean {
  const reached = new Map<string, Places>();
  for (const word of words)
    reached.set(word, placesOf(patterns, word, reached));
  const keyOf = (text: string, places: Places) =>
    `${texts.after(text)} ${places.join()}`;
  const known = new Set(
    [...reached].map(([word, places]) => keyOf(word, places)),
  );
  const kinds = new Set(
    examples.map((text) => kindAt(patterns, after(patterns, text))),
  );
  return (
    reached.has("") &&
    [...reached].every(([word, places]) => {
      if (texts.isText(word) && !kinds.has(kindAt(patterns, places)))
        return false;
      return charsAfter(texts, patterns, places).every(
        (char) =>
          !texts.canFollow(word, char) ||
          known.has(keyOf(word + char, moved(patterns, places, char))),
      );
    })
  );
}

/**
 * Characters that stand for all that can come: those that a step asks for that can come next, and of the others, which
 * all such steps take or leave alike, one of each kind that the texts treat in their own way.
 */
function charsAfter(
  texts: Texts,
  patterns: readonly Steps[],
  places: Places,
): readonly string[] {
  const named = new Set(
    places.flatMap((place) =>
      (patterns[Math.floor(place / STEPS)]?.[place % STEPS]?.chars ?? "").split(
        "",
      ),
    ),
  );
  return [...named, ":", ...texts.chars(named)];
}

/** The places after a word, from those after all but its last character where they are known. */
function placesOf(
  patterns: readonly Steps[],
  word: string,
  reached: ReadonlyMap<string, Places>,
): Places {
  const before = word === "" ? undefined : reached.get(word.slice(0, -1));
  return before === undefined
    ? after(patterns, word)
    : moved(patterns, before, word.at(-1) ?? "");
}

/** Every text there is. */
export const everyText: Texts = {
  canFollow: () => true,
  after: () => "",
  isText: () => true,
  chars: (named) => {
    let code = 0x4e00;
    while (named.has(String.fromCharCode(code))) code++;
    return [":", String.fromCharCode(code)];
  },
};
