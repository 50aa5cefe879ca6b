import type { Glob } from "./glob.ts";
import { globOf, matchesGlob } from "./glob.ts";

/** The text matches a pattern of a policy, where `*` is any run of characters and `?` one of them. */
export function matchesWildcard(
  pattern: string,
  text: string,
  options: { readonly ignoreCase: boolean } = { ignoreCase: false },
): boolean {
  // A pattern is asked about many names, and nearly all of them differ in their first letters.
  if (differsEarly(pattern, text)) return false;
  return options.ignoreCase
    ? matchesGlob(globOfLast(pattern.toLowerCase()), text.toLowerCase())
    : matchesGlob(globOfLast(pattern), text);
}

let last = { pattern: "", glob: globOf("") };

/** The pattern as it was read for the text before, which mostly was asked about the same one. */
function globOfLast(pattern: string): Glob {
  if (last.pattern !== pattern) last = { pattern, glob: globOf(pattern) };
  return last.glob;
}

const star = "*".charCodeAt(0);
const questionMark = "?".charCodeAt(0);
const lastOfAscii = 0x7f;
/** The bit by which a letter of ASCII differs from the same letter in the other case. */
const caseBit = 0x20;

/** A character before the first wildcard differs, and not by its case, or there is none and the text goes on. */
function differsEarly(pattern: string, text: string): boolean {
  for (let at = 0; at < pattern.length; at++) {
    const wanted = pattern.charCodeAt(at);
    const found = text.charCodeAt(at);
    if (wanted === star || wanted === questionMark) return false;
    if (wanted > lastOfAscii || found > lastOfAscii) return false;
    if ((wanted | caseBit) !== (found | caseBit)) return true;
  }
  return text.length > pattern.length;
}
