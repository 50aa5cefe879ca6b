import type { Path } from "../problem/problem.ts";
import type { DesignChange } from "./change.ts";
import type { Doomed, Removed } from "./dependents.ts";
import { doomedWith } from "./dependents.ts";
import type { Design, Key } from "./design.ts";
import { administratorsOf, grantsOf, statementsOf } from "./key-parts.ts";
import { keyNamedBy, principalsNamedBy } from "./references.ts";
import { forgetDoomed, isLeftEmpty, showsDoomed } from "./without-doomed.ts";

/** Something that goes when another thing is removed. */
export interface Dependent {
  readonly kind:
    | "stack"
    | "principal"
    | "key"
    | "alias"
    | "consumer"
    | "output"
    | "claim"
    | "test"
    | "accepted"
    | "recipe"
    | "administrator"
    | "statement"
    | "grant";
  /** Its `id`; of an administrator, a statement or a grant that of its key. */
  readonly id: string;
  readonly path: Path;
}

/**
 * Removes a stack, what lives in it, and what depends on either.
 * The last stack of a design is not removed: the change then does not apply.
 */
export function removeStackWithDependents(
  design: Design,
  id: string,
): DesignChange {
  return removal(design, { kind: "stack", id });
}

/** Removes a key with its replicas, aliases, consumers, outputs, tests, accepted findings and applied recipes, and the claims about nothing else. */
export function removeKeyWithDependents(
  design: Design,
  id: string,
): DesignChange {
  return removal(design, { kind: "key", id });
}

/**
 * Removes a principal from administrators, statements and grants, with the principals that are nothing without it.
 * A statement that would name nobody is removed.
 */
export function removePrincipalWithDependents(
  design: Design,
  id: string,
): DesignChange {
  return removal(design, { kind: "principal", id });
}

/** What {@link removeStackWithDependents} removes besides the stack and its own parameters and outputs. */
export function dependentsOfStack(
  design: Design,
  id: string,
): readonly Dependent[] {
  return dependents(design, { kind: "stack", id });
}

/** What {@link removeKeyWithDependents} removes besides the key. */
export function dependentsOfKey(
  design: Design,
  id: string,
): readonly Dependent[] {
  return dependents(design, { kind: "key", id });
}

/** What {@link removePrincipalWithDependents} removes besides the principal. */
export function dependentsOfPrincipal(
  design: Design,
  id: string,
): readonly Dependent[] {
  return dependents(design, { kind: "principal", id });
}

function removal(design: Design, removed: Removed): DesignChange {
  const doomed = doomedWith(design, removed);
  const { principals, keys, aliases = [], consumers = [] } = design;
  const { claims = [], tests = [], accepted = [], recipes = [] } = design;
  return {
    type: "batch",
    changes: [
      ...forgetDoomed(design, doomed),
      ...removals(recipes, doomed.recipes, (recipe) => ({
        type: "remove-recipe",
        applied: recipe,
      })),
      ...removals(accepted, doomed.accepted, (finding) => ({
        type: "remove-accepted",
        accepted: finding,
      })),
      ...removals(tests, doomed.tests, (test) => ({
        type: "remove-test",
        test,
      })),
      ...removals(claims, doomed.claims, (claim) => ({
        type: "remove-claim",
        claim,
      })),
      ...removals(consumers, doomed.consumers, (consumer) => ({
        type: "remove-consumer",
        consumer,
      })),
      ...removals(aliases, doomed.aliases, (alias) => ({
        type: "remove-alias",
        alias,
      })),
      ...removals(
        namersFirst(keys, (key) => [keyNamedBy(key) ?? ""]),
        doomed.keys,
        (key) => ({ type: "remove-key", key }),
      ),
      ...removals(
        namersFirst(principals, principalsNamedBy),
        doomed.principals,
        (principal) => ({ type: "remove-principal", principal }),
      ),
      ...removals(design.stacks, doomed.stacks, (stack) => ({
        type: "remove-stack",
        stack,
      })),
    ],
  };
}

type Members = readonly { readonly id: string }[];

function removals(
  members: Members,
  doomed: ReadonlySet<string>,
  change: (id: string) => DesignChange,
): readonly DesignChange[] {
  return members.filter(({ id }) => doomed.has(id)).map(({ id }) => change(id));
}

/** The members in such an order that each stands before those it names. */
function namersFirst<T extends { readonly id: string }>(
  members: readonly T[],
  namedBy: (member: T) => readonly string[],
): readonly T[] {
  const byId = new Map(members.map((member) => [member.id, member]));
  const ordered = new Set<T>();
  const visit = (member: T) => {
    if (ordered.has(member)) return;
    for (const id of namedBy(member)) {
      const named = byId.get(id);
      // INVARIANT: integrity has no circles, so this ends.
      if (named !== undefined) visit(named);
    }
    ordered.add(member);
  };
  for (const member of members) visit(member);
  return [...ordered].toReversed();
}

function dependents(design: Design, removed: Removed): readonly Dependent[] {
  const doomed = doomedWith(design, removed);
  const { principals, keys, aliases = [], consumers = [] } = design;
  const { claims = [], tests = [], accepted = [], recipes = [] } = design;
  return [
    ...goners("principal", principals, doomed),
    ...goners("key", keys, doomed),
    ...goners("alias", aliases, doomed),
    ...goners("consumer", consumers, doomed),
    ...outputsThatGo(design, doomed),
    ...goners("claim", claims, doomed),
    ...goners("test", tests, doomed),
    ...goners("accepted", accepted, doomed),
    ...goners("recipe", recipes, doomed),
    ...keys.flatMap((key, index) =>
      doomed.keys.has(key.id) ? [] : partsThatGo(key, ["keys", index], doomed),
    ),
  ].filter(({ kind, id }) => kind !== removed.kind || id !== removed.id);
}

const lists = {
  principal: "principals",
  key: "keys",
  alias: "aliases",
  consumer: "consumers",
  claim: "claims",
  test: "tests",
  accepted: "accepted",
  recipe: "recipes",
} as const;

function goners(
  kind: keyof typeof lists,
  members: Members,
  doomed: Doomed,
): readonly Dependent[] {
  const list = lists[kind];
  return members.flatMap(({ id }, index) =>
    doomed[list].has(id) ? [{ kind, id, path: [list, index] }] : [],
  );
}

function outputsThatGo(
  { stacks }: Design,
  doomed: Doomed,
): readonly Dependent[] {
  return stacks.flatMap(({ id: stack, outputs = [] }, index) =>
    outputs.flatMap((output, position): Dependent[] =>
      showsDoomed(output, doomed) && !doomed.stacks.has(stack)
        ? [
            {
              kind: "output",
              id: output.id,
              path: ["stacks", index, "outputs", position],
            },
          ]
        : [],
    ),
  );
}

/** What a key that stays loses. */
function partsThatGo(
  key: Key,
  path: Path,
  doomed: Doomed,
): readonly Dependent[] {
  const { id } = key;
  const isDoomed = (principal: string) => doomed.principals.has(principal);
  return [
    ...administratorsOf(key).flatMap((principal, at): Dependent[] =>
      isDoomed(principal)
        ? [{ kind: "administrator", id, path: [...path, "administrators", at] }]
        : [],
    ),
    ...statementsOf(key).flatMap((statement, at): Dependent[] =>
      isLeftEmpty(statement, doomed)
        ? [
            {
              kind: "statement",
              id,
              path: [...path, "policy", "statements", at],
            },
          ]
        : [],
    ),
    ...grantsOf(key).flatMap(({ principal }, at): Dependent[] =>
      isDoomed(principal)
        ? [{ kind: "grant", id, path: [...path, "grants", at] }]
        : [],
    ),
  ];
}
