import type { Path } from "../problem/problem.ts";
import type { Design } from "./design.ts";

/** An `id` that something in a design has, among those of which it must be the only one. */
export interface Id {
  /** What the members of the list are called. */
  readonly list: string;
  readonly id: string;
  readonly path: Path;
}

/** The ids of a design, in groups in which each must be there once. */
export function idGroups(design: Design): readonly (readonly Id[])[] {
  const { stacks, principals, keys, aliases = [], consumers = [] } = design;
  const { claims = [], tests = [], accepted = [], recipes = [] } = design;
  return [
    idsIn("stacks", stacks, ["stacks"]),
    idsIn("principals", principals, ["principals"]),
    idsIn("keys", keys, ["keys"]),
    idsIn("aliases", aliases, ["aliases"]),
    idsIn("consumers", consumers, ["consumers"]),
    idsIn("claims", claims, ["claims"]),
    idsIn("tests", tests, ["tests"]),
    idsIn("accepted findings", accepted, ["accepted"]),
    idsIn("applied recipes", recipes, ["recipes"]),
    stacks.flatMap(({ parameters = [] }, index) =>
      idsIn("parameters", parameters, ["stacks", index, "parameters"]),
    ),
    ...stacks.map(({ outputs = [] }, index) =>
      idsIn("outputs", outputs, ["stacks", index, "outputs"]),
    ),
  ];
}

function idsIn(
  list: string,
  members: readonly { readonly id: string }[],
  path: Path,
): readonly Id[] {
  return members.map(({ id }, index) => ({
    list,
    id,
    path: [...path, index, "id"],
  }));
}
