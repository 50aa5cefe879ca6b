import type { Glob } from "../policy/glob.ts";
import { ANY, foldCase, ONE } from "../policy/glob.ts";

/** Any run of characters without a colon, also none. */
export const ANY_INSIDE = 2;
/** Exactly one character that is no colon. */
export const ONE_INSIDE = 3;

/** A part of a pattern: a character, or a wildcard. */
export type Token = Glob[number] | typeof ANY_INSIDE | typeof ONE_INSIDE;

/** What a value of a policy asks of a text: a pattern, in which letters may stand for both cases. */
export interface Pattern {
  readonly tokens: readonly Token[];
  readonly folds: boolean;
}

/** The places in a pattern that what was read so far leads to, each with the places it leads to without reading. */
export function placesFrom(
  { tokens }: Pattern,
  place: number,
): readonly number[] {
  const places = [place];
  for (let at = place; isRun(tokens[at]); at++) places.push(at + 1);
  return places;
}

function isRun(token: Token | undefined): boolean {
  return token === ANY || token === ANY_INSIDE;
}

/** The places that a character leads to from a place. */
export function placesAfter(
  pattern: Pattern,
  place: number,
  char: string,
): readonly number[] {
  const token = pattern.tokens[place];
  if (token === undefined || !fits(token, char, pattern.folds)) return [];
  return placesFrom(pattern, isRun(token) ? place : place + 1);
}

function fits(token: Token, char: string, folds: boolean): boolean {
  if (token === ANY || token === ONE) return true;
  if (token === ANY_INSIDE || token === ONE_INSIDE) return char !== ":";
  return token === char || (folds && foldCase(token) === foldCase(char));
}

/** The characters that a place treats in its own way; it treats all others alike. */
export function charsAt({ tokens, folds }: Pattern, place: number): string {
  const token = tokens[place];
  if (token === ANY_INSIDE || token === ONE_INSIDE) return ":";
  if (typeof token !== "string") return "";
  if (!folds) return token;
  const lower = foldCase(token);
  return lower === token && !/[a-z]/.test(token)
    ? token
    : lower + lower.toUpperCase();
}
