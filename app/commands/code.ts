import { exportedOf } from "../state/export.ts";
import { getState, setSession } from "../state/store.ts";
import { downloadText } from "./files.ts";

/** Puts the code that is shown on the clipboard. */
export async function copyCode(): Promise<void> {
  const exported = exportedOf(getState());
  if (!exported.ok) return;
  const copied = await copyText(exported.value.text);
  setSession({
    announcement: copied
      ? `Copied ${exported.value.fileName}`
      : "The browser did not allow copying",
  });
}

/** Saves the code that is shown as a file. */
export function downloadCode(): void {
  const exported = exportedOf(getState());
  if (exported.ok) downloadText(exported.value.fileName, exported.value.text);
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
