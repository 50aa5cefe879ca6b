import { useSyncExternalStore } from "react";
import { readLocal, writeLocal } from "../../state/storage/local.ts";

/** The size of a pane that the person can change; kept in this browser. */
export interface PaneSize {
  readonly range: () => { readonly min: number; readonly max: number };
  readonly read: () => number;
  readonly set: (size: number) => void;
  readonly listen: (listener: () => void) => () => void;
}

/** How wide the code pane is: as the person left it, else as fits the window. */
export const codeWidth = paneSize({
  name: "code-width",
  range: () => ({ min: 320, max: 720 }),
  usual: () => (innerWidth < 1400 ? 340 : 392),
});

/** How high the open list of problems is; the rest of the page keeps some room. */
export const checksHeight = paneSize({
  name: "checks-height",
  range: () => ({ min: 80, max: Math.max(120, innerHeight - 330) }),
  usual: () => 336,
});

/** The size of a pane, as it changes. */
export function usePaneSize({ listen, read }: PaneSize): number {
  return useSyncExternalStore(listen, read);
}

function paneSize({
  name,
  range,
  usual,
}: {
  readonly name: string;
  readonly range: PaneSize["range"];
  readonly usual: () => number;
}): PaneSize {
  const listeners = new Set<() => void>();
  let chosen = Number(readLocal(name)) || null;
  const clamp = (size: number) => {
    const { min, max } = range();
    return Math.min(max, Math.max(min, Math.round(size)));
  };
  return {
    range,
    read: () => clamp(chosen ?? usual()),
    set: (size) => {
      chosen = clamp(size);
      writeLocal(name, String(chosen));
      for (const listener of listeners) listener();
    },
    listen: (listener) => {
      listeners.add(listener);
      addEventListener("resize", listener);
      return () => {
        listeners.delete(listener);
        removeEventListener("resize", listener);
      };
    },
  };
}
