import type {
  DesignChange,
  KeyPolicy,
  OwnedKey,
  Path,
  Statement,
} from "../../core/index.ts";
import {
  addStatement,
  freeId,
  isDisabled,
  isVerbatim,
} from "../../core/index.ts";
import { policyText } from "../text/policy.ts";
import { edit } from "./edit.ts";
import { keyChangeWithoutUnused } from "./key-edits.ts";
import { setView } from "./select.ts";
import { designOf } from "./selectors.ts";
import { announce, getState } from "./store.ts";
import { statementNumber } from "./statement-number.ts";

/** A change of the list of own statements. */
export function statementsChange(
  key: OwnedKey,
  statements: readonly Statement[],
): DesignChange {
  return keyChangeWithoutUnused(designOf(getState()), key, {
    policy: { ...key.policy, statements },
  });
}

/** Replaces one own statement. */
export function replaceStatement(
  key: OwnedKey,
  at: number,
  statement: Statement,
): void {
  edit({
    title: `Edit statement ${statementNumber(key, at)} of ${key.id}`,
    change: statementsChange(key, key.policy.statements.with(at, statement)),
  });
}

/** Adds a statement for the person to shape; its place in the design. */
export function addNewStatement(key: OwnedKey): Path | undefined {
  const made = edit({
    title: `Add statement to ${key.id}`,
    change: addStatement(designOf(getState()), key),
  });
  if (!made.ok) return undefined;
  const at = made.value.keys.findIndex(({ id }) => id === key.id);
  return ["keys", at, "policy", "statements", key.policy.statements.length];
}

/** Puts a copy behind a statement, with an ID of its own. */
export function duplicateStatement(key: OwnedKey, at: number): void {
  const { statements } = key.policy;
  const statement = statements[at];
  if (statement === undefined) return;
  edit({
    title: `Duplicate statement ${statementNumber(key, at)} of ${key.id}`,
    change: statementsChange(
      key,
      statements.toSpliced(at + 1, 0, withFreeSid(key, statement)),
    ),
  });
  setView({ openStatement: at + 1 });
}

function withFreeSid(key: OwnedKey, statement: Statement): Statement {
  if (isVerbatim(statement) || statement.sid === undefined) return statement;
  const taken = key.policy.statements.flatMap((other) =>
    isVerbatim(other) || other.sid === undefined ? [] : [{ id: other.sid }],
  );
  return { ...statement, sid: freeId(taken, statement.sid) };
}

/** Removes an own statement; undo brings it back. */
export function removeStatement(key: OwnedKey, at: number): void {
  edit({
    title: `Remove statement ${statementNumber(key, at)} of ${key.id}`,
    change: statementsChange(key, key.policy.statements.toSpliced(at, 1)),
  });
  setView({ openStatement: null });
  announce(policyText.removed(statementNumber(key, at)));
}

/** Leaves a statement out of the policy, or takes it in again; either way it stays in the design. */
export function toggleStatement(key: OwnedKey, at: number): void {
  const statement = key.policy.statements[at];
  if (statement === undefined) return;
  const { disabled: _, ...rest } = statement;
  const off = !isDisabled(statement);
  const number = statementNumber(key, at);
  edit({
    title: `${off ? "Disable" : "Enable"} statement ${number} of ${key.id}`,
    change: statementsChange(
      key,
      key.policy.statements.with(at, off ? { ...rest, disabled: true } : rest),
    ),
  });
  announce(
    off ? policyText.disabledNow(number) : policyText.enabledNow(number),
  );
}

/** Moves an own statement to another place. */
export function moveStatement(key: OwnedKey, from: number, to: number): void {
  const { statements } = key.policy;
  const moved = statements[from];
  if (moved === undefined || to < 0 || to >= statements.length || from === to)
    return;
  const { openStatement } = getState().view;
  edit({
    title: `Move statement ${statementNumber(key, from)} of ${key.id}`,
    change: statementsChange(
      key,
      statements.toSpliced(from, 1).toSpliced(to, 0, moved),
    ),
  });
  if (openStatement === from) setView({ openStatement: to });
  announce(policyText.moved(to + 1, statements.length));
}

/** Adds to the default policy or replaces it. */
export function setPolicyMode(key: OwnedKey, mode: KeyPolicy["mode"]): void {
  edit({
    title: mode === "amend" ? policyText.amend : policyText.replace,
    change: {
      type: "edit-key",
      key: key.id,
      patch: { policy: { ...key.policy, mode } },
    },
  });
}
