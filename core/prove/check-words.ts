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

/** Where in a pattern one can be after a text: a bit for each step that comes next. */
function placesAfter(steps: Steps, text: string): bigint {
  let places = onwards(steps, 1n);
  for (let at = 0; at < text.length; at++)
    places = moved(steps, places, text[at] ?? "");
  return places;
}

function moved(steps: Steps, places: bigint, char: string): bigint {
  let next = 0n;
  for (let at = 0, rest = places; rest > 0n; at++, rest >>= 1n) {
    const step = steps[at];
    if ((rest & 1n) === 0n || step === undefined || !takes(step, char))
      continue;
    next |= 1n << BigInt(step.isMany ? at : at + 1);
  }
  return onwards(steps, next);
}

function takes({ chars, isAnyButColon }: Step, char: string): boolean {
  if (chars !== undefined) return chars.includes(char);
  return isAnyButColon !== true || char !== ":";
}

/** With the steps that can be left out. */
function onwards(steps: Steps, places: bigint): bigint {
  let all = places;
  for (const [at, { isMany }] of steps.entries())
    if (isMany === true && (all >> BigInt(at)) % 2n === 1n)
      all |= 1n << BigInt(at + 1);
  return all;
}

/** The text fits the pattern. */
export function fitsSteps(steps: Steps, text: string): boolean {
  return (placesAfter(steps, text) >> BigInt(steps.length)) % 2n === 1n;
}

/** A set of texts: whether a text can go on, and whether it can end. */
export interface Texts {
  /** What matters of a text for how it can go on; undefined where it cannot. */
  readonly after: (text: string) => string | undefined;
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
  const named = new Set(
    patterns.flatMap((steps) =>
      steps.flatMap(({ chars }) => (chars ?? "").split("")),
    ),
  );
  const alphabet = [...named, ...texts.chars(named)];
  const reached = new Map<string, readonly bigint[]>();
  for (const word of words)
    reached.set(word, placesOf(patterns, word, reached));
  const keyOf = (word: string, places: readonly bigint[]) => {
    const state = texts.after(word);
    return state === undefined ? undefined : [state, ...places].join(" ");
  };
  const known = new Set(
    [...reached].map(([word, places]) => keyOf(word, places)),
  );
  const kinds = new Set(examples.map((text) => kindOf(patterns, text)));
  if (!reached.has("")) return false;
  return [...reached].every(([word, places]) => {
    if (texts.isText(word) && !kinds.has(kindAt(patterns, places)))
      return false;
    return alphabet.every((char) => {
      if (texts.after(word + char) === undefined) return true;
      const next = patterns.map((steps, at) =>
        moved(steps, places[at] ?? 0n, char),
      );
      return known.has(keyOf(word + char, next));
    });
  });
}

/** The places after a word, from those after all but its last character where they are known. */
function placesOf(
  patterns: readonly Steps[],
  word: string,
  reached: ReadonlyMap<string, readonly bigint[]>,
): readonly bigint[] {
  const before = word === "" ? undefined : reached.get(word.slice(0, -1));
  return patterns.map((steps, at) =>
    before === undefined
      ? placesAfter(steps, word)
      : moved(steps, before[at] ?? 0n, word.at(-1) ?? ""),
  );
}

/** Which patterns a text fits. */
export function kindOf(patterns: readonly Steps[], text: string): string {
  return patterns.map((steps) => (fitsSteps(steps, text) ? 1 : 0)).join("");
}

function kindAt(patterns: readonly Steps[], places: readonly bigint[]): string {
  return patterns
    .map((steps, at) =>
      String(((places[at] ?? 0n) >> BigInt(steps.length)) % 2n),
    )
    .join("");
}

/** Every text there is. */
export const everyText: Texts = {
  after: () => "",
  isText: () => true,
  chars: (named) => {
    let code = 0x4e00;
    while (named.has(String.fromCharCode(code))) code++;
    return [":", String.fromCharCode(code)];
  },
};
