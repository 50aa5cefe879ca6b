import type { Design, OwnedKey, Recipe } from "../../../core/index.ts";
import { natureOf } from "../../state/access.ts";
import { recipesText as words } from "../../text/recipes.ts";

/** What to know where the key spec is none that a recipe takes. */
export function keyHint(
  design: Design,
  key: OwnedKey,
  { keys, acts }: Recipe,
): string | undefined {
  const { keySpec } = natureOf(design, key);
  if (keySpec === undefined) return undefined;
  if (keys !== undefined)
    return keys.keySpecs.includes(keySpec)
      ? undefined
      : words.keyKinds(keys.reason, keySpec);
  return acts === "guard" || keySpec === "SYMMETRIC_DEFAULT"
    ? undefined
    : words.keyKinds(words.symmetricOnly, keySpec);
}
