import type { Path } from "../problem/problem.ts";
import { printPath } from "../problem/problem.ts";
import { isOwned } from "./design.ts";
import type { Design, OwnedKey } from "./design.ts";
import { statementsOf } from "./key-parts.ts";
import { mapStrings } from "./map-strings.ts";

/** A place of a statement that says which applied recipe wrote it; the design may have none of this `id`. */
interface RecipeMarker {
  readonly id: string;
  readonly path: Path;
}

/** Every place that says which applied recipe wrote a statement. */
export function recipeMarkers({ keys }: Design): readonly RecipeMarker[] {
  return keys.flatMap((key, at) =>
    statementsOf(key).flatMap(({ recipe }, index) =>
      recipe === undefined
        ? []
        : [
            {
              id: recipe,
              path: ["keys", at, "policy", "statements", index, "recipe"],
            },
          ],
    ),
  );
}

/** The design with every statement of an applied recipe naming it by another `id`. */
export function withRenamedMarkers(
  design: Design,
  id: string,
  to: string,
): Design {
  if (id === to) return design;
  const places = new Set(
    recipeMarkers(design)
      .filter((marker) => marker.id === id)
      .map(({ path }) => printPath(path)),
  );
  if (places.size === 0) return design;
  return mapStrings(design, (text, path) =>
    text === id && places.has(printPath(path)) ? to : text,
  );
}

/** The keys with a statement that names an applied recipe. */
export function keysMarked({ keys }: Design, id: string): readonly OwnedKey[] {
  return keys
    .filter(isOwned)
    .filter(({ policy }) =>
      policy.statements.some(({ recipe }) => recipe === id),
    );
}
