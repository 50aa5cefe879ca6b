import type { KeyboardEvent } from "react";

type Direction = "horizontal" | "vertical";

const steps: Readonly<Record<Direction, ReadonlyMap<string, number>>> = {
  horizontal: new Map([
    ["ArrowLeft", -1],
    ["ArrowRight", 1],
  ]),
  vertical: new Map([
    ["ArrowUp", -1],
    ["ArrowDown", 1],
  ]),
};

/** Moves the focus among the members of a list by arrow keys, Home and End. */
export function moveFocus(
  event: KeyboardEvent<HTMLElement>,
  direction: Direction,
  members: string,
): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const list = [...event.currentTarget.querySelectorAll<HTMLElement>(members)];
  const from = list.findIndex((member) => member === event.target);
  if (from < 0) return;
  const target = memberAfter(list, from, {
    key: event.key,
    step: steps[direction].get(event.key) ?? 0,
  });
  if (target === undefined || target === event.target) return;
  event.preventDefault();
  target.focus();
}

function memberAfter(
  list: readonly HTMLElement[],
  from: number,
  { key, step }: { readonly key: string; readonly step: number },
): HTMLElement | undefined {
  if (key === "Home") return list[0];
  if (key === "End") return list.at(-1);
  return list[from + step];
}
