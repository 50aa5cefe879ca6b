const focusable =
  'button:not(:disabled), input:not(:disabled), textarea:not(:disabled), [tabindex="0"]';

/** The element that had the focus, from inside out, and its place among all that can have it in each. */
type Trail = readonly { readonly part: Element; readonly place: number }[];

let trail: Trail = [];

/** Remembers what has the focus inside a part of the page. */
export function watchFocus(part: HTMLElement): () => void {
  const remember = ({ target }: FocusEvent) => {
    if (target instanceof Element) trail = trailOf(target, part);
  };
  part.addEventListener("focusin", remember);
  return () => part.removeEventListener("focusin", remember);
}

/** What had the focus is gone, and the keyboard with it: its neighbour takes the focus. */
export function rescueFocus(): void {
  if (document.activeElement !== document.body || trail.length === 0) return;
  const left = trail.find(
    ({ part }) => part.isConnected && controlsIn(part).length > 0,
  );
  if (left === undefined) return;
  const controls = controlsIn(left.part);
  controls[Math.min(left.place, controls.length - 1)]?.focus();
}

function trailOf(target: Element, end: Element): Trail {
  const found: { part: Element; place: number }[] = [];
  for (
    let part: Element | null = target;
    part !== null && part !== end;
    part = part.parentElement
  )
    found.push({
      part,
      place: controlsIn(part).findIndex((control) => control === target),
    });
  return found.map(({ part, place }) => ({ part, place: Math.max(0, place) }));
}

function controlsIn(part: Element): readonly HTMLElement[] {
  const inside = [...part.querySelectorAll<HTMLElement>(focusable)];
  return part instanceof HTMLElement && part.matches(focusable)
    ? [part, ...inside]
    : inside;
}
