/** The part of a keyboard event that a shortcut looks at. */
export interface KeyStroke {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** The keys pressed are those of the shortcut; Command on a Mac counts as Ctrl. */
export function matchesShortcut(shortcut: string, stroke: KeyStroke): boolean {
  const parts = shortcut.split("+");
  const key = parts.at(-1) ?? "";
  const wants = (modifier: string) => parts.slice(0, -1).includes(modifier);
  const shiftMatters = key !== "?";
  return (
    sameKey(key, stroke) &&
    wants("Ctrl") === (stroke.ctrlKey || stroke.metaKey) &&
    wants("Alt") === stroke.altKey &&
    (!shiftMatters || wants("Shift") === stroke.shiftKey)
  );
}

/** On some keyboards Alt changes what a digit key types; the key itself stays. */
function sameKey(key: string, stroke: KeyStroke): boolean {
  return (
    stroke.key.toLowerCase() === key.toLowerCase() ||
    (/^\d$/.test(key) && stroke.code === `Digit${key}`)
  );
}

/** The shortcut as `aria-keyshortcuts` wants it. */
export function ariaShortcut(shortcut: string): string {
  return shortcut.replace("Ctrl", "Control");
}
