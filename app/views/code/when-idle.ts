const wide = matchMedia("(min-width: 701px) and (min-height: 501px)");
const listeners = new Set<() => void>();
let painted = false;

/** Calls when the answer of {@link editorWanted} may differ. */
export function onEditorWanted(listener: () => void): () => void {
  listeners.add(listener);
  wide.addEventListener("change", listener);
  if (!painted) requestAnimationFrame(() => setTimeout(markPainted, 0));
  return () => {
    listeners.delete(listener);
    wide.removeEventListener("change", listener);
  };
}

/** Fetches the code of the editor; the browser keeps it. */
export const fetchEditor = () => import("../../monaco/code-editor.tsx");

/** A phone shows plain text, which is better to read there. */
export function hasRoomForEditor(): boolean {
  return wide.matches;
}

/** The editor is fetched after the first paint, and not at all on a phone, where plain text is better to read. */
export function editorWanted(): boolean {
  return painted && hasRoomForEditor();
}

function markPainted(): void {
  painted = true;
  for (const listener of listeners) listener();
}
