import type { Path } from "../problem/problem.ts";
import { printPath } from "../problem/problem.ts";
import type { Design } from "./design.ts";
import { idGroups } from "./ids.ts";
import { mapStrings } from "./map-strings.ts";
import { recipeMarkers } from "./recipe-markers.ts";
import type { Named } from "./references.ts";
import { referencesOf } from "./references.ts";

/** The design with every use of an id renamed; what has the id keeps it. */
export function renameUses(
  design: Design,
  { kind, id }: Named,
  to: string,
): Design {
  if (id === to) return design;
  const places = placesOf(
    referencesOf(design).filter((use) => use.kind === kind && use.id === id),
  );
  if (places.size === 0) return design;
  return mapStrings(design, (text, path) =>
    text === id && places.has(printPath(path)) ? to : text,
  );
}

/** The design with a parameter renamed, and with it every `${...}` that stands for it. */
export function renameParameter(
  design: Design,
  from: string,
  to: string,
): Design {
  const renamed: Design = {
    ...design,
    stacks: design.stacks.map((stack) => ({
      ...stack,
      ...(stack.parameters && {
        parameters: stack.parameters.map((parameter) =>
          parameter.id === from ? { ...parameter, id: to } : parameter,
        ),
      }),
    })),
  };
  return mapTexts(renamed, (text) =>
    text.replaceAll(`\${${from}}`, () => `\${${to}}`),
  );
}

/** The places of texts that use a parameter, or would if there were one of this name. */
export function parameterUses(design: Design, id: string): readonly Path[] {
  const found: Path[] = [];
  mapTexts(design, (text, path) => {
    if (text.includes(`\${${id}}`)) found.push(path);
    return text;
  });
  return found;
}

/** The design with each of its texts put through `map`: all strings but ids and the names of other things. */
function mapTexts(
  design: Design,
  map: (text: string, path: Path) => string,
): Design {
  const names = placesOf([
    ...idGroups(design).flat(),
    ...referencesOf(design),
    ...recipeMarkers(design),
  ]);
  return mapStrings(design, (text, path) =>
    // Only a text with a parameter in it is of interest, so fixed values pass unchanged.
    text.includes("${") && !names.has(printPath(path)) ? map(text, path) : text,
  );
}

function placesOf(
  places: readonly { readonly path: Path }[],
): ReadonlySet<string> {
  return new Set(places.map(({ path }) => printPath(path)));
}
