import type { Comparison } from "../evaluate/comparison.ts";
import { allAsked, askedOfText } from "./asked-of-text.ts";
import { literalGlob } from "../policy/glob.ts";
import { hasBit } from "./bits.ts";
import { callerKeys } from "./caller-dimension.ts";
import { anyText } from "./language.ts";
import type { Box } from "./region.ts";
import type { Space } from "./space.ts";
import type { Asked, NeverTerm } from "./term.ts";
import { wordsUntil } from "./words.ts";

/*
 * A condition key whose patterns overlap in too many ways has no classes: each comparison is a yes or no of its own, and
 * whether some of them can be so together is found out only when it matters.
 */

/** What a box asks of the texts of a key. */
interface TextsAsked {
  readonly name: string;
  readonly asked: readonly Asked[];
}

/** The comparisons of patterns that a box decides, by their keys. */
export function textsAskedBy(space: Space, box: Box): readonly TextsAsked[] {
  const byName = new Map<string, Asked[]>();
  for (const comparison of space.undecided) {
    const at = space.undecidedAt.get(comparison.said);
    const part = at === undefined ? undefined : box.get(at);
    if (!(part instanceof Uint32Array) || !isLazy(space, comparison)) continue;
    const asked = byName.get(comparison.name) ?? [];
    byName.set(comparison.name, asked);
    asked.push({ comparison, is: hasBit(part, 1) });
  }
  return [...byName].map(([name, asked]) => ({ name, asked }));
}

/** Patterns of a key of one value decide it, and no class of the key does. */
function isLazy(space: Space, comparison: Comparison): boolean {
  return (
    comparison.operator?.prefix === undefined &&
    !callerKeys.has(comparison.name) &&
    !space.keyAt.has(comparison.name) &&
    askedOfText(comparison) !== undefined
  );
}

/** A text for which all is as asked, or no text (the key is absent); else why there is none, or that it is not known. */
export type FoundText =
  | { readonly kind: "text"; readonly text: string | undefined }
  | { readonly kind: "never"; readonly words: readonly string[] }
  | { readonly kind: "given-up" };

/** Looks for a text for which all is as asked. */
export function textFor(asked: readonly Asked[]): FoundText {
  const isAs = (text: string | undefined) =>
    asked.every(
      ({ comparison, is }) => comparison.holds(text, noContext) === is,
    );
  if (isAs(undefined)) return { kind: "text", text: undefined };
  const { literals, patterns } = allAsked(
    asked.flatMap(({ comparison }) => askedOfText(comparison) ?? []),
  );
  const all = [...literals].map((text) => ({
    tokens: literalGlob(text),
    folds: false,
  }));
  const found = wordsUntil(
    {
      language: anyText,
      patterns: [...patterns, ...all],
      avoid: new Set(),
    },
    isAs,
  );
  if (found === undefined) return { kind: "given-up" };
  return "word" in found
    ? { kind: "text", text: found.word }
    : { kind: "never", words: found.words };
}

const noContext = new Map<string, string>();

/** What of a box can never be: comparisons that no text meets together, as few as possible. */
export function neverIn(space: Space, box: Box): NeverTerm | undefined {
  for (const { asked } of textsAskedBy(space, box)) {
    const never = neverAmong(asked);
    if (never !== undefined) return never;
  }
  return undefined;
}

/** Two comparisons that exclude each other are found soonest. */
function neverAmong(asked: readonly Asked[]): NeverTerm | undefined {
  for (const [index, one] of asked.entries())
    for (const other of asked.slice(0, index)) {
      const pair = [one, other];
      const found = one.is || other.is ? textFor(pair) : undefined;
      if (found?.kind === "never")
        return { kind: "never", asked: pair, words: found.words };
    }
  const found = textFor(asked);
  return found.kind === "never" ? shortened(asked, found.words) : undefined;
}

/** Without the comparisons that it takes not to be impossible. */
function shortened(
  asked: readonly Asked[],
  words: readonly string[],
): NeverTerm {
  let [kept, proof] = [asked, words];
  for (const one of asked) {
    const fewer = kept.filter((other) => other !== one);
    const found = fewer.length === 0 ? undefined : textFor(fewer);
    if (found?.kind === "never") [kept, proof] = [fewer, found.words];
  }
  return { kind: "never", asked: kept, words: proof };
}
