import type {
  Consumer,
  Design,
  Key,
  NewIdentity,
  ImportedIdentity,
  Output,
  Parameter,
  SeparateAlias,
  Stack,
} from "../design/design.ts";
import type { Path } from "../problem/problem.ts";
import { creationNeeds } from "./plan-needs.ts";
import type { Need } from "./plan-needs.ts";
import { keySteps } from "./plan-key-steps.ts";

/** A construct of a stack or a call on one, in the order of the program. */
export type Operation =
  | {
      readonly kind: "parameter";
      readonly parameter: Parameter;
      readonly path: Path;
    }
  | {
      readonly kind: "identity";
      readonly identity: NewIdentity | ImportedIdentity;
      readonly path: Path;
    }
  | { readonly kind: "key"; readonly key: Key; readonly path: Path }
  | KeyStep
  | {
      readonly kind: "alias";
      readonly alias: SeparateAlias;
      readonly path: Path;
    }
  | {
      readonly kind: "consumer";
      readonly consumer: Consumer;
      readonly path: Path;
    }
  | { readonly kind: "output"; readonly output: Output; readonly path: Path };

/** A call on a key after it was created. */
export type KeyStep =
  | {
      readonly kind: "key-alias";
      readonly key: Key;
      readonly index: number;
      readonly path: Path;
    }
  | {
      readonly kind: "statement";
      readonly key: Key;
      readonly index: number;
      readonly path: Path;
    }
  | {
      readonly kind: "grant";
      readonly key: Key;
      readonly index: number;
      readonly path: Path;
    };

/** What the constructor of a stack does, in order. */
export interface StackPlan {
  readonly stack: Stack;
  readonly path: Path;
  /** Explicit dependencies on stacks, all of which stand before this one. */
  readonly dependencies: readonly string[];
  readonly operations: readonly Operation[];
}

/** The program that builds a design: its stacks in the order of their creation. */
export interface Plan {
  readonly stacks: readonly StackPlan[];
  /** Why the stacks cannot stand in an order: each needs the next one, the last the first. */
  readonly cycle: readonly Need[] | undefined;
}

/**
 * The order in which a program builds a design.
 *
 * A stack is created after those that it needs from the start: its explicit dependencies, and those whose constructs
 * its own take when they are created. A call that touches constructs of several stacks stands in the last of them.
 */
export function planOf(design: Design): Plan {
  const { order, cycle } = orderedStacks(design);
  const position = new Map(order.map((stack, index) => [stack.id, index]));
  const steps = keySteps(design, (stacks) => latest(stacks, position));
  return {
    cycle,
    stacks: order.map((stack) => ({
      stack,
      path: ["stacks", design.stacks.indexOf(stack)],
      dependencies: stack.dependencies ?? [],
      operations: operationsOf(design, stack, steps.get(stack.id) ?? []),
    })),
  };
}

function latest(
  stacks: readonly string[],
  position: ReadonlyMap<string, number>,
): string {
  const [first = ""] = stacks;
  return stacks.reduce(
    (last, stack) =>
      (position.get(stack) ?? -1) > (position.get(last) ?? -1) ? stack : last,
    first,
  );
}

function operationsOf(
  design: Design,
  stack: Stack,
  steps: readonly KeyStep[],
): readonly Operation[] {
  const stackPath: Path = ["stacks", design.stacks.indexOf(stack)];
  const isHere = (member: { readonly stack?: string }) =>
    member.stack === stack.id;
  return [
    ...(stack.parameters ?? []).map((parameter, index) => ({
      kind: "parameter" as const,
      parameter,
      path: [...stackPath, "parameters", index],
    })),
    ...identityOperations(design, stack),
    ...keyOperations(design, stack, steps),
    ...(design.aliases ?? []).flatMap((alias, index) =>
      isHere(alias)
        ? [{ kind: "alias" as const, alias, path: ["aliases", index] }]
        : [],
    ),
    ...(design.consumers ?? []).flatMap((consumer, index) =>
      isHere(consumer)
        ? [{ kind: "consumer" as const, consumer, path: ["consumers", index] }]
        : [],
    ),
    ...steps.filter(({ key }) => key.stack !== stack.id),
    ...(stack.outputs ?? []).map((output, index) => ({
      kind: "output" as const,
      output,
      path: [...stackPath, "outputs", index],
    })),
  ];
}

function identityOperations(
  design: Design,
  stack: Stack,
): readonly Operation[] {
  return design.principals.flatMap((principal, index): readonly Operation[] =>
    "stack" in principal && principal.stack === stack.id
      ? [{ kind: "identity", identity: principal, path: ["principals", index] }]
      : [],
  );
}

/** Each key with the calls on it; an alias that is imported with its target stands after the other keys. */
function keyOperations(
  design: Design,
  stack: Stack,
  steps: readonly KeyStep[],
): readonly Operation[] {
  const here = design.keys.flatMap((key, index) =>
    key.stack === stack.id ? [{ key, path: ["keys", index] as Path }] : [],
  );
  const byKey = new Map<Key, KeyStep[]>();
  for (const step of steps)
    byKey.set(step.key, [...(byKey.get(step.key) ?? []), step]);
  return [
    ...here.filter(({ key }) => !needsAnotherKey(key)),
    ...here.filter(({ key }) => needsAnotherKey(key)),
  ].flatMap(({ key, path }): readonly Operation[] => [
    { kind: "key", key, path },
    ...(byKey.get(key) ?? []),
  ]);
}

function needsAnotherKey(key: Key): boolean {
  return (
    key.kind === "replica" ||
    (key.kind === "imported-alias" && key.target !== undefined)
  );
}

/** The stacks so that each stands after those it needs; as in the design where that leaves a choice or has no answer. */
function orderedStacks(design: Design): {
  order: readonly Stack[];
  cycle: readonly Need[] | undefined;
} {
  if (design.stacks.length === 1)
    return { order: design.stacks, cycle: undefined };
  const needs = creationNeeds(design);
  const order: Stack[] = [];
  const done = new Set<string>();
  let rest = design.stacks;
  while (rest.length > 0) {
    const next = rest.find(({ id }) =>
      needs.every(({ stack, on }) => stack !== id || on === id || done.has(on)),
    );
    if (next === undefined)
      return { order: design.stacks, cycle: cycleOf(rest, needs, done) };
    order.push(next);
    done.add(next.id);
    rest = rest.filter((stack) => stack !== next);
  }
  return { order, cycle: undefined };
}

/** Every stack that is left needs another one that is left, so following needs comes round. */
function cycleOf(
  rest: readonly Stack[],
  needs: readonly Need[],
  done: ReadonlySet<string>,
): readonly Need[] {
  const path: Need[] = [];
  let at = rest[0]?.id;
  for (;;) {
    const need = needs.find(
      ({ stack, on }) => stack === at && on !== at && !done.has(on),
    );
    if (need === undefined) return path;
    const again = path.findIndex(({ stack }) => stack === need.stack);
    if (again >= 0) return path.slice(again);
    path.push(need);
    at = need.on;
  }
}
