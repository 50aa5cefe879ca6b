import type { AppState } from "../state/store.ts";

/** Something a person can do: by button, by key, or from the palette. */
export interface Command {
  readonly id: string;
  readonly title: string;
  /** Keys as people read them, the first one is shown: "Ctrl+Z". */
  readonly shortcuts?: readonly string[];
  /** Works while the focus is in the code editor. */
  readonly inEditor?: boolean;
  /** Leaves the keys to a text field that has the focus. */
  readonly notInText?: boolean;
  /** @default always */
  readonly enabled?: (state: AppState) => boolean;
  readonly run: () => void;
}

/** The command can be run now. */
export function isEnabled(command: Command, state: AppState): boolean {
  return command.enabled?.(state) ?? true;
}
