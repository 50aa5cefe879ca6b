import { hasJsonPolicy } from "../../design/as-written.ts";
import type { Design, Principal, Stack } from "../../design/design.ts";
import type { Operation, Plan } from "../../synth/plan.ts";
import { memberPrincipals } from "../../synth/stacks-of.ts";
import { keyOfOperation, principalsNamed } from "./named-principals.ts";
import { isIdentity } from "./variables.ts";

/** Which principals become variables, and whose. */
export interface PrincipalUses {
  /** The stack whose class makes the object that the class of `stack` uses. */
  readonly makerOf: (id: string, stack: string) => string;
  /** The class of the stack names the principal more than once, or another class uses the object that it makes. */
  readonly isHeld: (id: string, stack: string) => boolean;
}

type Principals = ReadonlyMap<string, Principal>;

/**
 * How often the classes of a program name each principal.
 *
 * The CDK takes two objects for one account to be different principals. What a design calls one principal is therefore
 * one object wherever the CDK could compare: in a class, and in all that adds to the policy of one key.
 */
export function principalUses(design: Design, plan: Plan): PrincipalUses {
  const principals = new Map(design.principals.map((one) => [one.id, one]));
  const named = (operation: Operation) =>
    isJson(design, operation) ? [] : principalsNamed(operation);
  const makers = sharedMakers(plan, principals, named);
  const makerOf = (id: string, stack: string): string => {
    const maker = makers.get(stack)?.get(id);
    return maker === undefined ? stack : makerOf(id, maker);
  };
  const isShared = (id: string, stack: string) =>
    [...makers.keys()].some(
      (other) => other !== stack && makerOf(id, other) === stack,
    );
  const counts = new Map(
    plan.stacks.map((one) => [
      one.stack.id,
      countUses(one.stack, one.operations.flatMap(named), {
        principals,
        makerOf: (id) => makerOf(id, one.stack.id),
      }),
    ]),
  );
  return {
    makerOf,
    isHeld: (id, stack) =>
      (counts.get(stack)?.get(id) ?? 0) > 1 || isShared(id, stack),
  };
}

/** A principal that is made of others is written once, so it names each of them once. */
function countUses(
  stack: Stack,
  named: readonly string[],
  { principals, makerOf }: Uses,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const visit = (id: string) => {
    const count = counts.get(id) ?? 0;
    counts.set(id, count + 1);
    if (count === 0 && makerOf(id) === stack.id)
      for (const member of membersOf(id, principals)) visit(member);
  };
  for (const id of named) visit(id);
  return counts;
}

interface Uses {
  readonly principals: Principals;
  readonly makerOf: (id: string) => string;
}

type Named = (operation: Operation) => readonly string[];

/** A policy that is written as JSON names principals without objects for them. */
function isJson(design: Design, operation: Operation): boolean {
  return operation.kind === "key" && hasJsonPolicy(design, operation.key);
}

/** For each stack, the principals that it gets from the first class that uses them for the same key. */
function sharedMakers(
  plan: Plan,
  principals: Principals,
  named: Named,
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const first = new Map<string, string>();
  const makers = new Map<string, Map<string, string>>();
  for (const { stack, operations } of plan.stacks) {
    const ofStack = new Map<string, string>();
    makers.set(stack.id, ofStack);
    for (const { key, id } of usesForKeys(operations, principals, named)) {
      const use = JSON.stringify([key, id]);
      const maker = first.get(use) ?? stack.id;
      first.set(use, maker);
      if (maker !== stack.id) ofStack.set(id, maker);
    }
  }
  return makers;
}

function usesForKeys(
  operations: readonly Operation[],
  principals: Principals,
  named: Named,
): readonly { readonly key: string; readonly id: string }[] {
  return operations.flatMap((operation) => {
    const key = keyOfOperation(operation);
    return key === undefined
      ? []
      : principalsBehind(named(operation), principals).map((id) => ({
          key,
          id,
        }));
  });
}

/** Principals and those they are made of, without what constructs are made of. */
function principalsBehind(
  ids: readonly string[],
  principals: Principals,
): readonly string[] {
  return ids.flatMap((id) => {
    const principal = principals.get(id);
    return principal === undefined || isIdentity(principal)
      ? []
      : [id, ...principalsBehind(memberPrincipals(principal), principals)];
  });
}

function membersOf(id: string, principals: Principals): readonly string[] {
  const principal = principals.get(id);
  return principal === undefined || isIdentity(principal)
    ? []
    : memberPrincipals(principal);
}
