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
import { indexOfId } from "../design/members.ts";
import type { Path } from "../problem/problem.ts";
import { creationNeeds } from "./plan-needs.ts";
import type { Need } from "./plan-needs.ts";
import { keySteps } from "./plan-key-steps.ts";
import type { PlacedStep } from "./plan-key-steps.ts";

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
  const operations = operationsByStack(design, steps);
  return {
    cycle,
    stacks: order.map((stack) => ({
      stack,
      path: ["stacks", indexOfId(design.stacks, stack.id)],
      dependencies: stack.dependencies ?? [],
      operations: operations.get(stack.id) ?? [],
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

/** What the constructor of each stack does, by its id. */
function operationsByStack(
  design: Design,
  steps: readonly PlacedStep[],
): ReadonlyMap<string, readonly Operation[]> {
  const operations = new Map<string, Operation[]>(
    design.stacks.map(({ id }) => [id, []]),
  );
  const add: Add = (stack, operation) => {
    operations.get(stack)?.push(operation);
  };
  addParameters(design, add);
  addIdentities(design, add);
  addKeys(design, steps, add);
  addAliases(design, add);
  addConsumers(design, add);
  for (const { stack, step } of steps)
    if (stack !== step.key.stack) add(stack, step);
  addOutputs(design, add);
  return operations;
}

type Add = (stack: string, operation: Operation) => void;

function addParameters({ stacks }: Design, add: Add): void {
  for (const [at, { id, parameters = [] }] of stacks.entries())
    for (const [index, parameter] of parameters.entries())
      add(id, {
        kind: "parameter",
        parameter,
        path: ["stacks", at, "parameters", index],
      });
}

function addOutputs({ stacks }: Design, add: Add): void {
  for (const [at, { id, outputs = [] }] of stacks.entries())
    for (const [index, output] of outputs.entries())
      add(id, {
        kind: "output",
        output,
        path: ["stacks", at, "outputs", index],
      });
}

function addIdentities({ principals }: Design, add: Add): void {
  for (const [index, principal] of principals.entries())
    if ("stack" in principal)
      add(principal.stack, {
        kind: "identity",
        identity: principal,
        path: ["principals", index],
      });
}

function addAliases({ aliases = [] }: Design, add: Add): void {
  for (const [index, alias] of aliases.entries())
    add(alias.stack, { kind: "alias", alias, path: ["aliases", index] });
}

function addConsumers({ consumers = [] }: Design, add: Add): void {
  for (const [index, consumer] of consumers.entries())
    add(consumer.stack, {
      kind: "consumer",
      consumer,
      path: ["consumers", index],
    });
}

/** Each key with the calls on it in its own stack; one that needs another key stands after those that do not. */
function addKeys(
  { keys }: Design,
  steps: readonly PlacedStep[],
  add: Add,
): void {
  const own = new Map<Key, KeyStep[]>(keys.map((key) => [key, []]));
  for (const { stack, step } of steps)
    if (stack === step.key.stack) own.get(step.key)?.push(step);
  for (const isLater of [false, true])
    for (const [index, key] of keys.entries()) {
      if (needsAnotherKey(key) !== isLater) continue;
      add(key.stack, { kind: "key", key, path: ["keys", index] });
      for (const step of own.get(key) ?? []) add(key.stack, step);
    }
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
  const needed = neededStacks(needs);
  const order: Stack[] = [];
  const done = new Set<string>();
  let rest = design.stacks;
  while (rest.length > 0) {
    const next = rest.find(({ id }) =>
      [...(needed.get(id) ?? [])].every((on) => done.has(on)),
    );
    if (next === undefined)
      return { order: design.stacks, cycle: cycleOf(rest, needs, done) };
    order.push(next);
    done.add(next.id);
    rest = rest.filter((stack) => stack !== next);
  }
  return { order, cycle: undefined };
}

/** The other stacks that each stack needs, however many parts of the design need them. */
function neededStacks(
  needs: readonly Need[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const needed = new Map<string, Set<string>>();
  for (const { stack, on } of needs) {
    const others = needed.get(stack) ?? new Set();
    needed.set(stack, others.add(on));
  }
  return needed;
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
