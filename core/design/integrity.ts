import type { Path, Problem } from "../problem/problem.ts";
import type { Design } from "./design.ts";
import { cycleProblems } from "./cycles.ts";
import { idGroups } from "./ids.ts";
import type { Id } from "./ids.ts";
import type { Reference } from "./references.ts";
import { listOfKind, referencesOf } from "./references.ts";

/**
 * Names that are taken twice, names that lead nowhere or round in a circle, and replicas of what is no key of its own.
 * Everything else in core relies on there being none.
 */
export function integrityProblems(design: Design): readonly Problem[] {
  return [
    ...idGroups(design).flatMap(repeatedIds),
    ...danglingNames(design),
    ...primaryProblems(design),
    ...cycleProblems(design),
  ];
}

function repeatedIds(ids: readonly Id[]): readonly Problem[] {
  const seen = new Set<string>();
  return ids.flatMap(({ list, id, path }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      {
        code: "design/repeated-id",
        severity: "error" as const,
        path,
        message: `\`${id}\` is the id of another of the ${list}`,
        help: "give each an id of its own",
      },
    ];
  });
}

function danglingNames(design: Design): readonly Problem[] {
  const { stacks, principals, keys, aliases = [] } = design;
  const known = {
    stack: idsOf(stacks),
    principal: idsOf(principals),
    key: idsOf(keys),
    alias: idsOf(aliases),
  };
  return referencesOf(design)
    .filter(({ kind, id }) => !known[kind].has(id))
    .map(dangling);
}

function idsOf(
  members: readonly { readonly id: string }[],
): ReadonlySet<string> {
  return new Set(members.map(({ id }) => id));
}

function dangling({ kind, id, path }: Reference): Problem {
  return {
    code: "design/unknown-name",
    severity: "error",
    path,
    message: `the design has no ${kind} \`${id}\``,
    help: `define \`${id}\` under \`${listOfKind[kind]}\`, or name another`,
  };
}

/** Only a key of its own can have replicas: one that a stack creates, or one that exists. */
function primaryProblems({ keys }: Design): readonly Problem[] {
  const kinds = new Map(keys.map(({ id, kind }) => [id, kind]));
  return keys.flatMap((key, index) => {
    if (key.kind !== "replica") return [];
    const kind = kinds.get(key.primary);
    return kind === undefined || kind === "defined" || kind === "imported"
      ? []
      : [noPrimary(key.primary, ["keys", index, "primary"])];
  });
}

function noPrimary(id: string, path: Path): Problem {
  return {
    code: "design/replica-primary",
    severity: "error",
    path,
    message: `\`${id}\` cannot have replicas, because it is no key of its own`,
    help: "name a multi-Region key of the design, or one that is imported by its ARN",
  };
}
