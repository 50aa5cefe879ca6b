const regions = ["outline", "centre", "code", "checks"] as const;

/** Moves the focus to the next (or previous) part of the page that is shown. */
export function cycleRegion(step: 1 | -1): void {
  const shown = regions
    .map((name) =>
      document.querySelector<HTMLElement>(`[data-region="${name}"]`),
    )
    .filter((part) => part !== null && part.offsetParent !== null)
    .filter((part) => part !== null);
  if (shown.length === 0) return;
  const now = shown.findIndex((part) => part.contains(document.activeElement));
  const fallback = step === 1 ? 0 : shown.length - 1;
  const next = now < 0 ? fallback : (now + step + shown.length) % shown.length;
  focusInside(shown[next]);
}

/** Focuses the control that edits a part of the design. */
export function focusControl(path: string): boolean {
  const holder = document.querySelector<HTMLElement>(
    `[data-path="${CSS.escape(path)}"]`,
  );
  if (holder === null) return false;
  holder.scrollIntoView({ block: "nearest" });
  focusInside(holder);
  return true;
}

const focusable =
  'button:not(:disabled), input:not(:disabled), textarea:not(:disabled), a[href], [tabindex="0"]:not([role=separator])';

function focusInside(part: HTMLElement | undefined): void {
  const preferred =
    part?.querySelector<HTMLElement>("[data-focus-first]") ??
    [...(part?.querySelectorAll<HTMLElement>(focusable) ?? [])].find(
      (element) => element.tabIndex >= 0 && element.offsetParent !== null,
    );
  (preferred ?? part)?.focus();
}
