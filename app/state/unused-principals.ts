import type { Design, DesignChange } from "../../core/index.ts";
import { referencesOf } from "../../core/index.ts";
import { designAfter } from "./step.ts";

/**
 * The change, and with it the removal of the principals that something names before and nothing names after it.
 * A user, role or group of a stack is more than a name and stays.
 */
export function withoutUnused(
  design: Design,
  change: DesignChange,
): DesignChange {
  const unused = unusedAfter(design, change);
  if (unused.length === 0) return change;
  return withoutUnused(design, {
    type: "batch",
    changes: [
      change,
      ...unused.map((principal) => ({
        type: "remove-principal" as const,
        principal,
      })),
    ],
  });
}

/** The principals that a change leaves without anything that names them. */
function unusedAfter(before: Design, change: DesignChange): readonly string[] {
  const after = designAfter(before, change);
  if (!after.ok) return [];
  const wasNamed = namedPrincipals(before);
  const isNamed = namedPrincipals(after.value);
  return after.value.principals
    .filter((principal) => !("stack" in principal))
    .map(({ id }) => id)
    .filter((id) => wasNamed.has(id) && !isNamed.has(id));
}

function namedPrincipals(design: Design): ReadonlySet<string> {
  return new Set(
    referencesOf(design)
      .filter(({ kind }) => kind === "principal")
      .map(({ id }) => id),
  );
}
