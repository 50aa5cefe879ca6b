import type {
  Design,
  Key,
  Parameter,
  Principal,
  SeparateAlias,
  Stack,
} from "../../design/design.ts";
import { usableParameters } from "../../design/parameters.ts";
import type { Path } from "../../problem/problem.ts";

/** A part of a design and where it stands. */
interface Found<Part> {
  readonly part: Part;
  readonly path: Path;
}

/** Finds the parts of a design by their ids. */
export interface Lookup {
  readonly principal: (id: string) => Found<Principal>;
  readonly key: (id: string) => Found<Key>;
  readonly alias: (id: string) => Found<SeparateAlias>;
  /** A parameter and the stack that has it; undefined where no stack does. */
  readonly parameter: (
    id: string,
  ) => { readonly parameter: Parameter; readonly stack: Stack } | undefined;
}

/** An index of a design. */
export function lookupIn(design: Design): Lookup {
  const parameters = new Map(
    usableParameters(design).map((one) => [one.parameter.id, one] as const),
  );
  return {
    principal: finder("principals", design.principals),
    key: finder("keys", design.keys),
    alias: finder("aliases", design.aliases ?? []),
    parameter: (id) => parameters.get(id),
  };
}

function finder<Part extends { readonly id: string }>(
  list: "principals" | "keys" | "aliases",
  parts: readonly Part[],
): (id: string) => Found<Part> {
  const byId = new Map(
    parts.map((part, index) => [part.id, { part, path: [list, index] }]),
  );
  return (id) => {
    const found = byId.get(id);
    // INVARIANT: a parsed design names only parts it has.
    if (found === undefined) throw new Error(`no ${id} in ${list}`);
    return found;
  };
}
