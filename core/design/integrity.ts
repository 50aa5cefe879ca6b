import type { Path, Problem } from "../problem/problem.ts";
import { isVerbatim } from "./design.ts";
import type { Design, Key } from "./design.ts";

/** Names that are taken twice, and names that lead nowhere. Everything else in core relies on there being none. */
export function integrityProblems(design: Design): readonly Problem[] {
  return [
    ...repeatedIds("stacks", design.stacks),
    ...repeatedIds("principals", design.principals),
    ...repeatedIds("keys", design.keys),
    ...design.keys.flatMap((key, index) =>
      danglingNames(design, key, ["keys", index]),
    ),
  ];
}

function repeatedIds(
  list: string,
  members: readonly { readonly id: string }[],
): readonly Problem[] {
  const seen = new Set<string>();
  return members.flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      {
        code: "design/repeated-id",
        severity: "error" as const,
        path: [list, index, "id"],
        message: `\`${id}\` is the id of another of the ${list}`,
        help: "give each an id of its own",
      },
    ];
  });
}

/** The stack and the principals that a key names and the design does not have. */
export function danglingNames(
  design: Design,
  key: Key,
  path: Path,
): readonly Problem[] {
  const principals = new Set(design.principals.map(({ id }) => id));
  const stacks = new Set(design.stacks.map(({ id }) => id));
  const inList = (names: readonly string[] | undefined, at: Path) =>
    (names ?? []).flatMap((name, index) =>
      principals.has(name) ? [] : [dangling("principal", name, [...at, index])],
    );
  return [
    ...(stacks.has(key.stack)
      ? []
      : [dangling("stack", key.stack, [...path, "stack"])]),
    ...inList(key.administrators, [...path, "administrators"]),
    ...key.policy.statements.flatMap((statement, index) => {
      if (isVerbatim(statement)) return [];
      const at = [...path, "policy", "statements", index];
      return [
        ...inList(statement.principals, [...at, "principals"]),
        ...inList(statement.notPrincipals, [...at, "notPrincipals"]),
      ];
    }),
  ];
}

function dangling(kind: string, name: string, path: Path): Problem {
  return {
    code: "design/unknown-name",
    severity: "error",
    path,
    message: `the design has no ${kind} \`${name}\``,
    help: `define \`${name}\` under \`${kind}s\`, or name another`,
  };
}
