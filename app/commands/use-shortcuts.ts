import { useEffect } from "react";
import { getState } from "../state/store.ts";
import { isEnabled, type Command } from "./command.ts";
import { commandList } from "./registry.ts";
import { matchesShortcut } from "./shortcut.ts";

/** Listens to the shortcuts of all commands while the page is shown. */
export function useShortcuts(): void {
  useEffect(() => {
    // Before the code editor sees them: it would keep Ctrl+K for itself.
    document.addEventListener("keydown", onKeyDown, { capture: true });
    return () =>
      document.removeEventListener("keydown", onKeyDown, { capture: true });
  }, []);
}

function onKeyDown(event: KeyboardEvent): void {
  const command = commandList.find((candidate) =>
    candidate.shortcuts?.some((shortcut) => matchesShortcut(shortcut, event)),
  );
  if (command === undefined || !listensAt(command, event.target)) return;
  if (getState().session.dialog !== null || inDialog(event.target)) return;
  event.preventDefault();
  event.stopPropagation();
  if (isEnabled(command, getState())) command.run();
}

function listensAt(command: Command, target: EventTarget | null): boolean {
  if (inEditor(target)) return command.inEditor === true;
  return command.notInText !== true || !inText(target);
}

/** A modal window that a control opened by itself. */
function inDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("dialog") !== null;
}

function inEditor(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(".monaco-editor") !== null;
}

function inText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement &&
      !["checkbox", "radio", "button"].includes(target.type))
  );
}
