import type { Design, Key } from "../design/design.ts";
import { isOwned } from "../design/design.ts";
import { givesWholePolicy } from "../design/key-parts.ts";
import type { Path } from "../problem/problem.ts";
import type { KeyStep } from "./plan.ts";
import { stacksOf } from "./stacks-of.ts";
import type { StacksOf } from "./stacks-of.ts";

/** A call on a key, and the stack whose constructor makes it: the last of those it touches. */
export interface PlacedStep {
  readonly stack: string;
  readonly step: KeyStep;
}

/** The calls that complete each key. */
export function keySteps(
  design: Design,
  latest: (stacks: readonly string[]) => string,
): readonly PlacedStep[] {
  const stacks = design.stacks.length > 1 ? stacksOf(design) : oneStack;
  return design.keys.flatMap((key, index) =>
    stepsOf(key, ["keys", index], stacks).map(({ step, touches }) => ({
      step,
      stack: touches.length === 0 ? key.stack : latest([key.stack, ...touches]),
    })),
  );
}

/** In a design of one stack nothing reaches into another. */
const oneStack: StacksOf = {
  principal: () => [],
  texts: () => [],
  statement: () => [],
};

interface TouchingStep {
  readonly step: KeyStep;
  readonly touches: readonly string[];
}

function stepsOf(
  key: Key,
  path: Path,
  stacks: StacksOf,
): readonly TouchingStep[] {
  return [
    ...key.aliases.map((_, index): TouchingStep => ({
      step: {
        kind: "key-alias",
        key,
        index,
        path: [...path, "aliases", index],
      },
      touches: [],
    })),
    ...statementSteps(key, path, stacks),
    ...("grants" in key ? (key.grants ?? []) : []).map(
      (grant, index): TouchingStep => ({
        step: { kind: "grant", key, index, path: [...path, "grants", index] },
        touches: stacks.principal(grant.principal),
      }),
    ),
  ];
}

/** Statements that amend the default; those of a whole policy are given when the key is created. */
function statementSteps(
  key: Key,
  path: Path,
  stacks: StacksOf,
): readonly TouchingStep[] {
  if (!isOwned(key) || givesWholePolicy(key)) return [];
  return key.policy.statements.flatMap((statement, index): TouchingStep[] =>
    statement.disabled === true
      ? []
      : [
          {
            step: {
              kind: "statement",
              key,
              index,
              path: [...path, "policy", "statements", index],
            },
            touches: stacks.statement(statement),
          },
        ],
  );
}
