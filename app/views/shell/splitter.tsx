import type { PointerEvent } from "react";
import type { PaneSize } from "./pane-size.ts";

const step = 24;

/** The edge before a pane, moved by dragging or by arrow keys. */
export function Splitter({
  label,
  pane,
  size,
  direction,
}: {
  readonly label: string;
  readonly pane: PaneSize;
  readonly size: number;
  /** The direction in which the edge runs. */
  readonly direction: "vertical" | "horizontal";
}) {
  const { min, max } = pane.range();
  const vertical = direction === "vertical";
  const drag = (event: PointerEvent<HTMLElement>) => {
    const edge = event.currentTarget;
    if (!edge.hasPointerCapture(event.pointerId)) return;
    const end = edge.parentElement?.getBoundingClientRect();
    if (end === undefined) return;
    pane.set(vertical ? end.right - event.clientX : end.bottom - event.clientY);
  };
  const sizes: Readonly<Record<string, number>> = {
    [vertical ? "ArrowLeft" : "ArrowUp"]: size + step,
    [vertical ? "ArrowRight" : "ArrowDown"]: size - step,
    Home: max,
    End: min,
  };
  return (
    <div
      className={`splitter splitter-${direction}`}
      role="separator"
      aria-orientation={direction}
      aria-label={label}
      aria-valuenow={size}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onPointerDown={(event) =>
        event.currentTarget.setPointerCapture(event.pointerId)
      }
      onPointerMove={drag}
      onKeyDown={(event) => {
        const next = sizes[event.key];
        if (next === undefined) return;
        event.preventDefault();
        pane.set(next);
      }}
    />
  );
}
