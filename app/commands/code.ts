import { shownCodeOf } from "../state/export.ts";
import { addNotice, dropNotice } from "../state/storage/open.ts";
import { announce, getState, setSession } from "../state/store.ts";
import { codeText } from "../text/code.ts";
import { downloadText } from "./files.ts";

let timer: ReturnType<typeof setTimeout> | undefined;

/** Puts the code that is shown on the clipboard, and says whether the browser let it. */
export async function copyCode(): Promise<void> {
  const exported = shownCodeOf(getState());
  if (!exported.ok) return;
  if (!(await copyText(exported.value.text))) {
    addNotice({ id: "not-copied", kind: "warning", text: codeText.notCopied });
    return;
  }
  dropNotice("not-copied");
  announce(codeText.copiedFile(exported.value.fileName));
  setSession({ copied: true });
  clearTimeout(timer);
  timer = setTimeout(() => setSession({ copied: false }), 2000);
}

/** Saves the code that is shown as a file. */
export function downloadCode(): void {
  const exported = shownCodeOf(getState());
  if (exported.ok) downloadText(exported.value.fileName, exported.value.text);
}

/** Puts a text on the clipboard; false where the browser does not let it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
