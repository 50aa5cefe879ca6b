import type { Design, Key, Path, PolicyEntry } from "../../core/index.ts";
import {
  administratorsOf,
  grantsOf,
  isInKeyPolicy,
  isVerbatim,
  policyEntries,
  printPath,
  statementsOf,
} from "../../core/index.ts";
import { remembered } from "./selectors.ts";

/** Where a statement of a policy is in the policy view. */
export interface PolicyPlace {
  readonly path: Path;
  /** The number that the view gives it. */
  readonly number: number;
  /** What the view knows its row by. */
  readonly row: number;
}

/** The entries that the policy view lists; a grant that the key policy does not have is told of below the list. */
export function listedEntries(
  entries: readonly PolicyEntry[],
): readonly PolicyEntry[] {
  return entries.filter(
    (entry) => entry.provenance !== "grant" || isInKeyPolicy(entry),
  );
}

/** The numbers of the statements by their paths; of a design they are asked for key by key. */
const numbersOfDesign = remembered(
  (_design: Design) => new Map<Key, ReadonlyMap<string, number>>(),
);

function numbersOf(design: Design, key: Key): ReadonlyMap<string, number> {
  const known = numbersOfDesign(design);
  const numbers =
    known.get(key) ??
    new Map(
      listedEntries(policyEntries(design, key)).map(({ path }, index) => [
        printPath(path),
        index + 1,
      ]),
    );
  known.set(key, numbers);
  return numbers;
}

/**
 * The place of a statement by the parts of the design that wrote it: of those that the CDK made one statement of, that
 * of the principal.
 */
export function placeOf(
  design: Design,
  key: Key,
  {
    origins,
    principal,
  }: {
    readonly origins: readonly Path[];
    readonly principal: string | undefined;
  },
): PolicyPlace | undefined {
  const numbers = numbersOf(design, key);
  const paths = origins.filter((path) => numbers.has(printPath(path)));
  const path =
    paths.find((one) => namesPrincipal(key, one, principal)) ?? paths[0];
  if (path === undefined) return undefined;
  const number = numbers.get(printPath(path)) ?? 0;
  const at = path[3] === "statements" ? path[4] : undefined;
  return { path, number, row: typeof at === "number" ? at : -number };
}

function namesPrincipal(
  key: Key,
  [, , list, part, at]: Path,
  principal: string | undefined,
): boolean {
  if (principal === undefined) return false;
  if (list === "administrators" && typeof part === "number")
    return administratorsOf(key)[part] === principal;
  if (list === "grants" && typeof part === "number")
    return grantsOf(key)[part]?.principal === principal;
  const statement = typeof at === "number" ? statementsOf(key)[at] : undefined;
  return (
    statement !== undefined &&
    !isVerbatim(statement) &&
    statement.principals?.includes(principal) === true
  );
}
