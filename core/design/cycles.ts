import type { Path, Problem } from "../problem/problem.ts";
import type { Design } from "./design.ts";
import { reachedFrom } from "./reached-from.ts";
import { keyNamedBy, principalsNamedBy } from "./references.ts";

type Members = readonly { readonly id: string }[];

/** Principals and keys that name themselves, on the way over others or at once. */
export function cycleProblems({
  principals,
  keys,
}: Design): readonly Problem[] {
  const ofPrincipals = new Map(
    principals.map((principal) => [principal.id, principalsNamedBy(principal)]),
  );
  const ofKeys = new Map(
    keys.map((key) => {
      const named = keyNamedBy(key);
      return [key.id, named === undefined ? [] : [named]];
    }),
  );
  return [
    ...inCircles(principals, ofPrincipals).map(({ id, index }) =>
      problem("principal", id, ["principals", index]),
    ),
    ...inCircles(keys, ofKeys).map(({ id, index }) =>
      problem("key", id, ["keys", index]),
    ),
  ];
}

/** The members that are reached from themselves. */
function inCircles(
  members: Members,
  named: ReadonlyMap<string, readonly string[]>,
): readonly { readonly id: string; readonly index: number }[] {
  return members.flatMap(({ id }, index) =>
    reachedFrom(id, named).has(id) ? [{ id, index }] : [],
  );
}

function problem(kind: "principal" | "key", id: string, path: Path): Problem {
  return {
    code: `design/${kind}-cycle`,
    severity: "error",
    path,
    message: `${kind} \`${id}\` names itself, perhaps by way of others`,
    help: "take one of the names out of the circle",
  };
}
