import type { DesignChange } from "../design/change.ts";
import type { Design, OwnedKey } from "../design/design.ts";
import { isVerbatim } from "../design/design.ts";
import type { KmsAction } from "../kms/actions.ts";
import {
  joinedConditions,
  negatedConditions,
} from "../policy/negated-conditions.ts";
import type { Block } from "../policy/negated-conditions.ts";
import { changed, keyChange, principalOfRow } from "./access-changes.ts";
import type { AccessTarget } from "./access-changes.ts";
import {
  names,
  shortest,
  statementFor,
  touches,
  withStatement,
} from "./key-says.ts";
import type { KeyNature, MatrixRow } from "./matrix.ts";
import { MatrixWork } from "./matrix.ts";
import { subjectOf } from "./subject.ts";

/** Conditions that do not bind, and the key that they are of. */
export interface BindingQuestion {
  readonly key: OwnedKey;
  readonly nature: KeyNature;
  readonly target: AccessTarget;
}

/** More statements than this are no help to anybody. */
const maxDenies = 8;

/**
 * The change that denies a principal some actions wherever the conditions under which the key policy allows them do not
 * hold: then IAM policies cannot allow them there either. Undefined where the policy language cannot say it.
 */
export function bindingChange(
  design: Design,
  key: OwnedKey,
  { row, actions }: AccessTarget,
): DesignChange | undefined {
  const named = principalOfRow(design, key, row);
  if (named === undefined || named.isNew) return undefined;
  const { id } = named.principal;
  let next = key;
  for (const [conditions, group] of byConditions(key, id, actions)) {
    const denied = deniedConditions(conditions);
    if (denied === undefined) return undefined;
    for (const block of denied)
      next = withStatement(next, {
        ...statementFor([id], "Deny", shortest(group)),
        conditions: block,
      });
  }
  return next === key ? undefined : keyChange(key, next);
}

/** Actions by the conditions of the statements that allow them to the principal. */
function byConditions(
  key: OwnedKey,
  id: string,
  actions: readonly KmsAction[],
): ReadonlyMap<readonly Block[], ReadonlySet<string>> {
  const groups = new Map<string, Set<string>>();
  const conditionsOf = new Map<string, readonly Block[]>();
  for (const action of actions) {
    const conditions = key.policy.statements.flatMap((statement) =>
      !isVerbatim(statement) &&
      names(statement, id) &&
      statement.effect === "Allow" &&
      touches(statement.actions ?? [], new Set([action]))
        ? [statement.conditions ?? {}]
        : [],
    );
    const name = JSON.stringify(conditions);
    conditionsOf.set(name, conditions);
    groups.set(name, (groups.get(name) ?? new Set()).add(action));
  }
  return new Map(
    [...groups].map(([name, group]) => [conditionsOf.get(name) ?? [], group]),
  );
}

/**
 * Where none of several conditions holds: of each of them one comparison does not. One block for each way in which that
 * can be.
 */
function deniedConditions(
  conditions: readonly Block[],
): readonly Block[] | undefined {
  let ways: readonly (readonly Block[])[] = [[]];
  for (const one of conditions) {
    const negated = negatedConditions(one);
    if (negated === undefined) return undefined;
    ways = ways.flatMap((way) => negated.map((block) => [...way, block]));
    if (ways.length > maxDenies) return undefined;
  }
  const blocks = ways.map(joinedConditions);
  const found = blocks.filter((block) => block !== undefined);
  return conditions.length > 0 && found.length === blocks.length
    ? found
    : undefined;
}

/**
 * Works out whether a change makes conditions binding and does nothing else, row by row, so that whoever waits can
 * stop. Without rows to look at there is no such change.
 */
export class BindingWork {
  readonly change: DesignChange | undefined;
  /** Each says whether a row is as it should be. */
  readonly checks: readonly (() => boolean)[];

  constructor(design: Design, { key, nature, target }: BindingQuestion) {
    const change = bindingChange(design, key, target);
    const before = subjectOf(design, key);
    const after =
      change === undefined ? undefined : changed(design, key.id, change);
    const works = [before, after?.subject].flatMap((subject) =>
      subject === undefined ? [] : [new MatrixWork(subject, nature)],
    );
    const [was, is] = works;
    this.change = is === undefined ? undefined : change;
    this.checks =
      was === undefined || is === undefined ? [] : rowChecks(was, is, target);
  }
}

function rowChecks(
  was: MatrixWork,
  is: MatrixWork,
  target: AccessTarget,
): readonly (() => boolean)[] {
  const before = new Map(was.plans.map((plan) => [plan.id, plan]));
  return is.plans.map((plan) => () => {
    const known = before.get(plan.id);
    if (known === undefined || was.plans.length !== is.plans.length)
      return false;
    const wanted =
      plan.id === target.row.id ? new Set<string>(target.actions) : noActions;
    return isBound(was.row(known), is.row(plan), wanted);
  });
}

const noActions: ReadonlySet<string> = new Set();

/** Every cell has the state it had; those that are asked about bind now. */
function isBound(
  before: MatrixRow,
  after: MatrixRow,
  asked: ReadonlySet<string>,
): boolean {
  const cells = before.cells.flatMap(({ actions }) => actions);
  const now = after.cells.flatMap(({ actions }) => actions);
  return now.every((cell, at) => {
    const was = cells[at];
    return (
      was?.action === cell.action &&
      was.kind === cell.kind &&
      cell.kind !== "unknown" &&
      (asked.has(cell.action) ? cell.binds : cell.binds === was.binds)
    );
  });
}

/** The change that makes conditions binding, proven to do that and nothing else; undefined where there is none. */
export function provenBinding(
  design: Design,
  question: BindingQuestion,
): DesignChange | undefined {
  const { change, checks } = new BindingWork(design, question);
  return checks.every((check) => check()) ? change : undefined;
}
