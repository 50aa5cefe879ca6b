import type { KeyboardEvent } from "react";
import type { OwnedKey } from "../../../core/index.ts";
import {
  duplicateStatement,
  moveStatement,
  removeStatement,
  toggleStatement,
} from "../../state/statement-edits.ts";
import { getState } from "../../state/store.ts";

/** The keys that act on an own statement while its row has the focus. */
export const rowKeys = "D E Delete Alt+ArrowUp Alt+ArrowDown";

/** Does what the key stands for on the row of an own statement. */
export function onRowKey(
  event: KeyboardEvent,
  key: OwnedKey,
  at: number,
): void {
  if (getState().session.readOnly) return;
  const act = event.altKey ? moves(event, key, at) : acts(event, key, at);
  if (act === undefined) return;
  event.preventDefault();
  act();
}

function moves(
  event: KeyboardEvent,
  key: OwnedKey,
  at: number,
): (() => void) | undefined {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (step === undefined) return undefined;
  const row = event.currentTarget.closest("li");
  return () => {
    moveStatement(key, at, at + step);
    focusSibling(row, step);
  };
}

function acts(
  event: KeyboardEvent,
  key: OwnedKey,
  at: number,
): (() => void) | undefined {
  if (event.ctrlKey || event.metaKey) return undefined;
  switch (event.key.toLowerCase()) {
    case "delete":
      return () => removeStatement(key, at);
    case "d":
      return () => duplicateStatement(key, at);
    case "e":
      return () => toggleStatement(key, at);
    default:
      return undefined;
  }
}

/** Rows are drawn by place, so the moved statement will be in the neighbouring row, which is there already: a second press finds it. */
function focusSibling(row: Element | null, step: number): void {
  const next = step < 0 ? row?.previousElementSibling : row?.nextElementSibling;
  next?.querySelector<HTMLElement>(".statement-main")?.focus();
}
