import type { Design, Key, Principal, Statement } from "../design/design.ts";
import { isVerbatim } from "../design/design.ts";
import { usableParameters } from "../design/parameters.ts";
import type { Json } from "../problem/json.ts";
import { textsIn } from "./resolve-text.ts";

/** Which stacks a part of a design reaches into. */
export interface StacksOf {
  /** The stacks of the constructs behind a principal, those it is made of included. */
  readonly principal: (id: string) => readonly string[];
  /** The stacks of the parameters that a value uses. */
  readonly texts: (value: Json | undefined) => readonly string[];
  readonly statement: (statement: Statement) => readonly string[];
}

/** Finds the stacks that parts of this design reach into. */
export function stacksOf(design: Design): StacksOf {
  const principals = new Map(design.principals.map((one) => [one.id, one]));
  const texts = parameterStacks(design);
  const known = new Map<string, readonly string[]>();
  const principal = (id: string): readonly string[] => {
    const found = principals.get(id);
    const stacks =
      known.get(id) ??
      (found === undefined ? [] : ofPrincipal(found, principal, texts));
    known.set(id, stacks);
    return stacks;
  };
  return {
    principal,
    texts,
    statement: (statement) =>
      isVerbatim(statement)
        ? texts(statement.verbatim)
        : [
            ...[
              ...(statement.principals ?? []),
              ...(statement.notPrincipals ?? []),
            ].flatMap(principal),
            ...texts([
              statement.sid ?? "",
              ...(statement.resources ?? []),
              ...(statement.notResources ?? []),
              ...(statement.actions ?? []),
              ...(statement.notActions ?? []),
            ]),
            ...texts(statement.conditions),
          ],
  };
}

function ofPrincipal(
  one: Principal,
  stacks: (id: string) => readonly string[],
  texts: StacksOf["texts"],
): readonly string[] {
  const own = "stack" in one ? [one.stack] : [];
  const members = memberPrincipals(one).flatMap(stacks);
  return [...own, ...members, ...texts(Object.values(one).filter(isText))];
}

/** The principals that a principal is made of. */
export function memberPrincipals(principal: Principal): readonly string[] {
  switch (principal.kind) {
    case "composite":
      return principal.members;
    case "with-conditions":
      return [principal.base];
    case "via-service":
      return principal.base === undefined ? [] : [principal.base];
    case "new-role":
      return [principal.assumedBy];
    default:
      return [];
  }
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function parameterStacks(design: Design): StacksOf["texts"] {
  const stackOf = new Map(
    usableParameters(design).map(
      ({ parameter, stack }) => [parameter.id, stack.id] as const,
    ),
  );
  if (stackOf.size === 0) return () => [];
  return (value) =>
    textsIn(value).flatMap((text) =>
      [...text.matchAll(/\$\{([A-Za-z0-9]+)\}/g)].flatMap(([, name = ""]) => {
        const stack = stackOf.get(name);
        return stack === undefined ? [] : [stack];
      }),
    );
}

/** The texts of a key that are fixed when it is created. */
export function creationTexts(key: Key): readonly string[] {
  switch (key.kind) {
    case "defined":
    case "replica":
      return [
        key.description ?? "",
        ...key.aliases,
        ...key.tags.map(({ value }) => value),
      ];
    case "imported":
      return [key.arn, ...key.aliases];
    case "imported-alias":
    case "looked-up":
      return [key.alias, ...key.aliases];
  }
}
