import { applyChange } from "../design/apply-change.ts";
import type { DesignChange } from "../design/change.ts";
import type { Design, Stack } from "../design/design.ts";
import type { Path, Problem } from "../problem/problem.ts";
import { cdkRefusals } from "../synth/refusals.ts";
import type { Fix } from "./rule.ts";

const cycleCodes: readonly string[] = ["stack/cycle", "stack/order"];

/** As many as a person can weigh. */
const mostWays = 3;

/** Changes that end a cycle of stacks and bring nothing else that the CDK refuses: each was tried. */
export function waysOutOfCycle(
  design: Design,
  problem: Problem,
): readonly Fix[] {
  if (!cycleCodes.includes(problem.code)) return [];
  const ways: Fix[] = [];
  for (const way of possibleWays(design, problem.steps ?? [])) {
    if (endsCycle(design, way.change)) ways.push(way);
    if (ways.length === mostWays) break;
  }
  return ways;
}

function endsCycle(design: Design, change: DesignChange): boolean {
  const next = applyChange(design, change);
  if (!next.ok) return false;
  const left = cdkRefusals(next.value).filter(isInTheWay);
  return (
    left.length < cdkRefusals(design).filter(isInTheWay).length &&
    !left.some(({ code }) => cycleCodes.includes(code))
  );
}

/** A stack that a move leaves empty is simply removed next. */
function isInTheWay({ code }: Problem): boolean {
  return code !== "stack/empty";
}

function possibleWays(
  design: Design,
  steps: readonly { readonly path: Path }[],
): readonly Fix[] {
  const stacks = [
    ...new Set(steps.flatMap(({ path }) => stackAt(design, path) ?? [])),
  ];
  const pairs = stacks.flatMap((one) =>
    stacks
      .filter((other) => other !== one)
      .map((other) => [one, other] as const),
  );
  return [
    ...pairs.flatMap(([one, other]) => dependencyOf(one, other)),
    ...steps.flatMap(({ path }) => stacks.flatMap(moveOf(design, path))),
    ...pairs.flatMap(([one, other]) => independenceOf(one, other)),
  ];
}

/** The stack in which the part at a path stands. */
function stackAt(design: Design, path: Path): Stack | undefined {
  const [list, index] = path;
  if (list === "stacks") return design.stacks[Number(index)];
  const part = partAt(design, path);
  return design.stacks.find(({ id }) => id === part?.stack);
}

/** A part of the design that stands in a stack. */
function partAt(
  { principals, keys, aliases = [], consumers = [] }: Design,
  [list, index]: Path,
): { readonly id: string; readonly stack: string } | undefined {
  const lists = { principals, keys, aliases, consumers };
  const members = Object.entries(lists).find(([name]) => name === list)?.[1];
  const part = members?.[Number(index)];
  return part !== undefined && "stack" in part ? part : undefined;
}

/** With an explicit dependency the CDK names the account in place of the principal that is not there yet. */
function dependencyOf(
  { id, dependencies = [] }: Stack,
  on: Stack,
): readonly Fix[] {
  if (dependencies.includes(on.id)) return [];
  return [
    {
      title: `Deploy ${id} after ${on.id}`,
      change: {
        type: "edit-stack",
        stack: id,
        patch: { dependencies: [...dependencies, on.id] },
      },
    },
  ];
}

function independenceOf(
  { id, dependencies = [] }: Stack,
  on: Stack,
): readonly Fix[] {
  if (!dependencies.includes(on.id)) return [];
  return [
    {
      title: `Do not deploy ${id} after ${on.id}`,
      change: {
        type: "edit-stack",
        stack: id,
        patch: { dependencies: dependencies.filter((one) => one !== on.id) },
      },
    },
  ];
}

/** Moves what has no state of its own; a key that moves is another key. */
function moveOf(design: Design, path: Path): (to: Stack) => readonly Fix[] {
  const part = partAt(design, path);
  return (to) => {
    if (part === undefined || part.stack === to.id) return [];
    const change = moveChange(design, path, to.id);
    return change === undefined
      ? []
      : [{ title: `Move ${part.id} to ${to.id}`, change }];
  };
}

function moveChange(
  { principals, aliases = [], consumers = [] }: Design,
  [list, at]: Path,
  stack: string,
): DesignChange | undefined {
  const index = Number(at);
  const principal = list === "principals" ? principals[index] : undefined;
  if (principal !== undefined && "stack" in principal)
    return {
      type: "replace-principal",
      principal: principal.id,
      by: { ...principal, stack },
    };
  const alias = list === "aliases" ? aliases[index] : undefined;
  if (alias !== undefined)
    return { type: "edit-alias", alias: alias.id, patch: { stack } };
  const consumer = list === "consumers" ? consumers[index] : undefined;
  return (
    consumer && {
      type: "edit-consumer",
      consumer: consumer.id,
      patch: { stack },
    }
  );
}
