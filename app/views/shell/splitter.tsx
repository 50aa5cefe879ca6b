import { useSyncExternalStore, type PointerEvent } from "react";
import { readLocal, writeLocal } from "../../state/storage/local.ts";
import { shellText } from "../../text/shell.ts";

const range = { min: 320, max: 720, step: 24 };
const defaultWidth = 392;
const narrowWidth = 340;
const listeners = new Set<() => void>();
let chosen = Number(readLocal("code-width")) || null;

/** How wide the code pane is: as the person left it, else as fits the window. */
export function useCodeWidth(): number {
  return useSyncExternalStore(listen, () =>
    clamp(chosen ?? (innerWidth < 1400 ? narrowWidth : defaultWidth)),
  );
}

/** The edge between the key and its code, moved by dragging or by arrow keys. */
export function Splitter({ width }: { readonly width: number }) {
  return (
    <div
      className="splitter"
      role="separator"
      aria-orientation="vertical"
      aria-label={shellText.resizeCode}
      aria-valuenow={width}
      aria-valuemin={range.min}
      aria-valuemax={range.max}
      tabIndex={0}
      onPointerDown={(event) =>
        event.currentTarget.setPointerCapture(event.pointerId)
      }
      onPointerMove={drag}
      onKeyDown={({ key }) => {
        if (key === "ArrowLeft") resize(width + range.step);
        if (key === "ArrowRight") resize(width - range.step);
        if (key === "Home") resize(range.max);
        if (key === "End") resize(range.min);
      }}
    />
  );
}

function drag(event: PointerEvent<HTMLElement>): void {
  if (event.currentTarget.hasPointerCapture(event.pointerId))
    resize(innerWidth - event.clientX);
}

function resize(width: number): void {
  chosen = clamp(Math.round(width));
  writeLocal("code-width", String(chosen));
  for (const listener of listeners) listener();
}

function clamp(width: number): number {
  return Math.min(range.max, Math.max(range.min, width));
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("resize", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("resize", listener);
  };
}
