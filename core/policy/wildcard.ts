import { globOf, matchesGlob } from "./glob.ts";

/** The text matches a pattern of a policy, where `*` is any run of characters and `?` one of them. */
export function matchesWildcard(
  pattern: string,
  text: string,
  options: { readonly ignoreCase: boolean } = { ignoreCase: false },
): boolean {
  return options.ignoreCase
    ? matchesGlob(globOf(pattern.toLowerCase()), text.toLowerCase())
    : matchesGlob(globOf(pattern), text);
}
