import type { Path, Problem } from "../problem/problem.ts";

/** The change names something that the design does not have. */
export function missing(kind: string, id: string): Problem {
  return {
    code: "change/missing",
    severity: "error",
    path: [],
    message: `there is no ${kind} named \`${id}\``,
    help: "the design has changed since; look again and repeat the change",
  };
}

/** The change gives an id that another has. */
export function taken(kind: string, id: string): Problem {
  return {
    code: "change/name-taken",
    severity: "error",
    path: [],
    message: `a ${kind} named \`${id}\` exists already`,
    help: "choose another name",
  };
}

const usesToRemove = {
  stack: "move or remove what is in it, and the dependencies on it, first",
  principal:
    "remove it from the administrators, statements, grants, claims and other principals first",
  key: "remove the aliases, consumers, outputs, keys, claims, tests, accepted findings and applied recipes that refer to it first",
  alias: "remove the outputs that show it first",
} as const;

/** The change removes something that something else names. */
export function inUse(
  kind: keyof typeof usesToRemove,
  id: string,
  path: Path,
): Problem {
  return {
    code: `change/${kind}-in-use`,
    severity: "error",
    path,
    message: `${kind} \`${id}\` is still in use`,
    help: usesToRemove[kind],
  };
}

/** The change removes the only stack. */
export function lastStack(id: string, path: Path): Problem {
  return {
    code: "change/stack-in-use",
    severity: "error",
    path,
    message: `\`${id}\` is the only stack, and a design has at least one`,
    help: "add another stack first",
  };
}

/** The change sets a property that keys, or claims, of this kind do not have. */
export function wrongKind(
  { thing, kind }: { readonly thing: "key" | "claim"; readonly kind: string },
  properties: readonly string[],
  path: Path,
): Problem {
  return {
    code: "change/wrong-kind",
    severity: "error",
    path,
    message: `a ${thing} of kind \`${kind}\` has no \`${properties.join("`, `")}\``,
    help: `make the ${thing} one of another kind first`,
  };
}

/** The change gives a parameter a name that cannot be one. */
export function noParameterName(id: string): Problem {
  return {
    code: "change/parameter-name",
    severity: "error",
    path: [],
    message: `\`${id}\` cannot be the name of a parameter`,
    help: "use letters and digits only",
  };
}

/** The change would make a parameter of what is plain text so far. */
export function textTaken(id: string, path: Path): Problem {
  return {
    code: "change/name-taken",
    severity: "error",
    path,
    message: `a text of the design has \`\${${id}}\` in it already`,
    help: "choose another name",
  };
}
